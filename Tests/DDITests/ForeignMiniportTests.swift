import CWDDM
import DDI
import Testing
import WDDM

struct ForeignMiniportTests {
  private func failure(_ path: String) -> DriverLoadFailure? {
    #expect(throws: DriverLoadFailure.self) { _ = try ForeignMiniport(path: path, findings: Findings()) }
  }

  private func failure(of text: String) throws -> DriverLoadFailure? {
    failure(try CDrivers.fixture("driver", text))
  }

  @Test func aFileThatIsNotThereIsSaidSo() {
    let failure = failure("/nowhere/driver.so")
    #expect(failure?.description.contains("/nowhere/driver.so: No such file or directory") == true)
    #expect(failure?.refusal.rule == "K-001")
  }

  @Test func aFileThatIsNoDriverIsSaidSo() {
    #expect(failure("/etc/passwd")?.detail.contains("/etc/passwd: ") == true)
    #expect(failure("/tmp")?.detail == "/tmp: not a file")
  }

  @Test func aLibraryWithoutDriverEntryIsRefused() throws {
    let failure = try failure(of: "int nothing;")
    #expect(failure?.refusal.argument == "DriverEntry")
    #expect(failure?.refusal.status == .objectNameNotFound)
  }

  @Test func aFailingDriverEntryPassesItsStatus() throws {
    let failure = try failure(
      of: """
        #include <dispmprt.h>
        NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) { return (void)o, (void)r, STATUS_NO_MEMORY; }
        """)
    #expect(failure?.refusal == Refusal(.noMemory, "K-001", "DriverEntry", 0xC000_0017))
  }

  @Test func aDriverEntryThatDoesNotInitializeIsRefused() throws {
    let failure = try failure(
      of: """
        #include <dispmprt.h>
        NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) { return (void)o, (void)r, STATUS_SUCCESS; }
        """)
    #expect(failure?.refusal.argument == "DxgkInitialize")
  }

  @Test(arguments: ["0x11007", "0", "0x5024"])
  func anUnknownVersionIsRefused(version: String) throws {
    let failure = try failure(
      of: """
        #include "tiny-kmd.h"
        NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) {
          DRIVER_INITIALIZATION_DATA table = {TINY_TABLE};
          table.Version = \(version);
          return DxgkInitialize(o, r, &table);
        }
        """)
    #expect(failure?.refusal.status == .revisionMismatch)
    #expect(failure?.refusal.argument == "DRIVER_INITIALIZATION_DATA.Version")
  }

  @Test func aMissingFunctionIsNamed() throws {
    let failure = try failure(
      of: """
        #include "tiny-kmd.h"
        NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) {
          DRIVER_INITIALIZATION_DATA table = {TINY_TABLE};
          table.DxgkDdiOpenAllocation = NULL;
          return DxgkInitialize(o, r, &table);
        }
        """)
    #expect(failure?.refusal == Refusal(.invalidParameter, "K-015", "DxgkDdiOpenAllocation"))
  }

  @Test func aShortTableIsReadNoFurtherThanItsVersion() throws {
    // A driver built with the headers of 1.3 has 712 bytes; here, a page that cannot be read follows them.
    let path = try CDrivers.fixture(
      "short",
      """
      #define _DEFAULT_SOURCE
      #define DXGKDDI_INTERFACE_VERSION DXGKDDI_INTERFACE_VERSION_WDDM1_3
      #include "tiny-kmd.h"
      #include <string.h>
      #include <sys/mman.h>
      static NTSTATUS Never(HANDLE a, const DXGKARG_SETALLOCATIONBACKINGSTORE *b) { return (void)a, (void)b, 0; }
      NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) {
        DRIVER_INITIALIZATION_DATA full = {TINY_TABLE, .DxgkDdiSetAllocationBackingStore = Never};
        char *pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        mprotect(pages + 4096, 4096, PROT_NONE);
        void *table = memcpy(pages + 4096 - 712, &full, 712);
        NTSTATUS status = DxgkInitialize(o, r, table);
        munmap(pages, 8192);
        return status;
      }
      """)
    let driver = try ForeignMiniport(path: path, findings: Findings())
    #expect(driver.interfaceVersion == .wddm1_3)
    #expect(driver.functions == DriverFunctions.required)
  }

  @Test func aSlotBeyondTheVersionDoesNotExist() throws {
    let driver = try ForeignMiniport(path: CDrivers.minimalKmd1_3.get(), findings: Findings())
    #expect(!driver.has(.createProcess))
    #expect(!driver.has(.setAllocationBackingStore))
    #expect(driver.has(.notifySurpriseRemoval))
    #expect(driver.setAllocationBackingStoreByDefault == .notSupported)
  }

  @Test func twoKernelsDoNotShareADriversGlobals() throws {
    let path = try CDrivers.fixture(
      "counting",
      """
      #include "tiny-kmd.h"
      static UINT entered;
      static NTSTATUS Query(HANDLE adapter, const DXGKARG_QUERYADAPTERINFO *args) {
        (void)adapter;
        *(UINT *)args->pOutputData = ++entered;
        return STATUS_SUCCESS;
      }
      NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) {
        DRIVER_INITIALIZATION_DATA table = {TINY_TABLE};
        table.DxgkDdiQueryAdapterInfo = Query;
        return DxgkInitialize(o, r, &table);
      }
      """)
    func count(_ driver: ForeignMiniport) throws -> UInt8 {
      let session = try Session(driver)
      var bytes = [UInt8](repeating: 0, count: 4)
      var span = bytes.mutableSpan
      var data = unsafe span.mutableBytes
      try session.driver.umDriverPrivate(session.behalf, &data, hKmdProcess: nil)
      session.end()
      return bytes[0]
    }
    let first = try ForeignMiniport(path: path, findings: Findings())
    let second = try ForeignMiniport(path: path, findings: Findings())
    #expect(try (count(first), count(first), count(second)) == (1, 2, 1))
    // And a third, after others were unloaded: nothing of them is left.
    for _ in 0..<3 { #expect(try count(ForeignMiniport(path: path, findings: Findings())) == 1) }
  }
}

extension ForeignMiniport {
  fileprivate var setAllocationBackingStoreByDefault: NTStatus {
    var args = DXGKARG_SETALLOCATIONBACKINGSTORE()
    return setAllocationBackingStore(nil, &args)
  }
}

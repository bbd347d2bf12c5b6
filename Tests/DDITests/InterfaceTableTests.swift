import CWDDM
import DDI
import Locks
import Testing
import WDDM

/// What a C driver finds in the table that StartDevice gives it.
struct InterfaceTableTests {
  /// A driver that answers UMDRIVERPRIVATE with what `code` writes to `answer[0…7]`, 64-bit words; `kernel` is its
  /// table.
  private func driver(
    _ code: String, version: String = "WDDM3_1", globals: String = "", findings: Findings = Findings()
  ) throws -> ForeignMiniport {
    let path = try CDrivers.fixture(
      "asking",
      """
      #define _GNU_SOURCE
      #define DXGKDDI_INTERFACE_VERSION DXGKDDI_INTERFACE_VERSION_\(version)
      #include "tiny-kmd.h"
      #include <pthread.h>
      \(globals)
      static NTSTATUS Query(HANDLE adapter, const DXGKARG_QUERYADAPTERINFO *args) {
        (void)adapter;
        UINT64 *answer = args->pOutputData;
        \(code)
        return STATUS_SUCCESS;
      }
      NTSTATUS DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r) {
        DRIVER_INITIALIZATION_DATA table = {TINY_TABLE};
        table.DxgkDdiQueryAdapterInfo = Query;
        return DxgkInitialize(o, r, &table);
      }
      """)
    return try ForeignMiniport(path: path, findings: findings)
  }

  private func ask(_ session: Session) throws -> [UInt64] {
    var words = [UInt64](repeating: 0xEE, count: 8)
    var span = words.mutableSpan
    var data = unsafe span.mutableBytes
    try session.driver.umDriverPrivate(session.behalf, &data, hKmdProcess: nil)
    return words
  }

  @Test(arguments: [("VISTA", 184), ("WIN7", 184), ("WIN8", 256), ("WDDM1_3", 264), ("WDDM2_9", 568), ("WDDM3_1", 576)])
  func sizeAndVersionAreTheDriversOwn(version: String, size: UInt64) throws {
    let driver = try driver(
      """
      answer[0] = kernel.Size; answer[1] = kernel.Version; answer[2] = kernel.DxgkCbQueryFeatureSupport != NULL;
      answer[3] = kernel.DxgkCbAcquireHandleData != NULL; answer[4] = kernel.DxgkCbLogEtwEvent != NULL;
      """, version: version)
    let answer = try ask(Session(driver))
    #expect(answer[0] == size)
    #expect(answer[1] == UInt64(driver.interfaceVersion.rawValue))
    #expect(answer[2] == (driver.interfaceVersion >= .wddm2_9 ? 1 : 0))
    #expect(answer[3] == (driver.interfaceVersion >= .wddm2_0 ? 1 : 0))
    // A slot that this kernel does not serve is there all the same.
    #expect(answer[4] == 1)
  }

  @Test func handleCallbacksKnowTheProcessOfTheCall() throws {
    let session = try Session(
      driver(
        """
        DXGKARGCB_GETHANDLEDATA get = {.hObject = 0x40, .Type = DXGK_HANDLE_ALLOCATION};
        answer[0] = (UINT64)kernel.DxgkCbGetHandleData(&get);
        get.Flags.DeviceSpecific = 1;
        answer[1] = (UINT64)kernel.DxgkCbGetHandleData(&get);
        answer[2] = kernel.DxgkCbGetHandleParent(0x40);
        DXGKARGCB_ENUMHANDLECHILDREN children = {0x80, 0};
        answer[3] = kernel.DxgkCbEnumHandleChildren(&children);
        HANDLE release = NULL;
        answer[4] = (UINT64)kernel.DxgkCbAcquireHandleData(&get, &release);
        DXGKARGCB_RELEASEHANDLEDATA give = {.ReleaseHandle = release, .Type = DXGK_HANDLE_ALLOCATION};
        kernel.DxgkCbReleaseHandleData(give);
        answer[5] = (UINT64)kernel.DxgkCbGetHandleData(NULL);
        """))
    session.kernel.state.withLock { $0.allocations[0x40] = (HANDLE(bits: 0x111), HANDLE(bits: 0x222), 0x80) }
    #expect(try ask(session).prefix(6) == [0x111, 0x222, 0x80, 0x40, 0x111, 0])
    #expect(session.kernel.state.withLock { $0.during.allSatisfy { $0 == .queryAdapterInfo } })
    #expect(session.kernel.state.withLock { $0.calls.last } == .releaseHandleData)
  }

  /// A76
  @Test func fromAThreadOfItsOwnADriverGetsNullAndAFinding() throws {
    let findings = Findings()
    let session = try Session(
      driver(
        """
        pthread_t thread;
        void *result = NULL;
        pthread_create(&thread, NULL, Outside, NULL);
        pthread_join(thread, &result);
        answer[0] = (UINT64)result;
        """,
        globals: """
          static void *Outside(void *unused) {
            (void)unused;
            DXGKARGCB_GETHANDLEDATA get = {.hObject = 0x40, .Type = DXGK_HANDLE_ALLOCATION};
            void *found = kernel.DxgkCbGetHandleData(&get);
            return found;
          }
          """, findings: findings))
    session.kernel.state.withLock { $0.allocations[0x40] = (HANDLE(bits: 0x111), nil, 0) }
    #expect(try ask(session)[0] == 0)
    #expect(findings.list == [DriverFinding("K-208", "DxgkCbGetHandleData", "hObject", 0x40)])
  }

  /// A76
  @Test func aHandleThatOutlivedItsDeviceIsRefusedAndAFinding() throws {
    let findings = Findings()
    let driver = try driver(
      """
      static HANDLE first;
      if (!first) first = kernel.DeviceHandle;
      DXGK_DEVICE_INFO info;
      DXGKARGCB_ISFEATUREENABLED feature = {.DeviceHandle = first, .FeatureId = 5};
      answer[0] = (ULONG)kernel.DxgkCbGetDeviceInformation(first, &info);
      answer[1] = (ULONG)kernel.DxgkCbIsFeatureEnabled(&feature);
      answer[2] = feature.Enabled;
      """, findings: findings)
    let session = try Session(driver)
    #expect(try ask(session).prefix(3) == [0, 0, 1])
    session.driver.stopDevice()
    _ = try session.driver.startDevice(luid: LUID(), callbacks: session.kernel)
    #expect(try ask(session).prefix(2) == [0xC000_000D, 0xC000_000D])
    #expect(findings.rules == ["K-006", "K-006"])
  }

  @Test func aCallbackThatIsNotServedSaysSo() throws {
    let findings = Findings()
    let session = try Session(
      driver(
        """
        answer[0] = (ULONG)((NTSTATUS (*)(void))kernel.DxgkCbReportDiagnostic)();
        answer[1] = (UINT64)((void *(*)(void))kernel.DxgkCbMapContextAllocation)();
        """, findings: findings))
    #expect(try ask(session).prefix(2) == [0xC000_00BB, 0])
    #expect(findings.rules == ["D-006", "D-006"])
  }

  @Test func memoryIsMappedAndUnmapped() throws {
    let session = try Session(
      driver(
        """
        PHYSICAL_ADDRESS where = {.QuadPart = 0x120000000};
        PVOID address = NULL;
        answer[0] = (ULONG)kernel.DxgkCbMapMemory(kernel.DeviceHandle, where, 4096, FALSE, FALSE, MmCached, &address);
        answer[1] = (UINT64)address;
        answer[2] = (ULONG)kernel.DxgkCbUnmapMemory(kernel.DeviceHandle, address);
        """))
    #expect(try ask(session).prefix(3) == [0, 0x7000_0000_0000, 0])
    #expect(session.kernel.state.withLock { $0.mapped } == [])
  }
}

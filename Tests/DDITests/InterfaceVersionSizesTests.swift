import CWDDM
import DDI
import Testing
import WDDM

struct InterfaceVersionSizesTests {
  @Test func theNewestVersionHasWholeStructs() {
    #expect(InterfaceVersion.wddm3_1.initializationDataSize == MemoryLayout<DRIVER_INITIALIZATION_DATA>.size)
    #expect(InterfaceVersion.wddm3_1.kernelInterfaceSize == MemoryLayout<DXGKRNL_INTERFACE>.size)
    #expect(InterfaceVersion.wddm3_1.driverCapsSize == MemoryLayout<DXGK_DRIVERCAPS>.size)
    #expect(InterfaceVersion.wddm3_1.segmentDescriptor4Size == MemoryLayout<DXGK_SEGMENTDESCRIPTOR4>.size)
  }

  @Test func aSlotBeginsWhereItsVersionDoes() {
    typealias Table = DRIVER_INITIALIZATION_DATA
    let before3_0 = InterfaceVersion.wddm2_9.initializationDataSize
    #expect(unsafe MemoryLayout<Table>.offset(of: \.DxgkDdiSetAllocationBackingStore) == before3_0)
    #expect(InterfaceVersion.wddm1_3.initializationDataSize == 712)
    #expect(InterfaceVersion.vista.initializationDataSize == 496)
    #expect(InterfaceVersion.vista.kernelInterfaceSize == 184)
  }

  @Test func onlyReleasedVersionsAreKnown() {
    #expect(InterfaceVersion.named.allSatisfy { $0.version.isKnown })
    for unknown in [0, 1, 0x1051, 0x5024, 0xFFFF, 0x11007, .max] as [UInt32] {
      #expect(!InterfaceVersion(rawValue: unknown).isKnown)
    }
  }
}

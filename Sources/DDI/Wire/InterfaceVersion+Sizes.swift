package import WDDM

/// How many bytes of a struct exist at an interface version. Structs of the DDI only grew at their tail; the steps are
/// those of the headers, compiled at each version.
extension InterfaceVersion {
  /// The versions that a driver may declare. 3.2 and later have slots and queries that this kernel does not know, and a
  /// number between two released versions was never one.
  package var isKnown: Bool { Self.released.contains(self) }

  private static let released: [InterfaceVersion] = [
    .vista, .vistaSP1, .win7, .win8, .wddm1_3, InterfaceVersion(rawValue: 0x4003), .wddm2_0, .wddm2_1,
    InterfaceVersion(rawValue: 0x6010), InterfaceVersion(rawValue: 0x6011), .wddm2_2, .wddm2_3, .wddm2_4, .wddm2_5,
    .wddm2_6, .wddm2_7, .wddm2_8, .wddm2_9, .wddm3_0, .wddm3_1,
  ]

  /// `DRIVER_INITIALIZATION_DATA`: what DxgkInitialize may read (K-001).
  package var initializationDataSize: Int {
    size([
      (.vista, 496), (.win7, 568), (.win8, 664), (.wddm1_3, 712), (.wddm2_0, 832), (.wddm2_1, 880), (.wddm2_2, 1032),
      (.wddm2_3, 1056), (.wddm2_4, 1152), (.wddm2_5, 1192), (.wddm2_6, 1224), (.wddm2_7, 1232), (.wddm2_9, 1264),
      (.wddm3_0, 1296), (.wddm3_1, 1376),
    ])
  }

  /// `DXGKRNL_INTERFACE`: its `Size`, and the callbacks that a driver may find in it.
  package var kernelInterfaceSize: Int {
    size([
      (.vista, 184), (.win8, 256), (.wddm1_3, 264), (.wddm2_0, 312), (.wddm2_1, 328), (.wddm2_2, 360), (.wddm2_3, 368),
      (.wddm2_4, 456), (.wddm2_5, 464), (.wddm2_6, 480), (.wddm2_8, 488), (.wddm2_9, 568), (.wddm3_1, 576),
    ])
  }

  /// `DXGK_DRIVERCAPS`: what a driver is told to fill.
  package var driverCapsSize: Int {
    size([
      (.vista, 336), (.win7, 528), (.win8, 544), (.wddm1_3, 552), (.wddm2_0, 576), (.wddm2_4, 584), (.wddm2_9, 592),
    ])
  }

  /// `DXGK_SEGMENTDESCRIPTOR4`: the stride announced with QUERYSEGMENT4 (K-029).
  package var segmentDescriptor4Size: Int { size([(.wddm2_0, 88), (.wddm2_1, 96)]) }

  /// `DXGK_WDDMVERSION` that goes with the interface: 0x3100 for 3.1; 0x1000 before 1.2.
  package var wddmVersion: UInt32 {
    guard self >= .win8 else { return 0x1000 }
    let digits = name.utf8.filter { $0 != UInt8(ascii: ".") }.map { UInt32($0 - UInt8(ascii: "0")) }
    return digits[0] << 12 | digits[1] << 8
  }

  /// The last step that this version reached.
  private func size(_ steps: [(from: InterfaceVersion, bytes: Int)]) -> Int {
    steps.last { $0.from <= self }?.bytes ?? 0
  }
}

import CWDDM
package import WDDM

/// A driver in C, behind its own table: a shared object with Windows' convention.
///
/// DriverEntry calls DxgkInitialize, which the port library answers by calling back through the DRIVER_OBJECT; the
/// table it is given is copied as far as its version reaches. Each of these has a private copy of the file.
package final class ForeignMiniport: Miniport {
  package let interfaceVersion: InterfaceVersion
  package let functions: DriverFunctions
  package let path: String

  let table: DriverTable
  let interface = InterfaceTable()
  private let image: DriverImage

  /// Loads a driver.
  ///
  /// - Parameters:
  ///   - path: its shared object.
  ///   - findings: hears of callbacks that this driver makes outside of any call.
  /// - Throws: what failed: the file, its missing DriverEntry, DriverEntry itself, a version that is not known, a slot
  ///   that no driver can be without (K-001, K-015).
  package init(path: String, findings: any DriverFindings) throws(DriverLoadFailure) {
    self.path = path
    image = try DriverImage(path: path)
    try image.watch()
    table = DriverTable()
    let status = try Self.enter(image, table)
    guard table.answer != .revisionMismatch else {
      throw DriverLoadFailure(
        .revisionMismatch, "K-001", "DRIVER_INITIALIZATION_DATA.Version", UInt64(table.version.rawValue), path)
    }
    guard status.isSuccess else {
      throw DriverLoadFailure(status, "K-001", "DriverEntry", UInt64(status.bits), path)
    }
    guard table.answer == .success else {
      throw DriverLoadFailure(.invalidParameter, "K-001", "DxgkInitialize", 0, "\(path): DriverEntry did not call it")
    }
    interfaceVersion = table.version
    functions = table.functions
    if let missing = functions.firstMissing {
      throw DriverLoadFailure(.invalidParameter, "K-015", missing.name, 0, path)
    }
    let image = image
    StrayCallbacks.add(
      .init(id: ObjectIdentifier(self), isCaller: { image.isCalling }, findings: findings))
  }

  deinit { StrayCallbacks.remove(ObjectIdentifier(self)) }

  /// Runs DriverEntry with a DRIVER_OBJECT that leads to `table`.
  private static func enter(_ image: DriverImage, _ table: DriverTable) throws(DriverLoadFailure) -> NTStatus {
    guard let entry = unsafe image.symbol("DriverEntry") else {
      throw DriverLoadFailure(.objectNameNotFound, "K-001", "DriverEntry", 0, image.path)
    }
    typealias DriverEntry = @convention(c) (PDRIVER_OBJECT?, PUNICODE_STRING?) -> NTSTATUS
    // SAFETY: that is what the symbol is by convention; nothing in a shared object says so.
    let driverEntry = unsafe unsafeBitCast(entry, to: DriverEntry.self)
    var object = DRIVER_OBJECT()
    object.Magic = UInt32(DXGK_DRIVER_OBJECT_MAGIC)
    object.Version = UInt32(DXGK_DRIVER_OBJECT_VERSION)
    unsafe object.Host = Unmanaged.passUnretained(table).toOpaque()
    unsafe object.Initialize = { host, table in
      guard let host = unsafe host else { return NTStatus.invalidParameter.rawValue }
      // SAFETY: Host is the table of the DRIVER_OBJECT on the stack below, alive until DriverEntry returned.
      return unsafe Unmanaged<DriverTable>.fromOpaque(host).takeUnretainedValue().take(table).rawValue
    }
    var registryPath = Array(#"\Registry\Machine\System\CurrentControlSet\Services\dxgk"#.utf16)
    let bytes = UInt16(registryPath.count * 2)
    registryPath.append(0)
    return unsafe registryPath.withUnsafeMutableBufferPointer { text in
      var name = UNICODE_STRING()
      name.Length = bytes
      name.MaximumLength = bytes + 2
      unsafe name.Buffer = text.baseAddress
      return unsafe CurrentCall.entered(.driverEntry, callbacks: nil, on: .system) {
        unsafe NTStatus(rawValue: driverEntry(&object, &name))
      }
    }
  }
}

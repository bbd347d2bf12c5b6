internal import CWDDM
internal import WDDM

/// A device as its driver has it: what the runtime asks of one, in the words of the interface that the driver speaks.
///
/// A Direct3D 11 driver's functions return nothing and report through pfnSetErrorCb (U-335); a Direct3D 9 driver's
/// return their result (U-332). Each function here throws what the driver reported or returned.
protocol DeviceDriver: AnyObject, Sendable {
  /// Whether a shared resource's allocations are made on the thread that is inside of CreateResource (U-328). A
  /// Direct3D 9 driver may put them off (U-320).
  var allocatesSharedInsideCreate: Bool { get }

  /// The driver fills what it needs of `resource`, and allocates through the callbacks, now or later.
  func createResource(_ resource: RuntimeResource, _ plan: ResourcePlan, of device: RuntimeDevice) throws(HResult)
  /// The same for a resource that another device made.
  func openResource(
    _ resource: RuntimeResource, _ opened: OpenedResource, of device: RuntimeDevice) throws(HResult)
  func destroyResource(_ resource: RuntimeResource, of device: RuntimeDevice) throws(HResult)

  func map(
    _ resource: RuntimeResource, subresource: UInt32, of device: RuntimeDevice
  ) throws(HResult) -> MappedSubresource
  func unmap(_ resource: RuntimeResource, subresource: UInt32, of device: RuntimeDevice) throws(HResult)

  /// How much the resource's residency matters.
  func setPriority(_ resource: RuntimeResource, _ priority: UInt32, of device: RuntimeDevice) throws(HResult)
  /// Whatever waits in command buffers is submitted, and what was deferred is done (U-329).
  func flush(_ device: RuntimeDevice) throws(HResult)

  /// What a driver says here changes nothing any more.
  func destroyDevice(_ device: RuntimeDevice)
}

/// Where the CPU sees a subresource.
@safe struct MappedSubresource {
  /// The driver's address, handed on to the program and not followed here.
  var address: UnsafeMutableRawPointer?
  /// Bytes.
  var rowPitch: UInt32
}

/// An adapter as its driver has it.
protocol AdapterDriver: AnyObject, Sendable {
  /// OpenAdapter. The driver may ask for adapter information while it opens. Throws what it answered.
  func open(as token: Token) throws(HResult)
  /// CreateDevice. The device's callbacks work while it runs. Throws what the driver answered.
  func createDevice(_ device: RuntimeDevice) throws(HResult) -> any DeviceDriver
  /// CloseAdapter, if it was opened. The driver's answer changes nothing.
  func close()
}

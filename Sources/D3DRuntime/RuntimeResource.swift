internal import Locks

/// A resource as the runtime knows it: the driver's private memory, and the kernel's resource once it has one.
///
/// The driver names it hRTResource. It stays known after DestroyResource for as long as the driver has allocations in
/// it: a driver may defer pfnDeallocateCb (U-321).
@safe final class RuntimeResource: @unchecked Sendable {
  enum Stage { case creating, live, destroyed }

  let isShared: Bool
  let isPrimary: Bool
  /// Where the driver keeps its part; the runtime's to free after DestroyResource.
  let driverMemory: DriverMemory
  /// Memory that the runtime gave to the driver, in whole pages; nil when it gave none.
  let systemMemory: DriverMemory?
  /// One thread at a time asks the kernel about this resource: see ``alone(_:)``. Guards ``kernelResource`` and
  /// ``wasShared``.
  private let gate = ExclusiveGate(rank: .runtimeGate)
  /// hKMResource; 0 while the kernel has none.
  var kernelResource: UInt32 = 0
  /// The one pfnAllocateCb that a shared resource gets has been made (U-312).
  var wasShared = false
  /// Guarded by the device's state.
  var stage = Stage.creating
  /// Set once, before anybody else can see the resource.
  var token = Token(bits: 0)

  init(isShared: Bool, isPrimary: Bool, driverMemory: DriverMemory, systemMemory: DriverMemory?) {
    self.isShared = isShared
    self.isPrimary = isPrimary
    self.driverMemory = driverMemory
    self.systemMemory = systemMemory
  }

  /// Runs `body` while nobody else asks the kernel about this resource.
  func alone<Result>(_ body: () -> Result) -> Result {
    gate.enter()
    defer { gate.leave() }
    return body()
  }
}

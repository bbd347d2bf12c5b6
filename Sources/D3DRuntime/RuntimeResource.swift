internal import CWDDM
internal import Locks

/// A resource as the runtime knows it: the driver's private memory, and the kernel's resource once it has one.
///
/// The driver names it hRTResource. It stays known after DestroyResource for as long as the driver has allocations in
/// it: a driver may defer pfnDeallocateCb (U-321).
@safe final class RuntimeResource: @unchecked Sendable {
  enum Stage { case creating, live, destroyed }

  let isShared: Bool
  let isPrimary: Bool
  /// Made by another device, and opened on this one.
  let isOpened: Bool
  /// What openers are told about it.
  let description: SharedDescription
  /// Where a Direct3D 11 driver keeps its part; the runtime's to free after DestroyResource.
  var driverMemory: DriverMemory?
  /// What a Direct3D 9 driver calls it.
  var driverHandle: HANDLE?
  /// Memory that the runtime gave to the driver, in whole pages; nil when it gave none.
  let systemMemory: DriverMemory?
  /// One thread at a time asks the kernel about this resource: see ``alone(_:)``. Guards ``kernelResource`` and
  /// ``wasShared``.
  private let gate = ExclusiveGate(rank: .runtimeGate)
  /// hKMResource; 0 while the kernel has none.
  var kernelResource: UInt32 = 0
  /// The one pfnAllocateCb that a shared resource gets has been made (U-312).
  var wasShared = false
  /// hGlobalShare of a shared resource; 0 before the kernel has one.
  var sharedHandle: UInt32 = 0
  /// Allocations were made for the device while it was created. Guarded by the device's state.
  var sawDeviceAllocations = false
  /// Guarded by the device's state.
  var stage = Stage.creating
  /// Set once, before anybody else can see the resource.
  var token = Token(bits: 0)

  /// One that is to be created.
  init(_ plan: ResourcePlan, systemMemory: DriverMemory?) {
    isShared = plan.isShared
    isPrimary = plan.isPrimary
    isOpened = false
    description = SharedDescription(plan)
    self.systemMemory = systemMemory
  }

  /// One that another device made.
  init(_ opened: OpenedResource) {
    isShared = true
    isPrimary = false
    isOpened = true
    description = opened.description
    systemMemory = nil
    kernelResource = opened.kernelResource
    wasShared = true
  }

  /// Runs `body` while nobody else asks the kernel about this resource.
  func alone<Result>(_ body: () -> Result) -> Result {
    gate.enter()
    defer { gate.leave() }
    return body()
  }
}

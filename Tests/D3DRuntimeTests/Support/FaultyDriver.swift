import Foundation
import Testing

/// The mistakes that `Drivers/faulty.c` can make; the same order as there.
enum Fault: Int32 {
  case none
  case reportsSuccess
  case reportsInvalidArgument
  case reportsOutOfMemoryWithAllocations
  case reportsOutOfMemoryThenSuccess
  case reportsFromAnotherThread
  case reportsUnsupported
  case reportsOutOfMemoryInDestroy
  case reportsStillDrawingInMap
  case reportsApplicationError
  case swallowsDeviceRemoved
  case defersDeallocation
  case deallocatesByList
  case allocatesTwice
  case allocatesWithAForeignHandle
  case allocatesAfterDestroy
  case callsEverySlot
  case callsWithoutArguments
  case answersNoResourceSize
  case answersNoDeviceSize
  case failsCreateDeviceWithScratch
  case leavesDestroyResourceEmpty
  case supportsNoInterface
  case failsOpenAdapter
  case allocatesSharedFromAnotherThread
  case allocatesSharedForTheDevice
  case allocatesSharedNotAtAll
  case allocatesOneMore
  case deallocatesWithACount
  case deallocatesByListOnly
  case usesTheOlderCallbacks
  case usesTheOlderCallbacksBadly
  case asksTheKernel
  case reportsUnsupportedInOpen
  case allocatesInOpen
  case failsToWrap
  case comparesPrivateData
  case hidesAPriorityError
  case leavesSetPriorityEmpty
}

/// The mistakes that `Drivers/faulty9.c` can make; the same order as there.
enum Fault9: Int32 {
  case none
  case inventsInvalidArgument
  case changesAnError
  case hidesAnError
  case hidesRemoval
  case hidesOptionalMemory
  case failsCreateWithAllocations
  case saysNoVersion
  case defersAllocation
  case unlocksWhatIsNotLocked
}

/// A user-mode driver that was compiled for these tests, and its switches.
@safe struct TestDriver: @unchecked Sendable {
  let path: String
  private let library: UnsafeMutableRawPointer

  /// Compiled once for the run; loaded here too, so that the tests can reach its switches.
  private static let faulty = Result {
    try TestDriver(named: "faulty", sources: ["Tests/D3DRuntimeTests/Drivers/faulty.c"])
  }
  static let sample = Result {
    try TestDriver(
      named: "sample-umd", sources: ["adapter.c", "device.c", "resource.c"].map { "Examples/sample-umd/" + $0 })
  }

  /// Direct3D 9.
  private static let faulty9 = Result {
    try TestDriver(named: "faulty9", sources: ["Tests/D3DRuntimeTests/Drivers/faulty9.c"])
  }
  static let sample9 = Result {
    try TestDriver(named: "sample-umd9", sources: ["Examples/sample-umd9/sample-umd9.c"])
  }

  /// The faulty Direct3D 9 driver, making no mistake yet and with nothing counted.
  static func freshFaulty9() throws -> TestDriver {
    let driver = try faulty9.get()
    driver.fault9 = .none
    _ = driver.takeObserved()
    return driver
  }

  /// The faulty driver, making no mistake yet and with nothing counted.
  static func freshFaulty() throws -> TestDriver {
    let driver = try faulty.get()
    driver.fault = .none
    _ = driver.takeObserved()
    _ = driver.takeDestroyedResources()
    return driver
  }

  init(named name: String, sources: [String]) throws {
    path = try compile(name + ".so", sources: sources)
    let opened = unsafe dlopen(path, RTLD_NOW)
    unsafe library = try #require(opened, "\(path) must load")
  }

  var fault: Fault {
    get { unsafe Fault(rawValue: variable("fault").pointee) ?? .none }
    nonmutating set { unsafe variable("fault").pointee = newValue.rawValue }
  }

  var fault9: Fault9 {
    get { unsafe Fault9(rawValue: variable("fault").pointee) ?? .none }
    nonmutating set { unsafe variable("fault").pointee = newValue.rawValue }
  }

  /// What callbacks answered since this was last asked.
  func takeObserved() -> [UInt32] {
    let count = unsafe variable("observations")
    let first = unsafe variable("observed")
    let results = unsafe (0..<Int(count.pointee)).map { unsafe UInt32(bitPattern: first[$0]) }
    unsafe count.pointee = 0
    return results
  }

  /// How often DestroyResource ran since this was last asked.
  func takeDestroyedResources() -> Int32 {
    let count = unsafe variable("destroyed_resources")
    defer { unsafe count.pointee = 0 }
    return unsafe count.pointee
  }

  /// Lets the driver release what it had deferred.
  func releaseDeferred() { run("release_deferred") }

  /// Lets the driver allocate for the resource whose release it had deferred.
  func allocateForDeferred() { run("allocate_for_deferred") }

  private func run(_ name: String) {
    typealias Function = @convention(c) () -> Void
    let function = unsafe unsafeBitCast(dlsym(library, name), to: Function.self)
    _ = asClient {
      function()
      return 0
    }
  }

  // SAFETY: the names are the driver's own, declared as int or as an array of HRESULT.
  private func variable(_ name: String) -> UnsafeMutablePointer<Int32> {
    unsafe dlsym(library, name).assumingMemoryBound(to: Int32.self)
  }
}

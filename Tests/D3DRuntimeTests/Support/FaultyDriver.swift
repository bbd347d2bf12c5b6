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

  /// The faulty driver, making no mistake yet and with nothing counted.
  static func freshFaulty() throws -> TestDriver {
    let driver = try faulty.get()
    driver.fault = .none
    _ = driver.takeObserved()
    _ = driver.takeDestroyedResources()
    return driver
  }

  init(named name: String, sources: [String]) throws {
    path = try compile(
      name + ".so",
      arguments: ["-shared", "-fPIC", "-fvisibility=hidden", "-IExamples/sample-umd"] + sources)
    let opened = unsafe dlopen(path, RTLD_NOW)
    unsafe library = try #require(opened, "\(path) must load")
  }

  var fault: Fault {
    get { unsafe Fault(rawValue: variable("fault").pointee) ?? .none }
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
  func releaseDeferred() {
    typealias Function = @convention(c) () -> Void
    let release = unsafe unsafeBitCast(dlsym(library, "release_deferred"), to: Function.self)
    _ = asClient {
      release()
      return 0
    }
  }

  // SAFETY: the names are the driver's own, declared as int or as an array of HRESULT.
  private func variable(_ name: String) -> UnsafeMutablePointer<Int32> {
    unsafe dlsym(library, name).assumingMemoryBound(to: Int32.self)
  }
}

/// The package's root directory.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Compiles C with the system's compiler into a temporary directory, and answers where the result is.
func compile(_ name: String, arguments: [String]) throws -> String {
  let directory = FileManager.default.temporaryDirectory.appending(
    path: "dxgk-runtime-\(ProcessInfo.processInfo.processIdentifier)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  let output = directory.appending(path: name).path()
  let compiler = Process()
  compiler.executableURL = URL(filePath: "/usr/bin/env")
  compiler.arguments =
    ["cc", "-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", "-ISources/CWDDM/include", "-o", output]
    + arguments
  compiler.currentDirectoryURL = packageRoot
  try compiler.run()
  compiler.waitUntilExit()
  try #require(compiler.terminationStatus == 0, "cc must compile \(name)")
  return output
}

// swift-tools-version: 6.3
import PackageDescription

/// The settings every Swift target is built with: the strictest the compiler has.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .enableExperimentalFeature("Lifetimes"),
  .treatAllWarnings(as: .error),
  .define("CHECKED", .when(configuration: .debug)),
  .define("CHECKED", .when(traits: ["Checked"])),
  // Generics of one room are specialised in another only with this; without it a call costs half as much again. The limit
  // lets small functions that are no generics cross too: a handle's release, inlined, is a twelfth of a look-up.
  // What is `package` crosses only with -enable-testing: otherwise the compiler stops at what is public.
  .unsafeFlags(
    ["-cross-module-optimization", "-Xllvm", "-cmo-function-size-limit=200", "-enable-testing"],
    .when(configuration: .release)),
]

let strictC: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
    resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "DxgKit",
  products: [
    // Dynamic, so that SwiftPM leaves the list of objects that scripts/build-library links.
    .library(name: "D3DKMT", type: .dynamic, targets: ["D3DKMT", "D3DRuntime"]),
    .library(name: "DxgkrnlHandles", targets: ["Dxgkrnl"]),
    .executable(name: "dxgk", targets: ["dxgk"]),
  ],
  traits: [.trait(name: "Checked", description: "Whole-structure checks in release builds")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The public ABI, and the lines of C that Swift cannot say.
    .target(name: "CWDDM", cSettings: strictC),
    .target(name: "CSystem", cSettings: strictC),

    // Vocabulary and locks.
    room("WDDM", ["CWDDM"]),
    room("Locks", ["CSystem"]),
    // Every rule of the contract, for the command and the tests: the kernel knows those that it refuses by.
    room("DxgRules", ["WDDM"]),

    // Decisions, the driver seam, the kernel.
    room("VidMm", ["WDDM"]),
    room("DDI", ["WDDM", "CWDDM", "CSystem", "Locks"]),
    room("Dxgkrnl", ["WDDM", "CWDDM", "VidMm", "DDI", "Locks", "CSystem"]),

    // The reference driver, and the operating system.
    room("SoftGPU", ["DDI", "WDDM", "CWDDM", "Locks"]),
    room("Verifier", ["DDI", "WDDM", "CWDDM", "Locks"]),
    room("DxgSystem", ["Dxgkrnl", "DDI", "WDDM", "CSystem", "Locks"]),
    room("DxgTrace", ["Dxgkrnl", "WDDM", "CSystem", "Locks"]),

    // Surfaces.
    room(
      "D3DKMT",
      ["Dxgkrnl", "DxgSystem", "DxgTrace", "SoftGPU", "Verifier", "DDI", "VidMm", "WDDM", "CWDDM", "CSystem", "Locks"]),
    room("D3DRuntime", ["CWDDM", "CSystem", "WDDM", "Locks", "D3DKMT"]),
    .executableTarget(
      name: "dxgk",
      dependencies: [
        "Dxgkrnl", "DxgSystem", "DxgTrace", "DxgRules", "SoftGPU", "Verifier", "DDI", "VidMm", "WDDM", "CWDDM",
        "CSystem", "Locks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),

    // What tests share: a driver and a memory that keep the books, faults, a seeded generator.
    room("DxgTestKit", ["Dxgkrnl", "DDI", "WDDM", "CWDDM", "Locks"]),

    // Tests mirror sources.
    tests(of: "WDDM"),
    tests(of: "Locks"),
    tests(of: "DxgRules", ["WDDM"]),
    tests(of: "DDI", ["SoftGPU", "WDDM", "CWDDM", "Locks"], exclude: ["Drivers"]),
    tests(of: "SoftGPU", ["DDI", "WDDM", "CWDDM", "Locks"]),
    tests(of: "Verifier", ["DxgTestKit", "SoftGPU", "Dxgkrnl", "DDI", "WDDM", "CWDDM", "Locks"]),
    tests(of: "VidMm", ["DxgTestKit", "WDDM"]),
    tests(of: "DxgSystem", ["Dxgkrnl", "WDDM", "CSystem"]),
    tests(of: "Dxgkrnl", ["DxgTestKit", "DxgSystem", "SoftGPU", "DDI", "VidMm", "WDDM", "CWDDM", "CSystem", "Locks"]),
    tests(of: "DxgTestKit", ["Dxgkrnl", "DDI", "WDDM", "CWDDM"]),
    tests(of: "CWDDM", exclude: ["Layouts"]),
    tests(of: "DxgTrace", ["Dxgkrnl", "DDI", "WDDM", "CSystem", "Locks"]),
    tests(of: "D3DKMT", ["DxgTrace", "Verifier", "Dxgkrnl", "WDDM", "CWDDM", "CSystem", "Locks"]),
    tests(of: "D3DRuntime", ["CWDDM", "WDDM"], exclude: ["Drivers"]),
    // Our own sources: who imports whom, where unsafe may be, what no file has.
    .testTarget(name: "TidyTests", dependencies: ["DxgRules", "WDDM"], swiftSettings: strict),
    tests(of: "dxgk", ["DxgTrace", "WDDM"], exclude: ["Bugs", "Clients"]),
  ]
)

// The sample of the thread sanitizer is of the kernel and its locks; scripts/check asks for nothing above them.
if Context.environment["DXGK_KERNEL_ONLY"] != nil {
  let kernel = [
    "CWDDM", "CSystem", "WDDM", "Locks", "VidMm", "DDI", "Dxgkrnl", "SoftGPU", "DxgSystem", "DxgTestKit",
    "LocksTests", "DxgkrnlTests",
  ]
  package.targets.removeAll { !kernel.contains($0.name) }
  package.products = []
  package.dependencies = []
}

// Fuzzers have a program of libFuzzer's for a main, so nobody else can link them: scripts/fuzz asks for them.
if Context.environment["DXGK_FUZZ"] != nil {
  package.targets += [
    .executableTarget(
      name: "fuzz-surface", dependencies: ["D3DKMT", "CWDDM"], path: "Fuzz/Surface", cSettings: strictC),
    .executableTarget(
      name: "fuzz-frames", dependencies: ["DxgTrace", "Dxgkrnl", "WDDM", "CSystem"], path: "Fuzz/Frames",
      swiftSettings: strict),
  ]
}

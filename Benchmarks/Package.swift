// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(), .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "DxgKit", path: "..")],
  targets: [
    // Runs the programs in rounds, compares, prints, writes results.json.
    .executableTarget(name: "bench", swiftSettings: strict),
    // The handle table alone; Peers/handle-table.cpp is its twin.
    .executableTarget(
      name: "lookup", dependencies: [.product(name: "DxgkrnlHandles", package: "DxgKit")],
      swiftSettings: strict + [.unsafeFlags(["-cross-module-optimization"])]),
  ]
)

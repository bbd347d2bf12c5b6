import Testing

/// Arrows point down only: a lower room never learns a name from a higher one (ARCHITECTURE.md).
struct RoomTests {
  /// What each room may import of ours. `Synchronization` and `Glibc` are the toolchain's.
  static let rooms: [String: Set<String>] = [
    "WDDM": ["CWDDM"],
    "Locks": ["CSystem", "Synchronization"],
    "DxgRules": ["WDDM"],
    "VidMm": ["WDDM"],
    "DDI": ["WDDM", "CWDDM", "CSystem", "Locks", "Synchronization", "Glibc"],
    "Dxgkrnl": ["WDDM", "CWDDM", "VidMm", "DDI", "Locks", "CSystem", "Synchronization", "Glibc"],
    "SoftGPU": ["DDI", "WDDM", "CWDDM", "Locks"],
    "Verifier": ["DDI", "WDDM", "CWDDM", "Locks", "Synchronization"],
    "DxgSystem": ["Dxgkrnl", "DDI", "WDDM", "CSystem", "Locks", "Glibc"],
    "DxgTrace": ["Dxgkrnl", "WDDM", "CSystem", "Locks", "Synchronization", "Glibc"],
    "D3DKMT": [
      "Dxgkrnl", "DxgSystem", "DxgTrace", "SoftGPU", "Verifier", "DDI", "VidMm", "WDDM", "CWDDM", "CSystem", "Locks",
      "Synchronization", "Glibc",
    ],
    "D3DRuntime": ["CWDDM", "CSystem", "WDDM", "Locks", "D3DKMT", "Synchronization", "Glibc"],
    "DxgTestKit": ["Dxgkrnl", "DDI", "WDDM", "CWDDM", "Locks", "Glibc"],
    "dxgk": [
      "Dxgkrnl", "DxgSystem", "DxgTrace", "DxgRules", "SoftGPU", "Verifier", "DDI", "VidMm", "WDDM", "CWDDM",
      "CSystem", "Locks",
      "ArgumentParser", "Synchronization", "Glibc", "Foundation",
    ],
  ]

  @Test(arguments: Repository.swiftSources) func aRoomImportsFromBelowOnly(path: String) throws {
    let room = String(path.split(separator: "/")[1])
    let allowed = try #require(Self.rooms[room], "\(room) is in no row of the table of rooms")
    for line in try Repository.lines(path) {
      let words = line.code.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), words[..<at].allSatisfy({ Self.modifiers.contains($0) }),
        words.count == at + 2
      else { continue }
      let module = String(words[at + 1])
      // Foundation is for the command alone.
      #expect(allowed.contains(module), "\(path) imports \(module)")
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "private", "@testable", "@preconcurrency",
  ]

  /// Rooms that decide, and never touch memory by its address.
  @Test(arguments: Repository.swiftSources) func unsafeIsForDoors(path: String) throws {
    let text = try Repository.lines(path)
    let uses = text.contains { line in line.code.split { !$0.isLetter }.contains("unsafe") }
    guard uses else { return }
    #expect(Self.doors.contains { path.hasPrefix("Sources/" + $0) }, "\(path) uses unsafe")
  }

  /// Where `unsafe` may be: whole rooms that are doors, and in the others the files that are.
  static let doors = [
    "Verifier/",
    "D3DKMT/", "D3DRuntime/", "DDI/", "DxgSystem/", "DxgTrace/", "DxgTestKit/", "dxgk/",
    "Dxgkrnl/Frames/", "Dxgkrnl/Handles/", "Dxgkrnl/Objects/Opening.swift", "Dxgkrnl/Sharing/SharedData.swift",
    "Locks/FutexLock.swift", "Locks/Gated.swift", "Locks/Guarded.swift",
    "SoftGPU/Records.swift", "SoftGPU/SoftGPU+Inspection.swift",
  ]
}

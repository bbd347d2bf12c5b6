import Testing

@testable import dxgk

struct ProgramEnvironmentTests {
  @Test func variablesAreSetRemovedAndPutBefore() {
    var environment = ProgramEnvironment(entries: ["A=1", "B=2", "LIST=x:y", "AB=3"].map { Array($0.utf8) })
    environment.set("A", "9")
    environment.set("B", nil)
    environment.prepend("/lib", to: "LIST")
    environment.prepend("/lib", to: "NEW")
    #expect(
      environment.entries.map { String(decoding: $0, as: UTF8.self) } == ["AB=3", "A=9", "LIST=/lib:x:y", "NEW=/lib"])
  }
}

struct LibraryLocationTests {
  @Test func theLibraryIsLookedForBesideTheCommandAndInTheTree() {
    #expect(
      LibraryLocation.candidates(for: "/home/me/DxgKit/.build/debug/dxgk") == [
        "/home/me/DxgKit/.build/lib", "/home/me/DxgKit/.build/debug", "/home/me/DxgKit/.build/dist/lib",
        "/home/me/DxgKit/dist/lib", "/home/me/dist/lib", "/home/dist/lib", "/dist/lib",
      ])
    #expect(LibraryLocation.candidates(for: "/usr/local/bin/dxgk").first == "/usr/local/lib")
  }
}

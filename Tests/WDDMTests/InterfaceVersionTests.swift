import Testing
import WDDM

struct InterfaceVersionTests {
  @Test func versionsAreOrderedAsTheyWereReleased() {
    let versions = InterfaceVersion.named.map(\.version)
    #expect(versions == versions.sorted())
  }

  @Test func aVersionIsFoundByTheNameThatPeopleUse() {
    #expect(InterfaceVersion(named: "3.1") == .wddm3_1)
    #expect(InterfaceVersion(named: "1.1") == .win7)
    #expect(InterfaceVersion(named: "4.0") == nil)
  }

  @Test func aVersionBetweenTwoNamesHasTheOlderName() {
    #expect(InterfaceVersion(rawValue: InterfaceVersion.wddm2_0.rawValue + 1).name == "2.0")
    #expect(InterfaceVersion(rawValue: 1).name == "1.0")
  }

  /// W-040.
  @Test(arguments: [("1.0", 1000), ("1.1", 1105), ("1.2", 1200), ("1.3", 1300), ("2.9", 2900), ("3.1", 3100)])
  func theDriverVersionIsTheNameAsANumber(name: String, number: UInt32) throws {
    #expect(try #require(InterfaceVersion(named: name)).driverVersion == number)
  }
}

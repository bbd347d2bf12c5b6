import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// An existing heap that is a section of the caller's (U-078).
struct SectionAllocationTests {
  static let flags: CreateAllocationFlags = [.existingSection, .standardAllocation]

  private func scene() throws -> Scene {
    let scene = try Scene()
    scene.memory.allowSection(7, bytes: 0x20000)
    scene.memory.allowSection(8, bytes: 0x20000, isWritable: false)
    return scene
  }

  private func create(
    _ scene: Scene, handle: UInt64 = 7, flags: CreateAllocationFlags = Self.flags, size: UInt64 = 0x10000,
    isVersion2: Bool = true
  ) throws -> Created {
    try scene.create(
      [AllocationRequest(data: [], systemMemory: handle)], flags: flags, isVersion2: isVersion2,
      resourceData: StandardRequest(size: size).bytes)
  }

  @Test(arguments: [[], .createResource, [.createResource, .createShared]] as [CreateAllocationFlags])
  func theAllocationLiesInTheSectionUntilItIsDestroyed(more: CreateAllocationFlags) throws {
    let scene = try scene()
    let created = try create(scene, flags: Self.flags.union(more))
    #expect(created.traits[0].contains(.callerMemory))
    #expect(scene.kernel.commitCharged == 0)
    // The kernel mapped it once, for as long as it lives: locks answer that address.
    let views = scene.memory.views
    #expect(views == 1)
    let address = try scene.client.lock(created.allocations[0])
    #expect(scene.memory.isView(address))
    try scene.client.unlock(created.allocations[0])
    #expect(scene.memory.views == views)
    if created.resource != 0 {
      try scene.client.destroy(resource: created.resource)
    } else {
      try scene.client.destroy(created.allocations)
    }
    #expect(scene.memory.views == 0)
    try scene.end()
  }

  @Test func theViewOfASharedSectionLivesAsLongAsTheResource() throws {
    let scene = try scene()
    let created = try create(scene, flags: Self.flags.union([.createResource, .createShared]))
    let opener = try scene.machine.client(on: scene.adapter)
    let opened = try opener.open(.globalHandle(created.globalShare))
    try scene.client.destroy(resource: created.resource)
    #expect(scene.memory.views == 1)
    try opener.destroy(resource: opened.resource)
    #expect(scene.memory.views == 0)
    try scene.end()
  }

  @Test func aSectionThatIsNoneOrTooShortOrNotWritableIsRefused() throws {
    let scene = try scene()
    scene.refuses(.invalidHandle, "U-078") { _ = try create(scene, handle: 99) }
    scene.refuses(.invalidParameter, "U-078") { _ = try create(scene, handle: 0) }
    scene.refuses(.invalidParameter, "U-078") { _ = try create(scene, size: 0x21000) }
    scene.refuses(.invalidParameter, "U-078") { _ = try create(scene, handle: 8) }
    // U-077: what one can only read is for allocations that one can only read.
    #expect(try create(scene, handle: 8, flags: Self.flags.union(.readOnly)).allocations.count == 1)
    // The first element form has no hSection.
    scene.refuses(.invalidParameter, "U-078") { _ = try create(scene, isVersion2: false) }
    try scene.end()
  }

  @Test func aCreationThatFailsLeavesNoViewOfTheSection() throws {
    for function in [DriverFunction.getStandardAllocationDriverData, .createAllocation, .openAllocation] {
      for more in [[], .createResource, [.createResource, .createShared]] as [CreateAllocationFlags] {
        let scene = try scene()
        scene.driver.script { $0.refuse = { $0 == function ? .noMemory : nil } }
        scene.refuses(.noMemory, function.rule) { _ = try create(scene, flags: Self.flags.union(more)) }
        #expect(scene.memory.views == 0)
        try scene.end()
      }
    }
  }
}

import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// How events and the snapshot say which mutex, object and NT handle is which, and who holds it.
struct ObjectNumbersTests {
  private let scene: Scene
  private let resource: UInt32
  private let mutex: KeyedMutexOpened
  private let fence: SynchronizationObjectOpened

  init() throws {
    scene = try Scene()
    resource =
      try scene.create([AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing]).resource
    mutex = try scene.process.createKeyedMutex(initialValue: 0, flags: 1)
    fence = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.fence, flags: [.shared, .ntSecuritySharing]))
  }

  private func created<Kind>(_ kind: (Event) -> Kind?) -> [Kind] { scene.events.all.compactMap(kind) }

  @Test func aHandleOnAMutexSaysWhichItIs() throws {
    let plain = try scene.process.createKeyedMutex(initialValue: 0)
    let opened = try scene.process.openKeyedMutex(globalHandle: plain.globalShare)
    let mutexes = created { event in
      if case .keyedMutexCreated(let created) = event { created } else { nil }
    }
    #expect(mutexes.map(\.keyedMutex) == [mutex.handle, plain.handle, opened.handle])
    #expect(mutexes.map(\.object) == [1, 2, 2])
    #expect(mutexes.map(\.globalShare) == [0, plain.globalShare, plain.globalShare])
    #expect(mutexes.map(\.isNtSecured) == [true, false, false])
    #expect(mutexes.map(\.wasOpened) == [false, false, true])
    let states = scene.process.snapshot().keyedMutexes
    #expect(states.map(\.object) == [1, 2, 2] && states.map(\.isNtSecured) == [true, false, false])
    try scene.end()
  }

  @Test func aHandleOnASynchronizationObjectSaysWhichItIs() throws {
    let shared = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.semaphore, flags: .shared))
    _ = try scene.process.openSynchronizationObject(globalHandle: shared.globalShare)
    _ = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.mutex))
    let objects = created { event in
      if case .syncObjectCreated(let created) = event { created } else { nil }
    }
    #expect(objects.map(\.object) == [1, 2, 2, 3])
    #expect(objects.map(\.globalShare) == [0, shared.globalShare, shared.globalShare, 0])
    #expect(objects.map(\.isNtSecured) == [true, false, false, false])
    #expect(objects.map(\.device) == [scene.client.device, scene.client.device, 0, scene.client.device])
    #expect(scene.process.snapshot().syncObjects.map(\.object) == [1, 2, 2, 3])
    try scene.end()
  }

  @Test func anNtHandleSaysWhatItHoldsUntilItIsClosed() throws {
    let alone = try scene.client.share([fence.handle])
    let three = try scene.client.share([resource, mutex.handle, fence.handle], name: "A \"name\"")
    let again = try scene.client.open(name: "a \"NAME\"", access: .genericAll)
    let opened = try scene.client.open(.ntHandle(three))
    let handles = created { event in
      if case .ntHandleCreated(let created) = event { created } else { nil }
    }
    #expect(handles.map(\.ntHandle) == [1, 2, 3])
    #expect(handles.map(\.sharedResource) == [0, 1, 1])
    #expect(handles.map(\.keyedMutex) == [0, 1, 1])
    #expect(handles.map(\.syncObject) == [1, 1, 1])
    #expect(handles.map(\.wasOpened) == [false, false, true])

    let snapshot = scene.kernel.snapshot()
    #expect(snapshot.ntHandles.map(\.ordinal) == [1, 2, 3])
    #expect(snapshot.ntHandles.map(\.type) == [.sharedSyncObject, .sharedResource, .sharedResource])
    #expect(snapshot.ntHandles.map(\.sharedResource) == [0, 1, 1])
    #expect(
      snapshot.json.contains(
        #"{"ntHandle":2,"type":"DxgkSharedResource","name":"A \"name\"","access":"0xF0001","sharedResource":1,"#
          + #""keyedMutex":1,"syncObject":1}"#))
    let holders = [resource, opened.resource].map { #"{"process":0,"resource":"0x\#(hex(UInt64($0), digits: 8))"}"# }
    #expect(snapshot.json.contains(#""heldBy":[\#(holders.joined(separator: ","))]"#))

    for handle in [alone, again] { scene.machine.ntHandles.close(handle, in: scene.process.ordinal) }
    scene.kernel.finishClosedHandles()
    let closed = created { event in if case .ntHandleClosed(let handle) = event { handle } else { nil } }
    #expect(closed == [1, 3])
    #expect(scene.kernel.snapshot().ntHandles.map(\.ordinal) == [2])
    try scene.end()
  }

  /// A driver's thread may hold a gate for ever: the end of the program does not wait for it, and tells no driver.
  @Test func theEndOfAProgramRecordsWhatItClosedLast() throws {
    let handle = try scene.client.share([resource])
    let other = try scene.client.share([resource])
    try scene.client.destroy(resource: resource)
    for (number, closed, destroyed) in [(handle, [1], 0), (other, [1, 2], 1)] as [(UInt64, [UInt32], Int)] {
      scene.machine.ntHandles.close(number, in: scene.process.ordinal)
      scene.kernel.recordClosedHandles()
      #expect(created { event in if case .ntHandleClosed(let handle) = event { handle } else { nil } } == closed)
      let ends = created { event in if case .sharedResourceDestroyed(let shared) = event { shared } else { nil } }
      #expect(ends.count == destroyed)
    }
    #expect(scene.driver.calls(of: .destroyAllocation).isEmpty)
  }
}

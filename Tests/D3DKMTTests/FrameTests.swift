import Dxgkrnl
import Testing

/// The types that frames are filled with, and the shapes by which they are read back, tell of the same bytes.
struct FrameTests {
  @Test(arguments: [
    (EntryPoint.openAdapterFromLuid, MemoryLayout<OpenAdapterFromLuidBlock>.size),
    (.openAdapterFromGdiDisplayName, MemoryLayout<OpenAdapterByNameBlock>.size),
    (.openAdapterFromDeviceName, MemoryLayout<OpenAdapterByNameBlock>.size),
    (.openAdapterFromHdc, MemoryLayout<OpenAdapterFromHdcBlock>.size),
    (.enumAdapters2, MemoryLayout<EnumAdaptersBlock>.size), (.enumAdapters3, MemoryLayout<EnumAdaptersBlock>.size),
    (.closeAdapter, MemoryLayout<AdapterBlock>.size), (.queryAdapterInfo, MemoryLayout<QueryAdapterInfoBlock>.size),
    (.createDevice, MemoryLayout<CreateDeviceBlock>.size), (.destroyDevice, MemoryLayout<DeviceBlock>.size),
    (.getDeviceState, MemoryLayout<GetDeviceStateBlock>.size),
    (.markDeviceAsError, MemoryLayout<MarkDeviceAsErrorBlock>.size),
    (.createAllocation, MemoryLayout<CreateAllocationBlock>.size),
    (.createAllocation2, MemoryLayout<CreateAllocationBlock>.size),
    (.destroyAllocation, MemoryLayout<DestroyAllocationBlock>.size),
    (.destroyAllocation2, MemoryLayout<DestroyAllocationBlock>.size), (.lock2, MemoryLayout<LockBlock>.size),
    (.queryResourceInfo, MemoryLayout<QueryResourceInfoBlock>.size),
    (.queryResourceInfoFromNtHandle, MemoryLayout<QueryResourceInfoBlock>.size),
    (.openResource, MemoryLayout<OpenResourceBlock>.size), (.openResource2, MemoryLayout<OpenResourceBlock>.size),
    (.openResourceFromNtHandle, MemoryLayout<OpenResourceBlock>.size),
    (.shareObjects, MemoryLayout<ShareObjectsBlock>.size),
    (.openNtHandleFromName, MemoryLayout<OpenNtHandleFromNameBlock>.size),
    (.createKeyedMutex, MemoryLayout<CreateKeyedMutexBlock>.size),
    (.createKeyedMutex2, MemoryLayout<CreateKeyedMutexBlock>.size),
    (.openKeyedMutex, MemoryLayout<OpenKeyedMutexBlock>.size),
    (.openKeyedMutex2, MemoryLayout<OpenKeyedMutexBlock>.size),
    (.openKeyedMutexFromNtHandle, MemoryLayout<OpenKeyedMutexBlock>.size),
    (.destroyKeyedMutex, MemoryLayout<KeyedMutexBlock>.size),
    (.acquireKeyedMutex, MemoryLayout<AcquireKeyedMutexBlock>.size),
    (.acquireKeyedMutex2, MemoryLayout<AcquireKeyedMutexBlock>.size),
    (.releaseKeyedMutex, MemoryLayout<ReleaseKeyedMutexBlock>.size),
    (.releaseKeyedMutex2, MemoryLayout<ReleaseKeyedMutexBlock>.size),
    (.createSynchronizationObject, MemoryLayout<CreateSynchronizationObjectBlock>.size),
    (.createSynchronizationObject2, MemoryLayout<CreateSynchronizationObjectBlock>.size),
    (.openSynchronizationObject, MemoryLayout<OpenSynchronizationObjectBlock>.size),
    (.openSyncObjectFromNtHandle, MemoryLayout<OpenSynchronizationObjectBlock>.size),
    (.openSyncObjectFromNtHandle2, MemoryLayout<OpenSynchronizationObjectBlock>.size),
    (.openSyncObjectNtHandleFromName, MemoryLayout<OpenNtHandleFromNameBlock>.size),
    (.destroySynchronizationObject, MemoryLayout<SynchronizationObjectBlock>.size),
    (.waitForSynchronizationObjectFromCpu, MemoryLayout<FromCpuBlock>.size),
    (.signalSynchronizationObjectFromCpu, MemoryLayout<FromCpuBlock>.size),
    (.unlock2, MemoryLayout<LockBlock>.size), (.lock, MemoryLayout<LockPagesBlock>.size),
    (.unlock, MemoryLayout<UnlockBlock>.size), (.escape, MemoryLayout<EscapeBlock>.size),
    (.setAllocationPriority, MemoryLayout<AllocationPriorityBlock>.size),
    (.getAllocationPriority, MemoryLayout<AllocationPriorityBlock>.size),
    (.getSharedPrimaryHandle, MemoryLayout<GetSharedPrimaryHandleBlock>.size),
    (.controlResetAdapter, MemoryLayout<ControlBlock>.size),
    (.controlCreateProcess, MemoryLayout<ControlBlock>.size), (.controlExitProcess, MemoryLayout<ControlBlock>.size),
  ])
  func aBlockIsAsLongAsItsShapeSays(entryPoint: EntryPoint, size: Int) {
    #expect(entryPoint.shape.block == size)
  }

  @Test func elementsAreAsLongAsTheirShapeSays() {
    #expect(EntryPoint.createAllocation2.shape.element == MemoryLayout<AllocationElement>.stride)
    #expect(EntryPoint.createAllocation.shape.element == MemoryLayout<AllocationElement>.stride)
    #expect(EntryPoint.enumAdapters2.shape.element == MemoryLayout<AdapterRow>.stride)
    #expect(EntryPoint.openResource2.shape.element == MemoryLayout<OpenedElement>.stride)
    #expect(EntryPoint.waitForSynchronizationObjectFromCpu.shape.element == MemoryLayout<FenceElement>.stride)
    #expect(EntryPoint.signalSynchronizationObjectFromCpu.shape.element == MemoryLayout<FenceElement>.stride)
    #expect(EntryPoint.shareObjects.shape.element == MemoryLayout<UInt32>.stride)
    #expect(EntryPoint.destroyAllocation2.shape.element == MemoryLayout<UInt32>.stride)
    #expect(EntryPoint.lock.shape.element == MemoryLayout<UInt32>.stride)
    #expect(EntryPoint.unlock.shape.element == MemoryLayout<UInt32>.stride)
    #expect(EntryPoint.setAllocationPriority.shape.element == MemoryLayout<AllocationPriority>.stride)
    #expect(EntryPoint.getAllocationPriority.shape.element == MemoryLayout<AllocationPriority>.stride)
  }

  @Test func answersStandAtTheEndOfWhatHoldsThem() {
    #expect(MemoryLayout<AllocationElement>.offset(of: \.size) == 48 - EntryPoint.createAllocation2.shape.elementOut)
    #expect(MemoryLayout<CreateAllocationBlock>.offset(of: \.createdResource) == 40 - 8)
    #expect(MemoryLayout<QueryResourceInfoBlock>.offset(of: \.runtimeSize) == 32 - 16)
    #expect(MemoryLayout<OpenResourceBlock>.offset(of: \.resource) == 56 - 16)
    #expect(MemoryLayout<ShareObjectsBlock>.offset(of: \.ntHandle) == 32 - 8)
    #expect(MemoryLayout<OpenNtHandleFromNameBlock>.offset(of: \.ntHandle) == 24 - 8)
    #expect(MemoryLayout<CreateKeyedMutexBlock>.offset(of: \.keyedMutex) == 32 - 8)
    #expect(MemoryLayout<OpenKeyedMutexBlock>.offset(of: \.keyedMutex) == 32 - 8)
    #expect(MemoryLayout<AcquireKeyedMutexBlock>.offset(of: \.fence) == 40 - 8)
    #expect(MemoryLayout<CreateSynchronizationObjectBlock>.offset(of: \.syncObject) == 32 - 8)
    #expect(MemoryLayout<OpenSynchronizationObjectBlock>.offset(of: \.syncObject) == 32 - 8)
    #expect(MemoryLayout<CreateDeviceBlock>.offset(of: \.device) == 16 - 8)
    #expect(MemoryLayout<OpenAdapterFromLuidBlock>.offset(of: \.adapter) == 16 - 8)
    #expect(MemoryLayout<GetDeviceStateBlock>.offset(of: \.state) == 16 - 8)
    #expect(MemoryLayout<EnumAdaptersBlock>.offset(of: \.count) == 24 - 8)
    #expect(MemoryLayout<AllocationPriorityBlock>.offset(of: \.answer) == 24 - 8)
    #expect(MemoryLayout<AllocationPriority>.offset(of: \.answer) == 16 - 8)
  }

  /// Whatever the bytes are, reading them is an answer or a refusal, and never a crash.
  @Test(arguments: 0..<8 as Range<UInt64>) func noiseIsNoFrame(seed: UInt64) {
    var random = Noise(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    for _ in 0..<20_000 {
      var bytes = (0..<Int.random(in: 0...240, using: &random)).map { _ in UInt8.random(in: 0...3, using: &random) }
      if bytes.count >= 8, Bool.random(using: &random) {
        let entryPoint = EntryPoint.allCases.randomElement(using: &random)!
        bytes[0] = UInt8(bytes.count & ~7)
        bytes[1...3] = [0, 0, 0]
        bytes[4] = UInt8(entryPoint.rawValue)
        bytes[5] = 0
        bytes.removeLast(bytes.count & 7)
      }
      guard let call = try? RecordedCall(unsafe bytes.span.bytes) else { continue }
      touch(call)
    }
  }

  /// Reads everything that a frame that was accepted offers.
  private func touch(_ call: borrowing RecordedCall) {
    switch call.entryPoint {
    case .createAllocation, .createAllocation2:
      let block = call.block(as: CreateAllocationBlock.self)
      #expect(call.data(block.runtimeData).byteCount == Int(block.runtimeData.count))
      #expect(call.data(block.resourceData).byteCount == Int(block.resourceData.count))
      for index in 0..<call.elementCount { _ = call.data(call.allocation(index).data) }
    case .setAllocationPriority, .getAllocationPriority:
      for index in 0..<call.elementCount { _ = call.priority(index) }
    case .escape: _ = call.data(call.block(as: EscapeBlock.self).data)
    case .openResource, .openResource2, .openResourceFromNtHandle:
      _ = call.data(call.block(as: OpenResourceBlock.self).keyedMutexData)
      for index in 0..<call.elementCount { _ = call.opened(index) }
    case .shareObjects:
      _ = call.data(call.block(as: ShareObjectsBlock.self).name)
      for index in 0..<call.elementCount { _ = call.handle(index) }
    case .openNtHandleFromName: _ = call.data(call.block(as: OpenNtHandleFromNameBlock.self).name)
    case .lock, .unlock, .destroyAllocation, .destroyAllocation2:
      for index in 0..<call.elementCount { _ = call.handle(index) }
    case .enumAdapters2, .enumAdapters3: for index in 0..<call.elementCount { _ = call.row(index) }
    case .openAdapterFromGdiDisplayName, .openAdapterFromDeviceName:
      _ = call.data(call.block(as: OpenAdapterByNameBlock.self).name)
    case .queryAdapterInfo: _ = call.data(call.block(as: QueryAdapterInfoBlock.self).data)
    default: break
    }
    _ = (call.status, call.isInFlight, call.module, call.thread, call.time, call.process, call.callerOffset)
  }
}

/// The same numbers for the same seed.
struct Noise: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

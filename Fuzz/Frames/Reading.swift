import Dxgkrnl

/// Reads everything that a frame says: block, elements, and the data they refer to. A new entry point is a new line
/// here, because the compiler asks for it.
struct FrameReading {
  private(set) var sum: UInt64 = 0

  mutating func read(_ call: borrowing RecordedCall) {
    sum &+= UInt64(call.module) &+ UInt64(call.thread) &+ UInt64(call.callerOffset) &+ UInt64(call.process)
    sum &+= UInt64(call.time) &+ UInt64(call.status) &+ (call.isInFlight ? 1 : 0) &+ UInt64(call.flags.rawValue)
    readArguments(call)
  }

  private mutating func readArguments(_ call: borrowing RecordedCall) {
    switch call.entryPoint {
    case .openAdapterFromLuid: add(call.block(as: OpenAdapterFromLuidBlock.self))
    case .openAdapterFromGdiDisplayName, .openAdapterFromDeviceName:
      add(call.data(block(call, OpenAdapterByNameBlock.self).name))
    case .openAdapterFromHdc: add(call.block(as: OpenAdapterFromHdcBlock.self))
    case .enumAdapters2, .enumAdapters3:
      add(call.block(as: EnumAdaptersBlock.self))
      for index in 0..<call.elementCount { add(call.row(index)) }
    case .closeAdapter: add(call.block(as: AdapterBlock.self))
    case .queryAdapterInfo: add(call.data(block(call, QueryAdapterInfoBlock.self).data))
    case .createDevice: add(call.block(as: CreateDeviceBlock.self))
    case .destroyDevice: add(call.block(as: DeviceBlock.self))
    case .getDeviceState: add(call.block(as: GetDeviceStateBlock.self))
    case .markDeviceAsError: add(call.block(as: MarkDeviceAsErrorBlock.self))
    case .createAllocation, .createAllocation2:
      let block = block(call, CreateAllocationBlock.self)
      add(call.data(block.runtimeData))
      add(call.data(block.resourceData))
      for index in 0..<call.elementCount {
        add(call.allocation(index))
        add(call.data(call.allocation(index).data))
      }
    case .destroyAllocation, .destroyAllocation2:
      add(call.block(as: DestroyAllocationBlock.self))
      addHandles(of: call)
    case .lock2, .unlock2: add(call.block(as: LockBlock.self))
    case .lock:
      add(call.block(as: LockPagesBlock.self))
      addHandles(of: call)
    case .unlock:
      add(call.block(as: UnlockBlock.self))
      addHandles(of: call)
    case .setAllocationPriority, .getAllocationPriority:
      add(call.block(as: AllocationPriorityBlock.self))
      for index in 0..<call.elementCount { add(call.priority(index)) }
    case .escape: add(call.data(block(call, EscapeBlock.self).data))
    case .getSharedPrimaryHandle: add(call.block(as: GetSharedPrimaryHandleBlock.self))
    case .queryResourceInfo, .queryResourceInfoFromNtHandle: add(call.block(as: QueryResourceInfoBlock.self))
    case .openResource, .openResource2, .openResourceFromNtHandle:
      add(call.data(block(call, OpenResourceBlock.self).keyedMutexData))
      for index in 0..<call.elementCount { add(call.opened(index)) }
    case .shareObjects:
      add(call.data(block(call, ShareObjectsBlock.self).name))
      addHandles(of: call)
    case .openNtHandleFromName, .openSyncObjectNtHandleFromName:
      add(call.data(block(call, OpenNtHandleFromNameBlock.self).name))
    case .createKeyedMutex, .createKeyedMutex2: add(call.data(block(call, CreateKeyedMutexBlock.self).runtimeData))
    case .openKeyedMutex, .openKeyedMutex2, .openKeyedMutexFromNtHandle: add(call.block(as: OpenKeyedMutexBlock.self))
    case .destroyKeyedMutex: add(call.block(as: KeyedMutexBlock.self))
    case .acquireKeyedMutex, .acquireKeyedMutex2: add(call.block(as: AcquireKeyedMutexBlock.self))
    case .releaseKeyedMutex, .releaseKeyedMutex2: add(call.data(block(call, ReleaseKeyedMutexBlock.self).runtimeData))
    case .createSynchronizationObject, .createSynchronizationObject2:
      add(call.block(as: CreateSynchronizationObjectBlock.self))
    case .openSynchronizationObject, .openSyncObjectFromNtHandle, .openSyncObjectFromNtHandle2:
      add(call.block(as: OpenSynchronizationObjectBlock.self))
    case .destroySynchronizationObject: add(call.block(as: SynchronizationObjectBlock.self))
    case .waitForSynchronizationObjectFromCpu, .signalSynchronizationObjectFromCpu:
      add(call.block(as: FromCpuBlock.self))
      for index in 0..<call.elementCount { add(call.fence(index)) }
    case .controlResetAdapter, .controlStopAdapter, .controlStartAdapter, .controlRemoveAdapter,
      .controlCreateProcess, .controlExitProcess:
      add(call.block(as: ControlBlock.self))
    }
  }

  /// The block, read.
  private mutating func block<Block: FrameBlock>(_ call: borrowing RecordedCall, _ type: Block.Type) -> Block {
    let block = call.block(as: type)
    add(block)
    return block
  }

  private mutating func addHandles(of call: borrowing RecordedCall) {
    for index in 0..<call.elementCount { sum &+= UInt64(call.handle(index)) }
  }

  private mutating func add(_ value: some BitwiseCopyable) {
    // SAFETY: blocks and elements name all of their padding, so every byte has a value.
    sum &+= unsafe withUnsafeBytes(of: value) { unsafe $0.reduce(0) { $0 &+ UInt64($1) } }
  }

  private mutating func add(_ data: RawSpan) {
    for offset in 0..<data.byteCount {
      // SAFETY: the load checks that the byte is inside; every bit pattern is a byte.
      sum &+= UInt64(unsafe data.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
    }
  }
}

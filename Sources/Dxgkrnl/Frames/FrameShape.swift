/// How the frame of one entry point is built: the sizes that turn bytes into arguments, and where the answer goes.
///
///     header │ block │ elements, padded to 8 │ data, begins on 16, padded to 8
///
/// All sizes in bytes. Answers fill whole words of 8, which are zero while the call is in flight.
package struct FrameShape: Sendable {
  package let block: Int
  /// The answer: the last `blockOut` bytes of the block.
  package let blockOut: Int
  /// Bytes of one element; 0: the call has none.
  package let element: Int
  /// The answer: the last `elementOut` bytes of the element.
  package let elementOut: Int

  @inlinable package init(block: Int, blockOut: Int = 0, element: Int = 0, elementOut: Int = 0) {
    self.block = block
    self.blockOut = blockOut
    self.element = element
    self.elementOut = elementOut
  }
}

extension EntryPoint {
  /// Constant for a constant entry point, so that an encoder pays nothing for it.
  @inlinable @inline(__always) package var shape: FrameShape {
    switch self {
    case .openAdapterFromLuid, .createDevice, .getDeviceState, .getSharedPrimaryHandle:
      FrameShape(block: 16, blockOut: 8)
    case .openAdapterFromGdiDisplayName, .openAdapterFromDeviceName: FrameShape(block: 32, blockOut: 16)
    case .openAdapterFromHdc: FrameShape(block: 24, blockOut: 16)
    case .enumAdapters2, .enumAdapters3:
      FrameShape(block: 24, blockOut: 8, element: 16, elementOut: 16)
    case .closeAdapter, .destroyDevice, .markDeviceAsError: FrameShape(block: 8)
    case .queryAdapterInfo, .lock2, .unlock2: FrameShape(block: 16)
    case .createAllocation, .createAllocation2:
      FrameShape(block: 40, blockOut: 8, element: 48, elementOut: 16)
    case .destroyAllocation, .destroyAllocation2: FrameShape(block: 16, element: 4)
    case .createKeyedMutex, .createKeyedMutex2, .openKeyedMutex, .openKeyedMutex2, .openKeyedMutexFromNtHandle,
      .createSynchronizationObject, .createSynchronizationObject2, .openSynchronizationObject,
      .openSyncObjectFromNtHandle, .openSyncObjectFromNtHandle2:
      FrameShape(block: 32, blockOut: 8)
    case .destroyKeyedMutex, .destroySynchronizationObject: FrameShape(block: 8)
    case .acquireKeyedMutex, .acquireKeyedMutex2: FrameShape(block: 40, blockOut: 8)
    case .releaseKeyedMutex, .releaseKeyedMutex2: FrameShape(block: 32)
    case .openSyncObjectNtHandleFromName: FrameShape(block: 24, blockOut: 8)
    case .waitForSynchronizationObjectFromCpu, .signalSynchronizationObjectFromCpu:
      FrameShape(block: 24, element: 16)
    case .lock: FrameShape(block: 24, element: 4)
    case .unlock: FrameShape(block: 8, element: 4)
    case .setAllocationPriority: FrameShape(block: 24, element: 16)
    case .getAllocationPriority: FrameShape(block: 24, blockOut: 8, element: 16, elementOut: 8)
    case .escape: FrameShape(block: 32)
    case .controlResetAdapter, .controlStopAdapter, .controlStartAdapter, .controlRemoveAdapter,
      .controlExitProcess:
      FrameShape(block: 16)
    case .queryResourceInfo, .queryResourceInfoFromNtHandle: FrameShape(block: 32, blockOut: 16)
    case .openResource, .openResource2, .openResourceFromNtHandle:
      FrameShape(block: 56, blockOut: 16, element: 8, elementOut: 8)
    case .shareObjects: FrameShape(block: 32, blockOut: 8, element: 4)
    case .openNtHandleFromName: FrameShape(block: 24, blockOut: 8)
    case .controlCreateProcess: FrameShape(block: 16, blockOut: 8)
    }
  }
}

extension FrameShape {
  /// Where the elements begin.
  @inlinable package var elements: Int { FrameHeader.size + block }

  /// Where the data area begins behind `count` elements.
  @inlinable package func data(after count: Int) -> Int { (elements + count * element + 15) & ~15 }

  /// Length of a frame with `count` elements and no data.
  @inlinable package func length(elements count: Int) -> Int { (elements + count * element + 7) & ~7 }
}

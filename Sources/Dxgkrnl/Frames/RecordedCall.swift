internal import VidMm

/// A frame read back from bytes that nobody vouches for. Every access is inside the bytes; what cannot be so is refused
/// by `init`, with the reason.
package struct RecordedCall: ~Escapable {
  package let entryPoint: EntryPoint
  /// Elements that follow the block.
  package let elementCount: Int
  private let bytes: RawSpan

  /// Why bytes are not a frame.
  package enum Flaw: Error, Equatable, Sendable {
    /// Fewer bytes than a header and the block, or than the elements, need.
    case short
    /// The length is not a multiple of 8, or not the length of the bytes.
    case length
    /// No entry point has this number.
    case kind(UInt16)
    /// A range of data leaves the frame.
    case range
  }

  /// `bytes` is exactly one frame, from its header on.
  @_lifetime(copy bytes)
  package init(_ bytes: RawSpan) throws(Flaw) {
    guard bytes.byteCount >= FrameHeader.size else { throw .short }
    let length = bytes.word32(at: FrameHeader.length)
    guard Int(length) == bytes.byteCount, length & 7 == 0 else { throw .length }
    let kind = bytes.word16(at: FrameHeader.kind)
    guard let entryPoint = EntryPoint(rawValue: kind) else { throw .kind(kind) }
    let shape = entryPoint.shape
    guard bytes.byteCount >= shape.elements else { throw .short }
    self.entryPoint = entryPoint
    self.bytes = bytes
    self.elementCount = Self.elements(of: entryPoint, in: bytes)
    guard elementCount <= (bytes.byteCount - shape.elements) / max(shape.element, 1) else { throw .short }
    guard rangesAreInside else { throw .range }
  }

  /// How many elements the block announces.
  private static func elements(of entryPoint: EntryPoint, in bytes: RawSpan) -> Int {
    let flags = FrameFlags(rawValue: bytes.word32(at: FrameHeader.flags))
    guard flags.contains(.hasArray), !flags.contains(.truncated) else { return 0 }
    let block = FrameHeader.size
    return switch entryPoint {
    case .enumAdapters2, .enumAdapters3: Int(bytes.word32(at: block + 12))
    case .createAllocation, .createAllocation2: Int(bytes.word32(at: block + 12))
    case .destroyAllocation, .destroyAllocation2:
      // With a resource the list is not read (U-090).
      bytes.word32(at: block + 4) == 0 ? Int(bytes.word32(at: block + 12)) : 0
    case .openResource, .openResource2, .openResourceFromNtHandle: Int(bytes.word32(at: block + 16))
    case .shareObjects: Int(bytes.word32(at: block))
    case .waitForSynchronizationObjectFromCpu, .signalSynchronizationObjectFromCpu:
      Int(bytes.word32(at: block + 4))
    case .lock:
      // All of an allocation is not listed (U-169).
      bytes.word32(at: block + 8) & LockFlags.lockEntire.rawValue == 0 ? Int(bytes.word32(at: block + 16)) : 0
    case .unlock: Int(bytes.word32(at: block + 4))
    case .setAllocationPriority, .getAllocationPriority:
      // With a resource the list is not read (U-240).
      bytes.word32(at: block + 4) == 0 ? Int(bytes.word32(at: block + 8)) : 0
    case .openAdapterFromGdiDisplayName, .openAdapterFromHdc, .openAdapterFromDeviceName,
      .escape, .openAdapterFromLuid, .closeAdapter, .queryAdapterInfo, .createDevice, .destroyDevice,
      .getDeviceState, .getSharedPrimaryHandle,
      .queryResourceInfo, .queryResourceInfoFromNtHandle, .openNtHandleFromName,
      .markDeviceAsError, .lock2, .unlock2, .controlResetAdapter, .controlStopAdapter, .controlStartAdapter,
      .createKeyedMutex, .createKeyedMutex2, .openKeyedMutex, .openKeyedMutex2, .openKeyedMutexFromNtHandle,
      .destroyKeyedMutex, .acquireKeyedMutex, .acquireKeyedMutex2, .releaseKeyedMutex, .releaseKeyedMutex2,
      .createSynchronizationObject, .createSynchronizationObject2, .openSynchronizationObject,
      .openSyncObjectFromNtHandle, .openSyncObjectFromNtHandle2, .openSyncObjectNtHandleFromName,
      .destroySynchronizationObject,
      .controlRemoveAdapter, .controlCreateProcess, .controlExitProcess:
      0
    }
  }

  private var rangesAreInside: Bool {
    switch entryPoint {
    case .queryAdapterInfo:
      return isInside(block(as: QueryAdapterInfoBlock.self).data)
    case .escape: return isInside(block(as: EscapeBlock.self).data)
    case .openAdapterFromGdiDisplayName, .openAdapterFromDeviceName:
      return isInside(block(as: OpenAdapterByNameBlock.self).name)
    case .createAllocation, .createAllocation2:
      let block = block(as: CreateAllocationBlock.self)
      guard isInside(block.runtimeData), isInside(block.resourceData) else { return false }
      for index in 0..<elementCount where !isInside(allocation(index).data) { return false }
      return true
    case .openResource, .openResource2, .openResourceFromNtHandle:
      return isInside(block(as: OpenResourceBlock.self).keyedMutexData)
    case .shareObjects: return isInside(block(as: ShareObjectsBlock.self).name)
    case .createKeyedMutex, .createKeyedMutex2: return isInside(block(as: CreateKeyedMutexBlock.self).runtimeData)
    case .releaseKeyedMutex, .releaseKeyedMutex2: return isInside(block(as: ReleaseKeyedMutexBlock.self).runtimeData)
    case .openNtHandleFromName, .openSyncObjectNtHandleFromName:
      return isInside(block(as: OpenNtHandleFromNameBlock.self).name)
    case .openAdapterFromHdc, .lock, .unlock, .setAllocationPriority, .getAllocationPriority, .openAdapterFromLuid,
      .enumAdapters2,
      .enumAdapters3, .closeAdapter, .createDevice, .destroyDevice, .getDeviceState, .markDeviceAsError,
      .destroyAllocation, .destroyAllocation2, .lock2, .unlock2, .getSharedPrimaryHandle,
      .queryResourceInfo, .queryResourceInfoFromNtHandle,
      .openKeyedMutex, .openKeyedMutex2, .openKeyedMutexFromNtHandle, .destroyKeyedMutex, .acquireKeyedMutex,
      .acquireKeyedMutex2, .createSynchronizationObject, .createSynchronizationObject2, .openSynchronizationObject,
      .openSyncObjectFromNtHandle, .openSyncObjectFromNtHandle2, .destroySynchronizationObject,
      .waitForSynchronizationObjectFromCpu, .signalSynchronizationObjectFromCpu,
      .controlResetAdapter, .controlStopAdapter, .controlStartAdapter, .controlRemoveAdapter,
      .controlCreateProcess, .controlExitProcess:
      return true
    }
  }

  private func isInside(_ range: ByteRange) -> Bool {
    range.count == 0 || UInt64(range.offset) + UInt64(range.count) <= UInt64(dataCount)
  }
}

extension RecordedCall {
  package var module: UInt16 { bytes.word16(at: FrameHeader.module) }
  package var thread: UInt32 { bytes.word32(at: FrameHeader.thread) }
  package var callerOffset: UInt32 { bytes.word32(at: FrameHeader.callerOffset) }
  package var process: UInt32 { bytes.word32(at: FrameHeader.process) }
  /// Milliseconds since the recording began.
  package var time: UInt32 { bytes.word32(at: FrameHeader.time) }
  package var flags: FrameFlags { FrameFlags(rawValue: bytes.word32(at: FrameHeader.flags)) }

  /// Whether the call had not returned when the recording ended.
  package var isInFlight: Bool { bytes.word64(at: FrameHeader.completion) == 0 }

  /// What the caller was told; meaningless while in flight.
  package var status: UInt32 { bytes.word32(at: FrameHeader.completion) }

  /// The argument block. `Block` is the one that belongs to the entry point.
  package func block<Block: FrameBlock>(as: Block.Type) -> Block {
    precondition(MemoryLayout<Block>.size == entryPoint.shape.block, "the block of another entry point")
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: FrameHeader.size, as: Block.self)
  }

  /// Element `index` of a creation.
  package func allocation(_ index: Int) -> AllocationElement {
    unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: element(index, size: MemoryLayout<AllocationElement>.size), as: AllocationElement.self)
  }

  /// Row `index` of an enumeration.
  package func row(_ index: Int) -> AdapterRow {
    unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: element(index, size: MemoryLayout<AdapterRow>.size), as: AdapterRow.self)
  }

  /// A row of a list of priorities.
  package func priority(_ index: Int) -> AllocationPriority {
    unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: element(index, size: MemoryLayout<AllocationPriority>.size), as: AllocationPriority.self)
  }

  /// Element `index` of an opening.
  package func opened(_ index: Int) -> OpenedElement {
    unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: element(index, size: MemoryLayout<OpenedElement>.size), as: OpenedElement.self)
  }

  /// Object `index` of a wait or a signal, and its value.
  package func fence(_ index: Int) -> FenceElement {
    unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: element(index, size: MemoryLayout<FenceElement>.size), as: FenceElement.self)
  }

  /// Handle `index` of a destruction, an Unlock or of what is shared, page `index` of a Lock.
  package func handle(_ index: Int) -> UInt32 { bytes.word32(at: element(index, size: 4)) }

  /// The bytes of a range of the data area, as they were when the call came in.
  @_lifetime(copy self)
  package func data(_ range: ByteRange) -> RawSpan {
    precondition(isInside(range), "a range of another frame")
    guard range.count != 0 else { return bytes.extracting(0..<0) }
    let start = entryPoint.shape.data(after: elementCount) + Int(range.offset)
    return bytes.extracting(start..<start + Int(range.count))
  }

  /// Bytes of the data area, padding included.
  private var dataCount: Int { max(0, bytes.byteCount - entryPoint.shape.data(after: elementCount)) }

  private func element(_ index: Int, size: Int) -> Int {
    precondition(index >= 0 && index < elementCount && size == entryPoint.shape.element, "an element of another frame")
    return entryPoint.shape.elements + index * size
  }
}

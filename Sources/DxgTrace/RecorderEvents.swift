internal import CSystem
package import Dxgkrnl
internal import WDDM

extension Recorder: EventSink {
  /// Writes what happened, unless the answer of the call in which it happened says it already.
  package func record(_ event: borrowing Event) {
    switch copy event {
    case .adapterStarted(let adapter, let luid, let version, let segments):
      write(.adapterStarted, [UInt64(adapter), luid, UInt64(version.rawValue), UInt64(segments)])
    case .adapterEnded(let adapter, let how): write(.adapterEnded, [UInt64(adapter), UInt64(how.rawValue)])
    case .processCreated(let process): write(.processCreated, [UInt64(process)])
    case .processExited(let process): write(.processExited, [UInt64(process)])
    case .deviceCreated(let process, let device, let adapter):
      write(.deviceCreated, [UInt64(process), UInt64(device), UInt64(adapter)])
    case .deviceDestroyed(let process, let device): write(.deviceDestroyed, [UInt64(process), UInt64(device)])
    case .deviceRemoved(let process, let device, let state):
      write(.deviceRemoved, [UInt64(process), UInt64(device), UInt64(state)])
    case .resourceCreated(let process, let resource, let device, let globalShare):
      guard !isSaidByCreation else { return }
      write(.resourceCreated, [UInt64(process), UInt64(resource), UInt64(device), UInt64(globalShare)])
    case .resourceDestroyed(let process, let resource):
      guard !isSaidByDestruction(ofResource: true) else { return }
      write(.resourceDestroyed, [UInt64(process), UInt64(resource)])
    case .allocationCreated(let created):
      guard !isSaidByCreation else { return }
      write(
        .allocationCreated,
        [
          UInt64(created.process), UInt64(created.device), UInt64(created.resource), UInt64(created.allocation),
          created.size, UInt64(created.traits.rawValue),
        ])
    case .allocationDestroyed(let process, let allocation, let locks):
      guard locks > 0 || !isSaidByDestruction(ofResource: false) else { return }
      write(.allocationDestroyed, [UInt64(process), UInt64(allocation), UInt64(locks)])
    case .finding(let finding): write(finding)
    case .keyedMutexCreated(let created):
      write(
        .keyedMutexCreated,
        [
          UInt64(created.process), UInt64(created.keyedMutex), UInt64(created.globalShare), created.wasOpened ? 1 : 0,
          UInt64(created.object), created.isNtSecured ? 1 : 0,
        ])
    case .keyedMutexDestroyed(let process, let mutex):
      write(.keyedMutexDestroyed, [UInt64(process), UInt64(mutex)])
    case .syncObjectCreated(let created):
      write(
        .syncObjectCreated,
        [
          UInt64(created.process), UInt64(created.device), UInt64(created.syncObject), UInt64(created.type),
          UInt64(created.globalShare), created.wasOpened ? 1 : 0, UInt64(created.object), created.isNtSecured ? 1 : 0,
        ])
    case .syncObjectDestroyed(let process, let object):
      write(.syncObjectDestroyed, [UInt64(process), UInt64(object)])
    case .resourceShared(let process, let resource, let shared, let bytes, let isNtSecured):
      write(.resourceShared, [UInt64(process), UInt64(resource), UInt64(shared), isNtSecured ? 1 : 0, bytes])
    case .resourceOpened(let opened):
      write(
        .resourceOpened,
        [
          UInt64(opened.process), UInt64(opened.device), UInt64(opened.resource), UInt64(opened.shared),
          opened.isReadOnly ? 1 : 0, opened.isFromNtHandle ? 1 : 0,
        ])
    case .sharedResourceDestroyed(let shared): write(.sharedResourceDestroyed, [UInt64(shared)])
    case .ntHandleCreated(let created):
      write(
        .ntHandleCreated,
        [
          UInt64(created.process), UInt64(created.ntHandle), UInt64(created.sharedResource), UInt64(created.keyedMutex),
          UInt64(created.syncObject), created.wasOpened ? 1 : 0,
        ])
    case .ntHandleClosed(let handle): write(.ntHandleClosed, [UInt64(handle)])
    case .fault(let fault): write(fault)
    }
  }

  /// Whether this thread is in a call that creates allocations and is being recorded.
  private var isSaidByCreation: Bool {
    switch currentCall {
    case .createAllocation, .createAllocation2: true
    default: false
    }
  }

  /// Whether this thread is in a call that destroys one resource, or a list of allocations, and is being recorded.
  private func isSaidByDestruction(ofResource: Bool) -> Bool {
    switch currentCall {
    case .destroyAllocation, .destroyAllocation2: (currentBlockWord(4) != 0) == ofResource
    default: false
    }
  }

  /// The entry point of the call that this thread is in; nil outside of recorded calls.
  private var currentCall: EntryPoint? {
    // SAFETY: a thread's block and frame are its own; inside a call the frame has its header.
    guard let thread = unsafe dxgk_thread_existing(), unsafe thread.pointee.record != 0 else { return nil }
    let frame = unsafe UnsafeRawPointer(thread.pointee.frame!)
    return unsafe EntryPoint(rawValue: frame.load(fromByteOffset: FrameHeader.kind, as: UInt16.self))
  }

  private func currentBlockWord(_ offset: Int) -> UInt32 {
    guard let thread = unsafe dxgk_thread_existing() else { return 0 }
    let frame = unsafe UnsafeRawPointer(thread.pointee.frame!)
    return unsafe frame.load(fromByteOffset: FrameHeader.size + offset, as: UInt32.self)
  }

  private func write<let count: Int>(_ code: EventCode, _ words: InlineArray<count, UInt64>) {
    unsafe append(RecordKind.event, length: EventRecord.words + count * 8) { record in
      unsafe writeFixed(record, code: code, words: count, text: 0)
      for index in words.indices {
        unsafe record.storeBytes(of: words[index], toByteOffset: EventRecord.words + index * 8, as: UInt64.self)
      }
    }
  }

  private func write(_ finding: Finding) {
    let ddi = finding.ddi.name, argument = finding.argument.name
    let texts = ddi.utf8CodeUnitCount + 1 + argument.utf8CodeUnitCount
    unsafe append(RecordKind.event, length: EventRecord.words + 16 + texts) { record in
      unsafe writeFixed(record, code: .finding, words: 2, text: texts)
      // SAFETY: the length has room for two words and both names.
      let rule = UInt64(finding.rule.word) | UInt64(finding.severity.rawValue) << 32
      unsafe record.storeBytes(of: rule, toByteOffset: EventRecord.words, as: UInt64.self)
      unsafe record.storeBytes(of: finding.value, toByteOffset: EventRecord.words + 8, as: UInt64.self)
      let text = unsafe record + EventRecord.words + 16
      unsafe text.copyMemory(from: ddi.utf8Start, byteCount: ddi.utf8CodeUnitCount)
      unsafe text.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: ddi.utf8CodeUnitCount, as: UInt8.self)
      unsafe (text + ddi.utf8CodeUnitCount + 1).copyMemory(
        from: argument.utf8Start, byteCount: argument.utf8CodeUnitCount)
    }
  }

  private func write(_ fault: InjectedFault) {
    let point = fault.point.name
    unsafe append(RecordKind.event, length: EventRecord.words + 16 + point.utf8CodeUnitCount) { record in
      unsafe writeFixed(record, code: .fault, words: 2, text: point.utf8CodeUnitCount)
      // SAFETY: the length has room for two words and the name.
      unsafe record.storeBytes(of: fault.number, toByteOffset: EventRecord.words, as: UInt64.self)
      unsafe record.storeBytes(
        of: UInt64(fault.status?.bits ?? 0), toByteOffset: EventRecord.words + 8, as: UInt64.self)
      unsafe (record + EventRecord.words + 16).copyMemory(from: point.utf8Start, byteCount: point.utf8CodeUnitCount)
    }
  }

  private func writeFixed(_ record: UnsafeMutableRawPointer, code: EventCode, words: Int, text: Int) {
    let call = unsafe dxgk_thread_existing()?.pointee.record ?? 0
    // SAFETY: every event record is at least this long.
    unsafe record.storeBytes(of: call, toByteOffset: EventRecord.call, as: UInt64.self)
    unsafe record.storeBytes(of: code.rawValue, toByteOffset: EventRecord.code, as: UInt32.self)
    unsafe record.storeBytes(of: elapsed, toByteOffset: EventRecord.time, as: UInt32.self)
    unsafe record.storeBytes(of: UInt32(words), toByteOffset: EventRecord.wordCount, as: UInt32.self)
    unsafe record.storeBytes(of: UInt32(text), toByteOffset: EventRecord.textLength, as: UInt32.self)
  }
}

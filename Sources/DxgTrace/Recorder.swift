package import CSystem
package import Dxgkrnl
internal import Locks
package import WDDM

/// Writes what a program asked of the kernel, what it was told and what followed, into a file that survives the
/// program.
///
/// One for each kernel and file. Any thread may write at any time; nothing here allocates or waits, but for the rare
/// growth of the file and the first call from a module. The format is in docs/recording.md.
@safe package final class Recorder: Sendable {
  private let file: RecorderFile
  private let identity: UInt64
  /// CRC of it, which the seed of each record continues with its position.
  private let identitySum: UInt32
  private let begun: UInt64
  private let modules: Guarded<[KnownModule]>

  /// Where the recording is: the path asked for, or one beside it (docs/recording.md).
  package let path: String

  struct KnownModule {
    let start: UInt
    let end: UInt
  }

  /// Creates the file and writes its header page.
  ///
  /// - Parameters:
  ///   - path: the file, which must not exist; if it does, a name beside it is taken.
  ///   - pid: the process, for that name and for the header.
  ///   - text: `key=value` lines, as docs/recording.md lists them; cut off where the page ends.
  /// - Throws: the system's error number.
  package init(path: String, pid: Int32, text: [(key: String, value: String)]) throws(SystemError) {
    let (path, descriptor) = try Self.create(path, pid: pid)
    self.path = path
    do throws(SystemError) {
      file = try RecorderFile(descriptor: descriptor, headerSize: RecordingFormat.headerSize)
    } catch {
      dxgk_recording_close(descriptor)
      throw error
    }
    identity = dxgk_random64()
    identitySum = dxgk_crc32c_word(0, identity)
    begun = dxgk_coarse_milliseconds()
    modules = Guarded([], rank: .trace)
    // SAFETY: the header page is mapped, and nobody else has seen it yet.
    let page = unsafe UnsafeMutableRawBufferPointer(start: file.address(0), count: RecordingFormat.headerSize)
    unsafe RecorderHeader(identity: identity, pid: pid, begun: dxgk_wall_nanoseconds(), text: text).write(to: page)
  }

  /// `path`, or the first of `path.PID`, `path.PID.1`, … that does not exist: no file is ever written over.
  private static func create(_ path: String, pid: Int32) throws(SystemError) -> (path: String, descriptor: Int32) {
    let exists: Int32 = 17  // EEXIST
    var name = path
    for attempt in 0..<1000 {
      var descriptor: Int32 = -1
      let error = unsafe dxgk_recording_create(name, &descriptor)
      if error == 0 { return (name, descriptor) }
      guard error == exists else { throw SystemError(number: error) }
      name = attempt == 0 ? "\(path).\(pid)" : "\(path).\(pid).\(attempt)"
    }
    throw SystemError(number: exists)
  }
}

// MARK: - Calls

extension Recorder {
  /// Appends the record of a call that came in: `frame` is its frame, from the header on, with the answer's fields
  /// zero.
  ///
  /// - Returns: where the record begins; 0 when the recording has ended.
  @inline(__always)
  package func begin(
    _ frame: UnsafeMutableRawPointer, length: Int, caller: UInt, process: UInt32,
    thread: UnsafeMutablePointer<dxgk_thread>
  ) -> UInt64 {
    // SAFETY: the thread's own block and frame; `length` bytes of the frame are initialised.
    if unsafe caller < thread.pointee.module_start || caller >= thread.pointee.module_end
      || thread.pointee.module_owner != identity
    {
      unsafe learn(caller, thread)
    }
    unsafe (frame + FrameHeader.module).storeBytes(
      of: UInt16(truncatingIfNeeded: thread.pointee.module), as: UInt16.self)
    unsafe (frame + FrameHeader.thread).storeBytes(of: thread.pointee.id, as: UInt32.self)
    unsafe (frame + FrameHeader.callerOffset).storeBytes(
      of: UInt32(truncatingIfNeeded: caller &- thread.pointee.module_base), as: UInt32.self)
    unsafe (frame + FrameHeader.process).storeBytes(of: process, as: UInt32.self)
    unsafe (frame + FrameHeader.time).storeBytes(of: elapsed, as: UInt32.self)
    unsafe (frame + FrameHeader.completion).storeBytes(of: 0, as: UInt64.self)
    guard let position = file.take(length) else { return 0 }
    _ = unsafe dxgk_record_write(file.address(position), frame, UInt32(length), seed(position))
    return UInt64(position)
  }

  /// Completes the record at `position`: copies the answer's fields from the frame if the call succeeded, then stores
  /// status and check at once.
  @inline(__always)
  package func complete(
    _ position: UInt64, _ frame: UnsafeMutableRawPointer, shape: FrameShape, elements: Int, status: NTStatus
  ) {
    guard position != 0 else { return }
    // SAFETY: `begin` took the record's bytes for this call; the frame is the one it was made from.
    let record = unsafe file.address(Int(position))
    var sum = unsafe (frame + FrameHeader.check).load(as: UInt32.self)
    sum = dxgk_crc32c_word(sum, UInt64(status.bits))
    let block = FrameHeader.size + shape.block
    if status.isSuccess {
      if shape.blockOut > 0 {
        let offset = block - shape.blockOut
        sum = unsafe dxgk_record_answer(record + offset, frame + offset, shape.blockOut / 8, sum)
      }
      if shape.elementOut > 0 {
        for index in 0..<elements {
          let offset = block + (index + 1) * shape.element - shape.elementOut
          sum = unsafe dxgk_record_answer(record + offset, frame + offset, shape.elementOut / 8, sum)
        }
      }
    } else {
      // There is no answer: its words stay zero.
      for _ in 0..<(shape.blockOut + elements * shape.elementOut) / 8 { sum = dxgk_crc32c_word(sum, 0) }
    }
    let completion = UInt64(sum == 0 ? .max : sum) << 32 | UInt64(status.bits)
    unsafe dxgk_store64(record + FrameHeader.completion, completion)
  }

  /// Why the call at `position` is refused. Comes before its completion.
  package func refuse(_ position: UInt64, _ refusal: Refusal) {
    let argument = refusal.argument.name
    let count = argument.utf8CodeUnitCount
    unsafe append(RecordKind.refusal, length: RefusalRecord.argument + count) { record in
      // SAFETY: the record has room for all of these; the name is `count` bytes of the program's own.
      unsafe record.storeBytes(of: position, toByteOffset: RefusalRecord.call, as: UInt64.self)
      unsafe record.storeBytes(of: refusal.status.bits, toByteOffset: RefusalRecord.status, as: UInt32.self)
      unsafe record.storeBytes(of: refusal.rule.word, toByteOffset: RefusalRecord.rule, as: UInt32.self)
      unsafe record.storeBytes(of: refusal.value, toByteOffset: RefusalRecord.value, as: UInt64.self)
      unsafe record.storeBytes(of: refusal.bound ?? 0, toByteOffset: RefusalRecord.bound, as: UInt64.self)
      unsafe record.storeBytes(
        of: refusal.bound == nil ? 0 : 1, toByteOffset: RefusalRecord.hasBound, as: UInt32.self)
      unsafe record.storeBytes(of: UInt32(count), toByteOffset: RefusalRecord.argumentLength, as: UInt32.self)
      unsafe (record + RefusalRecord.argument).copyMemory(from: argument.utf8Start, byteCount: count)
    }
  }
}

// MARK: - Records

extension Recorder {
  /// Milliseconds since the recording began, or virtual time.
  @inline(__always)
  var elapsed: UInt32 { UInt32(clamping: dxgk_elapsed_milliseconds(begun)) }

  /// What the check of the record at `position` begins with.
  @inline(__always)
  private func seed(_ position: Int) -> UInt32 { dxgk_crc32c_word(identitySum, UInt64(position)) }

  /// Appends a record that is not a call. `fill` writes from offset 16 on; the rest of `length`, rounded up, is zero.
  ///
  /// - Returns: whether there was room.
  @discardableResult
  func append(_ kind: UInt16, length: Int, fill: (UnsafeMutableRawPointer) -> Void) -> Bool {
    let length = (length + 7) & ~7
    guard let position = file.take(length) else { return false }
    // SAFETY: `length` bytes at `record` are this thread's alone, and zero, as fresh bytes of a file are.
    let record = unsafe file.address(position)
    unsafe record.storeBytes(of: kind, toByteOffset: FrameHeader.kind, as: UInt16.self)
    let thread = unsafe dxgk_thread_existing()
    unsafe record.storeBytes(of: thread?.pointee.id ?? 0, toByteOffset: FrameHeader.thread, as: UInt32.self)
    unsafe fill(record)
    // The check is over the length as it will be, and the mark of the unfinished record is not part of it.
    let kindAndModule = unsafe record.load(fromByteOffset: 4, as: UInt32.self)
    var check = dxgk_crc32c_word(seed(position), UInt64(length) | UInt64(kindAndModule) << 32)
    check = unsafe dxgk_crc32c(check, record + 8, length / 8 - 1)
    unsafe record.storeBytes(of: check, toByteOffset: FrameHeader.check, as: UInt32.self)
    unsafe dxgk_store32(record, UInt32(length))
    return true
  }

  /// Finds the module of an address, numbers and records it if it is new, and leaves it with the thread.
  @inline(never)
  private func learn(_ address: UInt, _ thread: UnsafeMutablePointer<dxgk_thread>) {
    var module = dxgk_module()
    var id: UInt32 = 0
    // SAFETY: the path buffer is as long as it says; the module's numbers are plain values.
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { path in
      guard unsafe dxgk_module_find(address, &module, path.baseAddress, path.count) == 0 else { return }
      id = unsafe number(module, path: UnsafeRawBufferPointer(path))
    }
    unsafe thread.pointee.module = id
    unsafe thread.pointee.module_owner = identity
    unsafe thread.pointee.module_start = module.start
    unsafe thread.pointee.module_end = module.end
    unsafe thread.pointee.module_base = module.base
  }

  private func number(_ module: dxgk_module, path: UnsafeRawBufferPointer) -> UInt32 {
    let (id, isNew) = modules.withLock { known in
      if let index = known.firstIndex(where: { $0.start == module.start && $0.end == module.end }) {
        return (UInt32(index + 1), false)
      }
      guard known.count < Int(UInt16.max) else { return (0, false) }
      known.append(KnownModule(start: module.start, end: module.end))
      return (UInt32(known.count), true)
    }
    guard isNew else { return id }
    let count = unsafe path.firstIndex(of: 0) ?? path.count
    unsafe append(RecordKind.module, length: ModuleRecord.path + count) { record in
      // SAFETY: the record has room for the path.
      unsafe record.storeBytes(of: id, toByteOffset: ModuleRecord.id, as: UInt32.self)
      unsafe record.storeBytes(of: UInt32(count), toByteOffset: ModuleRecord.pathLength, as: UInt32.self)
      unsafe (record + ModuleRecord.path).copyMemory(from: path.baseAddress!, byteCount: count)
    }
    return id
  }
}

extension Rule {
  /// As recordings have it: the letter in the third byte, the number in the low 16 bits.
  package var word: UInt32 { UInt32(family) << 16 | UInt32(number) }
  package init(word: UInt32) {
    self.init(family: UInt8(truncatingIfNeeded: word >> 16), number: UInt16(truncatingIfNeeded: word))
  }
}

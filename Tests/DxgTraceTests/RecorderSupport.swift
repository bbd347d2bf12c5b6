import CSystem
import Dxgkrnl
import Foundation
import WDDM

@testable import DxgTrace

/// A directory for one test, and the recording in it.
final class Scratch {
  let directory: URL
  var file: String { directory.appending(path: "recording").path }

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "dxgk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func report() throws -> Report {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
    return unsafe try ReportBuilder.report(on: bytes.span.bytes)
  }

  /// What a test wants to know of each call.
  struct Call {
    let status: UInt32
    let process: UInt32
    let isInFlight: Bool
    let handle: UInt32
    let size: UInt64
    let data: [UInt8]
  }

  /// The events but findings and faults, in words.
  func events() throws -> [String] {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
    var reader = unsafe try RecordingReader(bytes.span.bytes)
    var events: [String] = []
    while let record = reader.next() {
      if case .event(let event, call: _)? = RecordedConsequence(record) { events.append("\(event)") }
    }
    return events
  }

  func calls() throws -> [Call] {
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: file)))
    var reader = unsafe try RecordingReader(bytes.span.bytes)
    var calls: [Call] = []
    while let record = reader.next() {
      guard record.isCall else { continue }
      let call = try RecordedCall(record.bytes)
      let element = call.elementCount > 0 ? call.allocation(0) : AllocationElement()
      let data = call.data(element.data)
      calls.append(
        Call(
          status: call.status, process: call.process, isInFlight: call.isInFlight, handle: element.handle,
          size: element.size,
          data: (0..<data.byteCount).map { unsafe data.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }))
    }
    return calls
  }
}

/// A frame of CreateAllocation2 with one allocation and 48 bytes of private data, as an exported function leaves it.
@safe final class SampleFrame {
  private let base = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 64)
  private let thread = unsafe dxgk_thread_current()!
  private let shape = EntryPoint.createAllocation2.shape
  private var length: Int { shape.data(after: 1) + 48 }

  deinit { unsafe base.deallocate() }

  func begin(_ entryPoint: EntryPoint, on recorder: Recorder, process: UInt32) -> UInt64 {
    unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: 256)
    unsafe base.storeBytes(of: entryPoint.rawValue, toByteOffset: FrameHeader.kind, as: UInt16.self)
    unsafe base.storeBytes(of: FrameFlags.hasArray.rawValue, toByteOffset: FrameHeader.flags, as: UInt32.self)
    var block = CreateAllocationBlock()
    block.device = 0x4000_0040
    block.count = 1
    unsafe base.storeBytes(of: block, toByteOffset: FrameHeader.size, as: CreateAllocationBlock.self)
    var element = AllocationElement()
    element.data = ByteRange(offset: 0, count: 48)
    unsafe base.storeBytes(of: element, toByteOffset: shape.elements, as: AllocationElement.self)
    for index in 0..<48 {
      unsafe base.storeBytes(of: UInt8(index + 1), toByteOffset: shape.data(after: 1) + index, as: UInt8.self)
    }
    let caller = dxgk_caller()
    return unsafe recorder.begin(base, length: length, caller: caller, process: process, thread: thread)
  }

  func answer(handle: UInt32, size: UInt64) {
    var element = unsafe (base + shape.elements).load(as: AllocationElement.self)
    element.handle = handle
    element.size = size
    unsafe base.storeBytes(of: element, toByteOffset: shape.elements, as: AllocationElement.self)
  }

  func complete(_ position: UInt64, on recorder: Recorder, _ status: NTStatus) {
    unsafe recorder.complete(position, base, shape: shape, elements: 1, status: status)
  }
}

/// From now on no file of this process grows beyond `bytes`.
func limitFiles(to bytes: UInt) {
  var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
  _ = unsafe setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE
}

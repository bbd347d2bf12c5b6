import CSystem
import DxgTrace
import Dxgkrnl

/// Bytes that nobody vouches for, as one frame and as a recording: reading them ends, stays inside of them, and what
/// can be read can be told.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: data, count: size))
  guard let mode = input.first else { return 0 }
  let bytes = Array(input.dropFirst())
  switch mode & 3 {
  case 0: readRecording(bytes)
  case 1: readFrame(fittingFrame(bytes))
  case 2: readFrame(bytes)
  default: readRecording(fittingRecording(bytes))
  }
  return 0
}

/// Everything that a frame says of itself.
private func readFrame(_ bytes: [UInt8]) {
  // SAFETY: bytes have no padding.
  guard let call = try? unsafe RecordedCall(bytes.span.bytes) else { return }
  var reading = FrameReading()
  reading.read(call)
  withExtendedLifetime(reading.sum) {}
}

private func readRecording(_ bytes: [UInt8]) {
  // SAFETY: bytes have no padding.
  guard let report = try? unsafe ReportBuilder.report(on: bytes.span.bytes) else { return }
  var run = RunReport()
  run.recordings = [RunReport.Recording(path: nil, report: report)]
  for text in [run.text(ink: .plain), "\(run.json)"] {
    let isHarmful = text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
    precondition(!isHarmful, "a text carries a control character")
  }
}

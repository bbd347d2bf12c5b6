internal import CSystem

/// Runs `body`; the calls of the kernel that it makes are recorded as made by the code at `caller`. The runtime asks
/// for others: whoever reads a report looks for the driver or the program.
@inline(__always)
func speaking<Result>(for caller: UInt, _ body: () -> Result) -> Result {
  let before = dxgk_speak_for(caller)
  defer { _ = dxgk_speak_for(before) }
  return body()
}

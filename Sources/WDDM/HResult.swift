/// What a runtime callback or a user-mode driver returns.
///
/// Values: `winerror.h` names of the Windows SDK, `dxghresult.h` of this project.
public struct HResult: RawRepresentable, Error, Hashable, Sendable {
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  public init(_ bits: UInt32) { self.init(rawValue: Int32(bitPattern: bits)) }

  /// SUCCEEDED: not negative.
  public var isSuccess: Bool { rawValue >= 0 }

  public static let ok = HResult(0)
  public static let notImplemented = HResult(0x8000_4001)
  public static let fail = HResult(0x8000_4005)
  public static let pending = HResult(0x8000_000A)
  public static let outOfMemory = HResult(0x8007_000E)
  public static let invalidArgument = HResult(0x8007_0057)
  public static let outOfVideoMemory = HResult(0x8876_017C)
  public static let wasStillDrawing = HResult(0x8876_021C)
  public static let notAvailable = HResult(0x8876_086A)
  public static let deviceRemoved = HResult(0x8876_0870)
  public static let invalidHandle = HResult(0x8876_0873)
  public static let privilegedInstruction = HResult(0x8876_0871)
  public static let invalidInstruction = HResult(0x8876_0872)
  public static let invalidUserBuffer = HResult(0x8876_0879)
  public static let cantEvictPinnedAllocation = HResult(0xC026_2109)
  public static let cantRenderLockedAllocation = HResult(0xC026_2111)
}

extension HResult {
  /// The code that a runtime callback answers for what the thunk beneath it returned (U-344; `user.md` 4.3).
  public init(_ status: NTStatus) {
    switch status {
    case _ where status.isSuccess: self = status == .pending ? .pending : .ok
    case .invalidParameter, .invalidHandle: self = .invalidArgument
    case .noMemory: self = .outOfMemory
    case .graphicsNoVideoMemory: self = .outOfVideoMemory
    case .deviceRemoved, .graphicsGpuExceptionOnDevice: self = .deviceRemoved
    case .graphicsAllocationBusy: self = .wasStillDrawing
    case .graphicsUnswizzlingApertureUnavailable: self = .notAvailable
    case .graphicsCantEvictPinnedAllocation: self = .cantEvictPinnedAllocation
    case .graphicsCantRenderLockedAllocation: self = .cantRenderLockedAllocation
    case .privilegedInstruction: self = .privilegedInstruction
    case .illegalInstruction: self = .invalidInstruction
    case .invalidUserBuffer: self = .invalidUserBuffer
    default: self = .fail
    }
  }
}

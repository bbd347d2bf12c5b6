/// What a D3DKMT function or a DDI returns.
///
/// Negative values are failures. A success may carry more than "done": `pending` (0x103) is one.
/// Values: [MS-ERREF] section 2.3.1, and `ntstatus.h` of this project.
public struct NTStatus: RawRepresentable, Error, Hashable, Sendable {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Spelled in hex, as the documentation spells it.
  @inlinable public init(_ bits: UInt32) { self.init(rawValue: Int32(bitPattern: bits)) }

  @inlinable public var bits: UInt32 { UInt32(bitPattern: rawValue) }

  /// NT_SUCCESS: zero and every other value that is not negative.
  @inlinable public var isSuccess: Bool { rawValue >= 0 }
}

extension NTStatus {
  public static var success: NTStatus { NTStatus(0) }
  public static var abandoned: NTStatus { NTStatus(0x80) }
  public static var timeout: NTStatus { NTStatus(0x102) }
  public static var pending: NTStatus { NTStatus(0x103) }
  public static var unsuccessful: NTStatus { NTStatus(0xC000_0001) }
  public static var notImplemented: NTStatus { NTStatus(0xC000_0002) }
  public static var accessViolation: NTStatus { NTStatus(0xC000_0005) }
  public static var invalidHandle: NTStatus { NTStatus(0xC000_0008) }
  public static var invalidParameter: NTStatus { NTStatus(0xC000_000D) }
  public static var noMemory: NTStatus { NTStatus(0xC000_0017) }
  public static var illegalInstruction: NTStatus { NTStatus(0xC000_001D) }
  public static var accessDenied: NTStatus { NTStatus(0xC000_0022) }
  public static var bufferTooSmall: NTStatus { NTStatus(0xC000_0023) }
  public static var objectTypeMismatch: NTStatus { NTStatus(0xC000_0024) }
  public static var objectNameInvalid: NTStatus { NTStatus(0xC000_0033) }
  public static var objectNameNotFound: NTStatus { NTStatus(0xC000_0034) }
  public static var objectNameCollision: NTStatus { NTStatus(0xC000_0035) }
  public static var revisionMismatch: NTStatus { NTStatus(0xC000_0059) }
  public static var integerOverflow: NTStatus { NTStatus(0xC000_0095) }
  public static var privilegedInstruction: NTStatus { NTStatus(0xC000_0096) }
  public static var insufficientResources: NTStatus { NTStatus(0xC000_009A) }
  public static var deviceNotReady: NTStatus { NTStatus(0xC000_00A3) }
  public static var notSupported: NTStatus { NTStatus(0xC000_00BB) }
  public static var invalidUserBuffer: NTStatus { NTStatus(0xC000_00E8) }
  public static var commitmentLimit: NTStatus { NTStatus(0xC000_012D) }
  public static var invalidBufferSize: NTStatus { NTStatus(0xC000_0206) }
  public static var deviceRemoved: NTStatus { NTStatus(0xC000_02B6) }
  public static var graphicsInvalidDisplayAdapter: NTStatus { NTStatus(0xC01E_0002) }
  public static var graphicsAdapterWasReset: NTStatus { NTStatus(0xC01E_0003) }
  public static var graphicsDriverMismatch: NTStatus { NTStatus(0xC01E_0009) }
  public static var graphicsNoVideoMemory: NTStatus { NTStatus(0xC01E_0100) }
  public static var graphicsCantLockMemory: NTStatus { NTStatus(0xC01E_0101) }
  public static var graphicsAllocationBusy: NTStatus { NTStatus(0xC01E_0102) }
  public static var graphicsTooManyReferences: NTStatus { NTStatus(0xC01E_0103) }
  public static var graphicsUnswizzlingApertureUnavailable: NTStatus { NTStatus(0xC01E_0107) }
  public static var graphicsCantEvictPinnedAllocation: NTStatus { NTStatus(0xC01E_0109) }
  public static var graphicsCantRenderLockedAllocation: NTStatus { NTStatus(0xC01E_0111) }
  public static var graphicsGpuExceptionOnDevice: NTStatus { NTStatus(0xC01E_0200) }
}

extension NTStatus: CustomStringConvertible {
  /// Windows' name where it has one ("STATUS_NO_MEMORY"), else the hex value.
  public var description: String {
    Self.names.first { $0.status == self }?.name ?? "0x" + hex(UInt64(bits), digits: 8)
  }

  /// Every status that this project names.
  public static let names: [(status: NTStatus, name: String)] = [
    (.success, "STATUS_SUCCESS"), (.abandoned, "STATUS_ABANDONED"),
    (.timeout, "STATUS_TIMEOUT"), (.pending, "STATUS_PENDING"),
    (.unsuccessful, "STATUS_UNSUCCESSFUL"), (.notImplemented, "STATUS_NOT_IMPLEMENTED"),
    (.accessViolation, "STATUS_ACCESS_VIOLATION"), (.invalidHandle, "STATUS_INVALID_HANDLE"),
    (.invalidParameter, "STATUS_INVALID_PARAMETER"), (.noMemory, "STATUS_NO_MEMORY"),
    (.illegalInstruction, "STATUS_ILLEGAL_INSTRUCTION"), (.accessDenied, "STATUS_ACCESS_DENIED"),
    (.bufferTooSmall, "STATUS_BUFFER_TOO_SMALL"), (.objectTypeMismatch, "STATUS_OBJECT_TYPE_MISMATCH"),
    (.objectNameInvalid, "STATUS_OBJECT_NAME_INVALID"), (.objectNameNotFound, "STATUS_OBJECT_NAME_NOT_FOUND"),
    (.objectNameCollision, "STATUS_OBJECT_NAME_COLLISION"), (.revisionMismatch, "STATUS_REVISION_MISMATCH"),
    (.integerOverflow, "STATUS_INTEGER_OVERFLOW"),
    (.privilegedInstruction, "STATUS_PRIVILEGED_INSTRUCTION"),
    (.insufficientResources, "STATUS_INSUFFICIENT_RESOURCES"), (.deviceNotReady, "STATUS_DEVICE_NOT_READY"),
    (.notSupported, "STATUS_NOT_SUPPORTED"), (.invalidUserBuffer, "STATUS_INVALID_USER_BUFFER"),
    (.commitmentLimit, "STATUS_COMMITMENT_LIMIT"), (.invalidBufferSize, "STATUS_INVALID_BUFFER_SIZE"),
    (.deviceRemoved, "STATUS_DEVICE_REMOVED"),
    (.graphicsInvalidDisplayAdapter, "STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER"),
    (.graphicsAdapterWasReset, "STATUS_GRAPHICS_ADAPTER_WAS_RESET"),
    (.graphicsDriverMismatch, "STATUS_GRAPHICS_DRIVER_MISMATCH"),
    (.graphicsNoVideoMemory, "STATUS_GRAPHICS_NO_VIDEO_MEMORY"),
    (.graphicsCantLockMemory, "STATUS_GRAPHICS_CANT_LOCK_MEMORY"),
    (.graphicsAllocationBusy, "STATUS_GRAPHICS_ALLOCATION_BUSY"),
    (.graphicsTooManyReferences, "STATUS_GRAPHICS_TOO_MANY_REFERENCES"),
    (.graphicsUnswizzlingApertureUnavailable, "STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE"),
    (.graphicsCantEvictPinnedAllocation, "STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION"),
    (.graphicsCantRenderLockedAllocation, "STATUS_GRAPHICS_CANT_RENDER_LOCKED_ALLOCATION"),
    (.graphicsGpuExceptionOnDevice, "STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE"),
  ]
}

import CWDDM
import DDI
import WDDM

/// Where the private data of allocations comes from: it is a secret between a driver and its user-mode half, and no
/// scenario can guess it.
enum PrivateData: Sendable {
  /// The driver understands `softgpu.h`: it answered so to UMDRIVERPRIVATE.
  case softGPU(SOFTGPU_ADAPTER)
  /// Files that a user gave; each is one allocation's.
  case files([[UInt8]])
  /// None: only what the kernel itself makes (standard allocations) can be created.
  case none

  enum Kind: CaseIterable, Sendable {
    case plain, cpuVisible, cached, primary, otherPrimary, backingStore, image, large, refused
  }

  /// What makes an allocation of that kind; nil when nothing is known that does.
  func blob(_ kind: Kind) -> [UInt8]? {
    switch self {
    case .softGPU(let card): Self.softGPU(kind, card)
    case .files(let blobs): kind == .plain ? blobs.first : kind == .refused ? [] : nil
    case .none: nil
    }
  }

  /// As many different ones as there are, for allocations that any will do for.
  func blobs(_ count: Int) -> [[UInt8]]? {
    if case .files(let blobs) = self { return (0..<count).map { blobs[$0 % blobs.count] } }
    return blob(.plain).map { [[UInt8]](repeating: $0, count: count) }
  }

  private static func softGPU(_ kind: Kind, _ card: SOFTGPU_ADAPTER) -> [UInt8]? {
    var wish = SOFTGPU_ALLOCATION()
    wish.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    wish.Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    wish.Size = 64 << 10
    wish.Format = 21  // D3DDDIFMT_A8R8G8B8
    switch kind {
    case .plain: break
    case .cpuVisible: wish.Flags = UInt32(SOFTGPU_ALLOCATION_CPUVISIBLE)
    case .cached: wish.Flags = UInt32(SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_CACHED)
    case .primary, .otherPrimary:
      wish.Flags = UInt32(SOFTGPU_ALLOCATION_PRIMARY)
      wish.Size = 0
      wish.Width = kind == .primary ? 640 : 800
      wish.Height = kind == .primary ? 480 : 600
    case .backingStore:
      guard InterfaceVersion(rawValue: card.InterfaceVersion) >= .wddm3_0 else { return nil }
      wish.Flags = UInt32(SOFTGPU_ALLOCATION_CPUVISIBLE | SOFTGPU_ALLOCATION_SHAREBACKINGSTORE)
    case .image:
      wish.Size = 0
      wish.Width = 333
      wish.Height = 17
    case .large: wish.Size = 48 << 20
    case .refused: wish.Alignment = 3
    }
    return unsafe withUnsafeBytes(of: wish) { unsafe Array($0) }
  }
}

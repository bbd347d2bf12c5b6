import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  static let flags: [Breach] = [
    Breach("K-094") { $0.answers(flags: [.cpuVisible, .synchronousPaging]) },
    Breach("K-102") { $0.answers(flags: .permanentSysMem) },
    Breach("K-103") { $0.answers(flags: .cached) },
    Breach("K-105") { $0.answers(flags: [.cpuVisible, .protected, .permanentSysMem]) },
    Breach("K-106") { $0.answers(flags: [.cpuVisible, .existingSysMem, .permanentSysMem]) },
    Breach("K-107") { $0.answers(flags: [.cpuVisible, .existingKernelSysMem, .permanentSysMem]) },
    Breach("K-108") { $0.answers(flags: [.cpuVisible, .existingSysMem], size: 4097) },
    Breach("K-109") { $0.answers(flags: [.cpuVisible, .existingKernelSysMem], size: 4097) },
    Breach("K-123", .wddm1_3) { $0.answers(flags: [.linkMirrored, .linkInstancedOrMapApertureCpuVisible]) },
    Breach("K-124") { $0.answers(flags: [.cpuVisible, .historyBuffer]) },
    Breach("K-126") { $0.answers(flags: .explicitResidencyNotification) },
    Breach("K-127") { $0.answers(flags: AllocationFlags(rawValue: 1 << 20)) },
    Breach("K-128") { $0.answers(flags: .linkInstancedOrMapApertureCpuVisible) },
    Breach("K-130") { $0.answers(flags: .alternateVAOrVpr) },
  ]

  static let backing: [Breach] = [
    // On an allocation without a resource, which cannot be shared.
    Breach("K-131") { $0.create = { args, _ in args.shareBackingStores() } },
    Breach("K-134", play: { Wire.create($0) }) { bend in
      bend.invents = true
      bend.create = { args, _ in args.shareBackingStores() }
    },
    Breach("K-135") { bend in
      bend.answers(flags: [.cpuVisible, .existingSysMem])
      bend.create = { args, _ in args.shareBackingStores() }
    },
    Breach("K-185") { $0.status[.setAllocationBackingStore] = .pending },
    Breach("K-366") { bend in
      bend.answers(flags: [])
      bend.create = { args, _ in args.shareBackingStores() }
    },
    Breach("K-369") { $0.backing = { unsafe $0.pBackingStore = nil } },
  ]
}

extension Bend {
  /// Every allocation is answered with these flags and none of the second word, in whole pages unless a size is given.
  mutating func answers(flags: AllocationFlags, size: UInt64? = nil) {
    info = {
      $0.Flags.Value = flags.rawValue
      $0.Flags2.Value = 0
      $0.Size = size.map { numericCast($0) } ?? ($0.Size + 4095) / 4096 * 4096
    }
  }
}

extension DXGKARG_CREATEALLOCATION {
  fileprivate mutating func shareBackingStores() {
    var infos = mutableInfos
    for index in infos.indices { infos[index].Flags2.ShareBackingStoreWithKmd = 1 }
  }
}

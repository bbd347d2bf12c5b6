import CWDDM
import DDI
import WDDM

@testable import Verifier

extension Breach {
  static let opening: [Breach] = [
    Breach("K-171") { bend in
      bend.status[.openAllocation] = .unsuccessful
      bend.forgives([.destroyAllocation, .destroyDevice])
    },
    Breach("K-172") { bend in
      bend.opened = { $0.hDeviceSpecificAllocation = nil }
      bend.forgives([.closeAllocation, .destroyAllocation, .destroyDevice])
    },
    Breach("K-174", play: { Wire.open($0) }) { bend in
      bend.invents = true
      bend.opened = { info in
        var data = info.mutablePrivateData
        data.fill(with: UInt8(1), at: 3)
      }
    },
    Breach("K-176") { $0.opened = { $0.hAllocation = 7 } },
    Breach("K-177", play: { Wire.open($0) }) { bend in
      bend.invents = true
      // SAFETY: the lent copy has 16 bytes.
      bend.open = { unsafe $0.pPrivateDriverData.storeBytes(of: 0, as: UInt8.self) }
    },
    Breach("K-364") { bend in
      bend.opened = { $0.hDeviceSpecificAllocation = HANDLE(bits: 0x40) }
      bend.forgives([.closeAllocation, .destroyAllocation, .destroyDevice])
    },
  ]

  static let description: [Breach] = [
    Breach("K-187", play: { Wire.describe($0) }) { $0.describe = { _ in .success } },
    Breach("K-189", play: { Wire.describe($0, 2) }) { bend in
      bend.describe = { args in
        args.Width = 64
        args.Height = 64
        let isSecond = args.hAllocation.bits == 2
        args.Format = isSecond ? D3DDDIFMT_X8R8G8B8 : D3DDDIFMT_A8R8G8B8
        args.PrivateDriverFormatAttribute = isSecond ? 1 : 0
        return .success
      }
    },
  ]

  static let destruction: [Breach] = [
    Breach("K-180") { $0.status[.closeAllocation] = .unsuccessful },
    Breach("K-190") { $0.status[.destroyAllocation] = .unsuccessful },
    Breach("K-191") { $0.destroy = { if $0.Flags.DestroyResource == 0 { $0.hResource = nil } } },
  ]
}

internal import WDDM

/// What the runtime keeps with a shared resource for whoever opens it: its private runtime data (U-054, U-119).
struct SharedDescription: BitwiseCopyable, Hashable {
  /// "DXRT": made by this runtime.
  private var magic: UInt32 = 0x5452_5844
  let width: UInt32
  let height: UInt32
  /// DXGI_FORMAT
  let format: UInt32
  let arraySize: UInt32

  init(_ plan: ResourcePlan) {
    width = plan.width
    height = plan.height
    format = plan.format
    arraySize = plan.arraySize
  }

  /// Nothing yet: what OpenResource writes over.
  init() {
    magic = 0
    width = 0
    height = 0
    format = 0
    arraySize = 0
  }

  /// Whether a runtime like this one made the resource.
  var isOurs: Bool { magic == 0x5452_5844 }
}

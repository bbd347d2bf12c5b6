import WDDM

/// The settings of a recording's header in one line: "softgpu, WDDM 3.1, 4,096.00 MiB video memory (256.00 MiB
/// visible), commit limit 8,192.00 MiB".
struct MachineText {
  private let settings: [Report.Setting]

  init(_ settings: [Report.Setting]) { self.settings = settings }

  var words: String {
    [adapter, version, videoMemory, commit].compactMap(\.self).joined(separator: ", ")
  }

  private var adapter: String? { value("adapter") }

  private var version: String? { value("wddm").map { "WDDM " + $0 } }

  private var videoMemory: String? {
    guard let total = size("vram") else { return nil }
    let visible = size("visible").map { " (\($0) visible)" } ?? ""
    return total + " video memory" + visible
  }

  private var commit: String? { size("commit").map { "commit limit " + $0 } }

  private func size(_ key: String) -> String? { value(key).flatMap(UInt64.init).map(Quantity.bytes) }

  private func value(_ key: String) -> String? {
    settings.first { $0.key == key && !$0.value.isEmpty }?.value
  }
}

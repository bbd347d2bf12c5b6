internal import Locks
package import WDDM

/// An adapter that was opened by what a caller calls it, and what it is beside its handle.
package struct NamedAdapter: Sendable, BitwiseCopyable {
  package let handle: UInt32
  package let luid: UInt64
  /// Which of the adapter's video present sources the name stands for; 0 where it stands for none.
  package let source: UInt32
}

extension Process {
  /// D3DKMTOpenAdapterFromGdiDisplayName: opens the adapter behind `\\.\DISPLAYn`. Each video present source that a
  /// driver reports is a display, counted from 1 in the order of the adapters (docs/deviations.md).
  ///
  /// - Throws: `STATUS_UNSUCCESSFUL` for a name that no display has, the empty one included (U-011, W-021, W-022);
  ///   `STATUS_NO_MEMORY` when the table is full (D-003).
  package func openAdapter(gdiDisplayName name: String) throws(Refusal) -> NamedAdapter {
    guard let display = Self.displayNumber(name) else {
      throw Refusal(.unsuccessful, "U-011", "DeviceName", UInt64(name.utf16.count))
    }
    var first: UInt32 = 1
    for adapter in kernel.adapters where adapter.isRunning {
      let sources = adapter.started?.sources ?? 0
      if display - first < sources {
        return NamedAdapter(
          handle: try openAdapter(luid: adapter.luid), luid: adapter.luid, source: display - first)
      }
      first += sources
    }
    throw Refusal(.unsuccessful, "U-011", "DeviceName", UInt64(display), bound: UInt64(first - 1))
  }

  /// The n of `\\.\DISPLAYn`, from 1; nil for a name of another form.
  private static func displayNumber(_ name: String) -> UInt32? {
    let prefix = #"\\.\DISPLAY"#
    guard name.uppercased().hasPrefix(prefix) else { return nil }
    let digits = name.dropFirst(prefix.count)
    guard let first = digits.first, ("1"..."9").contains(first), let number = UInt32(digits) else { return nil }
    return number
  }

  /// D3DKMTOpenAdapterFromDeviceName: opens the adapter whose device interface has this path
  /// (``Adapter/deviceInterface``). Case does not matter.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a path that none has; that of the class
  ///   GUID_DEVINTERFACE_DISPLAY_ADAPTER is none either (W-036, W-037); `STATUS_NO_MEMORY` when the table is full
  ///   (D-003).
  package func openAdapter(deviceName name: String) throws(Refusal) -> NamedAdapter {
    let wanted = name.uppercased()
    guard let adapter = kernel.adapters.first(where: { $0.deviceInterface.uppercased() == wanted }) else {
      throw Refusal(.invalidParameter, "W-037", "pDeviceName", UInt64(name.utf16.count))
    }
    return NamedAdapter(handle: try openAdapter(luid: adapter.luid), luid: adapter.luid, source: 0)
  }

  /// D3DKMTOpenAdapterFromHdc. There is no window system here, so no number is a device context of a display.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER`, always (W-025; docs/deviations.md).
  package func openAdapter(deviceContext: UInt64) throws(Refusal) -> NamedAdapter {
    throw Refusal(.invalidParameter, "W-025", "hDc", deviceContext)
  }
}

extension Adapter {
  /// The path of its device interface of the class GUID_DISPLAY_DEVICE_ARRIVAL, by which
  /// D3DKMTOpenAdapterFromDeviceName opens it (W-037). `dxgk adapters` shows it.
  package var deviceInterface: String {
    #"\\?\ROOT#DXGKIT#"# + hex(luid, digits: 16) + "#{1ca05180-a699-450a-9a0c-de4fbe3ddd89}"
  }
}

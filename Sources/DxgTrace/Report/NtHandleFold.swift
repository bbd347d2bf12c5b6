import Dxgkrnl

/// Follows the NT handles of a recording.
struct NtHandleFold {
  private var census = Report.HandleCensus<Report.OpenNtHandle>()
  private var open: [UInt32: Report.OpenNtHandle] = [:]
}

extension NtHandleFold {
  /// - Parameters:
  ///   - number: the handle, 0 for a call that never answered.
  ///   - name: its object's.
  mutating func add(_ created: NtHandleCreated, number: UInt64, name: String?, by maker: Report.Maker) {
    census.count(wasOpened: created.wasOpened)
    open[created.ntHandle] = Report.OpenNtHandle(created: created, number: number, name: name, maker: maker)
  }

  /// A handle that is not known was made where the recording has a gap.
  mutating func close(_ ntHandle: UInt32) {
    if open.removeValue(forKey: ntHandle) != nil { census.ended += 1 }
  }

  /// - Parameter limit: the most open handles to list; the oldest are.
  consuming func finish(_ report: inout Report, limit: Int) {
    census.keep(open.values.sorted { $0.created.ntHandle < $1.created.ntHandle }, limit: limit)
    report.ntHandles = census
  }
}

extension RecordedCall {
  /// The NT handle that this call answered, and the name it was asked for; zero and nil in other calls.
  var ntHandle: (number: UInt64, name: String?) {
    switch entryPoint {
    case .shareObjects:
      let block = block(as: ShareObjectsBlock.self)
      return (block.ntHandle, name(block.name))
    case .openNtHandleFromName, .openSyncObjectNtHandleFromName:
      let block = block(as: OpenNtHandleFromNameBlock.self)
      return (block.ntHandle, name(block.name))
    default: return (0, nil)
    }
  }

  private func name(_ range: ByteRange) -> String? {
    range.count == 0 ? nil : data(range).wideText
  }
}

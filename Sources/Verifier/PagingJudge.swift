import CWDDM
import DDI
import Locks
import WDDM

// What a driver says of its page tables.
extension VerifyingMiniport {
  func judge(_ caps: DXGK_GPUMMUCAPS) {
    if !(2...6).contains(caps.PageTableLevelCount) {
      found(query: "K-323", "PageTableLevelCount", UInt64(caps.PageTableLevelCount))
    }
    let byCpu = caps.PageTableUpdateMode == DXGK_PAGETABLEUPDATE_CPU_VIRTUAL
    books.records.withLock { $0.adapter.updatesPageTablesByCpu = byCpu }
  }

  func judge(_ level: DXGK_PAGE_TABLE_LEVEL_DESC) {
    let (isCpuUpdated, facts) = books.records.withLock { ($0.adapter.updatesPageTablesByCpu, $0.facts) }
    let segment = level.PageTableSegmentId
    let set: UInt32 = (1...32).contains(segment) ? 1 << (segment - 1) : 0
    let isLocal = set & facts.known & ~facts.apertures != 0
    // Tables that the CPU writes are where it sees them: in system memory (K-324).
    if isLocal, isCpuUpdated { found(query: "K-324", "PageTableSegmentId", UInt64(segment)) }
    let size = UInt64(level.PageTableSizeInBytes)
    // Whole pages, and one of them in system memory (K-327).
    if size % pageSize != 0 || (!isLocal && size > pageSize) {
      found(query: "K-327", "PageTableSizeInBytes", size)
    }
  }
}

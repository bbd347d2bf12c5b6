package import CWDDM
import DDI
import Locks
package import WDDM

extension VerifyingMiniport {
  /// DxgkDdiQueryAdapterInfo, its output between guards; what is answered is judged by its type.
  package func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    switch args.Type {
    case DXGKQAITYPE_QUERYSEGMENT: return querySegments(adapter, &args, .first)
    case DXGKQAITYPE_QUERYSEGMENT3: return querySegments(adapter, &args, .third)
    case DXGKQAITYPE_QUERYSEGMENT4: return querySegments(adapter, &args, .fourth)
    case DXGKQAITYPE_SEGMENTMEMORYSTATE: return queryMemoryState(adapter, &args)
    default: break
    }
    let status = guardedQuery(adapter, &args)
    guard status.isSuccess else { return status }
    switch args.Type {
    case DXGKQAITYPE_DRIVERCAPS: judge(args.answer(as: DXGK_DRIVERCAPS()))
    case DXGKQAITYPE_GPUMMUCAPS: judge(args.answer(as: DXGK_GPUMMUCAPS()))
    case DXGKQAITYPE_PAGETABLELEVELDESC: judge(args.answer(as: DXGK_PAGE_TABLE_LEVEL_DESC()))
    default: break
    }
    return status
  }

  /// Runs the driver with the output between guards: as many bytes are its as it was told (K-010).
  func guardedQuery(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    // SAFETY: the caller's output is as long as the block says; the room holds a copy of it while the driver runs.
    let given = unsafe (args.pInputData, args.pOutputData)
    let size = unsafe given.1 == nil ? 0 : Int(args.OutputDataSize)
    // Input and output may be the same bytes; they stay so.
    let isSame = unsafe given.0 == given.1
    return GuardedRoom.with(GuardedRoom.size(of: size)) { room in
      let own = unsafe room.copy(given.1, size)
      if let own = unsafe own {
        unsafe args.pOutputData = own
        if isSame { unsafe args.pInputData = own }
      }
      let status = run(.queryAdapterInfo) { base.queryAdapterInfo(adapter, &args) }
      if unsafe !room.isIntactInFront || !room.isIntact(behind: own, size) {
        found(query: "K-010", "pOutputData", UInt64(size))
      }
      if let to = unsafe given.1, let own = unsafe own { unsafe to.copyMemory(from: own, byteCount: size) }
      unsafe (args.pInputData, args.pOutputData) = given
      return status
    }
  }

  func found(query rule: Rule, _ argument: Refusal.Argument, _ value: UInt64) {
    books.report(rule, .queryAdapterInfo, argument, value)
  }
}

extension DXGKARG_QUERYADAPTERINFO {
  /// The output as a struct of the newest version; what the driver was not told of keeps the bytes of `blank`.
  func answer<Record>(as blank: Record) -> Record {
    var record = blank
    let count = unsafe pOutputData == nil ? 0 : min(Int(OutputDataSize), MemoryLayout<Record>.size)
    // SAFETY: a struct of C, plain data; the output has `count` bytes.
    unsafe withUnsafeMutableBytes(of: &record) { bytes in
      unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(start: count == 0 ? nil : pOutputData, count: count))
    }
    return record
  }
}

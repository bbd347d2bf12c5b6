import WDDM

/// `D3DDDICB_LOCKFLAGS`, as the documentation numbers them.
private enum Flags {
  static let readOnly: UInt32 = 1 << 0
  static let writeOnly: UInt32 = 1 << 1
  static let donotWait: UInt32 = 1 << 2
  static let ignoreSync: UInt32 = 1 << 3
  static let lockEntire: UInt32 = 1 << 4
  static let acquireAperture: UInt32 = 1 << 6
  static let discard: UInt32 = 1 << 7
  static let noExistingReference: UInt32 = 1 << 8
  static let useAlternateVA: UInt32 = 1 << 9
  static let ignoreReadSync: UInt32 = 1 << 10
}

// MARK: - Lock2 and Unlock2

extension KernelModel {
  mutating func lock2(_ process: Int, device: UInt32, _ handle: UInt32, flags: UInt32) -> NTStatus {
    guard flags == 0, let index = allocation(process, device, handle) else { return .invalidParameter }
    let (served, _) = self.device(process, device)
    guard served == .success else { return served }
    let allocation = processes[process].allocations[index]
    if allocation.isProtected || isOthersMemory(process, allocation) { return .invalidParameter }
    guard allocation.locks2 + allocation.locks < limits.locks else { return .graphicsTooManyReferences }
    processes[process].allocations[index].locks2 += 1
    noteLocked(process, index)
    return .success
  }

  mutating func unlock2(_ process: Int, device: UInt32, _ handle: UInt32) -> NTStatus {
    guard let index = allocation(process, device, handle), processes[process].allocations[index].locks2 > 0 else {
      return .invalidParameter
    }
    processes[process].allocations[index].locks2 -= 1
    return .success
  }

  /// An allocation that belongs to a device.
  private func allocation(_ process: Int, _ device: UInt32, _ handle: UInt32) -> Int? {
    guard processes[process].devices.contains(where: { $0.handle == device }) else { return nil }
    return processes[process].allocations.firstIndex { $0.handle == handle && $0.device == device }
  }

  private func isOthersMemory(_ process: Int, _ allocation: Allocation) -> Bool {
    guard let (number, _) = allocation.shared else { return false }
    return allocation.callerMemory != 0 && shared[number]!.creator != processes[process].ordinal
  }

  /// Its file holds its pages from now on.
  private mutating func noteLocked(_ process: Int, _ index: Int) {
    let allocation = processes[process].allocations[index]
    guard let (number, place) = allocation.shared else {
      processes[process].allocations[index].wasLocked = true
      return
    }
    shared[number]!.allocations[place].wasLocked = true
  }

  /// Whether the CPU's view of an allocation is for reading: it was opened without the right to write (U-144).
  func isSeenForReading(_ process: Int, _ handle: UInt32) -> Bool {
    let own = processes[process]
    guard let allocation = own.allocations.first(where: { $0.handle == handle }), allocation.callerMemory == 0 else {
      return false
    }
    return own.resources.contains { $0.handle == allocation.resource && $0.isReadOnly }
  }
}

// MARK: - Lock and Unlock

extension KernelModel {
  mutating func lock(
    _ process: Int, device: UInt32, _ handle: UInt32, flags: UInt32, pages: [UInt32]
  ) -> NTStatus {
    func has(_ all: UInt32) -> Bool { flags & all == all }
    if flags >= 1 << 11 || has(Flags.readOnly | Flags.writeOnly) || has(Flags.ignoreSync | Flags.acquireAperture) {
      return .invalidParameter
    }
    if has(Flags.useAlternateVA), !has(Flags.acquireAperture) { return .invalidParameter }
    if has(Flags.lockEntire), !pages.isEmpty { return .invalidParameter }
    guard let index = allocation(process, device, handle) else { return .invalidParameter }
    let (served, _) = self.device(process, device)
    guard served == .success else { return served }
    let allocation = processes[process].allocations[index]
    let status = judge(process, allocation, flags)
    guard status == .success else { return status }
    if pages.contains(where: { UInt64($0) << 12 >= allocation.size }) { return .invalidParameter }
    guard allocation.locks2 + allocation.locks < limits.locks else { return .graphicsTooManyReferences }
    if allocation.locks > 0, allocation.isExclusive || has(Flags.acquireAperture) { return .invalidParameter }
    processes[process].allocations[index].locks += 1
    processes[process].allocations[index].isExclusive = has(Flags.acquireAperture)
    noteLocked(process, index)
    return .success
  }

  /// Whether that allocation can be locked with those flags.
  private func judge(_ process: Int, _ allocation: Allocation, _ flags: UInt32) -> NTStatus {
    let resource = processes[process].resources.first { $0.handle == allocation.resource }
    // Only its creator locks what is shared, but a primary is everybody's (U-173).
    if let resource, !resource.isCreators, !allocation.isPrimary { return .invalidParameter }
    if allocation.isProtected || isOthersMemory(process, allocation) { return .invalidParameter }
    let aperture: UInt32 = 0b100
    if flags & Flags.useAlternateVA != 0, allocation.shared != nil { return .invalidParameter }
    if flags & Flags.acquireAperture != 0 {
      // There are swizzling ranges in WDDM 1.x, for what can be in video memory.
      guard isFirstGeneration, allocation.segments != aperture else { return .invalidParameter }
    }
    let renames =
      flags & Flags.discard != 0 && !allocation.isPrimary && allocation.shared == nil && allocation.callerMemory == 0
    if renames, flags & Flags.noExistingReference == 0 { return .graphicsAllocationBusy }
    let both = Flags.ignoreSync | Flags.donotWait
    if flags & both == both && !renames || flags & Flags.ignoreReadSync != 0 {
      // CPU and GPU look at once only in an aperture (U-163), and what is renamed nobody looks at (U-164).
      guard allocation.segments == 0 || allocation.segments & aperture != 0 else { return .invalidParameter }
    }
    return .success
  }

  mutating func unlock(_ process: Int, device: UInt32, _ list: [UInt32]) -> NTStatus {
    guard processes[process].devices.contains(where: { $0.handle == device }) else { return .invalidParameter }
    var allocations = processes[process].allocations
    for handle in list {
      guard let index = allocation(process, device, handle), allocations[index].locks > 0 else {
        return .invalidParameter
      }
      allocations[index].locks -= 1
      if allocations[index].locks == 0 { allocations[index].isExclusive = false }
    }
    processes[process].allocations = allocations
    return .success
  }
}

// MARK: - Priorities

extension KernelModel {
  /// Whose priority is meant: a resource's allocations, or a list.
  enum Subject {
    case resource(UInt32)
    case list([UInt32])
    /// A resource and a list.
    case both(UInt32, [UInt32])
  }

  mutating func setPriority(_ process: Int, device: UInt32, _ subject: Subject, _ priorities: [UInt32]) -> NTStatus {
    let (status, indices) = find(process, device, subject)
    for (place, index) in indices.enumerated() {
      let priority = if case .list = subject { priorities[place] } else { priorities[0] }
      if let (number, place) = processes[process].allocations[index].shared {
        shared[number]!.allocations[place].priority = priority
      } else {
        processes[process].allocations[index].priority = priority
      }
    }
    return status
  }

  /// Of a resource the lowest of its allocations, else that of each.
  func priorities(_ process: Int, device: UInt32, _ subject: Subject) -> (NTStatus, [UInt32]) {
    let (status, indices) = find(process, device, subject)
    let all = indices.map { index in
      let allocation = processes[process].allocations[index]
      return allocation.shared.map { shared[$0.number]!.allocations[$0.index].priority } ?? allocation.priority
    }
    if case .list = subject { return (status, all) }
    return (status, [all.min() ?? 0])
  }

  private func find(_ process: Int, _ handle: UInt32, _ subject: Subject) -> (NTStatus, [Int]) {
    let (served, _) = device(process, handle)
    guard served == .success else { return (served, []) }
    let own = processes[process]
    switch subject {
    case .both: return (.invalidParameter, [])
    case .resource(let resource):
      guard own.resources.contains(where: { $0.handle == resource && $0.device == handle }) else {
        return (.invalidParameter, [])
      }
      return (.success, own.allocations.indices.filter { own.allocations[$0].resource == resource })
    case .list(let list):
      let found = list.compactMap { allocation(process, handle, $0) }
      return list.isEmpty || found.count < list.count ? (.invalidParameter, []) : (.success, found)
    }
  }
}

package import WDDM

/// A place where something can be made to fail: a function of the driver, a callback of the kernel, or a step of the
/// machine's memory.
package enum FaultPoint: Hashable, Sendable {
  case driver(DriverFunction)
  case callback(KernelCallback)
  case memory(MemoryStep)

  /// What is asked of the machine's memory and may be refused.
  package enum MemoryStep: UInt32, CaseIterable, Sendable {
    /// A new sparse file.
    case makeFile = 1
    /// A view of one.
    case map = 2
    /// Whether a caller's range is mapped; made to fail, it is not.
    case isMapped = 3
    /// A view that only reads.
    case mapReadOnly = 4
    /// A view of a section of the caller's.
    case mapSection = 5
    /// Whether a caller may write to its range; made to fail, it may not.
    case isWritable = 6
  }

  /// Windows' name, or `Memory.` and the step: what plans and reports write.
  package var name: Refusal.Argument {
    switch self {
    case .driver(let function): function.name
    case .callback(let callback): callback.name
    case .memory(.makeFile): "Memory.makeFile"
    case .memory(.map): "Memory.map"
    case .memory(.mapReadOnly): "Memory.mapReadOnly"
    case .memory(.isMapped): "Memory.isMapped"
    case .memory(.mapSection): "Memory.mapSection"
    case .memory(.isWritable): "Memory.isWritable"
    }
  }

  /// Every point that a plan may name.
  package static let all: [FaultPoint] =
    DriverFunction.allCases.map(FaultPoint.driver).filter { !$0.statuses.isEmpty }
    + KernelCallback.allCases.map(FaultPoint.callback).filter { $0 != .callback(.unserved) && $0.canFail }
    + MemoryStep.allCases.map(FaultPoint.memory)

  package init?(name: some StringProtocol) {
    guard let point = Self.all.first(where: { "\($0.name)" == name }) else { return nil }
    self = point
  }
}

// MARK: - What a failure looks like

extension FaultPoint {
  /// The statuses that this point may legally fail with, the usual one first. Empty for what answers NULL, 0 or "no"
  /// instead of a status.
  ///
  /// Where a function's page lists its statuses they are those; where it says "an NTSTATUS error code", they are the
  /// ones that the samples of drivers return.
  package var statuses: [NTStatus] {
    switch self {
    case .driver(let function): function.failures
    case .callback(.getDeviceInformation): [.unsuccessful, .invalidParameter, .insufficientResources]
    case .callback(.mapMemory): [.insufficientResources, .noMemory, .unsuccessful, .invalidParameter]
    case .callback(.isFeatureEnabled), .callback(.queryFeatureSupport): [.notSupported, .invalidParameter]
    case .memory(.makeFile), .memory(.map), .memory(.mapReadOnly), .memory(.mapSection): [.noMemory]
    case .callback, .memory(.isMapped), .memory(.isWritable): []
    }
  }

  /// Whether a caller may find this refused with nothing done. Functions that end something are not asked: the kernel
  /// goes on whatever they say, so their failure is an answer given after the work.
  package var isRefusable: Bool {
    guard case .driver(let function) = self else { return canFail }
    return switch function {
    case .stopDevice, .removeDevice, .notifySurpriseRemoval, .destroyProcess, .destroyDevice, .destroyAllocation,
      .closeAllocation, .unload:
      false
    default: true
    }
  }

  private var canFail: Bool { self != .callback(.unmapMemory) && self != .callback(.releaseHandleData) }
}

extension DriverFunction {
  /// See ``FaultPoint/statuses``; empty for what returns nothing and for what this kernel does not call.
  fileprivate var failures: [NTStatus] {
    switch self {
    case .createAllocation, .openAllocation: [.noMemory, .invalidParameter, .graphicsDriverMismatch]
    case .createDevice, .getStandardAllocationDriverData: [.noMemory]
    case .queryAdapterInfo: [.noMemory, .invalidParameter, .graphicsDriverMismatch, .notSupported, .bufferTooSmall]
    case .escape: [.noMemory, .invalidParameter, .notSupported]
    case .unload, .driverEntry, .queryDependentEngineGroup, .queryEngineStatus, .resetEngine: []
    default: [.insufficientResources, .noMemory, .unsuccessful, .invalidParameter, .notSupported]
    }
  }
}

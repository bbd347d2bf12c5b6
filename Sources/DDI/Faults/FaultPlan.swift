package import WDDM

/// What is to fail, and when: data, which a person writes as text (`docs/faults.md`) and a run prints as what fired.
package struct FaultPlan: Hashable, Sendable, CustomStringConvertible {
  /// In order; the first that says so fails a step.
  package var faults: [Fault]

  package init(_ faults: [Fault] = []) { self.faults = faults }

  /// The plan in its text form, one fault a line.
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// One line of a plan.
package struct Fault: Hashable, Sendable {
  /// Which steps it counts, and may fail.
  package enum Target: Hashable, Sendable {
    case point(FaultPoint)
    /// `DxgkDdi*`: every function of the driver that may be refused.
    case driver
    /// `DxgkCb*`: every callback that may fail.
    case callbacks
    /// `Memory.*`
    case memory
    /// `*`: all of them.
    case everything
  }

  /// Which of the steps that it counts, from 1, fail.
  package enum When: Hashable, Sendable {
    /// `3`
    case nth(UInt64)
    /// `3+`: that one and all after it.
    case from(UInt64)
    /// `every`
    case every
    /// `random 1/64 seed 7`: each with that probability; the same seed fails the same ones.
    case random(numerator: UInt32, denominator: UInt32, seed: UInt64)
    /// `stacks`: each that is reached by a call stack not seen before.
    case newStacks
  }

  package var target: Target
  package var when: When
  /// Nil: the usual one of the point.
  package var status: NTStatus?

  package init(_ target: Target, _ when: When, _ status: NTStatus? = nil) {
    self.target = target
    self.when = when
    self.status = status
  }
}

extension Fault.Target {
  package func covers(_ point: FaultPoint) -> Bool {
    switch (self, point) {
    case (.point(let own), _): own == point
    case (.everything, _): point.isRefusable
    case (.driver, .driver), (.callbacks, .callback), (.memory, .memory): point.isRefusable
    default: false
    }
  }
}

extension Fault: CustomStringConvertible {
  package var description: String {
    let what =
      switch target {
      case .point(let point): "\(point.name)"
      case .driver: "DxgkDdi*"
      case .callbacks: "DxgkCb*"
      case .memory: "Memory.*"
      case .everything: "*"
      }
    let which =
      switch when {
      case .nth(let number): "\(number)"
      case .from(let number): "\(number)+"
      case .every: "every"
      case .random(let numerator, let denominator, let seed): "random \(numerator)/\(denominator) seed \(seed)"
      case .newStacks: "stacks"
      }
    return "\(what) \(which)" + (status.map { " \($0)" } ?? "")
  }
}

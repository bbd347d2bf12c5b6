/// Why nothing checks a rule. There are no others.
package enum Reason: String, CaseIterable, Sendable {
  // What this kernel has not got yet.
  case residency, submission, addresses, display, power, hardware, daemon, replay

  // What is not this kernel's.
  case guest, paravirtual, runtime

  // What nothing can break, or nobody can see.
  case definition, advice, unobservable, contradicted

  /// The reason as the end of "not checked: …".
  package var text: String {
    switch self {
    case .residency: "comes with residency, paging and budgets"
    case .submission: "comes with contexts and command submission"
    case .addresses: "comes with GPU virtual addresses"
    case .display: "needs a display"
    case .power: "needs power states"
    case .hardware: "needs hardware that this machine has not: swizzling ranges, AGP, linked adapters, an IOMMU"
    case .daemon: "comes with the daemon"
    case .replay: "comes with replay"
    case .guest: "describes Microsoft's guest for WSL, where Windows itself differs or says nothing"
    case .paravirtual: "concerns drivers in a virtual machine"
    case .runtime: "is for Direct3D, DXGI or Vulkan, above D3DKMT"
    case .definition: "says what something means; nothing can break it"
    case .advice: "is advice to who writes a driver; nothing shows whether it was taken"
    case .unobservable: "cannot be observed in user mode"
    case .contradicted: "is contradicted by other sources"
    }
  }
}

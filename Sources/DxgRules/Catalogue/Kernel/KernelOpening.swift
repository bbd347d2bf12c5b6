import WDDM

extension RuleGroup {
  static let kernelOpening = RuleGroup(
    "kernel-opening", "Opening, closing, backing stores",
    [
      "K-171": "OpenAllocation answers success, invalid, no memory, or mismatch",
      "K-172": "every opening gets a handle",
      "K-173": "an allocation opens on any device of its adapter",
      "K-174": "private data changes with Flags.Create only",
      "K-175": "the user-mode driver sees what the driver changed",
      "K-176": "an opening names the allocation by the kernel's handle",
      "K-177": "the resource's data never changes in an opening",
      "K-178": .not(.submission, "SubresourceIndex is for drivers that accelerate GDI, and in range"),
      "K-179": .not(.submission, "SubresourceOffset and Pitch are answered for linear shared textures in the aperture"),
      "K-180": "an allocation is closed everywhere before it is destroyed",
      "K-181": "a resource's allocations are closed in one call",
      "K-182": .not(.unobservable, "CloseAllocation runs at PASSIVE_LEVEL"),
      "K-183": "SetAllocationBackingStore comes during the creation, with an address of the system",
      "K-184": "the address is good until DestroyAllocation",
      "K-185": "SetAllocationBackingStore may fail",
      "K-186": "each device has its own handle of a shared surface",
    ])

  static let describing = RuleGroup(
    "describing", "Describing",
    [
      "K-187": "a driver can describe primaries and what is presented",
      "K-188": .not(.unobservable, "DescribeAllocation runs at PASSIVE_LEVEL"),
      "K-189": "equal layouts have equal format attributes",
    ])
}

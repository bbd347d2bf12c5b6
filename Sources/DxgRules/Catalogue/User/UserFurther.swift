import WDDM

extension RuleGroup {
  static let backingStore = RuleGroup(
    "backing-store", "Backing store, cross-adapter, statistics",
    [
      "U-345": "a backing store shared with the driver: system memory, created shared, CPU visible, nothing existing",
      "U-346": "what shares its backing store can be locked and made resident like anything else",
      "U-347": "the driver's address of a backing store is good until DxgkDdiDestroyAllocation",
      "U-348": .not(
        .contradicted, "two pages disagree on the version of DxgkDdiSetAllocationBackingStore",
        note: "3.0, where the slot is"),
      "U-349": "a cross-adapter resource is one linear shared allocation in the aperture; its pitch is aligned",
      "U-350": .not(.unobservable, "QueryStatistics has names and a size, and no contract"),
    ])

  static let further = RuleGroup(
    "further", "Further statements of the pages",
    [
      "U-351": .not(.advice, "clients should call CreateAllocation2"),
      "U-352": .not(.advice, "new clients should use D3DDDI_ALLOCATIONINFO2"),
      "U-353": .not(.definition, "other status codes than the listed ones must be expected"),
      "U-354": "each kind of private data may be missing",
      "U-355": "private data is between the two drivers; the kernel does not look into it",
      "U-356": "a surface's pSysMem is what a driver passes as pSystemMem",
      "U-357": "pSystemMem is an input, and does not change",
      "U-358": .not(.display, "a primary may be pinned when it is created"),
      "U-359": "a primary goes where it prefers, or anywhere that the CPU reaches",
      "U-360": "back buffers are marked like the primary",
      "U-361": "with OverridePriority the caller's priority replaces the driver's",
      "U-362": "hKMResource means something to the kernel-mode driver",
      "U-363": .not(.definition, "whether a device or a resource owns an allocation makes no difference to a driver"),
      "U-364": "a flip chain is one resource with an allocation for each buffer",
      "U-365": "the sample for standard allocations does not do what its text says",
      "U-366": "what published samples leave uninitialised is looked at as little as possible",
      "U-367": "the guest's second standard type has no memory, which contradicts U-064 and U-067",
      "U-368": .not(.unobservable, "PhysicallyContiguous, NoKmdAccess and WriteWatch have one line of text each"),
      "U-369": "SwapChainBackBuffer is accepted and ignored",
      "U-370": .not(.submission, "commands name hAllocation"),
      "U-371": "after a failed creation hAllocation means nothing",
      "U-372": "CreateShared lets every device open; RestrictSharedAccess too, and restricts what nobody says",
      "U-373": "removal that pfnAllocateCb told is passed on",
      "U-374": "a resource and a list together: the page of the structure is followed",
      "U-375": "a standard allocation may have private data, as on Windows",
    ])
}

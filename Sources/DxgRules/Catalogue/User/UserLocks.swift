import WDDM

extension RuleGroup {
  static let lock = RuleGroup(
    "lock", "Lock (WDDM 1.x)",
    [
      "U-155": "ReadOnly and WriteOnly exclude each other",
      "U-156": "IgnoreSync and AcquireAperture exclude each other",
      "U-157": "UseAlternateVA needs AcquireAperture",
      "U-158": "UseAlternateVA is not for shared allocations",
      "U-159": "what is locked with UseAlternateVA cannot be locked again",
      "U-160": "what is locked without AcquireAperture cannot be locked again with it",
      "U-161": "AcquireAperture is not for what lives in apertures only",
      "U-162": "a lock through a swizzling range ends before the next one",
      "U-163": "IgnoreSync and IgnoreReadSync need an aperture, no swizzling, and no incoherent cache",
      "U-164": "IgnoreSync and DonotWait mean nothing with Discard",
      "U-165": "IgnoreSync means nothing without DonotWait",
      "U-166": .not(.submission, "DonotWait on a busy allocation fails instead of waiting"),
      "U-167": .not(.residency, "DonotEvict fails where only an eviction would help"),
      "U-168": .not(.submission, "IgnoreReadSync waits for the GPU's writes and not for its reads"),
      "U-169": "LockEntire goes without a list of pages",
      "U-170": .not(.residency, "a lock that must copy needs LockEntire or a list of pages"),
      "U-171": "only what the driver described as CpuVisible can be locked",
      "U-172": .not(.residency, "retired instances and offered allocations cannot be locked"),
      "U-173": "only its creator locks a shared allocation",
      "U-174": "Discard means nothing for pinned, primary and shared allocations",
      "U-175": .not(.submission, "a Discard may answer another allocation, which counts from then on"),
      "U-176": .not(.submission, "once a command names the newer instance, none may name the older"),
      "U-177": "a renamed instance is made without DxgkDdiCreateAllocation",
      "U-178": "a failed Discard is tried again after a flush, with NoExistingReference",
      "U-179": "NoExistingReference lets any instance be used again",
      "U-180": .not(.submission, "a renaming list of length 0 has no limit"),
      "U-181": "while locked, the address stays and can be read and written",
      "U-182": "each lock has its unlock",
      "U-183": "an Unlock names allocations of one device",
      "U-184": .not(.submission, "drawing from what is locked in video memory moves it, or fails"),
      "U-185": .not(.hardware, "a pinned allocation without a free swizzling range cannot be locked"),
    ])

  static let lock2 = RuleGroup(
    "lock2", "Lock2 (WDDM 2)",
    [
      "U-186": "Lock2 takes no flags",
      "U-187": "Lock2 neither renames nor waits",
      "U-188": "Lock2 answers an address in the backing store or in the CPU's view of video memory",
      "U-189": .not(.residency, "what is cached can be locked in an aperture or when it is not resident"),
      "U-190": .not(.residency, "what lies where the CPU sees all can be locked always"),
      "U-191": .not(.residency, "what the CPU must reach needs an aperture, if its segments are out of reach"),
      "U-192": "what the CPU cannot reach is locked in an aperture or in system memory only",
      "U-193": .not(
        .residency, "what was locked while not resident, and has no aperture, stays out until it is unlocked"),
      "U-194": "locks of one allocation nest",
      "U-195": "an Unlock2 needs a Lock2",
      "U-196": "Lock2 of memory that was brought answers the caller's address",
      "U-197": "a view may be kept as long as the allocation",
    ])
}

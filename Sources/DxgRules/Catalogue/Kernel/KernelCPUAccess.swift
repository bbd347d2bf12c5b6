import WDDM

extension RuleGroup {
  static let cpuAccess = RuleGroup(
    "cpu-access", "Swizzling and the CPU",
    [
      "K-290": .not(.hardware, "AcquireSwizzlingRange succeeds, is unsupported, or unavailable (0x10E/0x0F)"),
      "K-291": .not(.hardware, "ranges are for locks that ask for them"),
      "K-292": .not(.hardware, "an acquired range is kept for the next lock"),
      "K-293": .not(.hardware, "ranges are alike"),
      "K-294": .not(.hardware, "acquiring a range does not disturb the GPU"),
      "K-295": .not(.hardware, "RangeSize changes for UseAlternateVA only"),
      "K-296": .not(.hardware, "ReleaseSwizzlingRange succeeds (0x10E/0x10)"),
      "K-297": "WDDM 2 has no swizzling ranges",
      "K-298": "the CPU's window on a segment is linear",
      "K-299": .not(.residency, "a CPU view works on wherever the content is"),
      "K-300": .not(.hardware, "what the CPU reaches in an aperture is not swizzled"),
      "K-301": "a lock of what is in system memory is none of the driver's business",
      "K-302": .not(.residency, "what is cached can be locked in an aperture or when it is not resident"),
      "K-303": .not(.residency, "what lies where the CPU sees all can be locked always"),
      "K-304": .not(.residency, "what the CPU must reach needs an aperture, if its segments are out of reach"),
      "K-305": "what the CPU cannot reach is locked in an aperture, or when it is not resident",
      "K-306": .not(.residency, "what was locked while not resident stays out until it is unlocked"),
      "K-307": .not(.residency, "what was retired or offered cannot be locked"),
      "K-308": .not(.residency, "DonotEvict fails a lock that would evict"),
      "K-309": "IgnoreSync needs an aperture, no swizzling, and no incoherent cache",
      "K-310": "Discard means nothing for pinned, primary and shared allocations",
      "K-311": "flags of a lock that exclude or need each other",
      "K-312": "UseAlternateVA is not for shared allocations, and not twice",
      "K-313": .not(.residency, "a CPU host aperture works from the start (0x10E/0x2D, 0x2E)"),
      "K-314": .not(.submission, "renamed instances are the kernel's"),
    ])
}

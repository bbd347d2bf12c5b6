import WDDM

extension RuleGroup {
  static let standard = RuleGroup(
    "standard", "Standard allocations",
    [
      "K-151": "GetStandardAllocationDriverData answers success or no memory",
      "K-152": "what it answers goes to CreateAllocation",
      "K-153": "a GDI surface that the CPU sees has its pitch answered",
      "K-154": "without buffers it tells sizes and changes nothing",
      "K-155": "one size may be 0, and not both",
      "K-156": .not(.display, "the shared primary is pinned"),
      "K-157": .not(.display, "several processes may lock a shared primary"),
      "K-158": "a shadow has the primary's format and size, and its pitch answered",
      "K-159": "a staging surface is X8R8G8B8 of the back buffer's size, and its pitch answered",
      "K-160": "three kinds of GDI surfaces have their pitch answered",
      "K-161": "a GDI surface has no flags",
      "K-162": "A8 is for staging",
      "K-163": "TEXTURE is shared, and not CPU visible",
      "K-164": "STAGING_CPUVISIBLE and EXISTINGSYSMEM are CPU visible, linear and aligned",
      "K-165": "STAGING and LOOKUPTABLE are not CPU visible",
      "K-166": "an EXISTINGSYSMEM surface has an address",
      "K-167": "TEXTURE_CROSSADAPTER is shared across adapters, and aligned for it",
      "K-168": "the other two kinds are the system's",
      "K-169": "SupportKernelModeCommandBuffer needs a coherent aperture",
      "K-170": "a shared primary in an aperture is backed by a section",
    ])
}

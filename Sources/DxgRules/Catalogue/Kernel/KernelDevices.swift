import WDDM

extension RuleGroup {
  static let devices = RuleGroup(
    "devices", "Devices, contexts, processes",
    [
      "K-209": "CreateDevice fails for want of memory only",
      "K-210": "hDevice goes in as the kernel's and comes out as the driver's",
      "K-211": "DestroyDevice frees all that is the device's",
      "K-212": .not(.submission, "CreateContext fails for want of memory, or for a mismatch, only"),
      "K-213": .not(.submission, "a context uses what its device has"),
      "K-214": .not(.submission, "DMA buffers lie in apertures"),
      "K-215": .not(.submission, "DMA buffers in 0 are contiguous system memory"),
      "K-216": .not(.submission, "buffers grow and shrink, never below what was told"),
      "K-217": .not(.submission, "a GDI context has a list of 256"),
      "K-218": .not(.submission, "DMA private data begins with zeroes and is the driver's"),
      "K-219": .not(.addresses, "GPU addresses are reserved inside CreateProcess only"),
      "K-220": .not(.addresses, "the root's first entry is invalid; reservations cover whole tables"),
      "K-221": .not(.addresses, "reserved entries are marked invalid again when a table comes back"),
      "K-222": .not(.addresses, "SetRootPageTable finds its context not running"),
      "K-223": .not(.addresses, "SetRootPageTable comes before the first command, and after every change"),
      "K-224": .not(.addresses, "GetRootPageTableSize is for two levels, and whole pages"),
      "K-225": .not(.submission, "context allocations are for contexts of programs"),
      "K-226": .not(.submission, "a context allocation is resident while its context may run"),
      "K-227": .not(.submission, "a context allocation with an address is CpuVisible, Protected, in apertures"),
      "K-228": .not(.submission, "a context allocation may be destroyed at any time"),
      "K-229": .not(.submission, "a context allocation is a context's or all contexts' of a device"),
      "K-230": .not(.submission, "UpdateContextAllocation returns when it is done"),
    ])
}

import WDDM

extension RuleGroup {
  static let observedHandles = RuleGroup(
    "observed-handles", "Handle values",
    [
      "W-001": "a local handle has a top bit set and its low six bits clear",
      "W-002": "a global handle has a top bit set and ends in 2",
      "W-003": "all kinds of a process share one sequence, 0x40 apart",
      "W-004": "a freed handle is not the next one",
      "W-005": "a failed call uses up no handle",
      "W-006": "a global handle leaves no gap in the local sequence",
      "W-007": "a resource is numbered before its allocations, when created and when opened",
      "W-008": "without CreateResource an allocation is one handle",
      "W-009": "an NT handle has neither top bit set",
      "W-010": "the first handle is 0x40000000: six bits, an index of 24, two bits of use",
      "W-011": .not(
        .guest, "the guest for WSL reuses an index after 128 others",
        note: "ours come back after 50 million creations"),
      "W-012": .not(.guest, "the guest for WSL finds a handle by index, use and type"),
      "W-013": .not(.definition, "types of handles are numbered from adapter 1 to tracked workload 19"),
      "W-014": .not(.guest, "in the guest for WSL a reused slot always has use 2"),
      "W-015": "the limits: 1,024 allocations, 32 objects to wait for or to signal, 64 adapters, 16 primaries",
      "W-016": "a global handle opens by its number in another process",
    ])

  static let observedAdapters = RuleGroup(
    "observed-adapters", "Adapters and devices",
    [
      "W-020": "OpenAdapterFromGdiDisplayName(NULL) is STATUS_UNSUCCESSFUL",
      "W-021": "an empty display name is STATUS_UNSUCCESSFUL",
      "W-022": "a display that is not attached is STATUS_UNSUCCESSFUL",
      "W-023": "an attached display opens, and says which source it is",
      "W-024": .not(.display, "OpenAdapterFromHdc(NULL) faults its caller"),
      "W-025": "OpenAdapterFromHdc of no DC is refused",
      "W-026": .not(.display, "a DC of one adapter opens, of several is refused"),
      "W-027": "EnumAdapters2(NULL) is refused",
      "W-028": "EnumAdapters2 without an array tells 34",
      "W-029": "EnumAdapters2 opens each adapter anew",
      "W-030": "EnumAdapters2 without room is STATUS_BUFFER_TOO_SMALL",
      "W-031": "EnumAdapters3 hides what its filter does not ask for",
      "W-032": "CloseAdapter of nothing is refused",
      "W-033": "CreateDevice of nothing is refused",
      "W-034": "CreateDevice answers no buffers, and sizes of 0",
      "W-035": "DestroyDevice of nothing is refused",
      "W-036": "OpenAdapterFromDeviceName of nothing is refused",
      "W-037": "a device's arrival interface opens, its adapter interface does not",
      "W-038": "QueryAdapterInfo with no buffer, or one of another size, is refused",
      "W-039": "CHECKDRIVERUPDATESTATUS answers no",
      "W-040": "DRIVERVERSION is at least WDDM 1.3",
      "W-041": .not(.display, "SetVidPnSourceOwner of no device is refused"),
      "W-042": .not(.display, "what one device may own of a display source"),
      "W-043": .not(.display, "what two devices may own of a display source"),
      "W-044": .not(.display, "after a release the source may be unoccluded for a while"),
      "W-045": .not(.display, "CheckOcclusion looks at the owner and not at the window"),
      "W-046": "Escape of a zeroed block is refused",
      "W-047": .not(.guest, "in the guest for WSL adapters have a table of their own"),
      "W-048": .not(.guest, "the guest for WSL locks an adapter to make a device"),
    ])
}

import WDDM

extension RuleGroup {
  static let observedBudgets = RuleGroup(
    "observed-budgets", "Budget, residency, priority, offers",
    [
      "W-270": .not(.residency, "QueryVideoMemoryInfo tells a budget above the use"),
      "W-271": .not(.residency, "the current process may be named"),
      "W-272": .not(.residency, "a process handle without the right is denied"),
      "W-273": .not(.residency, "a bad process handle is STATUS_INVALID_HANDLE"),
      "W-274": .not(.residency, "a bad adapter, physical index or group is refused"),
      "W-275": .not(.runtime, "DXGI tells the same"),
      "W-276": .not(.runtime, "a budget event fires soon after it is registered"),
      "W-277": .not(.guest, "the guest for WSL asks for no other process"),
      "W-278": .not(.residency, "MakeResident takes 1 to 10,240 handles and a paging queue"),
      "W-279": .not(.residency, "Evict takes 1 to 10,240 handles of a device"),
      "W-280": .not(.residency, "residency is counted for each device"),
      "W-281": .not(.residency, "an offer lists resources or allocations"),
      "W-282": .not(.residency, "offers answer success, removed or invalid"),
      "W-283": .not(.residency, "QueryAllocationResidency takes a resource or a list"),
      "W-284": .not(.residency, "residency is 1, 2 or 3, and a resource has its worst"),
      "W-285": "SetAllocationPriority takes a resource or a list; five levels have names",
      "W-286": "Lock2 nests at one address, and Unlock2 needs it",
      "W-287": "what Lock and Lock2 may answer",
      "W-288": .not(.unobservable, "QueryStatistics is reserved for the system"),
      "W-289": .not(.residency, "use follows allocation, with the driver's own on top"),
      "W-290": .not(.residency, "BytesResident follows allocation, with the driver's own on top"),
      "W-291": .not(.residency, "what a process committed is not what is resident"),
      "W-292": "which fault is told first",
    ])

  static let observedRuntimeData = RuleGroup(
    "observed-runtime-data", "Runtime data of Microsoft's runtimes",
    [
      "W-300": .not(.runtime, "all Direct3D runtimes begin with the same 0x38 bytes"),
      "W-301": .not(.runtime, "versions and sizes: 0x58, 0x68, 0x108 bytes"),
      "W-302": .not(.runtime, "a shared resource has one allocation and less than 0x4000 bytes of data"),
      "W-303": .not(.runtime, "importers refuse versions and types that do not fit"),
      "W-304": "a resource with a keyed mutex opens with all three handles, also for who brings no buffer",
    ])
}

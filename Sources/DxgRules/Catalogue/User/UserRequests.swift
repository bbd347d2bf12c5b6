import WDDM

extension RuleGroup {
  static let handles = RuleGroup(
    "handles", "Handles and argument checking",
    [
      "U-001": "a handle is 32 bits wide, and 0 names nothing",
      "U-002": "all kinds of local handles come from one table of the process, so no two are equal",
      "U-003": "a local handle has its low six bits clear and a top bit set; the next one is 0x40 higher",
      "U-004": "a refused creation uses up no handle, and a global handle none of the local ones",
      "U-005": "values go on rising after a destruction; a freed one is not the next",
      "U-006": "the guest for WSL tells a slot's uses apart with two bits, of which reuse always leaves 2",
      "U-007": "a global handle ends in 2, so that it is no local one",
      "U-008": "an NT handle is a handle of the process, and nothing where a D3DKMT handle is due",
      "U-009": "a block of zeroes is STATUS_INVALID_PARAMETER",
      "U-010": "a NULL argument pointer is STATUS_INVALID_PARAMETER, or faults the caller in two functions",
      "U-011": "OpenAdapterFromGdiDisplayName says STATUS_UNSUCCESSFUL where others say STATUS_INVALID_PARAMETER",
      "U-012": "each opening of an adapter gives another handle, to be closed on its own",
      "U-013": "EnumAdapters2 without an array tells a capacity that is enough",
      "U-014": "EnumAdapters2 with too small an array is STATUS_BUFFER_TOO_SMALL",
      "U-015": "CreateDevice without LegacyMode answers no buffer and no list",
      "U-016": "a device on a stopped adapter is STATUS_DEVICE_REMOVED",
      "U-017": "a device handle that is destroyed or was never issued is refused, and nothing changes",
    ])

  static let creation = RuleGroup(
    "creation", "CreateAllocation: the shape of a request",
    [
      "U-018": "CreateAllocation takes elements of 40 bytes, CreateAllocation2 of 96, from the same slot",
      "U-019": "success writes a handle into every element",
      "U-020": "an allocation needs no resource; it is then the device's own",
      "U-021": "hResource is 0 on input, unless something is added to that resource",
      "U-022": "CreateResource with an hResource is refused",
      "U-023": "an hResource that names no live resource is STATUS_INVALID_HANDLE, whatever the flags",
      "U-024": "hResource comes back as the new resource, or as it was",
      "U-025": "the resource is numbered before its allocations",
      "U-026": "a resource's handle is good on the device that made it only",
      "U-027": "a resource that is not shared can be added to at any time",
      "U-028": "what is added to a resource comes from the resource's device",
      "U-029": "nothing is added to a shared resource",
      "U-030": "in the guest for WSL a shared resource can be added to until it is first shared or opened",
      "U-031": "no standard allocation is added to a resource",
      "U-032": "a new resource may be empty; nothing else may ask for no allocation",
      "U-033": "a call names at most 1,024 allocations",
      "U-034": "one failing allocation takes the whole request with it, the new resource too",
      "U-035": "hPrivateRuntimeResourceHandle is not looked at and not changed",
      "U-036": "STATUS_NO_MEMORY: system memory ran out; STATUS_GRAPHICS_NO_VIDEO_MEMORY: virtual space did",
      "U-037": "a request larger than what is free succeeds: memory is committed late",
      "U-038": "a stopped or reset adapter is STATUS_DEVICE_REMOVED",
      "U-039": "flags that are reserved, or the kernel's own, are 0",
      "U-040": "the guest for WSL refuses ExistingSection and CreateProtected",
      "U-041": "Zeroed: an input on the page, an output in the header",
      "U-042": "fresh memory reads zero unless AllowNotZeroed waives it",
    ])

  static let sharingFlags = RuleGroup(
    "sharing-flags", "CreateAllocation: flags of sharing",
    [
      "U-043": "CreateShared needs CreateResource",
      "U-044": "NtSecuritySharing needs CreateShared",
      "U-045": "not shared, shared, or shared with NT security: there is no fourth pair",
      "U-046": "CreateShared alone answers a global handle",
      "U-047": "hGlobalShare is written 0 where there is no global handle",
      "U-048": "what stands in hGlobalShare on input does not matter",
      "U-049": "a shared allocation always belongs to a resource",
      "U-050": "the guest for WSL shares by NT handles only",
      "U-051": "who has the number of a global handle can open it; it guards nothing",
      "U-052": "NonSecure: secure and other processes may open the allocation",
      "U-053": "ReadOnly: the allocation is for reading only",
    ])

  static let privateData = RuleGroup(
    "private-data", "Private data",
    [
      "U-054": "runtime data and the resource's driver data are kept once, with the resource",
      "U-055": "an addition replaces the resource's driver data",
      "U-056": "the driver gets an element's private data, byte for byte",
      "U-057": "the caller sees what the driver wrote into an element's private data",
      "U-058": "one page says that nothing comes back to the user-mode driver",
      "U-059": "openers get the data as it was when the resource was created",
      "U-060": "no private data is legal, for allocations and resources",
      "U-061": "the guest for WSL limits a blob, and a request, to 128 KiB",
      "U-062": "private data that the driver does not know is STATUS_GRAPHICS_DRIVER_MISMATCH",
    ])
}

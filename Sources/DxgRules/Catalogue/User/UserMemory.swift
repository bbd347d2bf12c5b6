import WDDM

extension RuleGroup {
  static let existingMemory = RuleGroup(
    "existing-memory", "Existing system memory and standard allocations",
    [
      "U-063": "ExistingSysMem and ExistingSection exclude each other",
      "U-064": "existing memory goes with StandardAllocation, and StandardAllocation with one kind of it",
      "U-065": "CreateShared and CrossAdapter are not needed for a standard allocation, though pages say so",
      "U-066": "a standard request has exactly one allocation",
      "U-067": "a standard allocation's memory is whole pages, on a page, and some",
      "U-068": "a standard allocation takes no driver data for its resource",
      "U-069": "a standard type that is none is STATUS_INVALID_PARAMETER",
      "U-070": "a standard allocation may have runtime data and private data of its element",
      "U-071": "an existing heap reaches the driver as a GDI surface one high, of type TEXTURE_CROSSADAPTER",
      "U-072": "the view of an allocation cannot be the memory of another",
      "U-073": "memory that was brought cannot be freed or mapped anew while the allocation lives",
      "U-074": "memory that is brought without a standard allocation is where the allocation lives",
      "U-075": "memory that is brought has the alignment it has; the driver chooses nothing",
      "U-076": "memory is brought for all elements or for none",
      "U-077": "brought memory must be writable unless ReadOnly is set",
      "U-078": "with ExistingSection the slot of the pointer holds a section's handle",
      "U-079": "brought memory stays the caller's, who frees it after the allocation",
      "U-080": "private data is copied during the call; the caller may reuse its memory at once",
    ])

  static let primaries = RuleGroup(
    "primaries", "Primaries",
    [
      "U-081": "VidPnSourceId counts for a primary only",
      "U-082": "Stereo needs Primary",
      "U-083": "a primary can be reached by the CPU without saying so",
      "U-084": "a primary's segments can all be reached by the CPU",
      "U-085": "a primary is neither permanent, cached, protected nor in existing memory",
      "U-086": "a display source on what is no primary has a failure code that is none",
      "U-087": "GetSharedPrimaryHandle succeeds with 0 where there is no shared primary",
      "U-088": "a change of mode replaces the shared primary; the old handles are dead",
    ])

  static let destroy = RuleGroup(
    "destroy", "DestroyAllocation",
    [
      "U-089": "a resource takes its allocations along, and all their handles end",
      "U-090": "with hResource the list is NULL, and its count does not matter",
      "U-091": "a list is of one resource, or of none",
      "U-092": "a resource survives its last allocation",
      "U-093": "an empty resource is destroyed by its handle, once",
      "U-094": "destroying nothing succeeds",
      "U-095": "a count without a list is refused",
      "U-096": "an allocation is destroyed once",
      "U-097": "an allocation of a shared resource goes with the resource only",
      "U-098": "what is listed belongs to hDevice",
      "U-099": .not(
        .submission, "without flags memory is reclaimed after work that was queued before, and nobody waits"),
      "U-100": "AssumeNotInUse destroys at once, whatever the device has pending",
      "U-101": "SynchronousDestroy returns when the memory is reclaimed",
      "U-102": "SystemUseOnly is not for user mode",
      "U-103": "DestroyAllocation is DestroyAllocation2 without flags",
      "U-104": .not(.addresses, "an allocation's end frees the GPU addresses that were mapped to it"),
      "U-105": "either version destroys what either version made",
      "U-106": "a device takes along its allocations, resources, contexts and paging queues",
      "U-107": "what another device has open outlives the device that made it",
    ])
}

import WDDM

extension RuleGroup {
  static let observedCreation = RuleGroup(
    "observed-creation", "CreateAllocation of an existing heap",
    [
      "W-060": "CreateAllocation(NULL) faults its caller",
      "W-061": "a zeroed block is refused",
      "W-062": "the baseline succeeds, writes hGlobalShare 0, and leaves the rest",
      "W-063": "CreateAllocation2 does the same, and changes no size",
      "W-064": "private data of the element is accepted",
      "W-065": "runtime data without a resource is accepted",
      "W-066": "driver data for the resource is refused",
      "W-067": "no device is refused",
      "W-068": "an hResource that is none is STATUS_INVALID_HANDLE",
      "W-069": "no allocation is refused",
      "W-070": "standard type 0 is refused",
      "W-071": "no memory is refused",
      "W-072": "two allocations are refused",
      "W-073": "a size that is no whole pages is refused",
      "W-074": "without ExistingSysMem it is refused",
      "W-075": "without StandardAllocation it is refused",
      "W-076": "CreateShared without CreateResource is refused",
      "W-077": "a bad hResource comes before the rule that it must be 0",
      "W-078": "CreateResource answers a resource and an allocation",
      "W-079": "a second one is not added to the resource",
      "W-080": "a resource without an allocation is refused",
      "W-081": "CreateShared answers a global handle",
      "W-082": "NtSecuritySharing answers none",
      "W-083": "neither CreateShared nor CrossAdapter is needed",
      "W-084": "the documented codes: removed, invalid, no memory, no video memory",
      "W-085": "a shared resource takes no additions, another does",
      "W-086": "a view of an allocation is no memory to bring",
      "W-087": "the flags that exist, and those that user mode may not pass",
    ])

  static let observedDestruction = RuleGroup(
    "observed-destruction", "DestroyAllocation",
    [
      "W-100": "destroying nothing succeeds",
      "W-101": "a count without a list is refused",
      "W-102": "a list is destroyed once",
      "W-103": "a resource survives its only allocation",
      "W-104": "a resource is destroyed once",
      "W-105": "a resource's allocations die with it",
      "W-106": "DestroyAllocation2 means the same",
      "W-107": "a resource and a list together are refused",
      "W-108": "a mixed list is refused as a whole",
      "W-109": "one allocation of a shared resource is refused",
      "W-110": "reserved flags of DestroyAllocation2 are 0",
      "W-111": .not(.addresses, "GPU addresses of the allocation are freed with it"),
      "W-112": "a device destroys loose allocations before resources",
      "W-120": "the guest for WSL refuses private data of a standard allocation",
    ])
}

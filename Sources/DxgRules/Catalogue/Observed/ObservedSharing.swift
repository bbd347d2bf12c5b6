import WDDM

extension RuleGroup {
  static let observedOpening = RuleGroup(
    "observed-opening", "Global handles of resources",
    [
      "W-130": "QueryResourceInfo of a local handle is refused",
      "W-131": "OpenResource of a local handle is refused",
      "W-132": "QueryResourceInfo tells runtime size, driver data's size, and one allocation",
      "W-133": "QueryResourceInfo never writes runtime data",
      "W-134": "OpenResource fills runtime data and the total buffer, and lowers its size",
      "W-135": "an element's pointer comes back into the total buffer",
      "W-136": "opening no allocation is refused",
      "W-137": "a larger runtime size is refused",
      "W-138": "a larger resource size is refused",
      "W-139": "OpenResource2 does the same",
      "W-140": "destroying what was opened leaves the owner's",
      "W-141": "sizes that do not add up are STATUS_INTEGER_OVERFLOW",
      "W-142": "a device opens what it made",
      "W-143": .not(.runtime, "CloseHandle and DuplicateHandle refuse a D3DKMT handle"),
    ])

  static let observedNTHandles = RuleGroup(
    "observed-nthandles", "NT handles of resources",
    [
      "W-150": "a resource without NtSecuritySharing cannot be shared",
      "W-151": "an allocation cannot be shared",
      "W-152": "sharing for STANDARD_RIGHTS_READ gives a DxgkSharedResource of that name",
      "W-153": "OpenNtHandleFromName without attributes is refused",
      "W-154": "an unknown name is not found, whatever the access",
      "W-155": "a known name in another case, for no access, is denied",
      "W-156": "the same for GENERIC_ALL opens",
      "W-157": "QueryResourceInfoFromNtHandle ignores what stands in its sizes",
      "W-158": "its buffer is never written",
      "W-159": "OpenResourceFromNtHandle opens, with no mutex and no synchronization object",
      "W-160": "no list of openings is refused",
      "W-161": "no allocations, no runtime pointer, a larger size, no total pointer: each is refused",
      "W-162": "a total buffer too small by one is STATUS_NO_MEMORY",
      "W-163": "an NT handle opens after the creator's resource is gone",
      "W-164": "the name goes with the last NT handle, even while the resource lives",
      "W-165": .not(.runtime, "memory that Vulkan imported keeps the NT object"),
      "W-166": "Direct3D's names live under the session's BaseNamedObjects",
      "W-167": .not(.runtime, "Direct3D 11 does not mix the two kinds of handles"),
      "W-168": .not(.runtime, "Direct3D 11 wants one of two sharing flags"),
      "W-169": "rights: STANDARD_RIGHTS_READ, and SHARED_ALLOCATION_WRITE for writing",
      "W-170": "in the guest for WSL the first query, opening or sharing seals a resource",
      "W-171": "the guest for WSL takes larger sizes",
    ])
}

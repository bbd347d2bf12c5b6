import WDDM

extension RuleGroup {
  static let pagingQueues = RuleGroup(
    "paging-queues", "Paging queues",
    [
      "U-198": .not(.residency, "a device may have several paging queues, by priority"),
      "U-199": .not(.residency, "a queue has a fence of its own that only rises and can be read"),
      "U-200": .not(.residency, "the fence goes with its queue or device"),
      "U-201": .not(.residency, "destroying a queue waits for what is in it"),
      "U-202": .not(.residency, "the fence is not the client's to destroy"),
      "U-203": .not(.residency, "a paging fence of 0 means nothing to wait for"),
      "U-204": .not(.residency, "STATUS_PENDING is a success that completes at the fence"),
    ])

  static let residency = RuleGroup(
    "residency", "MakeResident and Evict",
    [
      "U-205": .not(.residency, "MakeResident counts up for the device, Evict counts down"),
      "U-206": .not(.residency, "only 0 takes an allocation off the device's list"),
      "U-207": .not(.residency, "MakeResident fails as a whole"),
      "U-208": .not(.residency, "all allocations belong to the queue's device"),
      "U-209": .not(.residency, "PriorityList is ignored"),
      "U-210": .not(.residency, "out of memory, NumBytesToTrim tells what is too much"),
      "U-211": .not(.residency, "out of memory, the fence value means nothing"),
      "U-212": .not(.residency, "CantTrimFurther goes beyond the budget, not beyond the highest"),
      "U-213": .not(.residency, "MustSucceed needs CantTrimFurther"),
      "U-214": .not(.residency, "a MustSucceed that cannot be met puts the device in error"),
      "U-215": .not(.residency, "NumAllocations comes back as how many were made resident"),
      "U-216": .not(.residency, "the GPU may use them after the fence"),
      "U-217": .not(.residency, "a device's list is resident before any of its contexts runs"),
      "U-218": .not(.residency, "Evict names a device, which has all that is listed"),
      "U-219": .not(.residency, "nothing touches an allocation whose eviction is queued"),
      "U-220": .not(.residency, "EvictOnlyIfNecessary waits until memory is needed"),
      "U-221": .not(.residency, "NotWrittenTo lets content be dropped, at once"),
      "U-222": .not(.residency, "Evict answers NumBytesToTrim"),
      "U-223": .not(.residency, "a new allocation is not resident"),
      "U-224": .not(.guest, "the guest for WSL takes 10,240 handles in a residency call and 1,024 in a destruction"),
    ])

  static let offers = RuleGroup(
    "offers", "Offer and reclaim",
    [
      "U-225": .not(.residency, "an offer lists resources or allocations, not both"),
      "U-226": .not(.residency, "nothing is offered with priority NONE"),
      "U-227": .not(.runtime, "what was made with D3D10_DDI_BIND_PRESENT is offered by allocation"),
      "U-228": .not(.residency, "an offer waits for earlier work, and its caller does not"),
      "U-229": .not(.residency, "what is offered is reclaimed before it is locked or used"),
      "U-230": .not(.residency, "LOW is discarded before NORMAL before HIGH"),
      "U-231": .not(.residency, "Reclaim tells what was lost"),
      "U-232": .not(.residency, "Reclaim3 tells OK, DISCARDED and NOT_COMMITTED apart"),
      "U-233": .not(.residency, "ReclaimAllocations3 must be given pResults"),
      "U-234": .not(.residency, "NOT_COMMITTED needs an offer that allowed it"),
      "U-235": .not(.residency, "after Reclaim the backing store is there and can be locked"),
      "U-236": .not(.residency, "Reclaim pages in what is on the device's list"),
      "U-237": .not(.residency, "AllowDecommit is bit 1 for the kernel and bit 0 for a driver"),
      "U-238": .not(.residency, "OfferPriority of the allocation list is not for WDDM 2"),
      "U-239": .not(
        .contradicted, "ReclaimAllocations2 takes a queue; the page says a device",
        note: "the header is followed when it comes"),
    ])

  static let priorities = RuleGroup(
    "priorities", "Priority and residency queries",
    [
      "U-240": "with hResource there is neither a count nor a list",
      "U-241": "a resource's residency is that of its worst allocation",
      "U-242": .not(.residency, "a resource with an allocation that is not resident is not resident"),
      "U-243": .not(.residency, "from best to worst: in GPU memory, in shared memory, not resident"),
      "U-244": "a resource's priority is for all its allocations",
      "U-245": "any priority between the named ones is legal",
      "U-246": .not(.residency, "what residency was may be over when the call returns"),
      "U-247": .not(.runtime, "a driver answers the worst of what it found"),
    ])

  static let budgets = RuleGroup(
    "budgets", "Budget, reservation, trim",
    [
      "U-248": .not(.residency, "no process handle means the caller"),
      "U-249": .not(.residency, "a process handle needs rights for the question"),
      "U-250": .not(.residency, "a bad process is STATUS_INVALID_HANDLE, the rest STATUS_INVALID_PARAMETER"),
      "U-251": .not(.residency, "an idle process uses less than its budget and has reserved nothing"),
      "U-252": .not(.residency, "a reservation is at most what is available for it"),
      "U-253": .not(.residency, "a segment's budget group says which budget it counts for"),
      "U-254": .not(.residency, "a budget may change at any time, even after a trim"),
      "U-255": .not(.residency, "PeriodicTrim and RestartPeriodicTrim exclude each other"),
      "U-256": .not(.residency, "NumBytesToTrim counts with TrimToBudget"),
      "U-257": .not(.residency, "a trim callback ends before its module and its device"),
      "U-258": .not(.residency, "no handle unregisters all of a callback"),
    ])
}

import WDDM

extension RuleGroup {
  static let addresses = RuleGroup(
    "addresses", "GPU virtual addresses",
    [
      "U-259": .not(.addresses, "reservations come in 64 KiB"),
      "U-260": .not(.addresses, "a reservation at an address needs all of it to be free"),
      "U-261": .not(.addresses, "a reservation without an address lies between its limits, where 0 is none"),
      "U-262": .not(.addresses, "a reservation has no memory"),
      "U-263": .not(.addresses, "mappings come in pages of 4 KiB"),
      "U-264": .not(.addresses, "a mapping at an address lies in free space or inside of one earlier range"),
      "U-265": .not(.addresses, "Zero and NoAccess have no allocation, and are not for mapped ranges"),
      "U-266": .not(.addresses, "what is mapped can be read; Write and Execute add to it"),
      "U-267": .not(.addresses, "Zero reads 0 and forgets writes; NoAccess faults"),
      "U-268": .not(.addresses, "SystemUseOnly is not for drivers"),
      "U-269": .not(.addresses, "mapping neither needs nor makes residency"),
      "U-270": .not(.addresses, "a space is a process's on an adapter"),
      "U-271": .not(.addresses, "freeing takes an adapter and is done when it returns"),
      "U-272": .not(.addresses, "what is pending on a freed range is ignored"),
      "U-273": .not(.addresses, "an update's targets lie in one reservation, its sources in one"),
      "U-274": .not(.addresses, "updates apply in their order"),
      "U-275": .not(.addresses, "an update waits for its fence and signals the next value"),
      "U-276": .not(.addresses, "more than 128 queued updates wait"),
      "U-277": .not(.addresses, "an update maps read-write; MAP_PROTECT says what"),
      "U-278": .not(.addresses, "a smaller AllocationSizeInBytes divides the size and repeats"),
      "U-279": .not(.addresses, "Unmap leaves Zero or NoAccess"),
      "U-280": .not(.addresses, "in a segment of 64 KiB pages sizes and alignments are rounded up"),
      "U-281": .not(.addresses, "an allocation's GPU address does not change"),
    ])

  static let properties = RuleGroup(
    "properties", "UpdateAllocationProperty",
    [
      "U-282": .not(.residency, "only what the mask selects changes"),
      "U-283": .not(.residency, "success means it is done, and there is no fence"),
      "U-284": .not(.residency, "STATUS_PENDING means the fence, and may fail later"),
      "U-285": .not(.residency, "a full segment is out of memory"),
    ])

  static let submission = RuleGroup(
    "submission", "Submission",
    [
      "U-286": .not(.submission, "a list names handles of the device that submits"),
      "U-287": .not(.submission, "WriteOperation: the GPU writes it"),
      "U-288": .not(.submission, "a patch names an allocation of the list"),
      "U-289": .not(
        .submission, "under WDDM 2 a list makes nothing resident; naming what is not is an error of the device"),
      "U-290": .not(.submission, "a context without patching has 16 entries and no patch list"),
      "U-291": .not(.submission, "a SubmitCommand lists at most 16 written primaries"),
      "U-292": .not(.submission, "SubmitCommand counts the owner among its contexts, Render does not"),
      "U-293": .not(.submission, "private data is at most what the driver asked for"),
      "U-294": .not(.submission, "buffers are resized when the flag says so, perhaps in part"),
      "U-295": .not(.submission, "whether a failed Render's buffers count is told both ways"),
      "U-296": .not(.submission, "after STATUS_GRAPHICS_ALLOCATION_INVALID a client opens its primary anew"),
    ])
}

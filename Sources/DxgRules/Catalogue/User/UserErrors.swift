import WDDM

extension RuleGroup {
  static let deviceError = RuleGroup(
    "device-error", "Device error, timeout, PnP stop",
    [
      "U-297": .not(.submission, "a device in error takes no submission"),
      "U-298": .not(.submission, "GPU access to what is not resident removes the device"),
      "U-299": .not(.submission, "a GPU's page fault resets its engine and puts the device in error"),
      "U-300": .not(.residency, "a timeout loses what was in video memory"),
      "U-301": "after a timeout a client needs a new device",
      "U-302": "a stop or a timeout is STATUS_DEVICE_REMOVED, and D3DDDIERR_DEVICEREMOVED in callbacks",
      "U-303": "an allocation for a removed device never reaches the driver",
      "U-304": "what is removed can still be destroyed",
      "U-305": "GetDeviceState tells what happened to a device",
      "U-306": .not(.unobservable, "the system stops at the sixth hang in a minute; a hang is two seconds"),
      "U-307": "MarkDeviceAsError puts a device in error",
    ])

  static let allocateCallback = RuleGroup(
    "allocate-callback", "pfnAllocateCb and pfnDeallocateCb",
    [
      "U-308": "hResource is the runtime's handle, or NULL for the device",
      "U-309": "hKMResource comes back where hResource was the runtime's handle",
      "U-310": "a shared resource needs hResource",
      "U-311": "only a resource of one pfnAllocateCb can be shared",
      "U-312": "a shared resource is allocated once and deallocated once",
      "U-313": "a shared resource is released by hResource and no list",
      "U-314": .not(.submission, "a shared resource's allocations are not renamed"),
      "U-315": "the same kind of shared resource always has the same allocations",
      "U-316": "a list empties a resource, and its handle still releases it",
      "U-317": "with hResource the list and its count are ignored",
      "U-318": "deallocating a resource's allocations without it leaks the resource",
      "U-319": "pfnDeallocate2Cb without flags is pfnDeallocateCb",
      "U-320": "CreateResource may leave the allocation for later",
      "U-321": "DestroyResource flushes what depends on it, and may deallocate later",
      "U-322": "each creation and opening has a resource handle of the driver's; the kernel's need not differ",
      "U-323": "OpenResource gets the private data of the creation",
      "U-324": "an older page lets every device allocate what it shares",
      "U-325": "pfnAllocateCb may be called at any time",
      "U-326": "memory that the GPU does not need is not allocated",
      "U-327": "a driver that cannot wrap memory copies",
      "U-328": "a shared resource is allocated on CreateResource's thread; others on any",
      "U-329": "Flush ends what was deferred of shared resources",
      "U-330": "a primary that is not shared is destroyed at once",
      "U-331": .not(.submission, "one thread at a time uses an HCONTEXT"),
    ])

  static let errorReporting = RuleGroup(
    "error-reporting", "How a user-mode driver reports errors",
    [
      "U-332": "a Direct3D 9 driver passes on what a callback answered",
      "U-333": "what was only for speed may fail silently",
      "U-334": "E_INVALIDARG is the runtime's to find",
      "U-335": "Direct3D 10 and 11 report through pfnSetErrorCb, more than once if need be",
      "U-336": "pfnSetErrorCb(S_OK) is a critical error",
      "U-337": "a code that is not the function's is critical, and the device is lost",
      "U-338": "nothing takes a critical error back",
      "U-339": "CreateResource reports out of memory, removal, or unsupported; OpenResource the first two",
      "U-340": "a resource whose creation failed is never destroyed",
      "U-341": "DestroyResource reports removal only",
      "U-342": "Map reports WASSTILLDRAWING to those who do not wait",
      "U-343": "D3DDDIERR_APPLICATIONERROR blames the application",
      "U-344": "each status has its HRESULT",
    ])
}

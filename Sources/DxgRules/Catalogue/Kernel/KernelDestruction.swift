import WDDM

extension RuleGroup {
  static let kernelDestruction = RuleGroup(
    "kernel-destruction", "Destroying",
    [
      "K-190": "DestroyAllocation releases what is listed",
      "K-191": "with DestroyResource hResource goes too; without, it may change",
      "K-192": .not(.submission, "memory is released when the GPU is done"),
      "K-193": "the driver frees before it returns",
      "K-194": .not(.submission, "destruction waits for earlier commands, and its caller does not"),
      "K-195": "a driver that keeps a pointer holds a reference, which delays the destruction",
      "K-196": .not(.display, "a capture is stopped before it is destroyed"),
      "K-197": "an allocation with references to its backing store is not destroyed (0x10E/0x24)",
      "K-198": .not(.residency, "a device with resident allocations is not destroyed (0x10E/0x33)"),
      "K-199": .not(.unobservable, "a process's heap is empty when it ends (0x10E/0x02)"),
    ])

  static let handleCallbacks = RuleGroup(
    "handle-callbacks", "Callbacks about handles",
    [
      "K-200": "GetHandleData answers the driver's data of a handle, or NULL",
      "K-201": "on NULL the driver fails the DDI with STATUS_INVALID_HANDLE",
      "K-202": "DeviceSpecific is for allocations, and answers what OpenAllocation gave",
      "K-203": "GetHandleData works inside OpenAllocation",
      "K-204": "EnumHandleChildren answers a child by its index, or NULL",
      "K-205": "GetHandleParent answers the resource, or NULL",
      "K-206": .not(.unobservable, "these callbacks have interrupt levels"),
      "K-207": .not(.display, "GetCaptureAddress answers a place, or STATUS_INVALID_PARAMETER"),
      "K-208": "a callback about handles runs on the thread of its DDI",
    ])
}

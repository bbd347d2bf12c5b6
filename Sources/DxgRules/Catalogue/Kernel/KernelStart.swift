import WDDM

extension RuleGroup {
  static let start = RuleGroup(
    "start", "Start, identity, capabilities",
    [
      "K-001": "DxgkInitialize gets a table of a version that exists; only that version's slots count",
      "K-002": "AddDevice runs once a function and makes a context, or declines with NULL",
      "K-003": "what AddDevice made is the hAdapter of every later DDI",
      "K-004": "AddDevice answers success or an error",
      "K-005": "StartDevice keeps the kernel's table and tells its sources and children",
      "K-006": "StopDevice frees what StartDevice made",
      "K-007": "RemoveDevice frees what AddDevice made",
      "K-008": "StopDevice is not called after StopDeviceAndReleasePostDisplayOwnership succeeded",
      "K-009": .not(.hardware, "with logical remapping two more queries come between AddDevice and StartDevice"),
      "K-010": "QueryAdapterInfo answers success, invalid, no memory, or mismatch",
      "K-011": .not(.unobservable, "QueryAdapterInfo runs at PASSIVE_LEVEL"),
      "K-012": .not(.power, "QueryAdapterInfo may run beside SetPowerState"),
      "K-013": "hKmdProcessHandle may be NULL",
      "K-014": "the driver's process lives from the first device to the last adapter handle",
      "K-015": "a driver has what its version requires",
      "K-016": "GpuMmuSupported and IoMmuSupported exclude each other",
      "K-017": "VirtualAddressingSupported goes with one kind of MMU",
      "K-018": "each tier of cross-adapter resources needs the lower ones",
      "K-019": "PagingNode counts with MultiEngineAware, before WDDM 2",
      "K-020": "SupportPerEngineTDR needs three more functions",
      "K-021": "SupportSurpriseRemovalInHibernation needs NotifySurpriseRemoval",
      "K-022": "apertures map no more than ApertureSegmentCommitLimit",
      "K-023": .not(.hardware, "a GPU that does not reach all memory needs logical remapping"),
    ])
}

import WDDM

extension RuleGroup {
  static let kernelFurther = RuleGroup(
    "kernel-further", "Further statements of the pages",
    [
      "K-349": "GetHandleData can be called at any time",
      "K-350": .not(.advice, "a table of handles goes stale"),
      "K-351": .not(.definition, "HistoryBuffer tells that the user-mode driver keeps history buffers"),
      "K-352": .not(.definition, "what the three failures of CreateAllocation mean"),
      "K-353": .not(.residency, "eviction apertures are an offer and no order"),
      "K-354": .not(.residency, "what is not permanent leaves system memory when it goes to a segment"),
      "K-355": .not(.residency, "unlocking permanent memory updates what is resident"),
      "K-356": .not(.advice, "Cached is for what the CPU reads"),
      "K-357": .not(.advice, "Cached tells how existing memory is mapped"),
      "K-358": .not(.residency, "segments are searched from their start"),
      "K-359": .not(.display, "what was lost beside an overlay cannot be drawn"),
      "K-360": .not(.display, "overlays usually end before somebody is alone"),
      "K-361": .not(.residency, "CpuVisibleOnDemand finds its address when it is locked"),
      "K-362": "what members of a usage hint mean",
      "K-363": .not(.submission, "SubresourceIndex is for drivers with RenderKm and a GDI device"),
      "K-364": "OpenAllocation's hDevice is what CreateDevice answered",
      "K-365": "any unexpected NULL is STATUS_INVALID_HANDLE",
      "K-366": "what is shared with the driver is CPU visible",
      "K-367": "sharing a backing store is a feature that is asked for",
      "K-368": "every allocation has a backing store",
      "K-369": "pBackingStore is the address itself, and hAdapter the driver's",
      "K-370": .not(
        .contradicted, "pages disagree on whether a cross-adapter resource is CPU visible",
        note: "neither is enforced"),
      "K-371": .not(
        .contradicted, "a page names a structure for shared primaries that does not exist",
        note: "K-154 is what drivers get"),
      "K-372": .not(.definition, "one standard type has two names"),
      "K-373": .not(.unobservable, "the unions of 3.2 have no text"),
      "K-374": .not(.submission, "interrupts may come during a reset"),
    ])
}

import WDDM

extension RuleGroup {
  static let recovery = RuleGroup(
    "recovery", "Timeouts, PnP, power",
    [
      "K-331": "after ResetFromTimeout the GPU touches no memory; a failure stops the system",
      "K-332": "nothing else runs during ResetFromTimeout",
      "K-333": .not(.residency, "between reset and restart the driver is told what was lost"),
      "K-334": .not(.advice, "the GPU is left alone between reset and restart"),
      "K-335": "RestartFromTimeout is there and succeeds",
      "K-336": .not(.submission, "ResetEngine returns when the engine is empty and ready"),
      "K-337": .not(
        .submission, "the aborted fence lies between the last completed and the last submitted (0x119/0xA)"),
      "K-338": .not(.submission, "a reset that hits paging is the whole adapter's"),
      "K-339": .not(.submission, "a failed engine reset becomes the adapter's"),
      "K-340": "two seconds are a timeout, and five in a minute are enough",
      "K-341": .not(.residency, "a timeout purges video memory"),
      "K-342": "after a surprise removal DDIs free what is software",
      "K-343": "who must be alone is alone",
      "K-344": .not(.display, "modes are set alone, without eviction"),
      "K-345": .not(.submission, "the scheduler's functions exclude each other"),
      "K-346": .not(.residency, "ExcludeAdapterAccess copies video memory out"),
      "K-347": .not(.power, "SetPowerState succeeds"),
      "K-348": "MapMemory maps a range of the card, UnmapMemory ends it",
    ])
}

import WDDM

extension RuleGroup {
  static let kernelSubmission = RuleGroup(
    "kernel-submission", "Submission",
    [
      "K-272": .not(.submission, "Render checks a program's buffers before it copies them"),
      "K-273": .not(.submission, "Render patches what has a segment already"),
      "K-274": .not(.submission, "Render lists every reference"),
      "K-275": .not(.submission, "a NULL in the list unbinds"),
      "K-276": .not(.submission, "a GPU exception told by Render loses the device"),
      "K-277": .not(.submission, "MultipassOffset begins at 0 for a command buffer"),
      "K-278": .not(.submission, "RenderGdi succeeds"),
      "K-279": .not(.submission, "Patch succeeds (0x119/3)"),
      "K-280": .not(.submission, "Patch may come again, and does not grow the buffer"),
      "K-281": .not(.submission, "SubmitCommand succeeds (0x119/2)"),
      "K-282": .not(.submission, "paging has no device"),
      "K-283": .not(.submission, "SubmitCommandVirtual answers success or invalid"),
      "K-284": .not(.submission, "PreemptCommand succeeds (0x119/2)"),
      "K-285": .not(.submission, "CancelCommand is for drivers that know it (0x119/9)"),
      "K-286": .not(.submission, "Patch and SubmitCommand have one fence"),
      "K-287": .not(.submission, "splits ascend"),
      "K-288": .not(.submission, "a driver lets buffers be split"),
      "K-289": .not(.submission, "a guaranteed buffer is enough (0x10E/0x16)"),
    ])
}

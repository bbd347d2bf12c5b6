package import WDDM

extension SoftGPU {
  /// What the card is: sizes in bytes, multiples of the page.
  package struct Configuration: Hashable, Sendable {
    /// Memory on the card, and the part of it that the CPU reaches through the BAR.
    package var videoMemory: UInt64
    package var visibleVideoMemory: UInt64
    /// Address space into which system memory can be mapped.
    package var aperture: UInt64
    /// What the driver declares itself to be.
    package var version: InterfaceVersion

    /// - Precondition: sizes are multiples of the page, an aperture is there, and no more is visible than there is.
    package init(
      videoMemory: UInt64 = 1 << 30, visibleVideoMemory: UInt64? = nil, aperture: UInt64 = 4 << 30,
      version: InterfaceVersion = .wddm3_1
    ) {
      self.videoMemory = videoMemory
      // 256 MiB is what a BAR shows of a card unless the firmware was asked for more.
      self.visibleVideoMemory = visibleVideoMemory ?? min(videoMemory, 256 << 20)
      self.aperture = aperture
      self.version = version
      precondition(self.visibleVideoMemory <= videoMemory, "the BAR shows no more than there is")
      precondition(aperture > 0, "a driver of WDDM 2 has an aperture (K-058)")
      for size in [videoMemory, self.visibleVideoMemory, aperture] {
        precondition(size.isMultiple(of: pageSize), "segments are whole pages (K-035)")
      }
    }
  }
}

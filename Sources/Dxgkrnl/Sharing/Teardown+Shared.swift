internal import CWDDM
internal import DDI
internal import Locks
internal import WDDM

extension Process {
  /// Finishes the teardown of a view of a shared resource: closes its openings, all in one call (K-181), and leaves the
  /// resource to the others, or destroys it as the last (K-180).
  @inline(never)
  func performShared(_ teardown: Teardown, _ resource: Record<Resource>, _ shared: SharedResource) {
    var openings: [HANDLE] = []
    var opening = teardown.openings
    while let current = opening {
      openings.append(current.value.driverHandle!)
      opening = current.value.nextInBatch
    }
    if !openings.isEmpty {
      shared.adapter.driver.closeAllocation(
        OnBehalf(process: self), device: teardown.device.value.driverHandle!, openings.span)
    }
    opening = teardown.openings
    while let current = opening {
      opening = current.value.nextInBatch
      dropViews(current)
      if kernel.isObserved { recordDestroyed(current) }
      free(current, &state.value)
    }
    let isCreators = resource.value.isCreators
    kernel.events?.record(.resourceDestroyed(process: ordinal, resource: resource.value.handle))
    free(resource, &state.value)
    if isCreators { uncount(shared) }
    kernel.release(shared, on: OnBehalf(process: self))
    kernel.finishClosedHandles(on: OnBehalf(process: self))
  }

  /// What the creator of a shared resource was charged for is not its own any more; the kernel goes on being charged
  /// until the resource is gone.
  func uncount(_ shared: SharedResource) {
    state.value.account.virtual -= shared.charged
    state.value.account.commit -= shared.charged
  }
}

internal import CWDDM

/// DXGI_DDI_BASE_CALLBACKS, what a driver presents with. Nothing is presented yet: every slot answers E_NOTIMPL and is
/// counted by name.
enum DXGICallbacks {
  static var table: DXGI_DDI_BASE_CALLBACKS {
    var table = DXGI_DDI_BASE_CALLBACKS()
    unsafe table.pfnPresentCb = { device, _ in unserved(device, "pfnPresentCbDXGI") }
    unsafe table.pfnPresentMultiplaneOverlayCb = { device, _ in unserved(device, "pfnPresentMultiplaneOverlayCbDXGI") }
    unsafe table.pfnPresentMultiplaneOverlay1Cb = { device, _ in
      unserved(device, "pfnPresentMultiplaneOverlay1CbDXGI")
    }
    unsafe table.pfnSubmitPresentBltToHwQueueCb = { device, _ in
      unserved(device, "pfnSubmitPresentBltToHwQueueCbDXGI")
    }
    unsafe table.pfnSubmitPresentToHwQueueCb = { device, _ in unserved(device, "pfnSubmitPresentToHwQueueCbDXGI") }
    return table
  }
}

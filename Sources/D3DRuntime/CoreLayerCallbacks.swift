internal import CWDDM
internal import WDDM

/// D3D11DDI_CORELAYER_DEVICECALLBACKS, the services of the runtime itself that a driver gets as p11UMCallbacks.
///
/// Only pfnSetErrorCb is served. The others answer nothing and are counted by name: there is no pipeline whose state
/// they could refresh.
enum CoreLayerCallbacks {
  static var table: D3D11DDI_CORELAYER_DEVICECALLBACKS {
    var table = D3D11DDI_CORELAYER_DEVICECALLBACKS()
    fillUnserved(&table)
    table.pfnSetErrorCb = { layer, result in
      RuntimeObjects.device(Token(layer.handle), kind: .coreLayer)?.setError(HResult(rawValue: result))
    }
    return table
  }
}

private func unserved(_ layer: D3D10DDI_HRTCORELAYER, _ slot: StaticString) {
  RuntimeObjects.device(Token(layer.handle), kind: .coreLayer)?.unserved(slot)
}

private func fillUnserved(_ table: inout D3D11DDI_CORELAYER_DEVICECALLBACKS) {
  table.pfnStateVsConstBufCb = { layer in unserved(layer, "pfnStateVsConstBufCb") }
  table.pfnStatePsSrvCb = { layer in unserved(layer, "pfnStatePsSrvCb") }
  table.pfnStatePsShaderCb = { layer in unserved(layer, "pfnStatePsShaderCb") }
  table.pfnStatePsSamplerCb = { layer in unserved(layer, "pfnStatePsSamplerCb") }
  table.pfnStateVsShaderCb = { layer in unserved(layer, "pfnStateVsShaderCb") }
  table.pfnStatePsConstBufCb = { layer in unserved(layer, "pfnStatePsConstBufCb") }
  table.pfnStateIaInputLayoutCb = { layer in unserved(layer, "pfnStateIaInputLayoutCb") }
  table.pfnStateIaVertexBufCb = { layer in unserved(layer, "pfnStateIaVertexBufCb") }
  table.pfnStateIaIndexBufCb = { layer in unserved(layer, "pfnStateIaIndexBufCb") }
  table.pfnStateGsConstBufCb = { layer in unserved(layer, "pfnStateGsConstBufCb") }
  table.pfnStateGsShaderCb = { layer in unserved(layer, "pfnStateGsShaderCb") }
  table.pfnStateIaPrimitiveTopologyCb = { layer in unserved(layer, "pfnStateIaPrimitiveTopologyCb") }
  table.pfnStateVsSrvCb = { layer in unserved(layer, "pfnStateVsSrvCb") }
  table.pfnStateVsSamplerCb = { layer in unserved(layer, "pfnStateVsSamplerCb") }
  table.pfnStateGsSrvCb = { layer in unserved(layer, "pfnStateGsSrvCb") }
  table.pfnStateGsSamplerCb = { layer in unserved(layer, "pfnStateGsSamplerCb") }
  table.pfnStateOmRenderTargetsCb = { layer in unserved(layer, "pfnStateOmRenderTargetsCb") }
  table.pfnStateOmBlendStateCb = { layer in unserved(layer, "pfnStateOmBlendStateCb") }
  table.pfnStateOmDepthStateCb = { layer in unserved(layer, "pfnStateOmDepthStateCb") }
  table.pfnStateRsRastStateCb = { layer in unserved(layer, "pfnStateRsRastStateCb") }
  table.pfnStateSoTargetsCb = { layer in unserved(layer, "pfnStateSoTargetsCb") }
  table.pfnStateRsViewportsCb = { layer in unserved(layer, "pfnStateRsViewportsCb") }
  table.pfnStateRsScissorCb = { layer in unserved(layer, "pfnStateRsScissorCb") }
  table.pfnDisableDeferredStagingResourceDestruction = { layer in
    unserved(layer, "pfnDisableDeferredStagingResourceDestruction")
  }
  table.pfnStateTextFilterSizeCb = { layer in unserved(layer, "pfnStateTextFilterSizeCb") }
  table.pfnStateHsSrvCb = { layer in unserved(layer, "pfnStateHsSrvCb") }
  table.pfnStateHsShaderCb = { layer in unserved(layer, "pfnStateHsShaderCb") }
  table.pfnStateHsSamplerCb = { layer in unserved(layer, "pfnStateHsSamplerCb") }
  table.pfnStateHsConstBufCb = { layer in unserved(layer, "pfnStateHsConstBufCb") }
  table.pfnStateDsSrvCb = { layer in unserved(layer, "pfnStateDsSrvCb") }
  table.pfnStateDsShaderCb = { layer in unserved(layer, "pfnStateDsShaderCb") }
  table.pfnStateDsSamplerCb = { layer in unserved(layer, "pfnStateDsSamplerCb") }
  table.pfnStateDsConstBufCb = { layer in unserved(layer, "pfnStateDsConstBufCb") }
  table.pfnPerformAmortizedProcessingCb = { layer in unserved(layer, "pfnPerformAmortizedProcessingCb") }
  table.pfnStateCsSrvCb = { layer in unserved(layer, "pfnStateCsSrvCb") }
  table.pfnStateCsUavCb = { layer in unserved(layer, "pfnStateCsUavCb") }
  table.pfnStateCsShaderCb = { layer in unserved(layer, "pfnStateCsShaderCb") }
  table.pfnStateCsSamplerCb = { layer in unserved(layer, "pfnStateCsSamplerCb") }
  table.pfnStateCsConstBufCb = { layer in unserved(layer, "pfnStateCsConstBufCb") }
}

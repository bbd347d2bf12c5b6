internal import CWDDM

/// The three tables that a device and its driver share. Their addresses are in the driver's hands.
struct DeviceTables {
  /// Filled by the driver in CreateDevice.
  var functions = D3D11DDI_DEVICEFUNCS()
  /// pKTCallbacks
  var kernelCallbacks = DeviceCallbacks.table
  /// p11UMCallbacks
  var coreLayerCallbacks = CoreLayerCallbacks.table
}

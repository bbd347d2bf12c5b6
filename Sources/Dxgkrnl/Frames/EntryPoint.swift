/// The calls that a frame can carry. A number is part of the recording format: it never changes its meaning.
package enum EntryPoint: UInt16, CaseIterable, Sendable {
  case openAdapterFromLuid = 1
  case enumAdapters2 = 2
  case enumAdapters3 = 3
  case closeAdapter = 4
  case queryAdapterInfo = 5
  case createDevice = 6
  case destroyDevice = 7
  case getDeviceState = 8
  case markDeviceAsError = 9
  case createAllocation = 10
  case createAllocation2 = 11
  case destroyAllocation = 12
  case destroyAllocation2 = 13
  case lock2 = 14
  case unlock2 = 15
  case queryResourceInfo = 16
  case queryResourceInfoFromNtHandle = 17
  case openResource = 18
  case openResource2 = 19
  case openResourceFromNtHandle = 20
  case shareObjects = 21
  case openNtHandleFromName = 22

  case createKeyedMutex = 24
  case createKeyedMutex2 = 25
  case openKeyedMutex = 26
  case openKeyedMutex2 = 27
  case openKeyedMutexFromNtHandle = 28
  case destroyKeyedMutex = 29
  case acquireKeyedMutex = 30
  case acquireKeyedMutex2 = 31
  case releaseKeyedMutex = 32
  case releaseKeyedMutex2 = 33
  case createSynchronizationObject = 34
  case createSynchronizationObject2 = 35
  case openSynchronizationObject = 36
  case openSyncObjectFromNtHandle = 37
  case openSyncObjectFromNtHandle2 = 38
  case openSyncObjectNtHandleFromName = 39
  case destroySynchronizationObject = 40
  case waitForSynchronizationObjectFromCpu = 41
  case signalSynchronizationObjectFromCpu = 42

  case lock = 43
  case unlock = 44
  case setAllocationPriority = 45
  case getAllocationPriority = 46
  case escape = 47
  case getSharedPrimaryHandle = 48
  case openAdapterFromGdiDisplayName = 49
  case openAdapterFromHdc = 50
  case openAdapterFromDeviceName = 51

  // dxgkctl.h: what happens to a machine from outside. Inputs like every other call.
  case controlResetAdapter = 64
  case controlStopAdapter = 65
  case controlStartAdapter = 66
  case controlRemoveAdapter = 67
  case controlCreateProcess = 68
  case controlExitProcess = 69
}

extension EntryPoint {
  /// The exported function, as a program names it.
  package var name: StaticString {
    switch self {
    case .openAdapterFromLuid: "D3DKMTOpenAdapterFromLuid"
    case .enumAdapters2: "D3DKMTEnumAdapters2"
    case .enumAdapters3: "D3DKMTEnumAdapters3"
    case .closeAdapter: "D3DKMTCloseAdapter"
    case .queryAdapterInfo: "D3DKMTQueryAdapterInfo"
    case .createDevice: "D3DKMTCreateDevice"
    case .destroyDevice: "D3DKMTDestroyDevice"
    case .getDeviceState: "D3DKMTGetDeviceState"
    case .markDeviceAsError: "D3DKMTMarkDeviceAsError"
    case .createAllocation: "D3DKMTCreateAllocation"
    case .createAllocation2: "D3DKMTCreateAllocation2"
    case .destroyAllocation: "D3DKMTDestroyAllocation"
    case .destroyAllocation2: "D3DKMTDestroyAllocation2"
    case .lock2: "D3DKMTLock2"
    case .unlock2: "D3DKMTUnlock2"
    case .createKeyedMutex: "D3DKMTCreateKeyedMutex"
    case .createKeyedMutex2: "D3DKMTCreateKeyedMutex2"
    case .openKeyedMutex: "D3DKMTOpenKeyedMutex"
    case .openKeyedMutex2: "D3DKMTOpenKeyedMutex2"
    case .openKeyedMutexFromNtHandle: "D3DKMTOpenKeyedMutexFromNtHandle"
    case .destroyKeyedMutex: "D3DKMTDestroyKeyedMutex"
    case .acquireKeyedMutex: "D3DKMTAcquireKeyedMutex"
    case .acquireKeyedMutex2: "D3DKMTAcquireKeyedMutex2"
    case .releaseKeyedMutex: "D3DKMTReleaseKeyedMutex"
    case .releaseKeyedMutex2: "D3DKMTReleaseKeyedMutex2"
    case .createSynchronizationObject: "D3DKMTCreateSynchronizationObject"
    case .createSynchronizationObject2: "D3DKMTCreateSynchronizationObject2"
    case .openSynchronizationObject: "D3DKMTOpenSynchronizationObject"
    case .openSyncObjectFromNtHandle: "D3DKMTOpenSyncObjectFromNtHandle"
    case .openSyncObjectFromNtHandle2: "D3DKMTOpenSyncObjectFromNtHandle2"
    case .openSyncObjectNtHandleFromName: "D3DKMTOpenSyncObjectNtHandleFromName"
    case .destroySynchronizationObject: "D3DKMTDestroySynchronizationObject"
    case .waitForSynchronizationObjectFromCpu: "D3DKMTWaitForSynchronizationObjectFromCpu"
    case .signalSynchronizationObjectFromCpu: "D3DKMTSignalSynchronizationObjectFromCpu"
    case .lock: "D3DKMTLock"
    case .unlock: "D3DKMTUnlock"
    case .setAllocationPriority: "D3DKMTSetAllocationPriority"
    case .getAllocationPriority: "D3DKMTGetAllocationPriority"
    case .escape: "D3DKMTEscape"
    case .getSharedPrimaryHandle: "D3DKMTGetSharedPrimaryHandle"
    case .openAdapterFromGdiDisplayName: "D3DKMTOpenAdapterFromGdiDisplayName"
    case .openAdapterFromHdc: "D3DKMTOpenAdapterFromHdc"
    case .openAdapterFromDeviceName: "D3DKMTOpenAdapterFromDeviceName"
    case .queryResourceInfo: "D3DKMTQueryResourceInfo"
    case .queryResourceInfoFromNtHandle: "D3DKMTQueryResourceInfoFromNtHandle"
    case .openResource: "D3DKMTOpenResource"
    case .openResource2: "D3DKMTOpenResource2"
    case .openResourceFromNtHandle: "D3DKMTOpenResourceFromNtHandle"
    case .shareObjects: "D3DKMTShareObjects"
    case .openNtHandleFromName: "D3DKMTOpenNtHandleFromName"
    case .controlResetAdapter: "DxgCtlResetAdapter"
    case .controlStopAdapter: "DxgCtlStopAdapter"
    case .controlStartAdapter: "DxgCtlStartAdapter"
    case .controlRemoveAdapter: "DxgCtlRemoveAdapter"
    case .controlCreateProcess: "DxgCtlCreateProcess"
    case .controlExitProcess: "DxgCtlExitProcess"
    }
  }
}

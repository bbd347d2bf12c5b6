// Written by scripts/index-rules. Do not edit.
extension Citation {
  static let index = """
    = Sources/CWDDM/include/dxgruntime.h
    - U-323 U-329 U-336 U-337 U-338 U-340 U-360 U-364
    = Sources/D3DKMT/Call/CallerMemory.swift
    read !U-010
    write I-031 !U-010
    probe !U-010
    = Sources/D3DKMT/Call/CallerText.swift
    length U-010
    narrow !U-010
    wide !U-010
    = Sources/D3DKMT/Call/Frame.swift
    appendData D-004 !U-056
    grow !D-004 !U-036
    = Sources/D3DKMT/Call/Limit.swift
    Limit D-004 U-033
    = Sources/D3DKMT/Call/ObjectAttributes.swift
    read !D-011 U-010
    = Sources/D3DKMT/Control/Adapters.swift
    control !U-012
    = Sources/D3DKMT/Control/Processes.swift
    process D-007
    unknown !D-007
    = Sources/D3DKMT/Embedded/EmbeddedKernel.swift
    EmbeddedKernel U-017
    = Sources/D3DKMT/Exports/AcquireKeyedMutex.swift
    D3DKMTAcquireKeyedMutex2 !D-004
    acquire !U-010
    = Sources/D3DKMT/Exports/AllocationInfo.swift
    AllocationInfo U-018
    = Sources/D3DKMT/Exports/AllocationPriority.swift
    D3DKMTSetAllocationPriority U-244 U-245
    - !U-010
    decode !U-033 U-240
    read !U-010
    = Sources/D3DKMT/Exports/CloseAdapter.swift
    D3DKMTCloseAdapter I-010
    = Sources/D3DKMT/Exports/CreateAllocation.swift
    createAllocation U-024 U-047
    decode !U-010 !U-033 !U-036 U-057 !U-068
    privateData !D-004 U-060
    write I-033 !U-010
    = Sources/D3DKMT/Exports/CreateDevice.swift
    D3DKMTCreateDevice !U-010 U-015
    = Sources/D3DKMT/Exports/CreateKeyedMutex.swift
    D3DKMTDestroyKeyedMutex W-230
    appendRuntimeData !D-004 U-056 !W-218
    = Sources/D3DKMT/Exports/DestroyAllocation.swift
    D3DKMTDestroyAllocation U-103
    destroyAllocation !U-033 U-090 !U-095
    = Sources/D3DKMT/Exports/DestroyDevice.swift
    D3DKMTDestroyDevice U-106
    = Sources/D3DKMT/Exports/EnumAdapters2.swift
    D3DKMTEnumAdapters2 U-013 U-014
    EnumAdaptersRequest W-015
    = Sources/D3DKMT/Exports/EnumAdapters3.swift
    D3DKMTEnumAdapters3 W-031
    = Sources/D3DKMT/Exports/Escape.swift
    D3DKMTEscape !D-004 !U-010
    = Sources/D3DKMT/Exports/GetDeviceState.swift
    D3DKMTGetDeviceState U-305
    = Sources/D3DKMT/Exports/GetSharedPrimaryHandle.swift
    D3DKMTGetSharedPrimaryHandle U-087
    = Sources/D3DKMT/Exports/Lock.swift
    D3DKMTLock !U-010 U-169
    = Sources/D3DKMT/Exports/Lock2.swift
    D3DKMTLock2 U-194
    = Sources/D3DKMT/Exports/MarkDeviceAsError.swift
    D3DKMTMarkDeviceAsError U-307
    = Sources/D3DKMT/Exports/OpenAdapterByName.swift
    D3DKMTOpenAdapterFromGdiDisplayName !U-011 W-020
    D3DKMTOpenAdapterFromHdc W-025
    D3DKMTOpenAdapterFromDeviceName W-037
    = Sources/D3DKMT/Exports/OpenAdapterFromLuid.swift
    D3DKMTOpenAdapterFromLuid U-012
    = Sources/D3DKMT/Exports/OpenBuffers.swift
    decode !U-033 !U-113
    write I-033 U-119 U-120 U-121
    copy !U-010
    = Sources/D3DKMT/Exports/OpenKeyedMutex.swift
    D3DKMTOpenKeyedMutex2 W-218 W-219 W-220 W-221 W-222
    D3DKMTOpenKeyedMutexFromNtHandle W-252 W-257
    = Sources/D3DKMT/Exports/OpenNtHandleFromName.swift
    D3DKMTOpenNtHandleFromName !W-153
    D3DKMTOpenSyncObjectNtHandleFromName !W-249
    = Sources/D3DKMT/Exports/OpenResource.swift
    D3DKMTOpenResource2 U-129
    openResource U-125
    decodeKeyedMutexData !D-004 !U-151
    = Sources/D3DKMT/Exports/OpenSynchronizationObject.swift
    D3DKMTOpenSyncObjectFromNtHandle2 W-247
    = Sources/D3DKMT/Exports/QueryAdapterInfo.swift
    D3DKMTQueryAdapterInfo !U-010 !W-038
    = Sources/D3DKMT/Exports/QueryResourceInfo.swift
    D3DKMTQueryResourceInfo U-110
    D3DKMTQueryResourceInfoFromNtHandle U-149
    = Sources/D3DKMT/Exports/ShareObjects.swift
    D3DKMTShareObjects !U-010 !U-136
    = Sources/D3DKMT/Exports/SynchronizationFromCpu.swift
    appendFences !U-010 !W-015
    = Sources/D3DKMT/Exports/Unlock.swift
    D3DKMTUnlock !U-033 !U-095 U-182
    = Sources/D3DKMT/Exports/Unlock2.swift
    D3DKMTUnlock2 U-195
    = Sources/D3DRuntime/Callbacks/Allocate.swift
    allocate !U-308 U-309 U-311 !U-312 !U-315 U-325 !U-328
    hasUsualShape U-315
    = Sources/D3DRuntime/Callbacks/Deallocate.swift
    deallocate U-319
    deallocate2 !U-313 U-316 U-317
    releaseKernelResource U-317 U-321
    = Sources/D3DRuntime/Callbacks/Lock.swift
    lock U-175
    = Sources/D3DRuntime/DeviceDriver.swift
    DeviceDriver U-320 U-328 U-332 U-335
    flush U-329
    = Sources/D3DRuntime/DeviceState.swift
    DeviceState U-315 U-338
    DriverCall U-332 U-373
    end U-327 !U-332 U-333 !U-334 !U-373
    DriverFunction U-304
    report U-335 !U-336 !U-337 U-338 U-343
    = Sources/D3DRuntime/Direct3D11/Direct3D11Device.swift
    Direct3D11Device U-335
    = Sources/D3DRuntime/Direct3D9/Direct3D9Device.swift
    Direct3D9Device U-332
    = Sources/D3DRuntime/DriverFunction.swift
    DriverFunction U-335 U-337
    mayReport U-339 U-341 U-342
    = Sources/D3DRuntime/KernelAdapter.swift
    check U-344
    = Sources/D3DRuntime/OpenedResource.swift
    OpenedResource U-120 U-323
    = Sources/D3DRuntime/RuntimeDevice+Life.swift
    create U-325
    = Sources/D3DRuntime/RuntimeDevice+Resources.swift
    requireAllocations !U-310 !U-328
    abandon !U-340
    flush !U-329
    destroyResource U-321 U-330
    settle !U-330
    = Sources/D3DRuntime/RuntimeDevice.swift
    during U-335
    asking U-332
    passedOn U-332 U-373
    = Sources/D3DRuntime/RuntimeResource.swift
    RuntimeResource U-312 U-321
    = Sources/D3DRuntime/SharedDescription.swift
    SharedDescription U-054 U-119
    = Sources/DDI/Calls/CloseAndDestroyAllocation.swift
    closeAllocation K-181
    destroyAllocation K-190 K-191
    = Sources/DDI/Calls/CreateAllocation.swift
    createAllocation !K-068 K-071 K-073
    firstWrongHandle !K-071
    = Sources/DDI/Calls/DescribeAllocation.swift
    describeAllocation !K-187
    setAllocationBackingStore !K-015 K-183 K-184 K-185
    = Sources/DDI/Calls/Driver.swift
    Driver I-027
    DriverMemory K-003
    call I-027
    = Sources/DDI/Calls/DriverAllocation.swift
    read K-092 K-094
    = Sources/DDI/Calls/DriverCaps.swift
    DriverCaps K-015 K-022 K-041 K-128
    = Sources/DDI/Calls/Escape.swift
    escape K-200 K-201
    = Sources/DDI/Calls/GetStandardAllocationDriverData.swift
    StandardAllocationData K-152
    standardAllocationData !D-004 !K-151 !K-154 !K-155 K-158 K-159 K-160
    StandardSurface !K-158 !K-159 !K-160
    data !K-154
    = Sources/DDI/Calls/OpenAllocation.swift
    openAllocation !K-171 !K-172 K-174 K-175 U-036
    openMany !K-174 !K-177
    closeOpened K-172
    = Sources/DDI/Calls/ProcessesAndDevices.swift
    createProcess K-014
    createDevice !K-210
    = Sources/DDI/Calls/QueryAdapterInfo.swift
    umDriverPrivate K-010 K-013
    driverCaps K-010 K-015 K-016 K-017 K-020 K-021
    check !K-016 !K-017 !K-020 !K-021
    = Sources/DDI/Calls/SegmentChecks.swift
    checkedCount !K-024
    checkSame !K-031
    checkPagingBuffer !K-058 !K-062
    segment !K-026 !K-032 !K-035 !K-039 !K-045 !K-051
    judge !K-032 !K-036 !K-037 !K-047 !K-050 !K-052
    = Sources/DDI/Calls/SegmentReport.swift
    SegmentReport K-031 K-062 K-063
    = Sources/DDI/Calls/Segments.swift
    segments K-010 K-024 K-026 K-028 K-031 K-035 K-045 K-051 K-062
    = Sources/DDI/Calls/StartAndStop.swift
    addDevice !K-002
    stopDevice K-008
    removeDevice K-007
    resetFromTimeout K-331 K-332
    restartFromTimeout K-335
    = Sources/DDI/Faults/FaultyMiniport.swift
    stopDeviceAndReleasePostDisplayOwnership K-008
    = Sources/DDI/Foreign/DriverImage.swift
    init !K-001
    watch !K-001
    = Sources/DDI/Foreign/DriverTable.swift
    DriverTable K-001
    = Sources/DDI/Foreign/ForeignMiniport.swift
    init !K-001 !K-015
    enter !K-001
    = Sources/DDI/Foreign/InterfaceTable.swift
    callbacks !K-006
    unserved !D-006
    = Sources/DDI/Wire/Arrays.swift
    DXGKARG_OPENALLOCATION K-177
    DXGK_OPENALLOCATIONINFO K-174
    DXGK_QUERYSEGMENTOUT4 K-029
    = Sources/DDI/Wire/CurrentCall.swift
    CurrentCall K-208
    = Sources/DDI/Wire/DriverFinding.swift
    DriverFinding K-083
    = Sources/DDI/Wire/DriverFunction.swift
    DriverFunction !K-001 !K-004 !K-005 !K-006 !K-007 !K-010 !K-014 !K-020 !K-021 !K-068 !K-151 !K-171 !K-180
    DriverFunction !K-185 !K-187 !K-190 !K-209 !K-211 !K-331 !K-335
    DriverFunctions K-015
    = Sources/DDI/Wire/HandleCallbacks.swift
    HandleCallbacks K-208
    stray !K-208
    = Sources/DDI/Wire/InterfaceVersion+Sizes.swift
    InterfaceVersion K-001 K-029
    = Sources/DDI/Wire/KernelCallbacks.swift
    isFeatureEnabled K-134
    queryFeatureSupport K-134 K-208
    getHandleData K-200
    getHandleParent K-205
    enumHandleChildren K-204
    acquireHandleData K-195
    = Sources/DDI/Wire/Miniport.swift
    Miniport K-001 K-094
    = Sources/DDI/Wire/StandardSurface.swift
    StandardSurface K-156 K-158 K-159 K-161 U-071
    GdiSurface K-168
    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA K-154
    = Sources/DDI/Wire/TranslatedResources.swift
    TranslatedResources K-005
    = Sources/DxgSystem/FaultyMemory.swift
    makeFile !D-005
    map !D-005
    mapReadOnly !D-005
    mapSection !D-005
    = Sources/DxgSystem/PipeHandles.swift
    init !D-005
    makeHandle !D-005
    reference !U-142 !U-154
    = Sources/DxgSystem/SystemMemory.swift
    makeFile !D-005
    map !D-005
    mapReadOnly !D-005
    mapSection !D-005 !U-078
    = Sources/DxgTestKit/AllocationAnswer.swift
    AllocationAnswer K-071 K-175
    = Sources/DxgTestKit/DriverLedger.swift
    DriverLedger K-079
    enter K-079 K-332 K-343
    open I-021 K-203
    close I-016
    destroy I-015 I-022 K-180
    rename K-073
    = Sources/DxgTestKit/ScriptedMiniport+Adapter.swift
    startDevice I-026
    stopDevice I-026
    removeDevice I-025 I-026
    notifySurpriseRemoval I-026
    resetFromTimeout K-331
    restartFromTimeout K-335
    unload I-026
    createProcess I-079
    destroyProcess I-021 I-026
    createDevice I-079 K-014
    destroyDevice I-021 I-023
    = Sources/DxgTestKit/ScriptedMiniport+Allocations.swift
    createAllocation I-079 K-073
    destroyAllocation I-026 K-073
    openAllocation K-176
    describeAllocation I-021
    setAllocationBackingStore K-183
    escape I-021
    writeBack K-175
    = Sources/DxgTestKit/ScriptedMiniport+Query.swift
    queryAdapterInfo I-026
    = Sources/DxgTestKit/ScriptedMiniport+StandardAllocations.swift
    getStandardAllocationDriverData I-079 K-151
    = Sources/DxgTestKit/ScriptedMiniport.swift
    Script K-072 K-073 K-134 K-152
    = Sources/DxgTestKit/TestHandles.swift
    makeHandle !D-005
    reference !U-142
    = Sources/DxgTestKit/TestMemory.swift
    mapSection !U-078
    = Sources/Dxgkrnl/Calls/AcquireKeyedMutex.swift
    KeyedMutexAcquisition W-225 W-230
    acquireKeyedMutex W-218 W-221 !W-224 W-226 W-229 !W-231 W-233
    = Sources/Dxgkrnl/Calls/AllocationPriority.swift
    setAllocationPriority I-013 U-017 U-033 U-093 U-095 U-096 U-098 U-240 U-244 U-245 U-302 W-285
    allocationPriority U-241
    subject !U-017 !U-033 !U-095 !U-096 !U-098 !W-285
    resource !U-093 !U-098 !U-240
    = Sources/Dxgkrnl/Calls/CreateAllocation+Validate.swift
    CreateAllocationFlags U-039
    validate !D-004 !K-108 !U-032 !U-033 !U-076 !U-085 W-061 W-069 W-080
    validateFlags !U-039 !U-043 !U-044 !U-063 !U-064
    validateCrossAdapter U-065 !U-349
    validFlags !U-039 !U-082 U-366
    AllocationElement U-361
    = Sources/Dxgkrnl/Calls/CreateAllocation.swift
    CreateAllocationArguments U-054
    CreatedAllocation U-024 U-046 U-047
    createAllocation I-031 U-019 U-023 U-034 U-036 U-038 U-057
    objects !U-017 !U-038
    resource !U-022 !U-023 !U-028 !U-029 W-068 W-077
    = Sources/Dxgkrnl/Calls/CreateDevice.swift
    createDevice !D-003 K-014 K-209 !U-016 !U-039 W-033
    = Sources/Dxgkrnl/Calls/CreateKeyedMutex.swift
    KeyedMutexOpened W-223
    createKeyedMutex D-003 D-004 W-211 !W-223 W-225
    destroyKeyedMutex !W-214 W-215 W-217 W-230
    checkRuntimeData !D-004
    = Sources/Dxgkrnl/Calls/CreateStandardAllocation.swift
    createStandardAllocation !U-031
    create K-068 K-151 K-152 K-171 U-070 U-071 !U-077 U-366 W-132
    = Sources/Dxgkrnl/Calls/CreateSurface.swift
    createSurface K-151 K-162 K-163 K-166 K-167 !U-017 !U-038 U-087
    check !K-162 !K-166
    StandardSurface.GdiSurface K-162
    = Sources/Dxgkrnl/Calls/CreateSynchronizationObject.swift
    SynchronizationObjectRequest W-180
    SynchronizationObjectOpened W-184 W-186 W-192
    createSynchronizationObject D-003 D-005 !D-006 !U-017 !U-302 W-180 W-183 !W-185 W-191 W-194 W-195
    destroySynchronizationObject !W-182 W-187
    checkedType !W-180 !W-183 !W-191
    = Sources/Dxgkrnl/Calls/Creation+Driver.swift
    createInDriver K-073
    shareBackingStores K-183 K-184
    = Sources/Dxgkrnl/Calls/Creation+Memory.swift
    check !K-077
    charge !D-002
    = Sources/Dxgkrnl/Calls/Creation+Publish.swift
    reserveGlobalHandle U-045
    = Sources/Dxgkrnl/Calls/Creation+Reserve.swift
    reserve !D-002 U-025
    tableIsFull !D-003
    unreserve W-005
    = Sources/Dxgkrnl/Calls/Creation.swift
    Creation I-035
    run K-184
    = Sources/Dxgkrnl/Calls/DestroyAllocation.swift
    DestroyAllocationFlags U-100 U-101
    destroyAllocation I-013 I-018 U-017 U-090 U-091 U-095 U-096 U-097 U-098 !U-102 U-304 W-108
    endAllocations !U-017 !U-090 U-094 !U-095 W-100
    destroyResource !U-093 !U-098
    destroyOne !U-096
    listed !U-096 !U-098
    requireUnshared !U-097
    destroyList !U-033 !U-091 !W-108
    = Sources/Dxgkrnl/Calls/DestroyDevice.swift
    destroyDevice !U-017 U-106 U-304 W-035 W-112 W-199
    finishDevices I-011 I-023
    = Sources/Dxgkrnl/Calls/DeviceState.swift
    deviceState !U-017 !U-305
    markDeviceAsError I-078 !U-017 !U-307
    = Sources/Dxgkrnl/Calls/Escape.swift
    escape D-006 U-012 U-016 U-017 U-130 U-302 !W-046
    escapeInside !D-006 !U-016 !U-017 !U-130 !W-046
    = Sources/Dxgkrnl/Calls/Exit.swift
    exit I-038
    refuseAfterExit !D-009
    endSharedObjects W-193 W-230
    = Sources/Dxgkrnl/Calls/Lock.swift
    lock D-005 K-301 U-155 U-156 U-157 U-158 U-159 U-160 U-161 U-162 U-163 !U-169 U-171 U-173 U-178 U-181 U-302
    lock !W-287
    check !U-173
    unlock I-013 !U-017 !U-033 !U-095 !U-096 U-182 !U-183
    end !U-182
    = Sources/Dxgkrnl/Calls/Lock2.swift
    lock2 D-005 !U-186 U-187 !U-192 U-194 U-196 U-197 U-302 W-287
    unlock2 !U-195
    = Sources/Dxgkrnl/Calls/OpenAdapter.swift
    openAdapter D-003 !U-012
    Process U-013 W-028
    enumAdapters !U-014 W-029 W-031
    closeAdapter I-010 W-032
    adapter W-033
    adapterInside !U-012
    open !D-003
    detachIfUnused I-010 K-014
    = Sources/Dxgkrnl/Calls/OpenAdapterByName.swift
    openAdapter D-003 !U-011 W-021 W-022 !W-025 W-036 !W-037
    Adapter W-037
    = Sources/Dxgkrnl/Calls/OpenFromNtHandle.swift
    openKeyedMutex W-218 W-221 W-252 !W-257
    openSyncObject D-003 D-005 !U-302 !W-183 W-243 W-244 !W-246 !W-250 W-260
    = Sources/Dxgkrnl/Calls/OpenKeyedMutex.swift
    openKeyedMutex D-003 !W-212 W-213 W-216 W-218 W-221 W-222
    checkBuffer !W-218
    checkSize W-219 W-220 !W-221 W-222
    = Sources/Dxgkrnl/Calls/OpenResource.swift
    OpenResourceArguments U-114 U-115 U-116 U-151
    OpenedResource U-119 U-120 U-122 U-150 U-153
    openResource D-003 K-173 K-186 !U-017 U-108 U-112 U-114 U-115 U-117 U-122 U-123 !U-128 U-130 U-152 W-007 !W-141
    openResource W-142
    validate !U-112 !U-114 !U-115 !U-117 W-136
    = Sources/Dxgkrnl/Calls/OpenSynchronizationObject.swift
    openSynchronizationObject D-003 D-005 !W-188 W-189 W-190
    = Sources/Dxgkrnl/Calls/QueryAdapterInfo.swift
    queryAdapterInfo K-010 U-012 !U-016 !W-038 W-039
    fill !W-038
    fillText !W-038
    = Sources/Dxgkrnl/Calls/QueryResourceInfo.swift
    ResourceInfo U-109
    queryResourceInfo I-078 !U-017 U-108 U-110 U-111 U-130 U-149 W-133 W-158
    sharedResource !U-108 !U-130
    = Sources/Dxgkrnl/Calls/ReleaseKeyedMutex.swift
    releaseKeyedMutex D-004 W-221 !W-224 W-227 !W-228
    = Sources/Dxgkrnl/Calls/ResourceOpening.swift
    ResourceOpening I-035 U-053 U-144
    reserve K-073
    tableIsFull !D-003
    reserveKeyedMutex !U-142 !U-152 W-255
    reserveSyncObject !U-142
    unreserve W-005
    openInDriver K-174 K-177 U-131
    publishKeyedMutex U-151
    = Sources/Dxgkrnl/Calls/ShareObjects.swift
    shareObjects D-005 U-132 U-133 U-134 !U-135 !U-136 U-137 U-138 !U-140 U-141 U-148 W-243 W-253
    ntObject !U-134 !U-135
    check !U-140
    openNtHandle W-154 W-156 W-249
    = Sources/Dxgkrnl/Calls/SharedPrimary.swift
    sharedPrimary U-012 !U-016 U-087
    changeMode U-088
    check !U-087
    = Sources/Dxgkrnl/Calls/StandardAllocation.swift
    init !U-039 U-063 !U-064 !U-066 !U-067 !U-068 !U-069 !U-071 !U-078 !U-367 W-071 W-072 W-073 W-074 W-080
    = Sources/Dxgkrnl/Calls/SynchronizationFromCpu.swift
    waitForSynchronizationObjects U-302 W-015 !W-182 W-183 !W-194 W-195 W-260
    wait !W-195
    signalSynchronizationObjects U-302 W-183 !W-194 W-196 !W-197 W-260
    withTargets !U-017 !U-302 !W-015 !W-182 !W-183 !W-194 !W-260
    = Sources/Dxgkrnl/EventObjects.swift
    reference W-185
    = Sources/Dxgkrnl/Events/Event.swift
    Event I-078
    AllocationTraits U-053
    = Sources/Dxgkrnl/Frames/FrameElements.swift
    AllocationElement U-018 U-074
    = Sources/Dxgkrnl/Frames/RecordedCall.swift
    elements U-090 U-169 U-240
    = Sources/Dxgkrnl/HandleNamespace.swift
    makeHandle D-005 W-009
    reference U-142 U-154
    = Sources/Dxgkrnl/Handles/HandleTable+References.swift
    resolve I-014
    hold K-195
    revive I-013
    = Sources/Dxgkrnl/Handles/HandleTable+Writer.swift
    rewind U-004 W-005
    = Sources/Dxgkrnl/Handles/HandleTable.swift
    HandleTable I-002 I-005 I-007 I-009 U-002 U-003 U-007 W-003
    reserve D-003
    publish I-007
    = Sources/Dxgkrnl/Kernel.swift
    makeProcess D-005
    alone K-343
    charge !D-001 U-036
    = Sources/Dxgkrnl/KernelConfiguration.swift
    Limits K-150 U-033 U-036 W-028 W-287
    = Sources/Dxgkrnl/Memory.swift
    makeFile D-005
    map D-005
    mapReadOnly D-005
    mapSection D-005 U-078
    isMapped K-108
    = Sources/Dxgkrnl/Objects/Adapter+Callbacks.swift
    data K-202 K-203
    = Sources/Dxgkrnl/Objects/Adapter+Lifecycle.swift
    addAdapter I-026
    start K-343
    startAlone !U-016
    stop !U-016
    surpriseRemoval K-332 K-342 !U-016
    resetFromTimeout K-331 K-332 K-335 !U-016 U-300 U-301
    remove !I-025 I-026 !U-016
    = Sources/Dxgkrnl/Objects/Adapter.swift
    Adapter K-031 K-134
    = Sources/Dxgkrnl/Objects/AdapterReference.swift
    AdapterReference I-010
    = Sources/Dxgkrnl/Objects/Allocation.swift
    Allocation I-060 K-074 K-184 U-078 U-361
    init U-083
    Backing U-074 U-079
    = Sources/Dxgkrnl/Objects/BaseAddressRegister.swift
    BaseAddressRegister K-348
    map D-005 !K-348
    unmap !K-348
    = Sources/Dxgkrnl/Objects/Device.swift
    Device I-078
    end I-078
    DeviceExecution U-305
    State I-010 K-014
    = Sources/Dxgkrnl/Objects/FencePage.swift
    init D-005
    = Sources/Dxgkrnl/Objects/Kernel+FenceWaits.swift
    signal W-197
    = Sources/Dxgkrnl/Objects/KeyedMutex.swift
    KeyedMutex W-223
    init W-225
    = Sources/Dxgkrnl/Objects/KeyedMutexState.swift
    KeyedMutexState W-221 W-226 W-230
    = Sources/Dxgkrnl/Objects/ObjectKind+Kinds.swift
    - W-013
    ObjectKind W-006
    = Sources/Dxgkrnl/Objects/Opening.swift
    CPUAccess U-194
    requireRoom !W-287
    at K-204
    = Sources/Dxgkrnl/Objects/Process+Inside.swift
    giveBack K-195
    checkCallerMemory K-108 !U-072 !U-074
    dropCpuView I-018
    dropViews I-060
    = Sources/Dxgkrnl/Objects/Process+KeyedMutexes.swift
    reserve !D-003
    endKeyedMutex W-216 W-230
    = Sources/Dxgkrnl/Objects/Process+Lookup.swift
    withAllocation !U-017 !U-096 !U-098
    requireActive !U-302
    = Sources/Dxgkrnl/Objects/Process+SynchronizationObjects.swift
    reserve !D-003 D-005
    endSyncObject W-190
    endSyncObjects W-199
    = Sources/Dxgkrnl/Objects/Process+Views.swift
    address D-005 !U-173
    view U-053 U-144
    = Sources/Dxgkrnl/Objects/Process.swift
    Process K-079
    Account I-044
    = Sources/Dxgkrnl/Objects/Resource.swift
    Resource K-073 U-053 U-144
    = Sources/Dxgkrnl/Objects/SharedLife.swift
    SharedLife U-128 W-190 W-216
    = Sources/Dxgkrnl/Objects/SharedResource.swift
    SharedResource I-020 I-085 K-146 U-029 U-045 U-053 U-130
    State I-018 I-019 K-073 U-047 U-128
    = Sources/Dxgkrnl/Objects/SynchronizationObject.swift
    SynchronizationObject W-192
    SynchronizationObjectReference W-260
    = Sources/Dxgkrnl/Sharing/AccessRights.swift
    AccessRights U-137 U-144 W-260
    = Sources/Dxgkrnl/Sharing/GlobalHandles.swift
    GlobalShare U-046 W-186 W-211
    GlobalHandles U-004 W-006
    reserve D-003
    = Sources/Dxgkrnl/Sharing/Kernel+GlobalHandles.swift
    reserveGlobalHandle !D-003
    retireGlobalHandle U-128 W-190 W-216
    keyedMutex W-212 W-216
    syncObject W-188 W-190
    = Sources/Dxgkrnl/Sharing/Kernel+NtHandles.swift
    share D-005 D-008 !U-141
    openNtHandle D-005 !U-147 !U-154 !W-153 W-154 W-155
    reference !U-137 U-142 !U-154 W-244 W-257
    namespace !D-008
    takeClosedObjects U-146
    = Sources/Dxgkrnl/Sharing/Kernel+SharedObjects.swift
    release W-190 W-216
    = Sources/Dxgkrnl/Sharing/Kernel+SharedResources.swift
    revokeGlobalHandle U-088
    endView U-128
    release I-022 K-180 U-127
    discard K-184
    finishClosedHandles U-127
    = Sources/Dxgkrnl/Sharing/NtName.swift
    NtName U-145 W-155
    = Sources/Dxgkrnl/Sharing/NtObject.swift
    NtObject U-127 U-133 U-146 U-148
    NtObjectType U-139 W-152 W-241 W-252
    = Sources/Dxgkrnl/Sharing/SharedData.swift
    SharedData I-084 U-054 U-120
    total !U-111
    = Sources/Dxgkrnl/Sharing/Teardown+Shared.swift
    performShared K-180 K-181
    = Sources/Dxgkrnl/Snapshot.swift
    Snapshot I-031
    = Sources/Dxgkrnl/Teardown.swift
    Teardown K-195
    isFree I-022
    perform I-017 K-180 K-181
    finishSynchronously U-101
    = Sources/Locks/Gates.swift
    ExclusiveGate K-079
    = Sources/Locks/LockOrder.swift
    HeldLocks I-027
    = Sources/Locks/LockRank.swift
    LockRank K-079 K-343 K-344 K-345
    = Sources/SoftGPU/AllocationPlan.swift
    AllocationPlan K-070 K-078 K-139
    init K-124
    check K-103 K-104 K-124 K-135 K-138 K-139 K-366
    measure K-099
    measureSurface K-139
    supported U-084
    = Sources/SoftGPU/Configuration.swift
    init K-035 K-058
    = Sources/SoftGPU/SegmentLayout.swift
    SegmentLayout K-032
    set K-086
    = Sources/SoftGPU/SoftGPU+Adapter.swift
    addDevice K-002
    stopDeviceAndReleasePostDisplayOwnership K-008
    asksForBackingStores K-134 K-367
    = Sources/SoftGPU/SoftGPU+Allocations.swift
    destroyAllocation K-190 K-191
    describeAllocation K-187
    setAllocationBackingStore K-184
    = Sources/SoftGPU/SoftGPU+Create.swift
    answer K-088
    = Sources/SoftGPU/SoftGPU+Escape.swift
    describeAllocation K-201
    sumAllocation K-195
    = Sources/SoftGPU/SoftGPU+Inspection.swift
    SoftGPU K-134
    BackingStore K-184
    = Sources/SoftGPU/SoftGPU+Open.swift
    openAllocation K-176
    open K-175 K-201
    = Sources/SoftGPU/SoftGPU+Segments.swift
    SoftGPU K-024 K-028
    querySegment4 K-029
    = Sources/SoftGPU/SoftGPU+StandardAllocations.swift
    getStandardAllocationDriverData K-153 K-154
    init K-163 K-164 K-165 K-166 K-167 U-071
    = Sources/SoftGPU/SoftGPU.swift
    SoftGPU K-070
    Adapter K-134
    Allocation K-183
    = Sources/Verifier/AllocationJudge.swift
    judge !K-090 !K-092 !K-099
    judgePitch !K-083 !K-084
    judgeEviction !K-049 !K-087
    judgePreference !K-085 !K-097
    judgeBanks !K-066 !K-089
    judgeSupported !K-053 !K-086 !K-093
    supported K-093
    judgeHint !K-362
    = Sources/Verifier/CallNotes+Verifier.swift
    CallNotes K-201 K-365
    = Sources/Verifier/CapsJudge.swift
    judge !K-016 !K-017 !K-018 !K-019
    judgeVersion !K-015
    judgeFunctions !K-020 !K-021
    CapsRecord K-022 K-169
    = Sources/Verifier/DescribedSurface.swift
    DescribedSurface K-158 K-159 K-160 K-161 K-164
    = Sources/Verifier/DriverRecords.swift
    DriverRecords K-152 K-189
    AllocationRecord K-071
    AdapterRecord K-324
    AdapterFacts K-060 K-086 K-134 K-164
    = Sources/Verifier/FlagJudge.swift
    judgeFlags !K-102 !K-103 !K-123 !K-124 !K-126 !K-128 !K-130
    judgeSystemMemory !K-105 !K-106 !K-107 !K-108 !K-109
    judgeArm !K-094 !K-127
    judgeBacking !K-015 !K-127 !K-131 !K-134 !K-135 K-145 !K-366
    = Sources/Verifier/PagingJudge.swift
    judge !K-323 !K-324 !K-327
    = Sources/Verifier/ReportedSegment.swift
    ReportedSegment K-055 K-056 K-064
    banks K-066
    = Sources/Verifier/SegmentJudge.swift
    judge !K-026 !K-031 !K-032 !K-035 !K-036 !K-037 !K-045 !K-047 !K-048 !K-050 !K-051 !K-052 !K-055 !K-057
    judgeBanks !K-064
    judgeWindow !K-039 !K-298
    judgePagingBuffer !K-027 !K-030 !K-062
    judgeApertures !K-022 !K-058 !K-169
    = Sources/Verifier/StandardJudge.swift
    judgeStandardCreation !K-117 K-152
    judgePrimary !K-104 !K-138 !K-170
    judgeGdi !K-077 !K-139 !K-163 !K-164 !K-165 K-370
    = Sources/Verifier/VerifierOptions.swift
    list K-083
    = Sources/Verifier/VerifyingCallbacks+Handles.swift
    VerifyingCallbacks K-208
    releaseHandleData !K-195
    judge !K-200 !K-202
    judgeContext !K-208
    noteNull K-072
    = Sources/Verifier/VerifyingCallbacks.swift
    VerifyingCallbacks K-005
    mapMemory !K-342 !K-348
    unmapMemory !K-348
    tooEarly !K-367
    judge !K-005 !K-006
    = Sources/Verifier/VerifyingMiniport+Create.swift
    createAllocation !K-071 !K-072 !K-073
    guardedCreate !K-078
    addAllocation K-071
    changeResource K-073 K-191
    = Sources/Verifier/VerifyingMiniport+Describe.swift
    describeAllocation !K-187 !K-189
    = Sources/Verifier/VerifyingMiniport+Destroy.swift
    destroyAllocation !K-191
    setAllocationBackingStore !K-369
    = Sources/Verifier/VerifyingMiniport+Devices.swift
    createProcess !K-014
    createDevice !K-210
    = Sources/Verifier/VerifyingMiniport+Life.swift
    addDevice !K-002
    judgeTable !K-001 !K-015 K-331 K-335
    startDevice !K-005
    stopDeviceAndReleasePostDisplayOwnership !K-008
    stopped !K-006
    judgeLeftovers !K-195
    = Sources/Verifier/VerifyingMiniport+Open.swift
    openAllocation !K-172 !K-364
    guardedOpen !K-078 !K-176 !K-177 K-179
    give !K-174 K-175
    addOpening K-364
    = Sources/Verifier/VerifyingMiniport+Query.swift
    guardedQuery !K-010
    = Sources/Verifier/VerifyingMiniport+Segments.swift
    SegmentForm K-029
    querySegments !K-024 !K-029
    judgeNumber !K-024 !K-028
    queryMemoryState !K-056
    = Sources/Verifier/VerifyingMiniport+Standard.swift
    VerifyingMiniport K-152 K-154
    getStandardAllocationDriverData !K-152 !K-154 !K-155
    judge !K-153 !K-158 !K-159 !K-160 !K-161 !K-167
    judgeAlignment !K-164
    = Sources/Verifier/VerifyingMiniport.swift
    VerifyingMiniport K-343
    judge K-004 K-005 K-006 K-007 K-008 K-009 K-010 K-011 K-012 K-013 K-014 K-015 K-016 K-017 K-018 K-019 K-020
    judge K-021 K-022 K-023 K-024 K-025 K-026 K-027 K-028 K-029 K-030 K-031 K-032 K-033 K-034 K-035 K-036 K-037
    judge K-038 K-039 K-040 K-041 K-042 K-043 K-044 K-045 K-046 K-047 K-048 K-049 K-050 K-051 K-052 K-053 K-054
    judge K-055 K-056 K-057 K-058 K-059 K-060 K-061 K-062 K-063 K-064 K-065 K-066 K-067 K-068 K-069 K-070 K-071
    judge K-072 K-073 K-074 K-075 K-076 K-077 K-078 K-079 K-080 K-081 K-082 K-083 K-084 K-085 K-086 K-087 K-088
    judge K-089 K-090 K-091 K-092 K-093 K-094 K-095 K-096 K-097 K-098 K-099 K-100 K-101 K-102 K-103 K-104 K-105
    judge K-106 K-107 K-108 K-109 K-110 K-111 K-112 K-113 K-114 K-115 K-116 K-117 K-118 K-119 K-120 K-121 K-122
    judge K-123 K-124 K-125 K-126 K-127 K-128 K-129 K-130 K-131 K-132 K-133 K-134 K-135 K-136 K-137 K-138 K-139
    judge K-140 K-141 K-142 K-143 K-144 K-145 K-146 K-147 K-148 K-149 K-150 K-151 K-152 K-153 K-154 K-155 K-156
    judge K-157 K-158 K-159 K-160 K-161 K-162 K-163 K-164 K-165 K-166 K-167 K-168 K-169 K-170 K-171 K-172 K-173
    judge K-174 K-175 K-176 K-177 K-178 K-179 K-180 K-181 K-182 K-183 K-184 K-185 K-186 K-187 K-188 K-189 K-190
    judge K-191 K-192 K-193 K-194 K-195 K-196 K-197 K-198 K-199 K-200 !K-201 K-202 K-203 K-204 K-205 K-206 K-207
    judge K-208 K-209 K-210 K-211 !K-365
    = Sources/VidMm/AllocationDescription+Lock.swift
    validateLock !K-297 K-301 !U-158 !U-161 U-163 U-164 !U-171 !U-178 !U-192
    validateSharing !U-163
    = Sources/VidMm/AllocationDescription+Validate.swift
    AllocationRequestFacts K-128 K-134 U-349
    validate !K-053 K-082 !K-083 !K-090 !K-099
    supportedSegments K-093
    validateSegments !K-053 !K-085 !K-086 !K-087
    validateUse !K-139 !U-084
    validateFlags !K-102 !K-103 !K-104 !K-105 !K-106 !K-107 !K-108 !K-109 !K-117 !K-124 !K-126 !K-127 !K-128
    reservedFlags K-127
    validateBackingStore !K-127 !K-131 !K-134 !K-135 !K-366
    = Sources/VidMm/FileSpace.swift
    FileSpace I-060 U-042
    = Sources/VidMm/LockFlags.swift
    LockFlags U-165 U-166 U-167 U-168 U-169 U-175 U-179
    validate !U-155 !U-156 !U-157 !W-287
    = Sources/VidMm/LockState.swift
    LockState U-159 U-160 U-162 U-182
    lock !U-159 !U-160 !U-162
    unlock U-182
    = Sources/VidMm/SegmentTable.swift
    SegmentTable K-031 K-043
    SegmentSets K-060 K-124 U-084
    dedicatedSystemMemory K-043
    sharedSystemMemory K-040 K-044
    graphicsShare K-042
    = Sources/WDDM/AllocationDescription.swift
    AllocationDescription K-082 K-083 K-092 K-093
    = Sources/WDDM/HResult.swift
    init U-344
    = Sources/WDDM/InterfaceVersion.swift
    InterfaceVersion K-001 K-094 W-040
    = Sources/WDDM/Page.swift
    - K-082 K-108
    = Sources/WDDM/Segment.swift
    SegmentSet K-086
    SegmentPreference K-097 K-098
    SegmentDescriptor K-030 K-035 K-036 K-039 K-040
    = Sources/dxgk/Adapters/AdapterListing.swift
    SegmentDescriptor K-040
    = Sources/dxgk/Options/VerifiedDriverOptions.swift
    VerifiedDriverOptions K-083
    = Sources/dxgk/Options/VerifyOptions.swift
    VerifyOptions K-083
    = Sources/dxgk/Verify/ScenarioProcess.swift
    hang !K-340
    = Sources/dxgk/Verify/ScenarioRun.swift
    init !K-079
    = Sources/dxgk/Verify/Scenarios/Creations.swift
    Scenario K-078
    kind K-131
    = Sources/dxgk/Verify/Scenarios/Races.swift
    Scenario K-079
    = Sources/dxgk/Verify/Scenarios/Removals.swift
    removal K-342
    = Sources/dxgk/Verify/VerifyFinding.swift
    init !K-174
    DriverFunction !K-007 !K-014 !K-180 !K-193 !K-211
    = Sources/dxgk/Verify/WatchedMiniport.swift
    openAllocation K-174 K-177
    = Tests/D3DKMTTests/AccessTests.swift
    whatIsWrittenThroughOneLockIsReadThroughAnother U-182
    aListOfPagesIsCheckedBeforeItIsRead U-169 W-287
    prioritiesAreSetAndTold U-033 U-244 W-285
    aResourceHasOnePriority U-240 U-244
    theDriverDescribesWhatAHandleStandsFor U-362
    aHandleThatIsNotWhatItIsSaidToBeIsRefused K-201
    questionsThatAreNoneAreRefused D-004
    = Tests/D3DKMTTests/AnswersTests.swift
    anEnumerationWithoutAnArrayTellsHowManyRowsAreEnough U-010 U-013 W-027 W-028
    anArrayWithoutRoomIsTooSmallAndIsNotWritten U-014 W-030
    aNewDeviceHasNoBuffers U-015 W-034
    eitherVersionDestroysWhatEitherMade U-103 U-105 W-106
    aResourceIsMadeEmptyAndKeepsItsHandleWhenSomethingIsAdded U-024 U-027 U-032
    besideAResourceTheCountOfAListDoesNotMatter U-090 U-374 W-107
    theFlagForZeroedMemoryComesBackAsItWas U-041
    whatStoodInTheGlobalHandlesSlotDoesNotMatter U-048
    whatIsTheCallersComesBackAsItWas U-035 U-357
    = Tests/D3DKMTTests/BadPointerTests.swift
    BadPointerTests W-046
    aBlockThatCannotBeReadIsRefused U-004 U-010 W-027 W-180 W-183 W-210
    aZeroedBlockIsRefusedWithoutASign U-009 W-244
    aCreationWhoseAnswerCannotBeWrittenCreatesNothing U-004
    anArrayThatCannotBeReadIsRefused U-004
    privateDataThatCannotBeReadIsRefused U-004 U-056
    = Tests/D3DKMTTests/Client.swift
    Client U-004
    = Tests/D3DKMTTests/CombinedExportsTests.swift
    allThreeAreOpenedAndDestroyedApart U-152 U-153 W-255 W-256 W-304
    = Tests/D3DKMTTests/ControlTests.swift
    aProcessHasHandlesOfItsOwn D-007 I-004 W-010
    aResetTakesDevicesAndLeavesTheAdapter U-304 U-305
    aStoppedAdapterMakesNoDevicesUntilItIsStarted U-305
    = Tests/D3DKMTTests/ExportsTests.swift
    anAllocationIsCreatedLockedWrittenReadAndDestroyed I-059 U-042 U-194
    anAllocationThatIsOnlyReadIsSeenForReading U-053
    theDriverAnswersInThePrivateData U-057
    aFailedCreationLeavesTheCallersMemoryAlone U-371
    bothElementFormsMakeTheSameAllocation U-018 U-019 U-047
    aResourceOfManyIsCreatedAndDestroyedAsOne U-025
    aDeviceAnswersForItselfAndIsMarked U-305 U-307
    anAnswerNeedsABufferOfItsSize W-038 W-039 W-040
    = Tests/D3DKMTTests/ForkTests.swift
    aForkedChildHasInvalidHandlesAndAFreshKernel W-010
    = Tests/D3DKMTTests/KeyedMutexExportsTests.swift
    release W-227 W-228
    theFirstVersionLivesAndDies W-211 W-212 W-213 W-214 W-215 W-216
    anOpenSaysHowMuchPrivateDataThereIsAndLeavesTheBufferAlone W-219 W-220 W-222
    aSizeNeedsABuffer W-218
    sharedThroughNtHandlesItHasNoGlobalOne W-223
    anAnswerIsWrittenWhenThereIsOne W-224 W-225 W-226 W-227 W-228 W-230 W-233
    = Tests/D3DKMTTests/NumberedProcessesTests.swift
    aProcessThatExitedIsForgottenWithTheLastThreadThatIsInIt D-007
    = Tests/D3DKMTTests/OpenAdapterByNameTests.swift
    aDisplayThatIsNotAttachedIsUnsuccessful W-020 W-021 W-022
    aDeviceInterfaceOpensTheAdapterInEitherWidth W-037
    aNameThatIsNullOrCannotBeReadIsRefused W-036
    = Tests/D3DKMTTests/OpenedDataTests.swift
    theCallersMemoryIsFreeAfterTheCall I-084 I-087 I-088 U-080 U-113 U-116 U-120 U-122 U-129 W-007 W-135
    = Tests/D3DKMTTests/RecordingTests.swift
    aKilledProgramsRecordingTellsAll I-098
    = Tests/D3DKMTTests/SettingsTests.swift
    theVerifierIsAPresetLessWhatIsMuted K-022 K-083
    = Tests/D3DKMTTests/SharingTests.swift
    shared U-048
    aQueryWritesTheSizesAndNothingElse U-046 U-110 W-002 W-130 W-132 W-133
    anOpeningFillsTheCallersBuffers U-116 U-121 U-125 U-129 W-007 W-134 W-135 W-139 W-140
    refuses I-033
    whatDoesNotFitIsRefusedAndNothingIsWritten U-004 U-033 U-112 U-113 U-114 W-131 W-136 W-137 W-138 W-160 W-161
    whatDoesNotFitIsRefusedAndNothingIsWritten W-162
    aBufferThatCannotBeWrittenOpensNothing I-005 I-033
    anotherProcessOpensIt U-051
    anNtHandleTellsTheSizesWhateverIsAsked U-047 U-149 W-157 W-158
    anOpeningByNtHandleOverwritesAllThreeHandles U-142 U-150 U-151 W-159 W-160 W-161 W-162 W-163
    namesAreUTF16 W-152 W-153 W-154 W-155 W-156 W-164 W-166
    attributesMustBeWhole D-011
    objectsAreLookedAtOnlyAsFarAsThereMayBeAny U-136 W-258
    = Tests/D3DKMTTests/StandardAllocationTests.swift
    refuses U-004
    theBaselineSucceeds U-079 U-196 W-062 W-063 W-083
    privateDataOfTheElementAndOfTheRuntimeIsAccepted U-081 U-086 W-064 W-065
    oneChangeAndItIsRefused U-009 U-010 U-064 U-066 U-067 U-068 U-069 U-365 W-060 W-061 W-066 W-067 W-068 W-069
    oneChangeAndItIsRefused W-070 W-071 W-072 W-073 W-074 W-075 W-076 W-077 W-080 W-087
    aResourceIsMadeForItAndNothingIsAdded U-031 W-078 W-079
    aSharedOneHasAGlobalHandleOrNone W-081 W-082 W-085
    aViewOfAnAllocationIsNoHeap U-072 W-086
    memoryThatCanOnlyBeReadNeedsReadOnly U-077
    aSectionIsADescriptor U-078
    withoutADisplayThereIsNoSharedPrimary U-087
    = Tests/D3DKMTTests/SynchronizationExportsTests.swift
    theFirstVersionMakesMutexesAndSemaphores W-180 W-181 W-182
    aSharedObjectIsOpenedByItsGlobalHandle W-186 W-188 W-189 W-190
    theValueIsReadAndNotWritten I-077 W-184 W-195 W-197
    anEventIsSetWhenTheWaitIsOver W-185 W-195 W-196
    theOtherKindsAreNotForTheCpu W-194
    arraysThatCannotBeReadAreRefused W-015
    anNtHandleOpensWhatItWasMadeFor W-192 W-243 W-244 W-246 W-247 W-250
    anOpenedFenceDoesWhatTheNtHandleAllows W-260
    aNameIsNeeded W-249
    = Tests/D3DKMTTests/VanishingMemoryTests.swift
    privateDataIsThereOrTheCallIsRefused I-033
    = Tests/D3DRuntimeTests/DeviceCallbacksTests.swift
    aHandleThatIsNoResourceOfTheDeviceIsRefused U-308
    aSecondCallAddsToTheResource U-309
    theOlderCallbacksAreServedToo U-181 U-244 U-309 U-319
    whatTheKernelRefusesReachesTheDriverAsItsCode U-102 U-155 U-178 U-182 U-240 U-344
    aDriverAsksItsKernelModeHalf U-362
    DeviceCallbacksTests U-310 U-328
    sharedResourcesOfOneKindHaveAsManyAllocations U-315 U-337
    aSharedResourceIsGivenBackAsAWhole U-313 U-317
    aListAloneLeavesTheResourceBehind U-318
    aFlushFinishesWhatWasDeferredOfSharedResources U-329
    aSharedResourceIsAllocatedOnce U-311 U-312
    = Tests/D3DRuntimeTests/DeviceRemovalTests.swift
    aResetReachesTheProgramThroughTheDriver U-373
    aDriverThatKeepsRemovalToItselfIsFound U-373
    = Tests/D3DRuntimeTests/Direct3D9Tests.swift
    aFlipChainHasASurfaceForEachBuffer U-360 U-364
    theSurfacesMemoryIsTheRuntimes U-356
    anotherDeviceOpensButOnlyTheMakerLocks U-173 U-322 U-332
    aDriverMayPutAllocationsOff U-320
    Direct3D9Tests U-332 U-334
    memoryThatIsMissedByNobodyNeedNotBeReported U-333
    anUnlockOfWhatIsNotLockedMayBeAnInvalidArgument U-334
    whatAFailedCreationLeftIsDestroyed U-340
    removalIsReturned U-302 U-304 U-373
    = Tests/D3DRuntimeTests/FreeThreadedTests.swift
    twoThreadsCreateAndDestroyOnOneDevice U-328
    = Tests/D3DRuntimeTests/LimitTests.swift
    commitThatRunsOutIsOutOfMemoryAndNoMore U-344
    = Tests/D3DRuntimeTests/RuntimeDeviceTests.swift
    aDriverAllocatesScratchMemoryInsideCreateDevice U-325
    = Tests/D3DRuntimeTests/RuntimeResourceTests.swift
    aFlipChainIsOneResourceWithAnAllocationForEachBuffer U-360 U-364
    memoryThatTheGPUCannotReachIsGoodForTheCPU U-326 U-327
    aPriorityReachesTheKernelThroughTheDriver U-244 U-245
    RuntimeResourceTests U-332
    aDeferredDeallocationStillFindsItsResource U-321
    nothingIsAllocatedForAResourceThatWasDestroyed U-308
    aPrimaryIsNotDeferred U-330
    aListEmptiesAResourceAndItsHandleReleasesIt U-316
    = Tests/D3DRuntimeTests/SetErrorTests.swift
    afterAnErrorDestroyResourceIsNotCalledAndNothingIsLeft U-339 U-340
    anUnsupportedResourceIsNoMistake U-339
    successIsACriticalError U-336
    aCodeOutsideTheCategoryLosesTheDevice U-337 U-338
    nothingTakesAnErrorBack U-335 U-338
    destroyResourceMayReportRemovalOnly U-341
    eachFunctionMayReportWhatItsPageLists U-339 U-341 U-342
    stillDrawingNeedsACallerWhoDoesNotWait U-342
    anApplicationErrorIsNotTheDriversMistake U-340 U-343
    = Tests/D3DRuntimeTests/SharingTests.swift
    anOpenerGetsThePrivateDataOfTheCreationByteForByte U-059 U-323
    twoDevicesSeeOneSurface U-059 U-107 U-128 U-312 U-322 U-324
    theMakerOpensItsOwnSurface U-123 U-322
    anOpenThatTheDriverFailsLeavesTheSurfaceToItsMaker U-339
    openMayNotSayUnsupported U-337 U-339
    nothingIsAllocatedForAnOpenedSurface U-312 U-324
    = Tests/DDITests/CloseAndDestroyAllocationTests.swift
    aFailureIsAFindingAndNothingElse K-180 K-190
    aResourceAloneIsDestroyedWithAnEmptyList K-191
    theDriverMayReplaceTheResourceThatStays K-191
    = Tests/DDITests/CreateAllocationTests.swift
    theDriverSeesTheKernelsCopyOfThePrivateData U-056 U-080 U-355
    absentPrivateDataIsNull U-060 U-354
    aNullHandleIsRefusedAndTheOthersAreDestroyed K-071
    aRepeatedHandleIsDestroyedOnceWithTheNewResource K-071
    aDriverThatFailsIsNotAskedToDestroy K-068
    = Tests/DDITests/Faults/FaultyMiniportTests.swift
    aRefusedFunctionNeverReachesTheDriver K-068
    aFailingEndIsDoneAllTheSame K-180
    = Tests/DDITests/ForeignMiniportTests.swift
    aFileThatIsNotThereIsSaidSo K-001
    aFailingDriverEntryPassesItsStatus K-001
    aMissingFunctionIsNamed K-015
    = Tests/DDITests/InterfaceTableTests.swift
    fromAThreadOfItsOwnADriverGetsNullAndAFinding K-208
    aHandleThatOutlivedItsDeviceIsRefusedAndAFinding K-006
    aCallbackThatIsNotServedSaysSo D-006
    = Tests/DDITests/OpenAllocationTests.swift
    aHandleLeftNullClosesTheOthersAndIsRefused K-172
    aFailingDriverIsNotAskedToClose K-171
    afterwardsAChangeIsUndoneAndAFinding K-174
    theFlagsSayWhatIsDone U-131
    = Tests/DDITests/ProcessesAndDevicesTests.swift
    aDeviceWithoutAHandleIsRefused K-210
    aDriverThatKeepsTheKernelsHandleIsAFinding K-210
    = Tests/DDITests/QueryAdapterInfoTests.swift
    twoKindsOfMmuExcludeEachOther K-016
    virtualAddressingAndAnMmuGoTogether K-017
    aCapabilityNeedsItsFunctions K-020 K-021
    privateDataGoesToTheDriverAndBack K-013
    = Tests/DDITests/SegmentsTests.swift
    session K-028
    noSegmentsAndTooManyAreRefused K-024
    anotherNumberTheSecondTimeIsRefused K-031
    sizesMustBeWholePagesAndNotZero K-035
    anAgpSegmentNeedsAnAgpAperture K-026 K-045
    aHostApertureExcludesACpuWindow K-051
    addressesMustNotWrap K-032 K-039
    thePagingBufferSegmentMustExist K-030 K-062
    whatTheFirstAnswerSaysOfThePagingBufferIsNotHeard K-027
    whatOnlyBreaksARuleIsAFinding K-032 K-036 K-037 K-047 K-050 K-052 K-058 K-062
    onlyAnAperturesCommitLimitCounts K-037 K-057
    bothQuestionsCarryAnEmptyAgpAperture K-025
    descriptorsAreAsLongAsTheVersionHasThem K-029
    = Tests/DDITests/StandardAllocationTests.swift
    theSizesAreAskedForAndThenTheData K-152 K-154
    eitherSizeMayBeZeroButNotBoth K-155
    askedForSizesADriverLeavesTheDescriptionAlone K-154
    aDriverThatGoesBeyondWhatItWantedIsRefused K-154
    sizesAreBounded D-004
    thePitchOfWhatTheCpuSeesMustBeTold K-153 K-158 K-159 K-160
    aDriversStatusPassesUnchanged K-151
    anotherSuccessIsAFinding K-151
    aDriverWithoutTheFunctionIsNotAsked K-151
    softGPUMakesEachSurfaceFromWhatItAnswered K-139 K-158 K-159 K-163 K-164 K-165 K-167
    aHeapIsOneRowOfItsBytes U-071
    whatIsNoSurfaceIsNone K-168
    = Tests/DDITests/StartAndStopTests.swift
    aDriverThatDeclinesTheDeviceIsRefused K-002
    aFailureStatusPassesUnchangedAndNamesTheFunction K-004
    aSuccessThatIsNotZeroCountsAndIsAFinding K-005
    aFailingStopIsAFindingAndTheDeviceCountsAsStopped K-006
    aFailingRemovalIsAFindingAndTheDeviceCountsAsRemoved K-007
    aDriverIsResetAndGoesOn K-331
    aDriverThatCannotBeResetIsAFinding K-331 K-335
    everyFunctionIsCalledWithTheDriversOwnHandles K-003 K-364
    theDeviceHandleLeadsToTheKernelUntilTheDeviceStopped K-005
    = Tests/DDITests/WholeLifeTests.swift
    allocationsAreCreatedOpenedClosedAndDestroyed K-175 K-187
    aFailingCreationLeavesNothing K-068
    aHandleThatTheKernelDoesNotKnowFailsTheOpening K-171 K-201 K-365
    = Tests/DxgSystemTests/SystemMemoryTests.swift
    whatIsDiscardedReadsZeroAndTakesNoMemory I-060
    whatIsMappedIsToldFromWhatIsNot K-108
    whatIsWritableIsToldFromWhatIsNot U-077
    aSectionIsAFileOfTheCallersThatIsLongEnough U-078
    refuses U-078
    aMappingThatCannotBeIsRefused D-005
    = Tests/DxgTraceTests/RecordingReaderTests.swift
    cutAnywhereItYieldsTheRecordsThatAreWhole I-097
    = Tests/DxgkrnlTests/Calls/AllocationPriorityTests.swift
    aCreatorsPriorityReplacesTheDrivers U-361
    everyValueIsAHint U-245
    aResourcesPriorityIsThatOfAllItsAllocations U-241 U-244 W-285
    aListIsAllOrNothing I-013 U-033 U-096 U-098
    aResourceOrAListAndNotBoth U-017 U-093 U-095 U-098 U-240 W-285
    aRemovedDeviceHasNone U-302
    = Tests/DxgkrnlTests/Calls/CreateAllocationTests.swift
    nothingAtAllIsRefused U-032 W-061 W-069
    noLiveDeviceIsRefused I-014 U-017 W-067
    aDestroyedDeviceIsRefused U-017
    aResourceThatIsNoneIsRefusedAsAHandle U-023 W-068 W-077 W-292
    createResourceWithALiveResourceIsRefused U-021 U-022
    nothingIsAddedToAnotherDevicesResource U-026 U-028
    nothingIsAddedToASharedResource K-146 U-029 U-030 W-085
    moreThanTheLimitOfAllocationsIsRefused U-033 W-015
    flagsThatAreBarredFromUserModeAreRefused U-039 W-087
    flagsOfExistingMemoryMustGoTogether U-063 U-064
    flagsOfSharingMustGoTogether K-145 U-043 U-044 U-045 U-049 W-076
    aCrossAdapterResourceIsSharedAndHasOneAllocation K-139 U-349
    theDriverIsToldThatAnAllocationIsOnlyRead U-053
    theCPUSeesAnAllocationThatIsOnlyReadForReading U-053
    privateDataBeyondTheLimitIsRefused D-004
    anElementsFlagsAreChecked U-039 U-082 U-366
    callerMemoryIsForAllElementsOrForNone U-076
    callerMemoryMustBePagesOfTheCaller K-108 U-074
    aPrimaryCannotLieInTheCallersMemory U-085
    aViewOfAnAllocationIsNoCallersMemory U-072 W-086
    aRemovedDeviceIsRefusedAndItsDriverNeverAsked K-148 U-038 U-303
    = Tests/DxgkrnlTests/Calls/CreateDeviceTests.swift
    aBadAdapterHandleIsRefused U-012 W-033
    reservedFlagsAreRefused U-039
    aStoppedAdapterIsRemoved U-016
    theDriversProcessComesWithTheFirstDeviceAndGoesWithTheLastHandle K-014
    aProcessThatWasMadeForADeviceThatFailedGoesAgain K-014 K-209
    = Tests/DxgkrnlTests/Calls/CreateSurfaceTests.swift
    aSurfaceIsAResourceOfOne K-095 K-152 K-153 K-158 K-159 K-160 K-163 K-167
    aSurfaceThatCannotBeIsRefused K-162 K-166 U-017 U-087
    memoryForAnotherAdapterIsInAperturesOnly K-139 K-167
    aSharedPrimaryIsAPrimaryThatTheCpuReaches K-104 U-083 U-084 U-085 U-359
    = Tests/DxgkrnlTests/Calls/CreationTests.swift
    aStandAloneAllocationUsesOneHandle K-080 K-368 U-019 U-020 U-024 U-047 W-008 W-062
    runtimeDataWithoutAResourceIsNoMistake W-065
    resourceDataIsTheDriversBusiness K-081 W-066
    aResourceHasTheFirstHandle U-025 W-007 W-078
    anEmptyResourceIsLegal U-032
    aSharedResourceHasAGlobalHandle U-046 U-050 W-002 W-006 W-081
    aResourceSharedByNTHandlesHasNoGlobalHandle U-047 W-082
    allocationsAreAddedWithTheResourceThatTheDriverReturnedLast K-073 U-024 U-027
    aDriverMayKeepNoObjectForAResource K-072
    whatTheDriverWritesComesBackToTheClient K-175 U-057 U-058
    callerMemoryIsNotCharged U-079
    aRequestLargerThanEverySegmentSucceeds U-037
    theDriversRefusalPassesUnchanged K-068 K-171 K-185 U-062
    aNullHandleFailsTheRequestAlone K-071 U-034
    theSameHandleTwiceFailsTheRequest K-071
    aNullOpeningFailsTheRequest K-172
    aFailedAdditionKeepsTheNameThatTheDriverGaveTheResource K-073
    undoingKeepsTheOrderOfEnding K-184 K-185
    = Tests/DxgkrnlTests/Calls/DestroyAllocationTests.swift
    neitherAResourceNorAListIsASuccessThatDoesNothing U-094 W-100
    aListDiesOnce U-096 W-102
    aResourceLivesOnWithoutAllocationsAndDiesOnce U-092 U-093 W-103 W-104
    withAResourceItsAllocationsDie K-181 U-089 U-096 W-105
    aResourceAndAListTogetherAreRefused U-090 U-374 W-107
    aCountWithoutAListIsRefused U-095 W-101
    reservedFlagsAreRefused U-102 W-110
    withoutWorkInFlightMemoryGoesAtOnce U-100
    noLiveDeviceIsRefused U-017
    anythingThatIsNoLiveAllocationIsRefusedAlike I-013 I-014 U-096
    aMixedListIsRefused U-091 W-108
    theSameHandleTwiceIsRefusedAndNothingDies W-108
    anotherDevicesObjectsAreRefused U-026 U-098
    anAllocationOfASharedResourceGoesWithIt U-097 W-109
    moreThanTheLimitIsRefused U-033
    aLockedAllocationIsUnlockedByItsEnd I-018
    aRemovedDeviceDestroysWhatItHas I-079 U-304
    = Tests/DxgkrnlTests/Calls/DestroyDeviceTests.swift
    aHandleThatIsNoneIsRefused U-017 W-035
    looseAllocationsGoFirstThenResourcesThenTheDevice I-011 U-017 U-106 W-112
    aDeviceLivesOnWithoutItsAdapterHandle I-010
    = Tests/DxgkrnlTests/Calls/DeviceStateTests.swift
    badArgumentsAreRefused U-017 U-305 U-307
    theFirstReasonStays I-078 U-038 U-301 U-305 U-307
    = Tests/DxgkrnlTests/Calls/EscapeTests.swift
    aDriversRefusalPassesUnchanged K-010
    badArgumentsNeverReachTheDriver D-006 U-012 U-017 U-130 W-046
    aRemovedDeviceAndAStoppedAdapterAreNotAsked U-016 U-302
    whatWaitedForTheDriverIsFinishedAfterAnEscape K-195
    = Tests/DxgkrnlTests/Calls/ExitTests.swift
    everythingOfAProcessGoesWithIt D-009 I-048
    aDriverThatFailsEveryEndStopsNothing I-038 K-014 K-180 K-190 K-211
    aSecondProcessReadsZerosAfterTheFirstWroteAndDied I-060 U-042
    = Tests/DxgkrnlTests/Calls/FenceTests.swift
    theCpuHasNoBusinessWithOtherKinds W-194
    aWaitIsOverAtOnceOrWhenTheValueIsReached W-195 W-196
    theValueIsInTheClientsSight I-077
    aFenceGoesBackOnlyIfToldSo W-197 W-198
    severalAreSignalledAllOrNone W-197
    argumentsAreChecked U-017 W-015 W-182 W-194 W-195
    aHandleAllowsWhatItsFlagsSay W-183
    aResetSignalsTheLargestValue U-302
    = Tests/DxgkrnlTests/Calls/KeyedMutexTests.swift
    itNeedsNoDeviceAndHasALocalAndAGlobalHandle W-001 W-002 W-006 W-211
    everyOpenGivesAnotherHandleAndTheLastEndsTheGlobalOne W-212 W-213 W-216 W-217
    aHandleIsDestroyedOnceAndByItsLocalValue W-214 W-215
    privateDataIsAnnouncedAndTakesItsSize U-152 W-218 W-219 W-220 W-221 W-222
    sharedThroughNtHandlesItHasNoGlobalOne W-223
    privateDataHasALimit D-004
    itIsAcquiredWithTheKeyOfTheLastRelease W-224 W-225 W-226 W-227 W-228
    theFirstKeyIsTheInitialValue W-225
    theHandleOwnsItNotTheProcess W-228 W-231
    aMutexWhoseOwnerIsDestroyedIsAbandonedForEver W-228 W-230
    aProcessThatExitsAbandonsWhatItOwns D-009 W-193 W-230
    privateDataGoesFromReleaseToAcquire W-218 W-221
    aFullTableOfHandlesRefusesAndLeavesNothing D-003
    = Tests/DxgkrnlTests/Calls/Lock2Tests.swift
    locksNestAndShareOneAddress I-061 K-301 U-187 U-188 U-194 U-195 W-286
    callerMemoryIsItsOwnView U-195 U-196
    flagsAreRefused U-186
    badHandlesAreRefused U-017 U-096 U-098
    aViewMayStayAsLongAsTheAllocation U-181 U-197
    whatTheCPUCannotReachIsLockedInSystemMemory K-305 U-192
    theDriversAlignmentDoesNotMoveMemoryThatWasBrought K-149 U-074 U-075
    memoryThatTheDriverProtectsIsOutOfReach U-192
    aRemovedDeviceLocksNothingButUnlocks U-302
    = Tests/DxgkrnlTests/Calls/LockTests.swift
    locksNestAtOneAddressUntilEachIsAnswered U-181 U-182
    bothKindsOfLockShareOneViewAndCountOnTheirOwn U-182 U-195
    noDriverIsAsked K-301
    aListOfPagesBeginsAtItsFirst U-169 W-287
    LockTests U-155 U-156 U-157
    locksThatExcludeEachOtherAreRefusedAndLeaveNoView K-297 U-159 U-160 U-162
    whatTheDescriptionForbidsIsRefused U-158 U-161 U-163 U-171 U-173 U-174
    onlyTheCreatorLocksASharedAllocation K-101 U-173
    aDiscardFailsUntilTheCurrentInstanceWillDo U-177 U-178 U-179
    callerMemoryIsItsOwnView U-182
    anUnlockIsAllOrNothing I-013 U-017 U-033 U-096 U-182 U-183
    destroyingUnlocksAndSaysHowOften I-018
    aRemovedDeviceLocksNothingButUnlocks U-302 U-304
    locksCanBeCounted W-287
    ofManyThreadsThatLockThroughARangeOneSucceeds U-162
    = Tests/DxgkrnlTests/Calls/OpenAdapterByNameTests.swift
    aDisplayOpensItsAdapterAndNamesItsSource W-023
    OpenAdapterByNameTests U-011 W-021 W-022
    anotherNameIsUnsuccessful U-011
    aStoppedAdapterHasNoDisplays U-011
    aDeviceInterfaceOpensItsAdapter W-037
    noNumberIsADeviceContext W-025
    = Tests/DxgkrnlTests/Calls/OpenAdapterTests.swift
    eachOpenGivesAnotherHandleThatIsClosedOnce U-012
    anUnknownLUIDAndABadHandleAreRefused U-012 W-032
    anEnumerationOpensEachAdapter W-029
    tooLittleRoomOpensNothing U-014 W-030
    computeOnlyAdaptersAreHiddenUnlessAskedFor W-031
    aFullTableOpensNothing D-003
    = Tests/DxgkrnlTests/Calls/PrivateDataTests.swift
    aBlobMayBeLargerThanInTheGuest U-061
    anAdditionBringsTheResourceNewData U-055
    flagsOfOneLineOfTextAreAccepted U-041 U-052 U-369
    = Tests/DxgkrnlTests/Calls/QueryAdapterInfoTests.swift
    anotherSizeIsRefused W-038
    aBadAdapterAndAnUnknownKindAreRefused U-012 W-038
    aStoppedAdapterIsRemoved U-016
    segmentSizesAreThoseOfTheCard K-042 K-043 K-044
    theVersionIsTheDriversAndTheTypeRenders W-040
    noUpdateOfTheDriverIsUnderWay W-039
    theDescriptionComesInBothWidthsAndIsTerminated I-087
    theDriversOwnQueryGoesToTheDriver K-010
    = Tests/DxgkrnlTests/Calls/SectionAllocationTests.swift
    aSectionThatIsNoneOrTooShortOrNotWritableIsRefused U-077 U-078
    = Tests/DxgkrnlTests/Calls/SharedPrimaryTests.swift
    beforeTheFirstModeThereIsNone U-012 U-087
    aModeChangeReplacesThePrimaryAndEndsItsHandle U-088 U-108
    theHandleEndsEvenWhileAnotherHasThePrimaryOpen U-088 U-108
    aStoppedAdapterHasNone U-016
    manyPrimariesOfOneSourceAreAFlipChain U-360 U-364
    = Tests/DxgkrnlTests/Calls/StandardAllocationTests.swift
    theFlagsOfAnElementOfTheFirstFormAreNotLookedAt U-366
    aHeapOfTheCallersIsAnAllocation U-065 U-196 W-062 W-063 W-083
    theDriverIsAskedToDescribeItBeforeItIsAskedToCreateIt U-071
    privateDataOfTheCallersIsAcceptedAndItsOwn U-070 U-375 W-064 W-065 W-120
    whatIsMissingOrTooMuchIsRefused U-017 U-023 U-032 U-039 U-043 U-064 U-066 U-067 U-068 U-069 U-071 W-061 W-066
    whatIsMissingOrTooMuchIsRefused W-067 W-068 W-069 W-070 W-071 W-072 W-073 W-074 W-075 W-076 W-077 W-080
    aNewResourceIsMadeForIt U-031 W-078 W-079
    aSharedOneHasAGlobalHandleUnlessItIsForNtHandles U-029 W-081 W-082 W-085
    itsOpenersFindTheDriversDataAndTheCallersRuntimeData K-152 W-132
    memoryThatTheCallerCannotUseIsRefused U-072 U-074 U-077 W-086
    flagsThatExistAreAcceptedAndThoseOfTheSystemAreNot U-039 U-040 U-063 W-087
    whatTheDriverMakesOfItMustBeAsLargeAsTheHeap K-077
    aDriverThatCannotDescribeItFailsIt D-004 K-151 K-155
    aRemovedDeviceIsRefusedAndItsDriverNeverAsked U-038 W-084
    anInternalBackingStoreIsMemoryOfTheKernels U-367
    = Tests/DxgkrnlTests/Calls/SynchronizationObjectTests.swift
    theFirstVersionMakesMutexesAndSemaphores U-017 W-180 W-181 W-183
    theSecondVersionMakesEveryKind D-006 U-017 W-003 W-183 W-184
    aCpuNotificationNeedsAnEvent W-185
    flagsMustGoTogetherAndWithTheType W-183 W-191
    aHandleIsDestroyedOnceAndByItsLocalValue W-182 W-186 W-187
    aSharedObjectLivesAsLongAsAHandleOnIt W-186 W-188 W-189 W-190
    sharedThroughNtHandlesItHasNoGlobalOne W-192
    aProcessThatExitsDropsItsReferences W-188 W-193
    aDeviceTakesItsObjectsAlong W-112 W-182 W-199
    nothingIsMadeOnARemovedDeviceAndEverythingIsDestroyed U-302 U-304
    aCreationThatFailsLeavesNothing D-003
    = Tests/DxgkrnlTests/Faults/FaultLoopTests.swift
    everyStepIsUndone I-031 I-032 I-033 I-034 I-035 I-036 I-037
    = Tests/DxgkrnlTests/Faults/FaultScenarios.swift
    FaultScenario I-037
    = Tests/DxgkrnlTests/Handles/ForgedHandlesTests.swift
    aHandleOfAnotherKindIsRefusedByEveryParameter I-001 I-002
    aNumberThatWasNeverIssuedIsRefusedByEveryParameter I-012 I-014 U-001
    anotherProcessesHandlesAreRefusedByEveryParameter I-004
    aStaleHandleStaysStale U-096
    = Tests/DxgkrnlTests/Handles/HandleTableTests.swift
    valuesRiseBy64FromTheFirstLap U-003 W-010
    lapsGoOneTwoThreeOne I-005 U-006
    globalHandlesEndInTwo U-007 W-002
    aFailedCallPutsTheCursorBack W-005
    aReservedHandleResolvesForCallbacksAlone I-007
    whatIsNoLiveHandleOfThatKindIsNothing I-001 I-002 I-012 I-014 U-001
    aStaleHandleMeetsAnotherAndDoesNotResolve I-002
    endingHappensOnceAndCanBeTakenBack I-013
    theLastReferenceOfADyingHandleSaysSo I-009
    memoryFollowsWhatIsLive I-006
    liveHandlesAreListedByKindInTheirOrder I-003
    resolvingWhileRetiringSeesTheRightRecordOrNothing I-008
    = Tests/DxgkrnlTests/Handles/HandleValuesTests.swift
    allKindsComeFromOneSequence U-002 U-003 W-003 W-010
    localHandlesHaveTheirBits U-003 U-007 W-001 W-002
    aFreedValueIsNotTheNext U-005 W-004
    aFailedCallConsumesNoValue U-004 W-005
    globalHandlesLeaveNoGap U-004 U-007 U-093 W-002 W-006
    aGlobalHandleNamesOneThing U-108 W-006 W-188 W-212
    oneProcesssHandlesMeanNothingInAnother I-004 U-096
    = Tests/DxgkrnlTests/KernelTests.swift
    theCommitLimitIsKeptAndNamedInTheReason D-001 U-036
    theCommitLimitIsForAllProcessesTogether D-001
    virtualSpaceIsLimitedForEachProcess D-002 K-147 K-150 U-036
    sizesThatOverflowAreRefused D-002 I-044 K-099
    aProcessThatDoesEverythingWrongIsItsOwnTrouble I-081
    noTwoThreadsOfOneProcessAreInTheDriver K-079
    nobodyIsInTheDriverWhileItStartsStopsOrIsReset K-332 K-343
    = Tests/DxgkrnlTests/Model/KernelModel+Adapters.swift
    end I-079
    = Tests/DxgkrnlTests/Model/KernelModel+Allocations.swift
    judge U-068
    = Tests/DxgkrnlTests/Model/KernelModel+Locks.swift
    isSeenForReading U-144
    judge U-163 U-164 U-173
    = Tests/DxgkrnlTests/Model/KernelModel+NtHandles.swift
    NtHandle W-260
    shareable I-083
    use I-082
    openMutex W-252
    = Tests/DxgkrnlTests/Model/KernelModel+Sharing.swift
    find U-128
    = Tests/DxgkrnlTests/Model/ModelRun+Invariants.swift
    checkTotals I-015 I-016 I-019
    checkEverything I-025 I-026 I-043 I-045 I-047
    = Tests/DxgkrnlTests/Model/ModelRun+Sharing.swift
    open U-116
    = Tests/DxgkrnlTests/Model/ModelRun+SyncObjects.swift
    stepFence I-077
    = Tests/DxgkrnlTests/Objects/AdapterLifecycleTests.swift
    anAdapterStartsInTheDocumentedOrderAndEndsInReverse I-026
    aRemovedDeviceIsGoodForNothingButItsEnd I-078 U-302
    removalIsStickyAndTeardownWorks I-078 I-079 I-080 K-342 U-038 U-302 U-305
    aResetAsksTheDriverTwiceAndNothingElse K-332
    AdapterLifecycleTests K-024 K-026 K-032 K-035 K-045 K-051 K-062 K-331 K-335
    aDriverThatRefusesAResetStops K-331 K-335 U-038
    aStoppedAdapterStartsAgainForNewDevices U-016 U-038
    anAdapterThatIsGoneReachesNoDriver I-026 U-016
    anAdapterIsNotRemovedWhileSomebodyUsesIt I-025
    = Tests/DxgkrnlTests/Objects/BackingStoreTests.swift
    bytesGoBothWays K-136 K-183 K-369 U-346
    theAddressSurvivesUnlockAndRemovalUntilTheAllocationIsDestroyed K-184 U-347
    whatMayNotBeSharedIsRefused K-127 K-131 K-135 K-366 U-345
    theFeatureMustBeAskedForAndEnabled K-134 K-367
    aDriverWithoutTheFunctionIsRefusedCleanly K-015
    = Tests/DxgkrnlTests/Races/Race+Allocations.swift
    Race I-013
    = Tests/DxgkrnlTests/Races/Race+Fences.swift
    Race W-190 W-193 W-196 W-199
    = Tests/DxgkrnlTests/Races/Race+KeyedMutexes.swift
    Race W-216 W-217 W-226 W-230
    = Tests/DxgkrnlTests/Races/Race+Removals.swift
    Race I-078 I-079 I-080
    = Tests/DxgkrnlTests/Races/Race+Sharing.swift
    Race I-019 I-020 U-127 U-128 U-141 U-146 W-254
    = Tests/DxgkrnlTests/Sharing/CombinedObjectTests.swift
    theThreeInTheirOrderAreOneObject U-133 U-139 W-253
    everyOtherCombinationIsRefused I-083 U-134 U-135 U-136 W-252 W-254
    allThreeMustBeMadeForIt U-132 U-140 W-240
    theHandleKeepsAllThree U-148 U-153 W-255 W-256
    theSizeOfTheMutexsDataMustFit U-152 W-304
    whoBringsDataFirstLeavesIt U-151
    aSynchronizationObjectAloneIsAnObjectOfItsOwn U-139 U-154 W-241
    = Tests/DxgkrnlTests/Sharing/NtHandleTests.swift
    onlyResourcesMadeForItAreShared I-083 U-045 U-047 U-132 U-134 U-140 W-150 W-151
    onlyThreeCombinationsAreShared U-133 U-135 U-136 W-254 W-258
    aSharedResourceHasATypeAndAName U-008 U-093 U-139 W-009 W-152 W-166
    namesAreFoundWithoutRegardToCase U-141 U-145 U-147 W-153 W-154 W-155 W-156
    theNameGoesWithTheLastHandle U-141 U-146 U-147 W-163 W-164
    aQueryTellsTheSizes U-149 W-157 W-158
    openingGivesNewHandles U-112 U-114 U-117 U-150 W-159 W-161 W-162
    theHandleKeepsTheResourceAlive U-127 U-148 W-163
    aHandleIsGoodInItsOwnProcessOnly I-082 I-086 U-142
    aHandleWithoutTheRightToReadOpensNothing U-137 U-138
    aHandleWithoutTheRightToWriteOpensForReading U-144 W-169
    aDuplicateHasTheRightsOfTheHandleAndANameThoseThatAreAskedFor I-082 W-156
    aNumberThatIsNoHandleIsInvalid U-017 U-142 W-244 W-246
    whatOnlyHandlesHoldGoesWithItsAdapter I-025 U-130
    aMachineWithoutHandlesSharesNone D-008
    aShareWithoutARoomForItsHandleLeavesNothing D-005 I-031 U-147
    commitThatOnlyClosedHandlesHoldIsGivenBackWhenItIsNeeded D-001 U-036
    = Tests/DxgkrnlTests/Sharing/OpenResourceTests.swift
    aLocalHandleIsNoGlobalOne U-017 U-108 W-130 W-131
    aQueryTellsTheSizes U-109 W-132
    aSumThatDoesNotFitIsAnOverflow U-111 W-141
    openingGivesNewHandlesTheResourcesFirst K-173 U-054 U-119 U-120 U-122 U-123 U-131 W-007 W-134 W-135 W-139 W-142
    countAndSizesMustBeThoseOfTheResource U-112 U-114 U-115 U-116 U-117 U-118 W-134 W-136 W-137 W-138 W-162 W-171
    destroyingAnOpenedResourceLeavesTheOwnersAlone K-181 U-097 U-108 U-124 U-126 U-128 W-140
    anythingAddedToASharedResourceIsRefused I-085 K-146 U-029 W-170
    aDeviceOnAnotherAdapterIsRefused I-086 U-130
    aRemovedDeviceOpensNothing W-141
    theDriverReadsPrivateDataAndNobodySeesWhatItWrites I-084 K-174 U-059 U-131
    whatADriverWritesAtAnOpeningIsAFinding K-174 K-177
    aDriverThatRefusesToOpenLeavesNothingOpen I-037 K-171 K-172
    aFullTableRefusesBeforeTheDriverIsAsked D-003
    = Tests/DxgkrnlTests/Sharing/PipeHandlesTests.swift
    closingTheDescriptorClosesTheHandle U-127 U-142 U-147 W-009 W-164 W-250
    anotherDescriptorIsAnotherType U-142 U-154 W-244
    anotherKernelsHandleIsNone I-082 U-154
    = Tests/DxgkrnlTests/Sharing/SharedResourceTests.swift
    itOutlivesItsCreatorsHandle I-020 I-022 I-043 K-180 U-108 U-127 U-128
    itOutlivesItsCreatorsProcess I-020 K-075 U-051 U-107 W-016
    devicesOfOneProcessShareToo U-098 U-107 U-372
    aDestroyThatWaitsForADriversReferenceHoldsIt I-019 I-021 K-195 U-108 U-128
    theDriverSeesItsOwnHandlesBehindThoseOfAnOpener K-074 K-186
    itsBackingStoreStaysWithTheDriverUntilTheLastOneGoes K-183 K-184 K-197
    stoppingTheAdapterLetsEveryViewGo I-079 U-302 W-141
    whatACallerBroughtIsLockedByItsOwnProcessOnly K-101 U-173
    = Tests/DxgkrnlTests/Sharing/SharedSyncObjectTests.swift
    onlyObjectsMadeForItAreShared U-134 U-140 W-240 W-245
    aSharedObjectHasATypeAndAName U-008 U-138 U-139 U-143 W-182 W-241 W-242
    theNtHandleKeepsTheObjectAlive W-243
    anNtHandleThatIsNoneIsInvalid U-142 W-244 W-246 W-250
    whatIsOpenedOnADeviceObeysItsFlagsAndEndsWithIt W-183 W-199 W-247
    note W-260
    anOpenedObjectDoesWhatTheNtHandleAllows W-260
    withoutTheRightToReadNothingIsOpened U-137 U-138 W-260
    aResetSignalsNoFenceThatTheDeviceCouldNotSignal W-260
    whatWasOpenedIsSharedAgainUnderAnotherName W-248
    namesAreFoundWithoutRegardToCase U-147 U-154 W-153 W-249
    aNameGoesWithTheLastNtHandle U-141 U-146 U-147 W-251
    aKeyedMutexIsNotSharedByItself U-134 U-142 U-154 W-218 W-252 W-257
    threeObjectsAreSharedInOneOrder U-133 U-135 U-136 U-140 U-154 W-253 W-254
    threeObjectsOutliveTheirCreatorsHandles U-148 U-153 W-255 W-256
    whoOpensAMutexWithoutPrivateDataMayBringSome U-151
    = Tests/DxgkrnlTests/Support/Scene.swift
    end I-015 I-016 I-017 I-021 I-048
    refuses I-031
    = Tests/DxgkrnlTests/TeardownTests.swift
    closeComesBeforeDestroyAndOneCallTellsOfAResource I-017 K-180 K-181
    aReferenceOfTheDriverDelaysDestruction I-009 K-195 K-203 U-096
    aResourceWaitsForItsAllocations I-022
    aDeviceWaitsForWhatItOwns I-011 I-023
    synchronousDestroyReturnsWhenTheMemoryIsReclaimed U-101
    theDriverFindsTheRelativesOfAHandle K-204 K-205
    theDriverFindsDataOfItsOwnObjectsAlone K-176 K-200 K-201 K-202 K-349 U-362
    = Tests/DxgkrnlTests/Waits/FenceWaitTests.swift
    aWaitEndsWithItsHandle W-182
    aWaitEndsWithItsDevice W-182 W-199
    aWaitEndsWithItsProcess W-182
    twoThreadsPassAFenceToAndFro I-077
    = Tests/DxgkrnlTests/Waits/KeyedMutexWaitTests.swift
    aWaiterGetsItWithTheKeyItWantsAndTheFenceOfTheRelease W-229
    aWaitEndsWithItsTime W-225 W-233
    theOwnersEndWakesEverybodyWithAbandoned W-230
    theOwnersProcessTakesItAlong W-193 W-230
    aWaitEndsWithTheHandleItGoesThrough W-224
    = Tests/LocksTests/LockOrderTests.swift
    theSameRankTwiceStopsTheProgram I-029
    aDriverWouldBeSeenToRunWithALockHeld I-027
    = Tests/SoftGPUTests/AllocationPlanTests.swift
    aPrimaryIsScannedOutOfVideoMemoryThatTheCpuSees U-084
    whatAnotherAdapterReadsIsInSystemMemoryInGroupsOfFourRows K-139 U-349
    = Tests/SoftGPUTests/SoftGPUTests.swift
    theBarIsMappedWhileTheDeviceIsStarted K-348
    oneCardServesOneDevice K-002
    everyObjectIsCountedAndGivenBack K-211
    aStaleHandleIsAFindingAndNothingElse K-180 K-190 K-211
    = Tests/TidyTests/ExportTests.swift
    theCallersBlockIsReadOnceAndNeverInPlace I-088
    = Tests/VerifierTests/Breaches/Callbacks.swift
    Breach K-195 K-200 K-201 K-202 K-208 K-342 K-348 K-365 K-367
    = Tests/VerifierTests/Breaches/Creation.swift
    Breach K-049 K-053 K-066 K-068 K-071 K-072 K-073 K-078 K-083 K-084 K-085 K-086 K-087 K-089 K-090 K-092 K-093
    Breach K-097 K-099 K-362
    = Tests/VerifierTests/Breaches/Flags.swift
    Breach K-094 K-102 K-103 K-105 K-106 K-107 K-108 K-109 K-123 K-124 K-126 K-127 K-128 K-130 K-131 K-134 K-135
    Breach K-185 K-366 K-369
    = Tests/VerifierTests/Breaches/Life.swift
    Breach K-001 K-002 K-004 K-005 K-006 K-007 K-008 K-010 K-014 K-015 K-016 K-017 K-018 K-019 K-020 K-021 K-022
    Breach K-169 K-209 K-210 K-211 K-323 K-324 K-327 K-331 K-335
    = Tests/VerifierTests/Breaches/OpenAndDestroy.swift
    Breach K-171 K-172 K-174 K-176 K-177 K-180 K-187 K-189 K-190 K-191 K-364
    = Tests/VerifierTests/Breaches/SecondConditions.swift
    Breach K-006 K-008 K-014 K-015 K-017 K-018 K-019 K-024 K-028 K-032 K-035 K-050 K-051 K-053 K-064 K-071 K-078
    Breach K-089 K-094 K-105 K-106 K-124 K-131 K-210 K-348 K-365
    = Tests/VerifierTests/Breaches/Segments.swift
    Breach K-024 K-026 K-027 K-028 K-029 K-030 K-031 K-032 K-035 K-036 K-037 K-039 K-045 K-047 K-048 K-050 K-051
    Breach K-052 K-055 K-056 K-057 K-058 K-062 K-064 K-298
    = Tests/VerifierTests/Breaches/Standard.swift
    Breach K-077 K-104 K-117 K-138 K-139 K-151 K-152 K-153 K-154 K-155 K-158 K-159 K-160 K-161 K-163 K-164 K-165
    Breach K-167 K-170
    = Tests/VerifierTests/KeptRules.swift
    Breach K-017 K-018 K-019 K-020 K-036 K-037 K-039 K-050 K-051 K-053 K-055 K-062 K-064 K-066 K-084 K-086 K-087
    Breach K-093 K-097 K-102 K-103 K-105 K-108 K-123 K-124 K-126 K-128 K-130 K-189 K-201
    = Tests/VerifierTests/VerifyingMiniportTests.swift
    findingsHaveSeverityTextAndTheBugcheckOfWindows K-087
    aBreachIsSaidOnce K-211
    aReferenceThatIsNeverGivenBackIsFoundAtTheEnd K-195
    theSecondOfTwoEqualHandlesIsNamed K-071
    membersBeyondTheVersionAreNotRead K-018 K-048 K-055
    = Tests/VidMmTests/AllocationDescriptionTests.swift
    theSizeIsRoundedUpToPages K-082
    anAllocationHasASizeThatCanBe I-028 K-099
    theAlignmentIsAPowerOfTwo K-053
    large64KBPagesNeedTheirAlignment K-053
    thePitchAlignedSizeIsNotLess K-083
    thePriorityIsNotZero K-090
    onlySegmentsThatAreThereAreNamed K-060 K-086 K-093 K-094
    contentIsEvictedToAperturesAlone K-087
    preferredSegmentsAreSupported K-085
    AllocationDescriptionTests K-127
    reservedFlagsAreRefused K-127
    flagsThatNeedOrForbidOthers K-102 K-103 K-105 K-106 K-107 K-108 K-109 K-124 K-126 K-128
    aHistoryBufferIsCachedWhereTheGpuSeesTheCpusCaches K-124 K-127
    aPrimaryIsWhereTheCpuReachesIt K-093 U-084
    whatAnotherAdapterUsesIsInAperturesOnly K-139 U-349
    aPrimaryExcludesSystemMemoryAndProtection K-104 K-117
    aSharedBackingStoreNeedsAllItsConditions K-127 K-131 K-134 K-135 K-366
    = Tests/VidMmTests/LockTests.swift
    LockTests U-155 U-156 U-157 U-159 U-160 U-162 W-287
    flagsThatExcludeEachOtherAreRefused K-311
    plainLocksNest U-182
    onlyWhatTheDriverMadeVisibleIsLocked K-100 U-083 U-171 U-192
    aSharedAllocationHasOneAddress K-312 U-158
    anUnswizzlingRangeNeedsAMemorySegment K-297 U-161
    lookingOnNeedsAnApertureInRowsAndCoherent K-309 U-163
    ignoreSyncCountsBesideDonotWaitOnly U-165
    discardOutweighsWhatItIsAskedWith U-163 U-164 U-174
    anotherInstanceCannotBeHad U-178 U-179
    discardIsIgnoredWhereNothingIsRenamed K-310 U-174
    = Tests/VidMmTests/SegmentTableTests.swift
    theImplicitSegmentIsTheIdAfterTheLastAndThirtyOne K-060
    graphicsGetHalfOfTheMachineAndAtLeast64MiB K-042
    dedicatedMemoryIsSplitByWhereItComesFrom K-043
    sharedMemoryIsBoundedByEveryLimit K-040 K-041 K-044
    sumsThatOverflowStayAtTheLargestNumber I-044
    = Tests/WDDMTests/HResultTests.swift
    eachStatusHasItsCode U-344
    = Tests/WDDMTests/InterfaceVersionTests.swift
    theDriverVersionIsTheNameAsANumber W-040
    = Tests/WDDMTests/SegmentTests.swift
    aPreferenceHoldsFiveIdsWithDirections K-097 K-098
    = Tests/dxgkTests/AcceptanceTests.swift
    theVerifiersFindingsAreInTheReport K-171
    = Tests/dxgkTests/RunTests.swift
    theVerifierIsAskedForByPresetAndMuteLists K-083
    RunTests K-083
    = Tests/dxgkTests/Verify/VerifyBugsTests.swift
    VerifyBugsTests K-079 K-085 K-174 K-180 K-193 K-340 K-348
    = Tests/dxgkTests/Verify/VerifyTests.swift
    aDriverThatDoesNotLoadIsAFinding K-001
    = docs/deviations.md
    1 U-010 W-060
    3 U-032 W-080
    4 U-022 W-077
    5 U-366
    6 U-081 U-086
    7 I-005 W-005
    8 U-097
    9 U-094 W-100
    10 U-090 U-374
    12 U-304
    13 I-010
    16 K-085
    21 U-131
    23 U-192
    24 K-342
    25 U-065 U-367
    28 U-364
    29 U-326
    31 U-340
    33 K-001
    37 U-041 U-042
    38 U-052 U-368 U-369 U-372
    39 U-072 U-073
    40 U-175 U-176 U-178
    42 U-166 U-167 U-168 U-170 U-184 U-185
    44 W-100
    45 I-013
    46 U-245
    47 U-241
    50 U-011 W-022 W-023
    51 W-024 W-025 W-026
    52 W-037
    53 U-099 U-297 U-298 U-299 U-314 U-331
    54 U-172 U-180 U-300
    55 U-104
    56 U-306
    57 W-231
    60 W-219 W-220 W-221 W-222
    70 U-053 U-077
    71 U-078 W-087
    72 U-077
    73 U-070 W-064 W-132
    74 K-077 U-071
    75 K-139 K-370 U-349
    76 U-087
    77 U-048
    78 U-088
    81 W-152 W-166
    82 U-137 U-138
    83 U-144 W-169
    84 W-162
    85 U-113
    86 I-043
    87 U-173
    88 I-025
    89 U-111
    92 U-054 U-119
    93 U-315
    94 U-336 U-337
    95 U-130
    96 U-122 U-322
    97 W-260
    98 I-028 U-037
    99 I-082 W-156
    100 K-101 U-173
    101 K-331 K-335
    """
}

#include "functions.h"

#include "d3dkmthk.h"

/* MARK: Keyed mutexes */

static const struct field create_mutex[] = {
    PLAIN(long_word, D3DKMT_CREATEKEYEDMUTEX, InitialValue),
    GIVEN(shares, D3DKMT_CREATEKEYEDMUTEX, hSharedHandle),
    GIVEN(mutexes, D3DKMT_CREATEKEYEDMUTEX, hKeyedMutex),
};
static const struct field create_mutex2[] = {
    PLAIN(long_word, D3DKMT_CREATEKEYEDMUTEX2, InitialValue),
    BYTES(D3DKMT_CREATEKEYEDMUTEX2, pPrivateRuntimeData, PrivateRuntimeDataSize),
    PLAIN(flags, D3DKMT_CREATEKEYEDMUTEX2, Flags),
    GIVEN(shares, D3DKMT_CREATEKEYEDMUTEX2, hSharedHandle),
    GIVEN(mutexes, D3DKMT_CREATEKEYEDMUTEX2, hKeyedMutex),
};
static const struct field open_mutex[] = {
    HANDLE_OF(shares, D3DKMT_OPENKEYEDMUTEX, hSharedHandle),
    GIVEN(mutexes, D3DKMT_OPENKEYEDMUTEX, hKeyedMutex),
};
static const struct field open_mutex2[] = {
    HANDLE_OF(shares, D3DKMT_OPENKEYEDMUTEX2, hSharedHandle),
    BYTES(D3DKMT_OPENKEYEDMUTEX2, pPrivateRuntimeData, PrivateRuntimeDataSize),
    GIVEN(mutexes, D3DKMT_OPENKEYEDMUTEX2, hKeyedMutex),
};
static const struct field open_mutex_nt[] = {
    PLAIN(nt_handle, D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, hNtHandle),
    BYTES(D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, pPrivateRuntimeData, PrivateRuntimeDataSize),
    GIVEN(mutexes, D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, hKeyedMutex),
};
static const struct field destroy_mutex[] = {HANDLE_OF(mutexes, D3DKMT_DESTROYKEYEDMUTEX, hKeyedMutex)};
static const struct field acquire[] = {
    HANDLE_OF(mutexes, D3DKMT_ACQUIREKEYEDMUTEX, hKeyedMutex),
    PLAIN(long_word, D3DKMT_ACQUIREKEYEDMUTEX, Key),
    PLAIN(timeout, D3DKMT_ACQUIREKEYEDMUTEX, pTimeout),
};
static const struct field acquire2[] = {
    HANDLE_OF(mutexes, D3DKMT_ACQUIREKEYEDMUTEX2, hKeyedMutex),
    PLAIN(long_word, D3DKMT_ACQUIREKEYEDMUTEX2, Key),
    PLAIN(timeout, D3DKMT_ACQUIREKEYEDMUTEX2, pTimeout),
    BYTES(D3DKMT_ACQUIREKEYEDMUTEX2, pPrivateRuntimeData, PrivateRuntimeDataSize),
};
static const struct field release[] = {
    HANDLE_OF(mutexes, D3DKMT_RELEASEKEYEDMUTEX, hKeyedMutex),
    PLAIN(long_word, D3DKMT_RELEASEKEYEDMUTEX, Key),
    PLAIN(long_word, D3DKMT_RELEASEKEYEDMUTEX, FenceValue),
};
static const struct field release2[] = {
    HANDLE_OF(mutexes, D3DKMT_RELEASEKEYEDMUTEX2, hKeyedMutex),
    PLAIN(long_word, D3DKMT_RELEASEKEYEDMUTEX2, Key),
    PLAIN(long_word, D3DKMT_RELEASEKEYEDMUTEX2, FenceValue),
    BYTES(D3DKMT_RELEASEKEYEDMUTEX2, pPrivateRuntimeData, PrivateRuntimeDataSize),
};

/* MARK: Synchronization objects */

static const struct field create_object[] = {
    HANDLE_OF(devices, D3DKMT_CREATESYNCHRONIZATIONOBJECT, hDevice),
    PLAIN(word, D3DKMT_CREATESYNCHRONIZATIONOBJECT, Info.Type),
    PLAIN(word, D3DKMT_CREATESYNCHRONIZATIONOBJECT, Info.Semaphore.MaxCount),
    PLAIN(word, D3DKMT_CREATESYNCHRONIZATIONOBJECT, Info.Semaphore.InitialCount),
    GIVEN(objects, D3DKMT_CREATESYNCHRONIZATIONOBJECT, hSyncObject),
};
static const struct field create_object2[] = {
    HANDLE_OF(devices, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hDevice),
    PLAIN(word, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.Type),
    PLAIN(flags, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.Flags),
    PLAIN(long_word, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.MonitoredFence.InitialFenceValue),
    GIVEN(shares, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.SharedHandle),
    GIVEN(objects, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hSyncObject),
};
static const struct field notification[] = {
    HANDLE_OF(devices, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hDevice),
    {.kind = size_word, .offset = AT(D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.Type), .other = 4},
    PLAIN(flags, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.Flags),
    PLAIN(event, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, Info.CPUNotification.Event),
    GIVEN(objects, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hSyncObject),
};
static const struct field open_object[] = {
    HANDLE_OF(shares, D3DKMT_OPENSYNCHRONIZATIONOBJECT, hSharedHandle),
    GIVEN(objects, D3DKMT_OPENSYNCHRONIZATIONOBJECT, hSyncObject),
};
static const struct field open_object_nt[] = {
    PLAIN(nt_handle, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, hNtHandle),
    GIVEN(objects, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, hSyncObject),
};
static const struct field open_object_nt2[] = {
    PLAIN(nt_handle, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hNtHandle),
    HANDLE_OF(devices, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hDevice),
    PLAIN(flags, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, Flags),
    GIVEN(objects, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hSyncObject),
};
static const struct field attribute[] = {
    {.kind = size_word, .offset = AT(OBJECT_ATTRIBUTES, Length), .other = sizeof(OBJECT_ATTRIBUTES)},
    PLAIN(name, OBJECT_ATTRIBUTES, ObjectName),
    PLAIN(flags, OBJECT_ATTRIBUTES, Attributes),
};
static const struct shape attributes = SHAPE(OBJECT_ATTRIBUTES, attribute);
static const struct field open_object_name[] = {
    PLAIN(flags, D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, dwDesiredAccess),
    {.kind = one, .offset = AT(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, pObjAttrib), .shape = &attributes},
    PLAIN(nt_given, D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, hNtHandle),
};
static const struct field destroy_object[] = {
    HANDLE_OF(objects, D3DKMT_DESTROYSYNCHRONIZATIONOBJECT, hSyncObject),
};
static const struct field wait_object[] = {
    HANDLE_OF(devices, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, hDevice),
    PLAIN(count, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, ObjectCount),
    LIST_OF(objects, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, ObjectHandleArray),
    PLAIN(long_words, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, FenceValueArray),
    PLAIN(event, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, hAsyncEvent),
    PLAIN(flags, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, Flags),
};
static const struct field signal_object[] = {
    HANDLE_OF(devices, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, hDevice),
    PLAIN(count, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, ObjectCount),
    LIST_OF(objects, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, ObjectHandleArray),
    PLAIN(long_words, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, FenceValueArray),
    PLAIN(flags, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, Flags),
};

static const struct function mutex_rows[] = {
    ROW(D3DKMTCreateKeyedMutex, D3DKMT_CREATEKEYEDMUTEX, create_mutex),
    ROW(D3DKMTCreateKeyedMutex2, D3DKMT_CREATEKEYEDMUTEX2, create_mutex2),
    ROW(D3DKMTOpenKeyedMutex, D3DKMT_OPENKEYEDMUTEX, open_mutex),
    ROW(D3DKMTOpenKeyedMutex2, D3DKMT_OPENKEYEDMUTEX2, open_mutex2),
    ROW(D3DKMTOpenKeyedMutexFromNtHandle, D3DKMT_OPENKEYEDMUTEXFROMNTHANDLE, open_mutex_nt),
    ROW(D3DKMTDestroyKeyedMutex, D3DKMT_DESTROYKEYEDMUTEX, destroy_mutex),
    ROW(D3DKMTAcquireKeyedMutex, D3DKMT_ACQUIREKEYEDMUTEX, acquire),
    ROW(D3DKMTAcquireKeyedMutex2, D3DKMT_ACQUIREKEYEDMUTEX2, acquire2),
    ROW(D3DKMTReleaseKeyedMutex, D3DKMT_RELEASEKEYEDMUTEX, release),
    ROW(D3DKMTReleaseKeyedMutex2, D3DKMT_RELEASEKEYEDMUTEX2, release2),
};
GROUP(of_keyed_mutexes, mutex_rows);

static const struct function object_rows[] = {
    ROW(D3DKMTCreateSynchronizationObject, D3DKMT_CREATESYNCHRONIZATIONOBJECT, create_object),
    ROW(D3DKMTCreateSynchronizationObject2, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, create_object2),
    ROW(D3DKMTCreateSynchronizationObject2, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, notification),
    ROW(D3DKMTOpenSynchronizationObject, D3DKMT_OPENSYNCHRONIZATIONOBJECT, open_object),
    ROW(D3DKMTOpenSyncObjectFromNtHandle, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, open_object_nt),
    ROW(D3DKMTOpenSyncObjectFromNtHandle2, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, open_object_nt2),
    ROW(D3DKMTOpenSyncObjectNtHandleFromName, D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME, open_object_name),
    ROW(D3DKMTDestroySynchronizationObject, D3DKMT_DESTROYSYNCHRONIZATIONOBJECT, destroy_object),
    ROW(D3DKMTWaitForSynchronizationObjectFromCpu, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU, wait_object),
    ROW(D3DKMTSignalSynchronizationObjectFromCpu, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU, signal_object),
};
GROUP(of_synchronization_objects, object_rows);

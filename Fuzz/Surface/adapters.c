#include "functions.h"

#include "d3dkmthk.h"

static const struct field luid[] = {
    PLAIN(word, D3DKMT_OPENADAPTERFROMLUID, AdapterLuid),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMLUID, hAdapter),
};

static const struct field display[] = {
    {.kind = text, .offset = AT(D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, DeviceName), .other = 32},
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, hAdapter),
};

static const struct field context[] = {
    PLAIN(long_word, D3DKMT_OPENADAPTERFROMHDC, hDc),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMHDC, hAdapter),
};

static const struct field interface_name[] = {
    PLAIN(texts, D3DKMT_OPENADAPTERFROMDEVICENAME, pDeviceName),
    GIVEN(adapters, D3DKMT_OPENADAPTERFROMDEVICENAME, hAdapter),
};

static const struct field adapter_row[] = {GIVEN(adapters, D3DKMT_ADAPTERINFO, hAdapter)};
static const struct shape adapter_rows = SHAPE(D3DKMT_ADAPTERINFO, adapter_row);

static const struct field enumeration2[] = {
    PLAIN(count, D3DKMT_ENUMADAPTERS2, NumAdapters),
    ROWS(D3DKMT_ENUMADAPTERS2, pAdapters, NumAdapters, adapter_rows),
};

static const struct field enumeration3[] = {
    PLAIN(flags, D3DKMT_ENUMADAPTERS3, Filter),
    PLAIN(count, D3DKMT_ENUMADAPTERS3, NumAdapters),
    ROWS(D3DKMT_ENUMADAPTERS3, pAdapters, NumAdapters, adapter_rows),
};

static const struct field close_adapter[] = {HANDLE_OF(adapters, D3DKMT_CLOSEADAPTER, hAdapter)};

static const struct field query_adapter[] = {
    HANDLE_OF(adapters, D3DKMT_QUERYADAPTERINFO, hAdapter),
    PLAIN(word, D3DKMT_QUERYADAPTERINFO, Type),
    BYTES(D3DKMT_QUERYADAPTERINFO, pPrivateDriverData, PrivateDriverDataSize),
};

/* MARK: Devices */

static const struct field shared_primary[] = {
    HANDLE_OF(adapters, D3DKMT_GETSHAREDPRIMARYHANDLE, hAdapter),
    PLAIN(word, D3DKMT_GETSHAREDPRIMARYHANDLE, VidPnSourceId),
    GIVEN(shares, D3DKMT_GETSHAREDPRIMARYHANDLE, hSharedPrimary),
};

static const struct field create_device[] = {
    HANDLE_OF(adapters, D3DKMT_CREATEDEVICE, hAdapter),
    PLAIN(flags, D3DKMT_CREATEDEVICE, Flags),
    GIVEN(devices, D3DKMT_CREATEDEVICE, hDevice),
};

static const struct field destroy_device[] = {HANDLE_OF(devices, D3DKMT_DESTROYDEVICE, hDevice)};

static const struct field device_state[] = {
    HANDLE_OF(devices, D3DKMT_GETDEVICESTATE, hDevice),
    PLAIN(word, D3DKMT_GETDEVICESTATE, StateType),
};

static const struct field mark_device[] = {
    HANDLE_OF(devices, D3DKMT_MARKDEVICEASERROR, hDevice),
    PLAIN(word, D3DKMT_MARKDEVICEASERROR, Reason),
};

static const struct function rows[] = {
    ROW(D3DKMTOpenAdapterFromLuid, D3DKMT_OPENADAPTERFROMLUID, luid),
    ROW(D3DKMTOpenAdapterFromGdiDisplayName, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME, display),
    ROW(D3DKMTOpenAdapterFromHdc, D3DKMT_OPENADAPTERFROMHDC, context),
    ROW(D3DKMTOpenAdapterFromDeviceName, D3DKMT_OPENADAPTERFROMDEVICENAME, interface_name),
    ROW(D3DKMTEnumAdapters2, D3DKMT_ENUMADAPTERS2, enumeration2),
    ROW(D3DKMTEnumAdapters3, D3DKMT_ENUMADAPTERS3, enumeration3),
    ROW(D3DKMTCloseAdapter, D3DKMT_CLOSEADAPTER, close_adapter),
    ROW(D3DKMTGetSharedPrimaryHandle, D3DKMT_GETSHAREDPRIMARYHANDLE, shared_primary),
    ROW(D3DKMTQueryAdapterInfo, D3DKMT_QUERYADAPTERINFO, query_adapter),
    ROW(D3DKMTCreateDevice, D3DKMT_CREATEDEVICE, create_device),
    ROW(D3DKMTDestroyDevice, D3DKMT_DESTROYDEVICE, destroy_device),
    ROW(D3DKMTGetDeviceState, D3DKMT_GETDEVICESTATE, device_state),
    ROW(D3DKMTMarkDeviceAsError, D3DKMT_MARKDEVICEASERROR, mark_device),
};
GROUP(of_adapters, rows);

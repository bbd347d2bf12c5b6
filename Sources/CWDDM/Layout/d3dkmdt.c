/* Every struct of d3dkmdt.h has the size, and every addressable member the place, that 64-bit Windows gives it.
 * Bit-fields have no address: Tests/CWDDMTests looks at those. */
#include "d3dkmdt.h"

#if !defined(DXGK_WSL_ABI)

_Static_assert(sizeof(D3DKMDT_SHAREDPRIMARYSURFACEDATA) == 24 && _Alignof(D3DKMDT_SHAREDPRIMARYSURFACEDATA) == 4, "");
_Static_assert(offsetof(D3DKMDT_SHAREDPRIMARYSURFACEDATA, Width) == 0, "");
_Static_assert(offsetof(D3DKMDT_SHAREDPRIMARYSURFACEDATA, Height) == 4, "");
_Static_assert(offsetof(D3DKMDT_SHAREDPRIMARYSURFACEDATA, Format) == 8, "");
_Static_assert(offsetof(D3DKMDT_SHAREDPRIMARYSURFACEDATA, RefreshRate) == 12, "");
_Static_assert(offsetof(D3DKMDT_SHAREDPRIMARYSURFACEDATA, VidPnSourceId) == 20, "");

_Static_assert(sizeof(D3DKMDT_SHADOWSURFACEDATA) == 16 && _Alignof(D3DKMDT_SHADOWSURFACEDATA) == 4, "");
_Static_assert(offsetof(D3DKMDT_SHADOWSURFACEDATA, Width) == 0, "");
_Static_assert(offsetof(D3DKMDT_SHADOWSURFACEDATA, Height) == 4, "");
_Static_assert(offsetof(D3DKMDT_SHADOWSURFACEDATA, Format) == 8, "");
_Static_assert(offsetof(D3DKMDT_SHADOWSURFACEDATA, Pitch) == 12, "");

_Static_assert(sizeof(D3DKMDT_STAGINGSURFACEDATA) == 12 && _Alignof(D3DKMDT_STAGINGSURFACEDATA) == 4, "");
_Static_assert(offsetof(D3DKMDT_STAGINGSURFACEDATA, Width) == 0, "");
_Static_assert(offsetof(D3DKMDT_STAGINGSURFACEDATA, Height) == 4, "");
_Static_assert(offsetof(D3DKMDT_STAGINGSURFACEDATA, Pitch) == 8, "");

_Static_assert(sizeof(D3DKMDT_GDISURFACEDATA) == 24 && _Alignof(D3DKMDT_GDISURFACEDATA) == 4, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEDATA, Width) == 0, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEDATA, Height) == 4, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEDATA, Format) == 8, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEDATA, Type) == 12, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEDATA, Flags) == 16, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEDATA, Pitch) == 20, "");

_Static_assert(sizeof(D3DKMDT_GDISURFACEFLAGS) == 4 && _Alignof(D3DKMDT_GDISURFACEFLAGS) == 4, "");
_Static_assert(offsetof(D3DKMDT_GDISURFACEFLAGS, Value) == 0, "");

_Static_assert(sizeof(D3DKMDT_VIRTUALGPUSURFACEDATA) == 24 && _Alignof(D3DKMDT_VIRTUALGPUSURFACEDATA) == 8, "");
_Static_assert(offsetof(D3DKMDT_VIRTUALGPUSURFACEDATA, Size) == 0, "");
_Static_assert(offsetof(D3DKMDT_VIRTUALGPUSURFACEDATA, Alignment) == 8, "");
_Static_assert(offsetof(D3DKMDT_VIRTUALGPUSURFACEDATA, DriverSegmentId) == 12, "");
_Static_assert(offsetof(D3DKMDT_VIRTUALGPUSURFACEDATA, PrivateDriverData) == 16, "");

_Static_assert(sizeof(D3DKMDT_PREEMPTION_CAPS) == 8 && _Alignof(D3DKMDT_PREEMPTION_CAPS) == 4, "");
_Static_assert(offsetof(D3DKMDT_PREEMPTION_CAPS, GraphicsPreemptionGranularity) == 0, "");
_Static_assert(offsetof(D3DKMDT_PREEMPTION_CAPS, ComputePreemptionGranularity) == 4, "");

_Static_assert(sizeof(DXGK_NODEMETADATA_FLAGS) == 4 && _Alignof(DXGK_NODEMETADATA_FLAGS) == 1, "");
_Static_assert(offsetof(DXGK_NODEMETADATA_FLAGS, Value) == 0, "");

_Static_assert(sizeof(DXGK_FAULT_ERROR_CODE) == 4 && _Alignof(DXGK_FAULT_ERROR_CODE) == 1, "");

_Static_assert(sizeof(D3DKMT_WDDM_1_2_CAPS) == 12 && _Alignof(D3DKMT_WDDM_1_2_CAPS) == 4, "");
_Static_assert(offsetof(D3DKMT_WDDM_1_2_CAPS, PreemptionCaps) == 0, "");
_Static_assert(offsetof(D3DKMT_WDDM_1_2_CAPS, Value) == 8, "");

_Static_assert(sizeof(D3DKMT_WDDM_1_3_CAPS) == 4 && _Alignof(D3DKMT_WDDM_1_3_CAPS) == 1, "");
_Static_assert(offsetof(D3DKMT_WDDM_1_3_CAPS, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_WDDM_2_0_CAPS) == 4 && _Alignof(D3DKMT_WDDM_2_0_CAPS) == 1, "");
_Static_assert(offsetof(D3DKMT_WDDM_2_0_CAPS, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_WDDM_2_7_CAPS) == 4 && _Alignof(D3DKMT_WDDM_2_7_CAPS) == 1, "");
_Static_assert(offsetof(D3DKMT_WDDM_2_7_CAPS, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_WDDM_2_9_CAPS) == 4 && _Alignof(D3DKMT_WDDM_2_9_CAPS) == 1, "");
_Static_assert(offsetof(D3DKMT_WDDM_2_9_CAPS, Value) == 0, "");

_Static_assert(sizeof(D3DKMT_WDDM_3_0_CAPS) == 4 && _Alignof(D3DKMT_WDDM_3_0_CAPS) == 1, "");
_Static_assert(offsetof(D3DKMT_WDDM_3_0_CAPS, Value) == 0, "");

#endif

/* A translation unit holds something. */
typedef int d3dkmdt_is_laid_out;

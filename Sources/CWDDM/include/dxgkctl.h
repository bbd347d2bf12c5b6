/* The machine that a program finds itself on, in its own hands: for tests and for shims. Windows has no such functions.
 *
 * Each returns an NTSTATUS: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for a pointer that cannot be read or written, an adapter
 * or a process that there is none of; what else is said at the function. All may be called from any thread, but not from
 * inside a driver. They are recorded like every other call. */
#ifndef DXGKCTL_H
#define DXGKCTL_H
#pragma GCC system_header

#include "dxgbase.h"

DXGK_EXTERN_C_BEGIN

/* ---- Processes ---- */

/* The processes of the embedded kernel, by number. 0 is the program itself; others are made here, each with handles and
 * memory of its own, so that one program can play several clients. */
typedef UINT DXGCTL_PROCESS;

/* Makes a process. STATUS_NO_MEMORY when the machine has no file for its memory. */
NTSTATUS DxgCtlCreateProcess(DXGCTL_PROCESS *pProcess);

/* From now on this thread's D3DKMT calls are that process's. *pPrevious, unless NULL, is the one before. */
NTSTATUS DxgCtlEnterProcess(DXGCTL_PROCESS Process, DXGCTL_PROCESS *pPrevious);

/* From now on this thread's calls are the program's own again. */
NTSTATUS DxgCtlLeaveProcess(void);

/* Ends a process as if it had been killed: everything it had is destroyed. A thread that is still in it finds every handle
 * invalid; when the last has left, the number names nothing, and it is not used again. */
NTSTATUS DxgCtlExitProcess(DXGCTL_PROCESS Process);

/* ---- Adapters ---- */

typedef enum _DXGCTL_ADAPTER_STATE {
  DXGCTL_ADAPTER_RUNNING = 1,
  DXGCTL_ADAPTER_STOPPED = 2
} DXGCTL_ADAPTER_STATE;

typedef struct _DXGCTL_ADAPTER {
  LUID AdapterLuid;
  DXGCTL_ADAPTER_STATE State;
} DXGCTL_ADAPTER;

/* Lists the adapters, without opening them. *pCount: in, rows at pAdapters; out, adapters. STATUS_BUFFER_TOO_SMALL, with
 * *pCount set, when they do not fit. pAdapters may be NULL with a count of 0. */
NTSTATUS DxgCtlListAdapters(DXGCTL_ADAPTER *pAdapters, UINT *pCount);

/* The GPU hung and is reset (TDR): every device on the adapter is lost; new ones can be made. The driver's
 * DxgkDdiResetFromTimeout and DxgkDdiRestartFromTimeout run, alone.
 * STATUS_DEVICE_REMOVED when the adapter does not run; what the driver refused with, and the adapter is stopped then. */
NTSTATUS DxgCtlResetAdapter(const LUID *pAdapterLuid);

/* A PnP stop: every device on the adapter is lost, and none can be made until it is started again.
 * STATUS_DEVICE_REMOVED when it does not run. */
NTSTATUS DxgCtlStopAdapter(const LUID *pAdapterLuid);

/* A PnP start of a stopped adapter. What the driver answers, if it refuses. */
NTSTATUS DxgCtlStartAdapter(const LUID *pAdapterLuid);

/* The device is pulled out, for good. STATUS_DEVICE_REMOVED when it is gone already. */
NTSTATUS DxgCtlRemoveAdapter(const LUID *pAdapterLuid);

/* ---- Time ---- */

/* From now on time stands still at so many milliseconds since the machine started, and moves only by DxgCtlAdvanceTime: what
 * a recording says of time is then the same in every run. */
NTSTATUS DxgCtlSetVirtualTime(UINT64 Milliseconds);

/* Moves virtual time. STATUS_INVALID_PARAMETER while time is real, or when the sum does not fit. */
NTSTATUS DxgCtlAdvanceTime(UINT64 Milliseconds);

/* Time is the system's again. */
NTSTATUS DxgCtlUseRealTime(void);

/* ---- State ---- */

/* The state of the kernel as JSON (docs/snapshot.md), with a terminating NUL. *pSize: in, bytes at pText; out, bytes it takes, the NUL included.
 * STATUS_BUFFER_TOO_SMALL, with *pSize set, when it does not fit. pText may be NULL with a size of 0. */
NTSTATUS DxgCtlSnapshot(char *pText, SIZE_T *pSize);

DXGK_EXTERN_C_END
#endif

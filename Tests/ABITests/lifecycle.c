/* One allocation from the adapter to its destruction, as a client of the installed library. */
#include <d3dkmthk.h>
#include <softgpu.h>
#include <stdio.h>
#include <string.h>

#define EXPECT(condition) \
  do { \
    if (!(condition)) { \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      return 1; \
    } \
  } while (0)

int main(void) {
  D3DKMT_ADAPTERINFO found[34];
  D3DKMT_ENUMADAPTERS2 adapters;
  memset(found, 0, sizeof found);
  memset(&adapters, 0, sizeof adapters);
  adapters.NumAdapters = 34;
  adapters.pAdapters = found;
  EXPECT(D3DKMTEnumAdapters2(&adapters) == STATUS_SUCCESS && adapters.NumAdapters >= 1);

  D3DKMT_OPENADAPTERFROMLUID open;
  memset(&open, 0, sizeof open);
  open.AdapterLuid = found[0].AdapterLuid;
  EXPECT(D3DKMTOpenAdapterFromLuid(&open) == STATUS_SUCCESS);

  D3DKMT_CREATEDEVICE device;
  memset(&device, 0, sizeof device);
  device.hAdapter = open.hAdapter;
  EXPECT(D3DKMTCreateDevice(&device) == STATUS_SUCCESS && device.hDevice != 0);

  SOFTGPU_ALLOCATION wish;
  memset(&wish, 0, sizeof wish);
  wish.Magic = SOFTGPU_ALLOCATION_MAGIC;
  wish.Version = SOFTGPU_ALLOCATION_VERSION;
  wish.Size = 65536;
  wish.Flags = SOFTGPU_ALLOCATION_CPUVISIBLE;
  D3DDDI_ALLOCATIONINFO2 info;
  memset(&info, 0, sizeof info);
  info.pPrivateDriverData = &wish;
  info.PrivateDriverDataSize = sizeof wish;
  D3DKMT_CREATEALLOCATION create;
  memset(&create, 0, sizeof create);
  create.hDevice = device.hDevice;
  create.NumAllocations = 1;
  create.pAllocationInfo2 = &info;
  EXPECT(D3DKMTCreateAllocation2(&create) == STATUS_SUCCESS && info.hAllocation != 0);
  EXPECT(wish.Size >= 65536);

  D3DKMT_LOCK2 lock;
  memset(&lock, 0, sizeof lock);
  lock.hDevice = device.hDevice;
  lock.hAllocation = info.hAllocation;
  EXPECT(D3DKMTLock2(&lock) == STATUS_SUCCESS && lock.pData != NULL);
  for (unsigned i = 0; i < 65536; i++) EXPECT(((unsigned char *)lock.pData)[i] == 0);
  memset(lock.pData, 0xA5, 65536);
  D3DKMT_UNLOCK2 unlock;
  memset(&unlock, 0, sizeof unlock);
  unlock.hDevice = device.hDevice;
  unlock.hAllocation = info.hAllocation;
  EXPECT(D3DKMTUnlock2(&unlock) == STATUS_SUCCESS);

  D3DKMT_DESTROYALLOCATION2 destroy;
  memset(&destroy, 0, sizeof destroy);
  destroy.hDevice = device.hDevice;
  destroy.phAllocationList = &info.hAllocation;
  destroy.AllocationCount = 1;
  EXPECT(D3DKMTDestroyAllocation2(&destroy) == STATUS_SUCCESS);
  EXPECT(!NT_SUCCESS(D3DKMTDestroyAllocation2(&destroy)));

  D3DKMT_DESTROYDEVICE destroyDevice = {device.hDevice};
  EXPECT(D3DKMTDestroyDevice(&destroyDevice) == STATUS_SUCCESS);
  D3DKMT_CLOSEADAPTER closeAdapter = {open.hAdapter};
  EXPECT(D3DKMTCloseAdapter(&closeAdapter) == STATUS_SUCCESS);
  closeAdapter.hAdapter = found[0].hAdapter;
  EXPECT(D3DKMTCloseAdapter(&closeAdapter) == STATUS_SUCCESS);
  return 0;
}

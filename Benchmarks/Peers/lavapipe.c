/* vkAllocateMemory and vkFreeMemory on lavapipe, Mesa's Vulkan on the CPU: `lavapipe SIZE PAIRS`. */
#include "workload.h"

#include <vulkan/vulkan.h>

static VkDevice device;
static VkDeviceMemory live[1000];

static void must(VkResult result, const char *what) {
  if (result == VK_SUCCESS) return;
  fprintf(stderr, "%s: %d\n", what, result);
  exit(1);
}

#define CREATE(slot, size) \
  must(vkAllocateMemory(device, \
                        &(VkMemoryAllocateInfo){.sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO, \
                                                .allocationSize = (size), .memoryTypeIndex = 0}, \
                        NULL, &live[slot]), \
       "vkAllocateMemory")
#define DESTROY(slot) vkFreeMemory(device, live[slot], NULL)

int main(int count, char **words) {
  if (count < 3) return 2;
  VkInstance instance;
  must(vkCreateInstance(&(VkInstanceCreateInfo){.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO}, NULL, &instance),
       "vkCreateInstance");
  VkPhysicalDevice physical;
  uint32_t one = 1;
  VkResult found = vkEnumeratePhysicalDevices(instance, &one, &physical);
  if ((found != VK_SUCCESS && found != VK_INCOMPLETE) || one == 0) must(VK_ERROR_INITIALIZATION_FAILED, "no device");
  VkPhysicalDeviceProperties properties;
  vkGetPhysicalDeviceProperties(physical, &properties);
  if (properties.deviceType != VK_PHYSICAL_DEVICE_TYPE_CPU) {
    fprintf(stderr, "%s is not lavapipe\n", properties.deviceName);
    return 1;
  }
  const float priority = 1;
  VkDeviceQueueCreateInfo queue = {.sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO, .queueCount = 1,
                                   .pQueuePriorities = &priority};
  must(vkCreateDevice(physical,
                      &(VkDeviceCreateInfo){.sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO, .queueCreateInfoCount = 1,
                                            .pQueueCreateInfos = &queue},
                      NULL, &device),
       "vkCreateDevice");
  make_sizes(words[1]);
  size_t pairs = strtoull(words[2], NULL, 10);
  MEASURE_PAIRS((size_t)1000, pairs, CREATE, DESTROY);
  return 0;
}

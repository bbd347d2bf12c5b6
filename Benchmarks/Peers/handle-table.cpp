// The handle table of Sources/Dxgkrnl/Handles in C++, as far as looking up goes: the same chunks, the same word, the same
// compare-and-swap. `handle-table LIVE LOOKUPS` prints nanoseconds a lookup: resolve with a reference, read, release.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr uint64_t references = (1u << 26) - 1;
enum State : uint64_t { Free, Reserved, Live, Dying };

struct Slot {
  std::atomic<uint64_t> word;
  void *record;
};

uint64_t word_of(uint32_t handle, uint64_t kind, State state) {
  return uint64_t(handle) << 32 | kind << 28 | uint64_t(state) << 26;
}

class HandleTable {
 public:
  HandleTable() : directory(static_cast<std::atomic<Slot *> *>(calloc(1 << 16, sizeof(std::atomic<Slot *>)))) {}

  uint32_t insert(uint64_t kind, void *record) {
    uint32_t index = position++, handle = 1u << 30 | index << 6;
    auto &chunk = directory[index >> 8];
    if (!chunk.load()) chunk = static_cast<Slot *>(calloc(257, sizeof(Slot))) + 1;
    Slot *slot = find(index);
    slot->record = record;
    slot->word.store(word_of(handle, kind, Live), std::memory_order_release);
    return handle;
  }

  void *resolve(uint32_t handle, uint64_t kind) {
    if (handle & 0x3F) return nullptr;
    Slot *slot = find(handle >> 6 & 0xFFFFFF);
    if (!slot) return nullptr;
    const uint64_t expected = word_of(handle, kind, Live);
    uint64_t word = slot->word.load(std::memory_order_acquire);
    while ((word & ~references) == expected)
      if (slot->word.compare_exchange_weak(word, word + 1, std::memory_order_acquire)) return slot->record;
    return nullptr;
  }

  bool release(uint32_t handle) {
    uint64_t word = find(handle >> 6 & 0xFFFFFF)->word.fetch_sub(1, std::memory_order_acq_rel) - 1;
    return (word & references) == 0 && (word >> 26 & 3) == Dying;
  }

 private:
  std::atomic<Slot *> *directory;
  uint32_t position = 0;

  Slot *find(uint32_t index) {
    Slot *chunk = directory[index >> 8].load(std::memory_order_acquire);
    return chunk ? chunk + (index & 0xFF) : nullptr;
  }
};

struct Object {
  uint64_t size, more[7];
};

}  // namespace

int main(int count, char **words) {
  if (count < 3) return 2;
  const size_t live = strtoull(words[1], nullptr, 10), lookups = strtoull(words[2], nullptr, 10);
  HandleTable table;
  std::vector<Object> objects(live);
  std::vector<uint32_t> handles;
  for (size_t i = 0; i < live; i++) {
    objects[i].size = i;
    handles.push_back(table.insert(3, &objects[i]));
  }
  uint64_t random = 0x9E3779B97F4A7C15u;
  for (size_t i = live - 1; i > 0; i--) {
    random ^= random >> 12, random ^= random << 25, random ^= random >> 27;
    std::swap(handles[i], handles[random * 0x2545F4914F6CDD1Du % (i + 1)]);
  }
  uint64_t sum = 0;
  auto pass = [&](size_t operations) {
    size_t at = 0;
    for (size_t i = 0; i < operations; i++) {
      uint32_t handle = handles[at];
      if (++at == live) at = 0;
      if (auto *object = static_cast<Object *>(table.resolve(handle, 3))) {
        sum += object->size;
        sum += table.release(handle);
      }
    }
  };
  pass(lookups / 10);
  auto start = std::chrono::steady_clock::now();
  pass(lookups);
  std::chrono::duration<double, std::nano> elapsed = std::chrono::steady_clock::now() - start;
  fprintf(stderr, "%s", sum == 1 ? " " : "");
  printf("%.3f\n", elapsed.count() / double(lookups));
}

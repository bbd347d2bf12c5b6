import CSystem
import CWDDM
import DDI
import Dxgkrnl
import DxgSystem
import DxgTestKit
import Glibc
import SoftGPU
import Testing
import WDDM

/// Many cycles of create, lock, destroy leave memory and files where they were.
///
/// `DXGK_CYCLES` says how many; 60,000 unless it is set, because builds with checks are slow. It runs in a process of
/// its own, whose memory nobody else changes.
struct VolumeTests {
  @Test func residentMemoryAndFileBlocksReturnToWhereTheyBegan() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      try Self.cycle(Self.cycles)
    }
    print(String(decoding: result.standardOutputContent, as: UTF8.self), terminator: "")
  }

  static var cycles: Int {
    guard let text = unsafe getenv("DXGK_CYCLES"), let count = Int(unsafe String(cString: text)) else { return 60_000 }
    return count
  }

  private static func cycle(_ cycles: Int) throws {
    let machine = Machine(memory: SystemMemory(), records: false)
    let card = SoftGPU()
    let client = try machine.client(on: try machine.add(card, barBytes: card.configuration.visibleVideoMemory))
    // The first cycles fill what is kept for the next: free ranges, blocks of records, pages of the program.
    try run(client, 5_000)
    let before = dxgk_memory_resident()
    try run(client, cycles)
    let after = dxgk_memory_resident()
    let process = machine.kernel.snapshot().processes[0]
    print("\(cycles) cycles: \(before >> 10) KiB resident before, \(after >> 10) KiB after, \(process.held) bytes held")
    precondition(after < before + 1 << 20, "resident memory grew from \(before) to \(after)")
    precondition(process.held == 0 && process.reserved == 0 && process.views == 0, "something is left: \(process)")
    precondition(process.liveHandles == 2 && process.account.commit == 0, "something is left: \(process)")
    precondition(card.counts.allocations == 0 && card.counts.openings == 0, "the driver holds something")
    try machine.shutDown()
  }

  /// Sixteen allocations live at a time; each is written and goes.
  private static func run(_ client: Client, _ cycles: Int) throws {
    var random = SplitMix64(seed: 1)
    var wish = SOFTGPU_ALLOCATION()
    wish.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    wish.Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    wish.Flags = UInt32(SOFTGPU_ALLOCATION_CPUVISIBLE)
    var live: [UInt32] = []
    for _ in 0..<cycles {
      wish.Size = UInt64(1 + random.below(64 << 10))
      // SAFETY: a struct of numbers.
      let data = unsafe withUnsafeBytes(of: wish) { unsafe Array($0) }
      let handle = try client.create([AllocationRequest(data: data)]).allocations[0]
      CPUBytes.write([0xA5], at: try client.lock(handle))
      live.append(handle)
      if live.count == 16 { try client.destroy([live.remove(at: random.below(16))]) }
    }
    try client.destroy(live)
  }
}

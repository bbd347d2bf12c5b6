import CWDDM
import Foundation
import Testing
import WDDM

/// A33: memory of the caller's that another thread takes away while a call runs. Whenever it was there long enough the
/// call succeeds; else it is refused, and nothing is left of it.
@Suite(.serialized)
struct VanishingMemoryTests {
  /// Runs `body` while the pages can be reached, and cannot, by turns.
  private func whileItComesAndGoes(_ pages: Pages, _ body: () -> Void) {
    let base = unsafe UInt(bitPattern: pages.base)
    let bytes = pages.count * 4096
    let thread = Thread {
      var round: UInt = 0
      while !Thread.current.isCancelled {
        for protection in [PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE] {
          unsafe mprotect(UnsafeMutableRawPointer(bitPattern: base), bytes, protection)
          // Time for a call to begin, to go on, to end.
          round &+= 1
          for _ in 0..<(round % 7) * 4 { sched_yield() }
        }
      }
    }
    thread.start()
    body()
    thread.cancel()
    while !thread.isFinished {}
    pages.protect(PROT_READ | PROT_WRITE)
  }

  private let expected: Set<NTSTATUS> = [0, NTStatus.invalidParameter.rawValue]

  @Test func privateDataIsThereOrTheCallIsRefused() throws {
    try Client.alone { client in
      let pages = Pages(1)
      unsafe pages.base.storeBytes(of: Creation(device: client.device).data, as: SOFTGPU_ALLOCATION.self)
      whileItComesAndGoes(pages) {
        for _ in 0..<3000 {
          var creation = Creation(device: client.device)
          let status = unsafe creation.run { _, info in unsafe info.pointee.pPrivateDriverData = pages.base }
          #expect(expected.contains(status))
          // I-033: the handle is written when nothing can fail any more.
          #expect((status == 0) == (creation.info.hAllocation != 0))
          if status == 0 { #expect(client.destroy([creation.info.hAllocation]) == .success) }
        }
      }
      let last = try client.allocate(4096)
      #expect(client.destroy([last]) == .success)
    }
  }

  @Test func aHeapIsThereOrTheCallIsRefused() throws {
    try Client.alone { client in
      var heap = StandardAllocationTests.Heap(client)
      whileItComesAndGoes(heap.memory) {
        for _ in 0..<300 {
          let status = heap.run()
          #expect(expected.contains(status.rawValue))
          if status == .success { #expect(client.destroy([heap.info.hAllocation]) == .success) }
        }
      }
      #expect(heap.run() == .success)
      #expect(client.destroy([heap.info.hAllocation]) == .success)
    }
  }
}

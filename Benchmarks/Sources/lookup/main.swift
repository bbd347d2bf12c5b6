// Looking up a handle in the kernel's own table, a reference taken and given back: `lookup LIVE LOOKUPS [THREADS]`
// prints nanoseconds a lookup, of which each thread does so many at once. Peers/handle-table.cpp does the same with its
// twin in C++, Peers/locked-table.c with a lock around a table.
import Dxgkrnl
import Glibc

struct Object {
  var size: UInt64
  var more: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0)
}

guard CommandLine.arguments.count >= 3, let live = Int(CommandLine.arguments[1]),
  let lookups = Int(CommandLine.arguments[2]),
  let threads = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) : 1
else { exit(2) }

let kind = ObjectKind<Object>(code: 3)

func measure() -> Double {
  let table = HandleTable()
  var writer = HandleTable.Writer()
  var slab = Slab<Object>()
  var handles: [UInt32] = []
  for index in 0..<live {
    guard let handle = table.reserve(kind, slab.take { Object(size: UInt64(index)) }, &writer) else { exit(1) }
    table.publish(handle)
    handles.append(handle)
  }
  var random: UInt64 = 0x9E37_79B9_7F4A_7C15
  for index in stride(from: live - 1, to: 0, by: -1) {
    random ^= random >> 12
    random ^= random << 25
    random ^= random >> 27
    handles.swapAt(index, Int(random &* 0x2545_F491_4F6C_DD1D % UInt64(index + 1)))
  }

  passes(table, handles, lookups / 10)
  let start = ContinuousClock.now
  passes(table, handles, lookups)
  let elapsed = ContinuousClock.now - start

  for handle in handles {
    guard let record = table.resolve(handle, kind) else { exit(1) }
    table.release(handle)
    _ = table.end(handle)
    table.retire(handle, &writer)
    slab.giveBack(record)
  }
  let (seconds, attoseconds) = elapsed.components
  return (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(lookups)
}

/// Every thread does `operations` lookups, each beginning somewhere else.
func passes(_ table: HandleTable, _ handles: [UInt32], _ operations: Int) {
  let others = (1..<max(1, threads)).map { number in
    Thread { pass(table, handles, operations, from: handles.count / threads * number) }
  }
  pass(table, handles, operations, from: 0)
  for other in others { other.join() }
}

@inline(never)
@Sendable
func pass(_ table: HandleTable, _ handles: [UInt32], _ operations: Int, from first: Int) {
  var sum: UInt64 = 0
  var at = first
  let handles = handles.span
  for _ in 0..<operations {
    // SAFETY: `at` runs from 0 to the last index. C++ does not check either.
    let handle = unsafe handles[unchecked: at]
    at += 1
    if at == handles.count { at = 0 }
    if let record = table.resolve(handle, kind) {
      sum &+= record.value.size
      if table.release(handle) { sum &+= 1 }
    }
  }
  if sum == 1 { print(" ", terminator: "") }
}

/// A thread of the system's.
final class Thread {
  private var thread = pthread_t()

  init(_ body: @escaping @Sendable () -> Void) {
    let box = unsafe Unmanaged.passRetained(Box(body: body))
    // SAFETY: the new thread takes the box over.
    let error = unsafe pthread_create(
      &thread, nil,
      { box in
        unsafe Unmanaged<Box>.fromOpaque(box!).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    precondition(error == 0, "no thread")
  }

  func join() { pthread_join(thread, nil) }

  private final class Box {
    let body: @Sendable () -> Void
    init(body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

let hundredths = Int(measure() * 1000)
print("\(hundredths / 1000).\(String(hundredths % 1000 + 1000).dropFirst())")

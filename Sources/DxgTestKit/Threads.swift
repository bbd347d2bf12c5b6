import Glibc

/// Runs every body on a thread of its own and returns when all have: for tests in which a body waits for another. Tasks
/// would share the few threads of the pool, and one that waits would keep the one that it waits for from running.
package func onThreads(_ bodies: [@Sendable () -> Void]) {
  let threads = bodies.map { body in
    var thread = pthread_t()
    // SAFETY: the box is retained here and released by the thread that starts with it.
    let box = unsafe Unmanaged.passRetained(Body(body)).toOpaque()
    let result = unsafe pthread_create(
      &thread, nil,
      { box in
        unsafe Unmanaged<Body>.fromOpaque(box!).takeRetainedValue().run()
        return nil
      }, box)
    precondition(result == 0, "a thread could not be made: \(result)")
    return thread
  }
  for thread in threads { pthread_join(thread, nil) }
}

/// Lets other threads run until `condition` holds: how a test waits for another thread without sleeping.
package func until(_ condition: () -> Bool) {
  while !condition() { sched_yield() }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

import CSystem
import Glibc

/// Runs every body on a thread of its own, with a stack for signals, and returns when all have.
func onThreads(_ bodies: [@Sendable () -> Void]) {
  let threads = bodies.compactMap { body -> pthread_t? in
    var thread = pthread_t()
    // SAFETY: the box is retained here and released by the thread that starts with it.
    let box = unsafe Unmanaged.passRetained(Body(body)).toOpaque()
    let result = unsafe pthread_create(
      &thread, nil,
      { box in
        dxgk_watch_thread()
        unsafe Unmanaged<Body>.fromOpaque(box!).takeRetainedValue().run()
        return nil
      }, box)
    guard result == 0 else {
      unsafe Unmanaged<Body>.fromOpaque(box).release()
      return nil
    }
    return thread
  }
  for thread in threads { pthread_join(thread, nil) }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

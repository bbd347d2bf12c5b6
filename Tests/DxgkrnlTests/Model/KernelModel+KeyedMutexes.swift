import WDDM

extension KernelModel {
  struct Mutex {
    enum Holder: Equatable {
      case nobody(key: UInt64)
      case owner(process: UInt32, handle: UInt32)
      case abandoned
    }

    let isNtSecured: Bool
    /// Private data of the runtimes that share it.
    var data: [UInt8]
    var fence: UInt64 = 0
    var holder: Holder
    /// As the kernel chose it; 0 for none.
    var globalHandle: UInt32 = 0

    /// Without data it takes any size; with data that size, or none.
    func takes(_ size: Int) -> Bool { data.isEmpty || size == 0 || size == data.count }
  }

  struct MutexHandle {
    let handle: UInt32
    let mutex: Int
  }

  enum Acquisition: Equatable {
    case acquired(fence: UInt64, data: [UInt8])
    case timeout, abandoned
  }

  mutating func createMutex(
    _ process: Int, initial: UInt64, flags: UInt32, data: [UInt8]
  ) -> (NTStatus, UInt32) {
    guard flags < 2 else { return (.invalidParameter, 0) }
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    let number = takeNumber()
    mutexes[number] = Mutex(isNtSecured: flags == 1, data: data, holder: .nobody(key: initial))
    return (.success, addMutexHandle(process, number))
  }

  mutating func addMutexHandle(_ process: Int, _ number: Int) -> UInt32 {
    let handle = processes[process].takeHandle()
    processes[process].mutexes.append(MutexHandle(handle: handle, mutex: number))
    return handle
  }

  /// - Parameter size: of a buffer for the private data; nil for the first version of the function.
  mutating func openMutex(_ process: Int, global: UInt32, size: Int?) -> (NTStatus, UInt32) {
    guard global != 0, let (number, mutex) = mutexes.first(where: { $0.value.globalHandle == global }),
      mutex.takes(size ?? 0)
    else { return (.invalidParameter, 0) }
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    return (.success, addMutexHandle(process, number))
  }

  mutating func acquire(_ process: Int, _ handle: UInt32, key: UInt64, size: Int) -> (NTStatus, Acquisition?) {
    guard let number = mutex(process, handle), mutexes[number]!.takes(size) else { return (.invalidParameter, nil) }
    switch mutexes[number]!.holder {
    case .abandoned: return (.success, .abandoned)
    case .owner(processes[process].ordinal, handle): return (.invalidParameter, nil)
    case .owner: return (.success, .timeout)
    case .nobody(let free):
      guard free == key else { return (.success, .timeout) }
      mutexes[number]!.holder = .owner(process: processes[process].ordinal, handle: handle)
      let data = mutexes[number]!.data
      return (.success, .acquired(fence: mutexes[number]!.fence, data: size == data.count ? data : []))
    }
  }

  mutating func release(_ process: Int, _ handle: UInt32, key: UInt64, fence: UInt64, data: [UInt8]) -> NTStatus {
    guard let number = mutex(process, handle),
      mutexes[number]!.holder == .owner(process: processes[process].ordinal, handle: handle),
      mutexes[number]!.takes(data.count)
    else { return .invalidParameter }
    if !data.isEmpty { mutexes[number]!.data = data }
    mutexes[number]!.fence = fence
    mutexes[number]!.holder = .nobody(key: key)
    return .success
  }

  mutating func destroyMutex(_ process: Int, _ handle: UInt32) -> NTStatus {
    guard let index = processes[process].mutexes.firstIndex(where: { $0.handle == handle }) else {
      return .invalidParameter
    }
    abandon(processes[process].ordinal, processes[process].mutexes[index])
    processes[process].mutexes.remove(at: index)
    dropUnreferenced()
    return .success
  }

  /// A handle ends: what it owns nobody will own again.
  mutating func abandon(_ ordinal: UInt32, _ handle: MutexHandle) {
    if owns(ordinal, handle) { mutexes[handle.mutex]!.holder = .abandoned }
  }

  func owns(_ ordinal: UInt32, _ handle: MutexHandle) -> Bool {
    mutexes[handle.mutex]!.holder == .owner(process: ordinal, handle: handle.handle)
  }

  private func mutex(_ process: Int, _ handle: UInt32) -> Int? {
    processes[process].mutexes.first { $0.handle == handle }?.mutex
  }
}

import CWDDM
import Foundation
import Testing
import WDDM

/// Keyed mutexes through the C API: what is written, and what is left alone (`observed.md` 1.8).
@Suite(.serialized)
struct KeyedMutexExportsTests {
  private func create(data: [UInt8] = [], flags: UInt32 = 0) throws -> D3DKMT_CREATEKEYEDMUTEX2 {
    var arguments = D3DKMT_CREATEKEYEDMUTEX2()
    arguments.hSharedHandle = 0x5555
    arguments.Flags.Value = flags
    arguments.PrivateRuntimeDataSize = UInt32(data.count)
    var data = data
    let status = unsafe data.withUnsafeMutableBytes { bytes in
      unsafe arguments.pPrivateRuntimeData = bytes.baseAddress
      return unsafe D3DKMTCreateKeyedMutex2(&arguments)
    }
    try #require(status == 0)
    return arguments
  }

  private func destroy(_ handle: D3DKMT_HANDLE) -> NTSTATUS {
    var arguments = D3DKMT_DESTROYKEYEDMUTEX(hKeyedMutex: handle)
    return unsafe D3DKMTDestroyKeyedMutex(&arguments)
  }

  /// - Parameter timeout: in units of 100 ns; nil: NULL.
  private func acquire(
    _ handle: D3DKMT_HANDLE, key: UInt64, timeout: Int64? = 0
  ) -> (status: NTSTATUS, fence: UInt64) {
    var arguments = D3DKMT_ACQUIREKEYEDMUTEX()
    arguments.hKeyedMutex = handle
    arguments.Key = key
    arguments.FenceValue = 0xDEAD
    var time = LARGE_INTEGER()
    time.QuadPart = timeout ?? 0
    let status = unsafe withUnsafeMutablePointer(to: &time) { time in
      unsafe arguments.pTimeout = timeout == nil ? nil : time
      return unsafe D3DKMTAcquireKeyedMutex(&arguments)
    }
    #expect(arguments.Key == key)
    return (status, arguments.FenceValue)
  }

  private func release(_ handle: D3DKMT_HANDLE, key: UInt64, fence: UInt64) -> NTSTATUS {
    var arguments = D3DKMT_RELEASEKEYEDMUTEX()
    arguments.hKeyedMutex = handle
    arguments.Key = key
    arguments.FenceValue = fence
    let status = unsafe D3DKMTReleaseKeyedMutex(&arguments)
    #expect(arguments.Key == key && arguments.FenceValue == fence, "W-227, W-228")
    return status
  }

  @Test func theFirstVersionLivesAndDies() throws {
    // W-211, W-213, W-214, W-215, W-216
    var arguments = D3DKMT_CREATEKEYEDMUTEX()
    unsafe try #require(D3DKMTCreateKeyedMutex(&arguments) == 0)
    #expect(arguments.hKeyedMutex & 0x3F == 0 && arguments.hSharedHandle & 0x3F == 2)
    var open = D3DKMT_OPENKEYEDMUTEX(hSharedHandle: arguments.hSharedHandle, hKeyedMutex: 0)
    unsafe #expect(D3DKMTOpenKeyedMutex(&open) == 0)
    #expect(open.hKeyedMutex != arguments.hKeyedMutex)
    #expect(destroy(arguments.hSharedHandle) == NTStatus.invalidParameter.rawValue)
    #expect(destroy(arguments.hKeyedMutex) == 0)
    #expect(destroy(arguments.hKeyedMutex) == NTStatus.invalidParameter.rawValue)
    #expect(destroy(open.hKeyedMutex) == 0)
    unsafe #expect(D3DKMTOpenKeyedMutex(&open) == NTStatus.invalidParameter.rawValue)
    // W-212: a local value in the output field is no mistake of ours.
    var wrong = D3DKMT_OPENKEYEDMUTEX(hSharedHandle: 0, hKeyedMutex: arguments.hKeyedMutex)
    unsafe #expect(D3DKMTOpenKeyedMutex(&wrong) == NTStatus.invalidParameter.rawValue)
  }

  @Test(arguments: [
    (0, 64, 64), (6, 0, 6), (6, 6, 6),
  ])
  func anOpenSaysHowMuchPrivateDataThereIsAndLeavesTheBufferAlone(stored: Int, size: Int, answer: Int) throws {
    // W-219, W-220, W-222
    let mutex = try create(data: [UInt8](repeating: 9, count: stored))
    var buffer = [UInt8](repeating: 0xEE, count: 64)
    var arguments = D3DKMT_OPENKEYEDMUTEX2()
    arguments.hSharedHandle = mutex.hSharedHandle
    arguments.PrivateRuntimeDataSize = UInt32(size)
    let status = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe arguments.pPrivateRuntimeData = size == 0 ? nil : bytes.baseAddress
      return unsafe D3DKMTOpenKeyedMutex2(&arguments)
    }
    #expect(status == 0)
    // W-220: the size that was given stays.
    #expect(Int(arguments.PrivateRuntimeDataSize) == size && buffer.allSatisfy { $0 == 0xEE })
    #expect(answer == max(stored, size))
    #expect(destroy(arguments.hKeyedMutex) == 0 && destroy(mutex.hKeyedMutex) == 0)
  }

  @Test(arguments: [(0, 64), (6, 64), (6, 6)])
  func aSizeNeedsABuffer(stored: Int, size: Int) throws {
    // W-218
    let mutex = try create(data: [UInt8](repeating: 9, count: stored))
    var arguments = D3DKMT_OPENKEYEDMUTEX2()
    arguments.hSharedHandle = mutex.hSharedHandle
    arguments.PrivateRuntimeDataSize = UInt32(size)
    unsafe #expect(D3DKMTOpenKeyedMutex2(&arguments) == NTStatus.invalidParameter.rawValue)
    #expect(destroy(mutex.hKeyedMutex) == 0)
  }

  @Test func sharedThroughNtHandlesItHasNoGlobalOne() throws {
    // W-223
    let mutex = try create(flags: 1)
    #expect(mutex.hSharedHandle == 0)
    #expect(destroy(mutex.hKeyedMutex) == 0)
  }

  @Test func anAnswerIsWrittenWhenThereIsOne() throws {
    let mutex = try create()
    let handle = mutex.hKeyedMutex
    // W-224
    #expect(acquire(0, key: 1) == (NTStatus.invalidParameter.rawValue, 0xDEAD))
    #expect(release(0, key: 1, fence: 5) == NTStatus.invalidParameter.rawValue)
    // W-225: the value is written with a timeout, of 0 or of a millisecond.
    #expect(acquire(handle, key: 1) == (NTStatus.timeout.rawValue, 0))
    #expect(acquire(handle, key: 1, timeout: -10_000) == (NTStatus.timeout.rawValue, 0))
    // W-226, W-227, W-228, W-233
    #expect(acquire(handle, key: 0, timeout: nil) == (0, 0))
    #expect(release(handle, key: 1, fence: 1234) == 0)
    #expect(release(handle, key: 1, fence: 1234) == NTStatus.invalidParameter.rawValue)
    #expect(acquire(handle, key: 1, timeout: -10_000_000) == (0, 1234))
    // W-230
    var open = D3DKMT_OPENKEYEDMUTEX(hSharedHandle: mutex.hSharedHandle, hKeyedMutex: 0)
    unsafe #expect(D3DKMTOpenKeyedMutex(&open) == 0)
    #expect(destroy(handle) == 0)
    for key in [0, 1] as [UInt64] {
      #expect(acquire(open.hKeyedMutex, key: key, timeout: nil) == (NTStatus.abandoned.rawValue, 0))
    }
    #expect(destroy(open.hKeyedMutex) == 0)
  }

  @Test func privateDataGoesFromOneOwnerToTheNext() throws {
    let mutex = try create(data: [1, 2, 3, 4])
    var buffer = [UInt8](repeating: 0, count: 4)
    func acquire() -> NTSTATUS {
      unsafe buffer.withUnsafeMutableBytes { bytes in
        var arguments = D3DKMT_ACQUIREKEYEDMUTEX2()
        arguments.hKeyedMutex = mutex.hKeyedMutex
        unsafe arguments.pPrivateRuntimeData = bytes.baseAddress
        arguments.PrivateRuntimeDataSize = UInt32(bytes.count)
        return unsafe D3DKMTAcquireKeyedMutex2(&arguments)
      }
    }
    #expect(acquire() == 0 && buffer == [1, 2, 3, 4])
    buffer = [5, 6, 7, 8]
    let released = unsafe buffer.withUnsafeMutableBytes { bytes in
      var arguments = D3DKMT_RELEASEKEYEDMUTEX2()
      arguments.hKeyedMutex = mutex.hKeyedMutex
      unsafe arguments.pPrivateRuntimeData = bytes.baseAddress
      arguments.PrivateRuntimeDataSize = UInt32(bytes.count)
      return unsafe D3DKMTReleaseKeyedMutex2(&arguments)
    }
    #expect(released == 0)
    buffer = [0, 0, 0, 0]
    #expect(acquire() == 0 && buffer == [5, 6, 7, 8])
    #expect(destroy(mutex.hKeyedMutex) == 0)
  }

  @Test func aTimeoutThatCannotBeReadIsRefused() throws {
    let mutex = try create()
    var arguments = D3DKMT_ACQUIREKEYEDMUTEX()
    arguments.hKeyedMutex = mutex.hKeyedMutex
    for address in badAddresses.dropFirst() {
      unsafe arguments.pTimeout = PLARGE_INTEGER(bitPattern: address)
      unsafe #expect(D3DKMTAcquireKeyedMutex(&arguments) == NTStatus.invalidParameter.rawValue)
    }
    #expect(acquire(mutex.hKeyedMutex, key: 0) == (0, 0), "nothing was acquired before")
    #expect(destroy(mutex.hKeyedMutex) == 0)
  }
}

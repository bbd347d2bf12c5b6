import CWDDM
import Foundation
import Glibc
import Testing
import WDDM

/// Sharing through the C API: what is read of the caller's memory, what is written, and what is left alone
/// (`observed.md` 1.5 and 1.6).
@Suite(.serialized)
struct SharingTests {
  private let success = NTStatus.success.rawValue
  private let invalid = NTStatus.invalidParameter.rawValue

  /// A shared resource of one allocation with 4 bytes of runtime data.
  private func shared(_ client: Client, nt: Bool = false) throws -> D3DKMT_CREATEALLOCATION {
    var creation = Creation(device: client.device)
    creation.arguments.Flags.CreateResource = 1
    creation.arguments.Flags.CreateShared = 1
    creation.arguments.Flags.NtSecuritySharing = nt ? 1 : 0
    // U-048: garbage in hGlobalShare is replaced.
    creation.arguments.hGlobalShare = 0xDEAD_BEEF
    creation.arguments.PrivateRuntimeDataSize = 4
    let status = unsafe withUnsafeBytes(of: UInt32(0x0403_0201)) { bytes in
      unsafe creation.run { arguments, _ in unsafe arguments.pPrivateRuntimeData = .init(bytes.baseAddress) }
    }
    try #require(status == success)
    return creation.arguments
  }

  private func share(_ resource: D3DKMT_HANDLE, access: DWORD = 0x1000_0000) throws -> HANDLE {
    var handle: HANDLE?
    let status = unsafe withUnsafePointer(to: resource) {
      unsafe D3DKMTShareObjects(1, $0, nil, access, &handle)
    }
    try #require(status == success)
    return try #require(handle)
  }

  private func close(_ handle: HANDLE) { unsafe Glibc.close(Int32(UInt(bitPattern: handle.rawValue))) }

  // MARK: By global handle

  @Test func aQueryWritesTheSizesAndNothingElse() throws {
    try Client.alone { client in
      let created = try shared(client)
      // U-046: a global handle in place of the garbage; W-002: it looks like one.
      #expect(created.hGlobalShare & 0x3F == 2 && created.hGlobalShare & 0xC000_0000 != 0)
      var buffer: UInt64 = 0x5555_5555_5555_5555
      var query = D3DKMT_QUERYRESOURCEINFO()
      query.hDevice = client.device
      query.hGlobalShare = created.hGlobalShare
      query.PrivateRuntimeDataSize = 0x100
      query.TotalPrivateDriverDataSize = 0xDEAD_BEEF
      query.ResourcePrivateDriverDataSize = 0xDEAD_BEEF
      query.NumAllocations = 0xDEAD_BEEF
      unsafe withUnsafeMutablePointer(to: &buffer) { buffer in
        unsafe query.pPrivateRuntimeData = UnsafeMutableRawPointer(buffer)
        unsafe #expect(D3DKMTQueryResourceInfo(&query) == success)
      }
      // W-132, W-133, U-110
      #expect(query.PrivateRuntimeDataSize == 4 && query.ResourcePrivateDriverDataSize == 0)
      #expect(query.NumAllocations == 1)
      #expect(query.TotalPrivateDriverDataSize == UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size))
      #expect(buffer == 0x5555_5555_5555_5555)
      // W-130
      query.hGlobalShare = created.hResource
      unsafe #expect(D3DKMTQueryResourceInfo(&query) == invalid)
    }
  }

  @Test(arguments: [1, 2]) func anOpeningFillsTheCallersBuffers(version: Int) throws {
    try Client.alone { client in
      let created = try shared(client)
      var opening = Opening(client.device, share: created.hGlobalShare)
      #expect(opening.run(version: version) == success)
      // U-129, W-134, W-139, U-125, U-116: hGlobalShare as it was, the total lowered, the resource's buffer
      // untouched.
      #expect(opening.arguments.hGlobalShare == created.hGlobalShare)
      #expect(opening.arguments.TotalPrivateDriverDataBufferSize == UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size))
      #expect(opening.resource == [UInt8](repeating: 0x55, count: 16))
      #expect(opening.runtime == [1, 2, 3, 4])
      // W-007: the resource's handle, then the allocation's.
      #expect(opening.handle == opening.arguments.hResource + 0x40)
      // W-135, U-121: the element is redirected into the total buffer; the buffer it named is left alone.
      #expect(opening.isRedirected && opening.own == 0x5555_5555)
      #expect(opening.dataSize == UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size))
      #expect(opening.total.prefix(4) == [0x53, 0x47, 0x50, 0x55])
      // W-140
      #expect(client.destroy(resource: opening.arguments.hResource) == .success)
      #expect(client.destroy(resource: created.hResource) == .success)
    }
  }

  @Test func whatDoesNotFitIsRefusedAndNothingIsWritten() throws {
    try Client.alone { client in
      let created = try shared(client)
      let before = client.nextHandle
      func refuses(
        _ row: String, _ status: NTStatus = .invalidParameter, _ bend: (inout Opening) -> Void,
        _ bendPointers: (inout D3DKMT_OPENRESOURCE) -> Void = { _ in }
      ) {
        var opening = Opening(client.device, share: created.hGlobalShare)
        bend(&opening)
        #expect(opening.run(version: 2, bendPointers) == status.rawValue, "\(row)")
        // I-033
        #expect(opening.isUntouched, "\(row)")
      }
      refuses("W-131") { $0.arguments.hGlobalShare = created.hResource }
      refuses("W-136") { $0.arguments.NumAllocations = 0 }
      refuses("U-112") { $0.arguments.NumAllocations = 2 }
      refuses("U-033") { $0.arguments.NumAllocations = 1025 }
      refuses("W-137") { $0.arguments.PrivateRuntimeDataSize += 1 }
      refuses("U-114") { $0.arguments.PrivateRuntimeDataSize = .max }
      refuses("W-138") { $0.arguments.ResourcePrivateDriverDataSize += 1 }
      refuses("W-162", .noMemory) {
        $0.arguments.TotalPrivateDriverDataBufferSize = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size) - 1
      }
      refuses("W-160, U-113", .invalidParameter, { _ in }, { unsafe $0.pOpenAllocationInfo2 = nil })
      refuses("W-161, U-113", .invalidParameter, { _ in }, { unsafe $0.pPrivateRuntimeData = nil })
      refuses("W-161, U-113", .invalidParameter, { _ in }, { unsafe $0.pTotalPrivateDriverDataBuffer = nil })
      #expect(client.nextHandle == before + 0x40, "a refused call consumes no handle (U-004)")
    }
  }

  @Test func aBufferThatCannotBeWrittenOpensNothing() throws {
    try Client.alone { client in
      let created = try shared(client)
      let pages = Pages(1)
      pages.protect(PROT_READ)
      for member in 0..<3 {
        let before = client.nextHandle
        var opening = Opening(client.device, share: created.hGlobalShare)
        let status = opening.run(version: 2) { arguments in
          switch member {
          case 0: unsafe arguments.pPrivateRuntimeData = pages.base
          case 1: unsafe arguments.pTotalPrivateDriverDataBuffer = pages.base
          default:
            unsafe arguments.pOpenAllocationInfo2 = pages.base.assumingMemoryBound(
              to: D3DDDI_OPENALLOCATIONINFO2.self)
          }
        }
        #expect(status == invalid)
        #expect(opening.isUntouched, "I-033")
        // How much of the total buffer is written is known last: what was opened is closed again, its handles are spent
        // (I-005).
        #expect(client.nextHandle == before + (member == 1 ? 0xC0 : 0x40))
      }
      #expect(client.destroy(resource: created.hResource) == .success)
    }
  }

  @Test func anotherProcessOpensIt() throws {
    try Client.alone { creator in
      let created = try shared(creator)
      try Client.alone { opener in
        // U-051: whoever knows the handle.
        var opening = Opening(opener.device, share: created.hGlobalShare)
        #expect(opening.run(version: 1) == success)
        #expect(opening.runtime == [1, 2, 3, 4])
      }
    }
  }

  // MARK: By NT handle

  @Test func anNtHandleTellsTheSizesWhateverIsAsked() throws {
    try Client.alone { client in
      let created = try shared(client, nt: true)
      // U-047: no global handle.
      #expect(created.hGlobalShare == 0)
      let handle = try share(created.hResource, access: 0x0002_0000)
      defer { close(handle) }
      // W-157, W-158, U-149
      for (size, gives) in [(0xDEAD_BEEF, false), (0, true), (0x100, true)] as [(UInt32, Bool)] {
        var buffer: UInt64 = 0x5555_5555_5555_5555
        var query = D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE()
        query.hDevice = client.device
        query.hNtHandle = handle
        query.PrivateRuntimeDataSize = size
        query.TotalPrivateDriverDataSize = 0xDEAD_BEEF
        query.ResourcePrivateDriverDataSize = 0xDEAD_BEEF
        query.NumAllocations = 0xDEAD_BEEF
        unsafe withUnsafeMutablePointer(to: &buffer) { buffer in
          if gives { unsafe query.pPrivateRuntimeData = UnsafeMutableRawPointer(buffer) }
          unsafe #expect(D3DKMTQueryResourceInfoFromNtHandle(&query) == success)
        }
        #expect(query.PrivateRuntimeDataSize == 4 && query.NumAllocations == 1)
        #expect(query.ResourcePrivateDriverDataSize == 0 && query.TotalPrivateDriverDataSize > 0)
        #expect(buffer == 0x5555_5555_5555_5555)
      }
    }
  }

  @Test func anOpeningByNtHandleOverwritesAllThreeHandles() throws {
    try Client.alone { client in
      let created = try shared(client, nt: true)
      let handle = try share(created.hResource)
      // W-163: the creator's resource goes first.
      #expect(client.destroy(resource: created.hResource) == .success)
      var opening = NtOpening(client.device, handle)
      #expect(opening.run() == success)
      // W-159, U-150
      #expect(opening.arguments.hResource != 0 && opening.handle == opening.arguments.hResource + 0x40)
      #expect(opening.arguments.hKeyedMutex == 0 && opening.arguments.hSyncObject == 0)
      #expect(opening.arguments.KeyedMutexPrivateRuntimeDataSize == 0)
      #expect(opening.runtime == [1, 2, 3, 4])
      #expect(opening.arguments.TotalPrivateDriverDataBufferSize == UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size))
      // W-160, W-161, W-162
      let before = client.nextHandle
      for (status, bend): (NTStatus, (inout D3DKMT_OPENRESOURCEFROMNTHANDLE) -> Void) in [
        (.invalidParameter, { unsafe $0.pOpenAllocationInfo2 = nil }), (.invalidParameter, { $0.NumAllocations = 0 }),
        (.invalidParameter, { unsafe $0.pPrivateRuntimeData = nil }),
        (.invalidParameter, { $0.PrivateRuntimeDataSize += 1 }),
        (.invalidParameter, { unsafe $0.pTotalPrivateDriverDataBuffer = nil }),
        (.noMemory, { $0.TotalPrivateDriverDataBufferSize = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size) - 1 }),
        // U-151
        (.invalidParameter, { $0.KeyedMutexPrivateRuntimeDataSize = 1 }), (.invalidHandle, { $0.hNtHandle = nil }),
      ] {
        var refused = NtOpening(client.device, handle)
        #expect(refused.run(bend) == status.rawValue)
        #expect(refused.arguments.hKeyedMutex == 0x55 && refused.arguments.hSyncObject == 0x66)
      }
      #expect(client.nextHandle == before + 0x40)
      close(handle)
      // U-142
      var closed = NtOpening(client.device, handle)
      #expect(closed.run() == NTStatus.invalidHandle.rawValue)
      #expect(client.destroy(resource: opening.arguments.hResource) == .success)
    }
  }

  @Test func namesAreUTF16() throws {
    try Client.alone { client in
      let created = try shared(client, nt: true)
      var handle: HANDLE?
      let status = unsafe Attributes.with(#"\Sessions\1\BaseNamedObjects\Texture Ä"#) { attributes in
        unsafe withUnsafePointer(to: created.hResource) { list in
          unsafe D3DKMTShareObjects(1, list, attributes, 0x1000_0000, &handle)
        }
      }
      // W-152, W-166
      #expect(status == success && handle != nil)
      var open = D3DKMT_OPENNTHANDLEFROMNAME()
      // W-153
      unsafe #expect(D3DKMTOpenNtHandleFromName(&open) == invalid)
      func find(_ name: String, access: DWORD) -> NTStatus {
        unsafe Attributes.with(name) { attributes in
          open.dwDesiredAccess = access
          open.hNtHandle = nil
          unsafe open.pObjAttrib = attributes
          return unsafe NTStatus(rawValue: D3DKMTOpenNtHandleFromName(&open))
        }
      }
      // W-154
      #expect(find("unknown", access: 0) == .objectNameNotFound)
      // W-155
      #expect(find(#"\sessions\1\basenamedobjects\texture ä"#, access: 0) == .accessDenied)
      // W-156
      #expect(find(#"\sessions\1\basenamedobjects\texture ä"#, access: 0x1000_0000) == .success)
      let second = try #require(open.hNtHandle)
      // W-164
      close(try #require(handle))
      close(second)
      #expect(find(#"\Sessions\1\BaseNamedObjects\Texture Ä"#, access: 0x1000_0000) == .objectNameNotFound)
    }
  }

  @Test func attributesMustBeWhole() throws {
    try Client.alone { client in
      let created = try shared(client, nt: true)
      func share(_ bend: (inout OBJECT_ATTRIBUTES) -> Void) -> NTStatus {
        var handle: HANDLE?
        return unsafe Attributes.with("name") { attributes in
          unsafe bend(&attributes.pointee)
          return unsafe withUnsafePointer(to: created.hResource) { list in
            unsafe NTStatus(rawValue: D3DKMTShareObjects(1, list, attributes, 0x1000_0000, &handle))
          }
        }
      }
      // D-011
      #expect(share { $0.Length = 1 } == .invalidParameter)
      let root = unsafe HANDLE(rawValue: UnsafeMutableRawPointer(bitPattern: 4)!)
      #expect(share { $0.RootDirectory = root } == .invalidHandle)
      #expect(share { unsafe $0.ObjectName.pointee.Length = 3 } == .invalidParameter)
      #expect(share { unsafe $0.ObjectName.pointee.MaximumLength = 2 } == .invalidParameter)
      #expect(share { unsafe $0.ObjectName.pointee.Buffer = nil } == .invalidParameter)
    }
  }

  @Test func objectsAreLookedAtOnlyAsFarAsThereMayBeAny() throws {
    try Client.alone { client in
      let created = try shared(client, nt: true)
      var handle: HANDLE?
      unsafe withUnsafePointer(to: created.hResource) { list in
        // U-136, W-258: before the list is read.
        for count: UINT in [0, 4, .max] {
          unsafe #expect(D3DKMTShareObjects(count, nil, nil, 0x1000_0000, &handle) == invalid)
        }
        unsafe #expect(D3DKMTShareObjects(1, list, nil, 0x1000_0000, nil) == invalid)
        unsafe #expect(D3DKMTShareObjects(1, nil, nil, 0x1000_0000, &handle) == invalid)
        unsafe #expect(D3DKMTShareObjects(1, list, .init(bitPattern: 8), 0x1000_0000, &handle) == invalid)
      }
      #expect(handle == nil)
    }
  }
}

extension Client {
  func destroy(resource: D3DKMT_HANDLE) -> NTStatus {
    var arguments = D3DKMT_DESTROYALLOCATION2()
    arguments.hDevice = device
    arguments.hResource = resource
    return unsafe NTStatus(rawValue: D3DKMTDestroyAllocation2(&arguments))
  }
}

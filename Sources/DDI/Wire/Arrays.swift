public import CWDDM

// The arrays behind argument blocks, as spans: a driver or a wrapper in Swift reads and writes them without a pointer.
//
// SAFETY, for all of them: whoever fills a block promises as many elements as it counts, alive and in nobody else's
// hands while the call lasts; a span borrows the block, so it cannot outlive it. NULL with a count of 0 is an empty
// span. Bind what may be written with `var`: a `let` of a MutableSpan costs a heap box.

extension DXGKARG_CREATEALLOCATION {
  public var infos: Span<DXGK_ALLOCATIONINFO> {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pAllocationInfo, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }

  public var mutableInfos: MutableSpan<DXGK_ALLOCATIONINFO> {
    @inlinable @inline(__always) @_lifetime(&self) mutating get {
      let all = unsafe UnsafeMutableBufferPointer(start: pAllocationInfo, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.mutableSpan, mutating: &self)
    }
  }

  /// The resource's private data; a driver may only read it.
  public var privateData: RawSpan {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }
}

extension DXGK_ALLOCATIONINFO {
  public var privateData: RawSpan {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }
}

extension DXGKARG_OPENALLOCATION {
  public var infos: Span<DXGK_OPENALLOCATIONINFO> {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pOpenAllocation, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }

  public var mutableInfos: MutableSpan<DXGK_OPENALLOCATIONINFO> {
    @inlinable @inline(__always) @_lifetime(&self) mutating get {
      let all = unsafe UnsafeMutableBufferPointer(start: pOpenAllocation, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.mutableSpan, mutating: &self)
    }
  }

  /// The resource's private data; never writable here (K-177).
  public var privateData: RawSpan {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }
}

extension DXGK_OPENALLOCATIONINFO {
  public var privateData: RawSpan {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }

  /// The allocation's private data; a driver may write it when the block's Flags.Create is set, and only then (K-174).
  public var mutablePrivateData: MutableRawSpan {
    @inlinable @inline(__always) @_lifetime(&self) mutating get {
      let all = unsafe UnsafeMutableRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}

extension DXGKARG_CLOSEALLOCATION {
  public var openHandles: Span<HANDLE?> {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pOpenHandleList, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }
}

extension DXGKARG_DESTROYALLOCATION {
  public var allocations: Span<HANDLE?> {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pAllocationList, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }
}

extension DXGKARG_QUERYADAPTERINFO {
  public var input: RawSpan {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pInputData, count: pInputData == nil ? 0 : Int(InputDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }

  public var output: MutableRawSpan {
    @inlinable @inline(__always) @_lifetime(&self) mutating get {
      let count = unsafe pOutputData == nil ? 0 : Int(OutputDataSize)
      let all = unsafe UnsafeMutableRawBufferPointer(start: pOutputData, count: count)
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}

extension DXGKARG_ESCAPE {
  /// What the user-mode driver wrote.
  public var data: RawSpan {
    @inlinable @inline(__always) @_lifetime(borrow self) get {
      let count = unsafe pPrivateDriverData == nil ? 0 : Int(PrivateDriverDataSize)
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: count)
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }

  /// The same, for the answer.
  public var mutableData: MutableRawSpan {
    @inlinable @inline(__always) @_lifetime(&self) mutating get {
      let count = unsafe pPrivateDriverData == nil ? 0 : Int(PrivateDriverDataSize)
      let all = unsafe UnsafeMutableRawBufferPointer(start: pPrivateDriverData, count: count)
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}

// MARK: - Plain data in private data

extension RawSpan {
  /// The struct of C at the beginning; nil when the bytes are too few. Any bits are a value of such a struct.
  @inlinable @inline(__always)
  public func record<Value: BitwiseCopyable>(as type: Value.Type) -> Value? {
    guard byteCount >= MemoryLayout<Value>.size else { return nil }
    // SAFETY: inside the span, as just checked; callers name structs of numbers only.
    return unsafe unsafeLoadUnaligned(fromByteOffset: 0, as: Value.self)
  }
}

extension MutableRawSpan {
  /// Writes a struct of C at `offset`, as much of it as there is room for and `limit` allows: an answer whose size the
  /// asker's version decides.
  @inlinable @inline(__always)
  public mutating func fill<Record>(with record: Record, at offset: Int = 0, upTo limit: Int = .max) {
    let count = Swift.min(MemoryLayout<Record>.size, limit, byteCount - offset)
    guard count > 0 else { return }
    unsafe Swift.withUnsafeBytes(of: record) { source in
      // SAFETY: `count` bytes are inside both, as just computed; callers name structs of numbers only.
      unsafe withUnsafeMutableBytes { target in
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset..<offset + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<count]))
      }
    }
  }
}

// MARK: - Segment descriptors

extension DXGK_QUERYSEGMENTOUT {
  /// Room for NbSegment descriptors; empty the first time.
  public var descriptors: MutableSpan<DXGK_SEGMENTDESCRIPTOR> {
    @_lifetime(&self) mutating get {
      let count = unsafe pSegmentDescriptor == nil ? 0 : Int(NbSegment)
      let all = unsafe UnsafeMutableBufferPointer(start: pSegmentDescriptor, count: count)
      return unsafe _overrideLifetime(all.mutableSpan, mutating: &self)
    }
  }
}

extension DXGK_QUERYSEGMENTOUT3 {
  /// Room for NbSegment descriptors; empty the first time.
  public var descriptors: MutableSpan<DXGK_SEGMENTDESCRIPTOR3> {
    @_lifetime(&self) mutating get {
      let count = unsafe pSegmentDescriptor == nil ? 0 : Int(NbSegment)
      let all = unsafe UnsafeMutableBufferPointer(start: pSegmentDescriptor, count: count)
      return unsafe _overrideLifetime(all.mutableSpan, mutating: &self)
    }
  }
}

extension DXGK_QUERYSEGMENTOUT4 {
  /// Room for NbSegment descriptors, SegmentDescriptorStride bytes apart (K-029); empty the first time.
  public var descriptorBytes: MutableRawSpan {
    @_lifetime(&self) mutating get {
      let count = unsafe pSegmentDescriptor == nil ? 0 : Int(NbSegment) * Int(SegmentDescriptorStride)
      let all = unsafe UnsafeMutableRawBufferPointer(start: pSegmentDescriptor, count: count)
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}

extension DXGKARG_SETALLOCATIONBACKINGSTORE {
  /// pBackingStore as a number; 0 for NULL.
  public var backingStore: UInt { unsafe UInt(bitPattern: pBackingStore) }
}

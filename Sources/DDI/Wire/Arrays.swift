package import CWDDM

// The arrays behind argument blocks, as spans: a driver or a wrapper in Swift reads and writes them without a pointer.
//
// SAFETY, for all of them: whoever fills a block promises as many elements as it counts, alive and in nobody else's hands
// while the call lasts; a span borrows the block, so it cannot outlive it. NULL with a count of 0 is an empty span.
// Bind what may be written with `var`: a `let` of a MutableSpan costs a heap box.

extension DXGKARG_CREATEALLOCATION {
  package var infos: Span<DXGK_ALLOCATIONINFO> {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pAllocationInfo, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }

  package var mutableInfos: MutableSpan<DXGK_ALLOCATIONINFO> {
    @inline(__always) @_lifetime(&self) mutating get {
      let all = unsafe UnsafeMutableBufferPointer(start: pAllocationInfo, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.mutableSpan, mutating: &self)
    }
  }

  /// The resource's private data; a driver may only read it.
  package var privateData: RawSpan {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }
}

extension DXGK_ALLOCATIONINFO {
  package var privateData: RawSpan {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }
}

extension DXGKARG_OPENALLOCATION {
  package var infos: Span<DXGK_OPENALLOCATIONINFO> {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pOpenAllocation, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }

  package var mutableInfos: MutableSpan<DXGK_OPENALLOCATIONINFO> {
    @inline(__always) @_lifetime(&self) mutating get {
      let all = unsafe UnsafeMutableBufferPointer(start: pOpenAllocation, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.mutableSpan, mutating: &self)
    }
  }

  /// The resource's private data; never writable here (K-177).
  package var privateData: RawSpan {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }
}

extension DXGK_OPENALLOCATIONINFO {
  package var privateData: RawSpan {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }

  /// The allocation's private data; a driver may write it when the block's Flags.Create is set, and only then (K-174).
  package var mutablePrivateData: MutableRawSpan {
    @inline(__always) @_lifetime(&self) mutating get {
      let all = unsafe UnsafeMutableRawBufferPointer(start: pPrivateDriverData, count: Int(PrivateDriverDataSize))
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}

extension DXGKARG_CLOSEALLOCATION {
  package var openHandles: Span<HANDLE?> {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pOpenHandleList, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }
}

extension DXGKARG_DESTROYALLOCATION {
  package var allocations: Span<HANDLE?> {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeBufferPointer(start: pAllocationList, count: Int(NumAllocations))
      return unsafe _overrideLifetime(all.span, borrowing: self)
    }
  }
}

extension DXGKARG_QUERYADAPTERINFO {
  package var input: RawSpan {
    @inline(__always) @_lifetime(borrow self) get {
      let all = unsafe UnsafeRawBufferPointer(start: pInputData, count: pInputData == nil ? 0 : Int(InputDataSize))
      return unsafe _overrideLifetime(all.bytes, borrowing: self)
    }
  }

  package var output: MutableRawSpan {
    @inline(__always) @_lifetime(&self) mutating get {
      let count = unsafe pOutputData == nil ? 0 : Int(OutputDataSize)
      let all = unsafe UnsafeMutableRawBufferPointer(start: pOutputData, count: count)
      return unsafe _overrideLifetime(all.mutableBytes, mutating: &self)
    }
  }
}

// What a D3DKMT handle can name. The codes are those that Microsoft's guest driver uses (W-013).

extension ObjectKind where Value == AdapterReference { static var adapter: Self { Self(code: 1) } }
extension ObjectKind where Value == Device { static var device: Self { Self(code: 3) } }
extension ObjectKind where Value == Resource { static var resource: Self { Self(code: 4) } }
extension ObjectKind where Value == Opening { static var allocation: Self { Self(code: 5) } }
extension ObjectKind where Value == SynchronizationObjectReference { static var syncObject: Self { Self(code: 8) } }
extension ObjectKind where Value == KeyedMutexReference { static var keyedMutex: Self { Self(code: 9) } }

// In the kernel's own table of global handles (W-006).
extension ObjectKind where Value == GlobalShare { static var globalShare: Self { Self(code: 2) } }

/// Where a member of the caller's argument block is.
@inline(__always)
func slot<Block, Member>(
  _ arguments: UnsafeMutablePointer<Block>?, _ member: KeyPath<Block, Member>
) -> UnsafeMutableRawPointer? {
  guard let offset = MemoryLayout<Block>.offset(of: member) else { preconditionFailure("a member in a union") }
  return unsafe UnsafeMutableRawPointer(arguments).map { unsafe $0 + offset }
}

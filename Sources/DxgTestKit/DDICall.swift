package import DDI
package import WDDM

/// One call of a DDI, as a ``ScriptedMiniport`` saw it.
package struct DDICall: Hashable, Sendable, CustomStringConvertible {
  package let function: DriverFunction
  package let status: NTStatus
  /// The driver's handles that the call was about: made by a creation that succeeded, named by everything else.
  package let handles: [UInt]
  /// hResource as the driver was given it.
  package let resource: UInt
  /// Flags.Resource of a creation, Flags.Create of an opening, Flags.DestroyResource of a destruction.
  package let flag: Bool

  package init(
    _ function: DriverFunction, _ status: NTStatus, handles: [UInt] = [], resource: UInt = 0, flag: Bool = false
  ) {
    self.function = function
    self.status = status
    self.handles = handles
    self.resource = resource
    self.flag = flag
  }

  package var description: String {
    let names = handles.map { hex(UInt64($0)) }.joined(separator: ",")
    return "\(function)(\(names)\(resource == 0 ? "" : " of " + hex(UInt64(resource)))\(flag ? " flag" : "")) \(status)"
  }
}

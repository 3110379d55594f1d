/// A file of a set of results.
public struct ResultFile: Sendable {
  /// Its name in the folder of the results.
  public let name: String
  /// Its content; nil where it lies in the folder in which the set is put together, and nowhere in memory.
  public let bytes: [UInt8]?

  init(_ name: String, _ bytes: [UInt8]?) { (self.name, self.bytes) = (name, bytes) }
}

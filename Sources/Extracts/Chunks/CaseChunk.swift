/// A part of a table that holds whole cases, between rows without a fault.
public struct CaseChunk: Sendable {
  public let bytes: [UInt8]
  /// The line on which it begins, from 1.
  public let line: Int

  public init(bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
  }
}

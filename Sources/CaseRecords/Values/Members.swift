/// A set of words, all of it or what is known of it.
public struct Members<Word: ProcedureWord>: AttributeValue, Hashable, ExpressibleByArrayLiteral {
  public let written: WrittenValue

  private init(_ written: WrittenValue) { self.written = written }

  /// These and no others.
  public init(_ members: [Word]) { written = .list(members.map(\.rawValue)) }

  /// These and no others.
  public init(arrayLiteral members: Word...) { self.init(members) }

  /// Some that belong to it and some that do not.
  ///
  /// **Unknown**: whether any other word belongs to it is not recorded.
  public static func known(some: [Word] = [], not: [Word] = []) -> Members {
    Members(.part(some: some.map(\.rawValue), not: not.map(\.rawValue)))
  }
}

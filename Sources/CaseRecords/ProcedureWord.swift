/// A word of a closed list: a role, the name of an event, or a value of an attribute.
///
/// The raw value is the word as the files write it.
public protocol ProcedureWord: RawRepresentable<String>, CaseIterable, Hashable, AttributeValue {}

extension ProcedureWord {
  public var written: WrittenValue { .word(rawValue) }
}

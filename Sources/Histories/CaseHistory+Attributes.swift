public import Conditions

extension CaseHistory {
  /// What an entry states, for all its children, as it stands in the file.
  public func attributes(of entry: HistoryEvent) -> ArraySlice<AttributeEntry> {
    attributes[Int(entry.firstAttribute)..<Int(entry.firstAttribute + entry.attributeCount)]
  }

  /// What the entry of a number states of an attribute for a child; `nil` where it states nothing.
  ///
  /// - Complexity: O(n) in what the entry states.
  public func value(of attribute: AttributeIndex, at event: Int, child: Int) -> Value? {
    attributes(of: events[event]).first { $0.attribute == attribute && $0.children & (1 << UInt64(child)) != 0 }?.value
  }
}

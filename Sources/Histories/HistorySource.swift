/// The publication that a history was taken from.
public struct HistorySource: Hashable, Sendable {
  public let title: String
  public let publisher: String?
  /// When it was published, as written: `2024-02`.
  public let dated: String?

  public init(title: String, publisher: String?, dated: String?) {
    self.title = title
    self.publisher = publisher
    self.dated = dated
  }
}

/// What the vocabulary of a procedure says that an extract cannot say itself.
public struct ExtractVocabulary: Sendable {
  public let events: Set<String>
  /// The attributes that hold several words, by `event.attribute`.
  public let sets: Set<String>
  public let attributes: Set<String>

  /// - Parameter sets: the attributes that hold several words, by `event.attribute`.
  public init(events: Set<String>, sets: Set<String>, attributes: Set<String>) {
    self.events = events
    self.sets = sets
    self.attributes = attributes
  }
}

import Conditions
import Diagnostics
import Procedures

/// The closed lists of words in a vocabulary, each once, with the types that hold them.
///
/// Where an attribute has the same words in every event, the type is named after it; otherwise after the first event
/// that has those words, and the other events that have them give it further names.
struct WordLists {
  struct List {
    let attribute: String
    let words: [String]
    let type: String
    /// What the words are of, in one line.
    let says: String
    let place: Place
    fileprivate(set) var otherTypes: [(type: String, place: Place)] = []
  }

  private struct Key: Hashable {
    let attribute: String
    let words: [String]
  }

  /// In the order of the vocabulary.
  private(set) var all: [List] = []
  private var places: [Key: Int] = [:]

  init(_ vocabulary: Vocabulary) {
    let found = vocabulary.events.flatMap { event in
      event.attributes.compactMap { attribute in
        WordLists.words(of: attribute, vocabulary).map { (event, attribute.name, $0) }
      }
    }
    var lists: [String: Set<[String]>] = [:]
    for (_, attribute, words) in found { lists[attribute, default: []].insert(words) }
    for (event, attribute, words) in found {
      let isOnly = lists[attribute]?.count == 1
      add(Key(attribute: attribute, words: words), of: event, isOnly: isOnly)
    }
  }

  private mutating func add(_ key: Key, of event: Vocabulary.Event, isOnly: Bool) {
    let type = isOnly ? SwiftName.upper(key.attribute) : SwiftName.upper("\(event.name)_\(key.attribute)")
    if let place = places[key] {
      if !isOnly { all[place].otherTypes.append((type, event.place)) }
      return
    }
    places[key] = all.count
    let attribute = key.attribute.split(separator: "_").joined(separator: " ")
    all.append(
      List(
        attribute: key.attribute, words: key.words, type: type,
        says: isOnly ? "\"\(attribute)\" of any event." : "\"\(attribute)\" of \"\(event.title)\".", place: event.place))
  }

  /// The type of an attribute's words; `nil` where they are roles or none.
  func type(of attribute: ConditionScope.Attribute, _ vocabulary: Vocabulary) -> String? {
    guard let words = WordLists.words(of: attribute, vocabulary) else { return nil }
    return places[Key(attribute: attribute.name, words: words)].map { all[$0].type }
  }

  private static func words(of attribute: ConditionScope.Attribute, _ vocabulary: Vocabulary) -> [String]? {
    switch attribute.type {
    case .choice(let choice), .set(let choice): choice == vocabulary.roleChoice ? nil : choice.members
    default: nil
    }
  }
}

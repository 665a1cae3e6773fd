import CivilTime
import Diagnostics
import Histories
public import Procedures

/// Something that a case still says once its names are gone, and by which someone who knows the family might know it again.
///
/// What comes several times in a case counts as the set of what comes, in no order.
public enum QuasiIdentifier: Hashable, Sendable {
  /// How many children there are.
  case children
  /// Of each child, the whole years at its first event, the youngest first.
  case ages
  /// Of each child, the month in which it was born after the move, the earliest first.
  case births
  /// The values of an attribute, whichever event states them.
  case attribute(String)
  /// Whether an event happened.
  case event(String)

  /// The word by which it is asked for.
  public var name: String {
    switch self {
    case .children: "children"
    case .ages: "ages"
    case .births: "births"
    case .attribute(let name), .event(let name): name
    }
  }

  /// What a word asks for; `nil` where the procedure has no attribute and no event of that name.
  public init?(_ word: String, in vocabulary: Vocabulary) {
    switch word {
    case "children": self = .children
    case "ages": self = .ages
    case "births": self = .births
    default:
      if vocabulary.attributeNames.contains(word) {
        self = .attribute(word)
      } else if vocabulary.event(named: word) != nil {
        self = .event(word)
      } else {
        return nil
      }
    }
  }

  /// Those that are counted where nothing else is asked for: of the family, and of what was done with the child, what others
  /// than professionals come to know.
  ///
  /// Words that the procedure does not have are left out.
  public static func usual(in vocabulary: Vocabulary) -> [QuasiIdentifier] {
    ["children", "ages", "category", "lives_with", "arrangement", "distance", "child_died"].compactMap {
      QuasiIdentifier($0, in: vocabulary)
    }
  }

  /// All words that may be asked for.
  public static func words(in vocabulary: Vocabulary) -> [String] {
    ["children", "ages", "births"] + vocabulary.attributeNames + vocabulary.events.map(\.name)
  }
}

extension QuasiIdentifier {
  /// What an anonymous case says of it, in words.
  func value(in anonymous: AnonymousCase) -> String {
    let history = anonymous.history
    switch self {
    case .children: return "\(history.children.count)"
    case .ages:
      return history.children.indices.map { history.age(of: $0) }.sorted(by: QuasiIdentifier.isBefore).joined(separator: " ")
    case .births:
      return history.children.map { child in
        child.born.map { String(history.times.nominal[$0].description.prefix(7)) } ?? "unknown"
      }.sorted().joined(separator: " ")
    case .attribute(let name): return anonymous.tree.values(of: name).sorted().joined(separator: " ")
    case .event(let name):
      let happened = anonymous.tree["events"]?.list?.contains { $0["event"]?.scalar == name && $0["done"] == nil } ?? false
      return happened ? "yes" : "no"
    }
  }

  /// Numbers by their size, before words.
  private static func isBefore(_ a: String, _ b: String) -> Bool {
    (Int(a) ?? .max, a) < (Int(b) ?? .max, b)
  }
}

extension CaseHistory {
  /// The whole years of a child at its first event.
  fileprivate func age(of child: Int) -> String {
    guard let born = children[child].born else { return "unknown" }
    let own = events.filter { $0.wasDone && $0.children & (1 << UInt64(child)) != 0 }
    guard let first = own.map({ times.nominal[$0.time] }).min() else { return "unknown" }
    let birth = times.nominal[born]
    guard birth <= first else { return "unborn" }
    let years = first.year - birth.year
    return "\(birth.adding(years: years) <= first ? years : years - 1)"
  }
}

extension PlacedNode {
  /// The different values that events state of an attribute, for all or for some of their children.
  fileprivate func values(of attribute: String) -> Set<String> {
    var values: Set<String> = []
    for event in self["events"]?.list ?? [] {
      let stated = [event[attribute]] + (event["for"]?.entries ?? []).map { $0.value[attribute] }
      for node in stated.compactMap(\.self) { values.insert(node.inWords) }
    }
    return values
  }

  private var inWords: String {
    switch content {
    case .scalar(let text, _): text
    case .list(let items): items.map(\.inWords).sorted().joined(separator: "+")
    case .entries(let entries): entries.map { "\($0.key)=\($0.value.inWords)" }.joined(separator: ",")
    case .nothing: ""
    }
  }
}

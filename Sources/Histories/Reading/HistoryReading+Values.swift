import CivilTime
import Conditions
import Diagnostics
import Procedures

extension HistoryReading {
  mutating func scalar(_ node: PlacedNode, _ attribute: String, _ expected: ExpectedValue) -> String? {
    if let text = node.scalar { return text }
    report(ValueProblem.wrongValue(attribute: attribute, expected), at: node.place)
    return nil
  }

  mutating func truth(_ node: PlacedNode, _ attribute: String) -> Bool? {
    switch node.scalar {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(ValueProblem.wrongValue(attribute: attribute, .truth), at: node.place)
      return nil
    }
  }

  mutating func number(_ node: PlacedNode, _ attribute: String) -> NumberRange? {
    guard let text = scalar(node, attribute, .number) else { return nil }
    guard let range = SoftNumber.read(text) else {
      report(ValueProblem.wrongValue(attribute: attribute, .number), at: node.place)
      return nil
    }
    if let least = range.least, let most = range.most, least > most {
      report(TimeProblem.when(.emptyRange, key: attribute), at: node.place)
      return nil
    }
    return range
  }

  mutating func duration(_ node: PlacedNode, _ attribute: String) -> DurationRange? {
    guard let text = scalar(node, attribute, .duration) else { return nil }
    do {
      if let length = try WhenStatement.readLength(text) { return length.range }
      report(ValueProblem.wrongValue(attribute: attribute, .duration), at: node.place)
    } catch {
      report(TimeProblem.when(error, key: attribute), at: node.place)
    }
    return nil
  }

  /// A date as in `when`; one that hangs on events becomes a time point, so that it moves with them.
  mutating func date(_ node: PlacedNode, _ attribute: String, ofEvent event: Int) -> AttributeDraft.Content? {
    let nodes = node.list ?? [node]
    guard !nodes.isEmpty, nodes.allSatisfy({ isDate($0) }) else {
      report(ValueProblem.wrongValue(attribute: attribute, .date), at: node.place)
      return nil
    }
    guard let written = times(of: node, key: attribute) else { return nil }
    if written.count == 1, let only = written.first {
      switch only.form {
      case .within(let span): return .value(.date(DateValue(earliest: span.earliest, latest: span.latest)))
      case .near(.point(let point), days: 0): return .point(point)
      case .between, .near, .apart, .bounded: break
      }
    }
    let point = times.addPoint()
    for time in written {
      times.claim(point, .day(time.form), from: .attribute(event, name: attribute, text: time.text, time.place))
    }
    return .point(point)
  }

  /// Whether a text has the form of a date without a time of day, if perhaps of one that does not exist.
  private func isDate(_ node: PlacedNode) -> Bool {
    guard let text = node.scalar else { return false }
    do {
      return try WhenStatement.read(text).time == nil
    } catch {
      if case .notUnderstood = error { return false }
      return true
    }
  }

  mutating func word(_ node: PlacedNode, _ attribute: String, _ choice: ChoiceType) -> Int? {
    guard let word = scalar(node, attribute, .word) else { return nil }
    if let index = choice.index(of: word) { return index }
    let nearest = Suggestion.nearest(to: word, among: choice.members)
    if choice == procedure.vocabulary.roleChoice {
      report(NameProblem.unknownRole(attribute: attribute, known: choice.members, nearest: nearest), at: node.place)
    } else {
      report(ValueProblem.unknownWord(attribute: attribute, known: choice.members, nearest: nearest), at: node.place)
    }
    return nil
  }

  /// A whole set as a list, or what is known of it as `{some: [...], not: [...]}`.
  mutating func set(_ node: PlacedNode, _ attribute: String, _ choice: ChoiceType) -> PartialSet? {
    if let items = node.list { return members(items, attribute, choice).map { PartialSet(whole: $0) } }
    guard let entries = node.entries, !entries.isEmpty else {
      report(ValueProblem.wrongValue(attribute: attribute, .words), at: node.place)
      return nil
    }
    checkKeys(of: entries, known: ["some", "not"])
    let inside = node["some"].map { partOfSet($0, attribute, choice) } ?? 0
    let outside = node["not"].map { partOfSet($0, attribute, choice) } ?? 0
    guard let inside, let outside else { return nil }
    let both = inside & outside
    guard both == 0 else {
      let member = choice.members[min(both.trailingZeroBitCount, choice.members.count - 1)]
      report(ValueProblem.inAndOut(attribute: attribute, word: member), at: node.place)
      return nil
    }
    return PartialSet(inside: inside, outside: outside)
  }

  private mutating func partOfSet(_ node: PlacedNode, _ attribute: String, _ choice: ChoiceType) -> UInt128? {
    if let items = node.list { return members(items, attribute, choice) }
    report(ValueProblem.wrongValue(attribute: attribute, .words), at: node.place)
    return nil
  }

  private mutating func members(_ items: [PlacedNode], _ attribute: String, _ choice: ChoiceType) -> UInt128? {
    let words = items.map { word($0, attribute, choice) }
    guard !words.contains(nil) else { return nil }
    return words.reduce(0) { bits, word in bits | (word.map { UInt128(1) << UInt128($0) } ?? 0) }
  }
}

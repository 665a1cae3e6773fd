import Diagnostics

/// Cases in Plumbline's own bulk form: a row or line for each event, of which the columns are named as the keys of a history.
///
/// The columns are `case`, `event` and `when`, and where there is something to say `child`, `time`, `done`, `until`, `id`,
/// `cite`, and of the case or child `born`, `known`, `judged_until`, `observed_until`, `complete_for`, `complete_from` and `complete_until`. Every other column is an attribute by its name.
public enum PlainCases {
  /// The columns that every file of the form has.
  public static let needed = ["case", "event", "when"]
  static let ofEvents = ["child", "time", "done", "until", "id", "cite"]
  static let ofChildren = ["born", "known", "judged_until"]
  static let ofCases = ["observed_until", "complete_for", "complete_from", "complete_until"]
  public static let columns = needed + ofEvents + ofChildren + ofCases

  /// A case of which some records, by number, are left out.
  public static func assemble(
    _ extracted: ExtractedCase, _ vocabulary: ExtractVocabulary, without lost: Set<Int> = []
  ) -> AssembledCase {
    var assembly = PlainAssembly(extracted, vocabulary)
    for (number, record) in extracted.records.enumerated() where !lost.contains(number) { assembly.add(record, number) }
    return assembly.finished(isWhole: lost.isEmpty && !extracted.isDamaged)
  }
}

private struct PlainAssembly {
  private let vocabulary: ExtractVocabulary
  private var draft: CaseDraft
  private var head: [String: PlacedNode] = [:]

  init(_ extracted: ExtractedCase, _ vocabulary: ExtractVocabulary) {
    self.vocabulary = vocabulary
    draft = CaseDraft(key: extracted.key)
  }

  mutating func add(_ record: ExtractRecord, _ number: Int) {
    for field in record.fields { draft.note(field.place, of: number) }
    let names = children(record)
    for name in names { draft.addChild(name) }
    for column in PlainCases.ofChildren {
      guard let field = record.field(column) else { continue }
      let key = column == "judged_until" ? "until" : column
      for name in names.isEmpty ? draft.childNames.nilIfEmpty ?? ["child"] : names {
        draft.addFact(key, of: name, statement(field))
      }
    }
    for column in PlainCases.ofCases where head[column] == nil {
      head[column] = record.field(column).map { column == "complete_for" ? events($0) : scalar($0) }
    }
    if record.field("event") != nil || record.field("when") != nil { addEvent(record, number, names) }
  }

  private mutating func addEvent(_ record: ExtractRecord, _ number: Int, _ names: [String]) {
    var entries: [PlacedNode.Entry] = []
    func add(_ key: String, _ node: PlacedNode) { entries.append(.init(key: key, keyPlace: node.place, value: node)) }
    guard let event = record.field("event") else {
      return draft.tell(
        .extractEventUnknown, "The row names no event.", at: record.place,
        mend: "Write the event in the column `event`, by its name in the vocabulary.")
    }
    guard vocabulary.events.contains(event.text) else {
      return draft.tell(
        .extractEventUnknown, "This is no event of the procedure.", at: event.place,
        mend: Suggestion.nearest(to: event.text, among: vocabulary.events.sorted()).map { "Did you mean `\($0)`?" }
          ?? "Write one by its name in the vocabulary; an extract with words of its own needs a mapping.")
    }
    add("event", scalar(event))
    if let child = record.field("child") { add("for", forNode(child, names)) }
    let isDone = record.field("done") == nil
    if let when = record.field("when") {
      add(!isDone && record.field("until") != nil ? "from" : "when", statement(when))
    }
    for column in ["time", "done", "until", "cite"] {
      if let field = record.field(column) { add(column, scalar(field)) }
    }
    for field in record.fields where !field.text.isEmpty && !PlainCases.columns.contains(field.name) {
      let isSet = vocabulary.sets.contains("\(event.text).\(field.name)")
      add(field.name, isSet ? words(field) : scalar(field))
    }
    let day = record.field("when").flatMap { DateForm.yearMonthDay.day(Substring($0.text)) }
    draft.events.append(
      CaseDraft.Event(
        entries: entries, place: record.place, record: number, identifier: record.field("id").map(scalar), day: day?.day,
        rank: 0))
  }

  // MARK: - Fields

  private func children(_ record: ExtractRecord) -> [String] {
    guard let field = record.field("child"), field.text != "world" else { return [] }
    return field.text.split(separator: " ").map { SafeName.of(String($0)) }
  }

  private func forNode(_ field: ExtractField, _ names: [String]) -> PlacedNode {
    guard field.text != "world" else { return scalar(field) }
    return PlacedNode(.list(names.map { PlacedNode(.scalar($0, quoted: false), at: field.place) }), at: field.place)
  }

  private func scalar(_ field: ExtractField) -> PlacedNode { PlacedNode(.scalar(field.text, quoted: false), at: field.place) }

  /// Words that blanks part.
  private func words(_ field: ExtractField) -> PlacedNode {
    let parts = field.text.split(separator: " ").map { PlacedNode(.scalar(String($0), quoted: false), at: field.place) }
    return PlacedNode(.list(parts), at: field.place)
  }

  private func events(_ field: ExtractField) -> PlacedNode { field.text == "everything" ? scalar(field) : words(field) }

  /// A statement of time, or several of which all hold, parted by semicolons.
  private func statement(_ field: ExtractField) -> PlacedNode {
    let parts = field.text.split(separator: ";").map { $0.drop { $0 == " " } }
    guard parts.count > 1 else { return scalar(field) }
    return PlacedNode(
      .list(parts.map { PlacedNode(.scalar(String($0), quoted: false), at: field.place) }), at: field.place)
  }

  mutating func finished(isWhole: Bool) -> AssembledCase {
    draft.addHead("observed until", head["observed_until"])
    if isWhole { draft.addHead("complete for", head["complete_for"].map(completeness)) }
    return draft.assembled()
  }

  /// What is complete: all the time, or the events of a list from one day until another.
  private func completeness(_ events: PlacedNode) -> PlacedNode {
    let ends = [("from", head["complete_from"]), ("until", head["complete_until"])].compactMap { key, node in
      node.map { PlacedNode.Entry(key: key, keyPlace: $0.place, value: $0) }
    }
    guard !ends.isEmpty else { return events }
    let named = PlacedNode.Entry(key: "event", keyPlace: events.place, value: events)
    return PlacedNode(.list([PlacedNode(.entries([named] + ends), at: events.place)]), at: events.place)
  }
}

extension Array {
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}

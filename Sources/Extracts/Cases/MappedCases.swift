import Diagnostics

/// Cases as a mapping reads them out of the records of an extract.
public enum MappedCases {
  /// A case of which some records, by number in the order of the file, are left out.
  public static func assemble(
    _ extracted: ExtractedCase, by mapping: Mapping, _ vocabulary: ExtractVocabulary, without lost: Set<Int> = []
  ) -> AssembledCase {
    var assembly = MappedAssembly(extracted, mapping, vocabulary, lost)
    return assembly.assembled()
  }
}

private struct MappedAssembly {
  private let extracted: ExtractedCase
  private let mapping: Mapping
  private let vocabulary: ExtractVocabulary
  private let lost: Set<Int>
  private var draft: CaseDraft
  private var next = 0
  private var observedUntil: PlacedNode?

  init(_ extracted: ExtractedCase, _ mapping: Mapping, _ vocabulary: ExtractVocabulary, _ lost: Set<Int>) {
    self.extracted = extracted
    self.mapping = mapping
    self.vocabulary = vocabulary
    self.lost = lost
    draft = CaseDraft(key: extracted.key)
  }

  mutating func assembled() -> AssembledCase {
    let around = [extracted.document].compactMap(\.self)
    let head = Array(extracted.records.prefix(1)) + around
    observedUntil = mapping.observedUntil.flatMap { lastObserved($0, in: head) }
    for record in extracted.records {
      visit(record, path: record.name == mapping.casePath.last ? [] : [record.name], inside: around)
    }
    draft.addHead("procedure", mapping.procedure)
    draft.addHead("profile", mapping.profile)
    if lost.isEmpty, !extracted.isDamaged {
      draft.addHead("complete for", mapping.completeFor.map { completeness($0, in: head) })
    }
    draft.addHead("observed until", observedUntil)
    return draft.assembled()
  }

  /// The last observed day: what a field says, or the day that the mapping states.
  private mutating func lastObserved(_ choice: FieldChoice, in scope: [ExtractRecord]) -> PlacedNode? {
    if let field = find(choice, in: scope) {
      return day(field).map { PlacedNode(.scalar($0.day, quoted: false), at: field.place) }
    }
    guard let stated = choice.names.first, DateForm.yearMonthDay.day(stated[...]) != nil else { return nil }
    return PlacedNode(.scalar(stated, quoted: false), at: choice.place)
  }

  /// What is complete, with the day that a field says in place of its name.
  private mutating func completeness(_ node: PlacedNode, in scope: [ExtractRecord]) -> PlacedNode {
    guard let items = node.list else { return node }
    return PlacedNode(
      .list(
        items.map { item in
          guard let entries = item.entries else { return item }
          return PlacedNode(
            .entries(
              entries.map { entry in
                guard entry.key == "from" || entry.key == "until" else { return entry }
                return PlacedNode.Entry(key: entry.key, keyPlace: entry.keyPlace, value: dated(entry.value, in: scope))
              }), at: item.place)
        }), at: node.place)
  }

  private mutating func dated(_ node: PlacedNode, in scope: [ExtractRecord]) -> PlacedNode {
    guard let text = node.scalar else { return node }
    let words = text.split(separator: " ").map { word -> String in
      let field = find(FieldChoice(names: [String(word)], place: node.place), in: scope)
      return field.flatMap { day($0)?.day } ?? String(word)
    }
    return PlacedNode(.scalar(words.joined(separator: " "), quoted: false), at: node.place)
  }

  // MARK: - Records

  /// Takes what a record says and what the records within it say, each looked up within what stands about it.
  private mutating func visit(_ record: ExtractRecord, path: [String], inside around: [ExtractRecord]) {
    let number = next
    next += 1
    guard !lost.contains(number) else {
      next += record.countWithin
      return
    }
    for field in record.fields { draft.note(field.place, of: number) }
    let scope = [record] + around
    let child = mapping.child.map { find($0, in: scope).map { SafeName.of($0.text) } ?? "child" } ?? "child"
    addFacts(of: child, from: scope)
    for (rank, kind) in ranked
    where kind.record.paths.contains(path) || (kind.record.paths.contains([]) && isWhole(path)) {
      add(kind.event, rank: rank, from: scope, of: child, record: record, number)
    }
    for inner in record.records { visit(inner, path: path + [inner.name], inside: scope) }
  }

  /// Whether a record is the case itself, or any row.
  private func isWhole(_ path: [String]) -> Bool {
    path.isEmpty || (path.count == 1 && mapping.tables.isEmpty && mapping.casePath.isEmpty)
  }

  /// The events in the order of the mapping, which is their order within a day.
  private var ranked: [(rank: Int, kind: (record: RecordMapping, event: EventMapping))] {
    mapping.records.flatMap { record in record.events.map { (record, $0) } }.enumerated().map { ($0, $1) }
  }

  private mutating func addFacts(of child: String, from scope: [ExtractRecord]) {
    for (key, choice) in [("born", mapping.born), ("known", mapping.known), ("until", mapping.until)] {
      guard let choice, let field = find(choice, in: scope), let day = day(field) else { continue }
      draft.addFact(key, of: child, PlacedNode(.scalar(day.day, quoted: false), at: field.place))
    }
  }

  private mutating func add(
    _ event: EventMapping, rank: Int, from scope: [ExtractRecord], of child: String, record: ExtractRecord, _ number: Int
  ) {
    // A day counts where the record itself says it: what stands about it tells of something else.
    for when in days(event.when, of: record) { add(event, on: when, rank: rank, from: scope, of: child, record: record, number) }
  }

  private mutating func add(
    _ event: EventMapping, on when: ExtractField, rank: Int, from scope: [ExtractRecord], of child: String,
    record: ExtractRecord, _ number: Int
  ) {
    guard event.conditions.allSatisfy({ holds($0, in: scope) }), let name = value(event.event, in: scope, "the event")
    else { return }
    guard let named = name.scalar, vocabulary.events.contains(named) else {
      return draft.tell(
        .extractEventUnknown, "This is no event of the procedure.", at: name.place,
        mend: "Write the event by its name in the vocabulary, or give the word one in `words` of the mapping.")
    }
    guard let day = day(when) else { return }
    if let last = observedUntil?.scalar, day.day > last {
      return draft.tell(
        .eventAfterObservation, "This day is later than the last observed day of the extract, \(last).", at: when.place,
        mend: "Correct the record; what is planned and has not happened is no event.")
    }
    var entries: [PlacedNode.Entry] = []
    func add(_ key: String, _ node: PlacedNode) { entries.append(.init(key: key, keyPlace: node.place, value: node)) }
    add("event", name)
    draft.addChild(child)
    if mapping.child != nil {
      add("for", PlacedNode(.list([PlacedNode(.scalar(child, quoted: false), at: record.place)]), at: record.place))
    }
    add("when", PlacedNode(.scalar(day.day, quoted: false), at: when.place))
    if let time = day.time, time != "00:00" { add("time", PlacedNode(.scalar(time, quoted: true), at: when.place)) }
    if let done = event.done.flatMap({ value($0, in: scope, "`done`") }), done.scalar != "yes" { add("done", done) }
    for attribute in event.attributes {
      guard let node = value(attribute.value, in: scope, "`\(attribute.name)`") else { continue }
      add(attribute.name, vocabulary.sets.contains("\(named).\(attribute.name)") && node.list == nil ? asList(node) : node)
    }
    if let cite = event.cite { add("cite", cite) }
    draft.events.append(
      CaseDraft.Event(entries: entries, place: when.place, record: number, identifier: nil, day: day.day, rank: rank))
  }

  // MARK: - Fields

  private func find(_ choice: FieldChoice, in scope: [ExtractRecord]) -> ExtractField? {
    for name in choice.names {
      for record in scope {
        if let field = record.field(name) ?? record.field(atPath: name.split(separator: "/")) { return field }
      }
    }
    return nil
  }

  /// All that a record says under the first name under which it says anything.
  private func days(_ choice: FieldChoice, of record: ExtractRecord) -> [ExtractField] {
    for name in choice.names {
      let said = record.fields.filter { $0.name == name && !$0.text.isEmpty }
      if !said.isEmpty { return said }
      if let within = record.field(atPath: name.split(separator: "/")) { return [within] }
    }
    return []
  }

  private func holds(_ condition: FieldCondition, in scope: [ExtractRecord]) -> Bool {
    let field = find(condition.field, in: scope)
    switch condition.demand {
    case .anything: return field != nil
    case .nothing: return field == nil
    case .oneOf(let texts): return field.map { ListedWord.isAny(of: texts, $0.text) } ?? false
    }
  }

  private mutating func day(_ field: ExtractField) -> WrittenDay? {
    let text = field.text.blanksTrimmed[...]
    for form in mapping.dates {
      if let day = form.day(text) { return day }
    }
    let forms = mapping.dates.map(\.rawValue).joined(separator: " or ")
    draft.tell(
      .extractDateUnclear, "This is not a day of the calendar, written as \(forms).", at: field.place,
      mend: "Mend the record, or name the form in `dates` of the mapping.")
    return nil
  }

  /// A stated value, or what a field says, through the list of words where there is one.
  private mutating func value(_ mapping: ValueMapping, in scope: [ExtractRecord], _ what: String) -> PlacedNode? {
    switch mapping {
    case .stated(let node): return node
    case .taken(let choice, let words):
      guard let field = find(choice, in: scope) else { return nil }
      guard let words else { return PlacedNode(.scalar(field.text, quoted: false), at: field.place) }
      guard let meant = ListedWord.meaning(of: field.text, in: words) else {
        draft.tell(
          .extractWordUnknown, "The mapping does not say what this word means for \(what).", at: field.place,
          mend: "Add it to `words` of the mapping, with what it means, or `\(ValueMapping.unknown)` where it says nothing.")
        return nil
      }
      guard meant.scalar != ValueMapping.unknown else { return nil }
      return PlacedNode(meant.content, at: field.place)
    }
  }

  private func asList(_ node: PlacedNode) -> PlacedNode { PlacedNode(.list([node]), at: node.place) }
}

extension ExtractRecord {
  /// How many records stand within it, at any depth.
  fileprivate var countWithin: Int { records.reduce(0) { $0 + 1 + $1.countWithin } }
}

public import Diagnostics

/// What of an extract a mapping reads, and what a mapping asks for that the extract does not have.
public struct MappingUse {
  /// A field of the extract.
  public struct Field: Sendable {
    /// The names of the records about it, from the case or the document down, and its own, parted by `/`.
    public let path: String
    /// How many records say something there.
    public let count: Int
  }

  /// Something that the mapping looks up.
  public struct Asked: Sendable {
    public let names: [String]
    public let place: Place
    /// A field nobody asks for that it may have meant.
    public let nearest: String?
  }

  /// A word of a field that has `words` in the mapping.
  public struct Word: Sendable {
    public let path: String
    public let text: String
    public let count: Int
    /// Whether the mapping has it, as one that says nothing.
    public let isMapped: Bool
  }

  /// So many different words of a field are told apart.
  private static let mostWords = 1000

  /// One lookup: in the records of which paths, and under which names.
  private struct Lookup {
    let choice: FieldChoice
    /// `nil` for what is looked up in and about every record.
    let records: [[String]]?
    var words: [String: PlacedNode]?
  }

  /// What is known of a field by its path.
  private struct Seen {
    var count = 0
    /// By number, the lookups that find it.
    let lookups: [Int]
    let hasWords: Bool
    var words: [String: Int] = [:]
  }

  private let mapping: Mapping
  private let lookups: [Lookup]
  /// Names that stand within a statement about what is complete.
  private let namesOfCompleteness: Set<String>
  private var seen: [String: Seen] = [:]
  private var found: Set<Int> = []
  public private(set) var caseCount = 0
  public private(set) var recordCount = 0

  public init(of mapping: Mapping) {
    self.mapping = mapping
    // In a set of tables the case stands in every record.
    var lookups = [Lookup(choice: mapping.caseField, records: mapping.tables.isEmpty ? [[]] : nil)]
    for choice in [mapping.child, mapping.born, mapping.known, mapping.until] {
      if let choice { lookups.append(Lookup(choice: choice, records: nil)) }
    }
    if let choice = mapping.observedUntil, DateForm.yearMonthDay.day((choice.names.first ?? "")[...]) == nil {
      lookups.append(Lookup(choice: choice, records: [[]]))
    }
    for record in mapping.records {
      func add(_ choice: FieldChoice, _ words: [String: PlacedNode]? = nil) {
        lookups.append(Lookup(choice: choice, records: record.paths, words: words))
      }
      for event in record.events {
        add(event.when)
        for condition in event.conditions { add(condition.field) }
        for value in [event.event] + [event.done].compactMap(\.self) + event.attributes.map(\.value) {
          if case .taken(let choice, let words) = value { add(choice, words) }
        }
      }
    }
    self.lookups = lookups
    let dated = (mapping.completeFor?.list ?? []).flatMap { item in ["from", "until"].compactMap { item[$0]?.scalar } }
    namesOfCompleteness = Set(dated.flatMap { $0.split(separator: " ").map(String.init) })
  }

  /// Takes in what a case holds.
  public mutating func add(_ extracted: ExtractedCase) {
    caseCount += 1
    if let document = extracted.document { add(document, path: [], isAbout: true) }
    for record in extracted.records {
      let isWhole = record.name == mapping.casePath.last || (mapping.tables.isEmpty && mapping.casePath.isEmpty)
      add(record, path: isWhole ? [] : [record.name], isAbout: false)
    }
  }

  private mutating func add(_ record: ExtractRecord, path: [String], isAbout: Bool) {
    if !isAbout { recordCount += 1 }
    for field in record.fields where !field.text.isEmpty {
      let key = (path + [field.name]).joined(separator: "/")
      var known = seen[key] ?? newlySeen(path + [field.name], isAbout: isAbout)
      known.count += 1
      if known.hasWords, known.words[field.text] != nil || known.words.count < MappingUse.mostWords {
        known.words[field.text, default: 0] += 1
      }
      seen[key] = known
    }
    for inner in record.records { add(inner, path: path + [inner.name], isAbout: isAbout) }
  }

  private mutating func newlySeen(_ path: [String], isAbout: Bool) -> Seen {
    let finding = lookups.indices.filter { number in
      lookups[number].choice.names.contains { finds($0.split(separator: "/").map(String.init), path, lookups[number], isAbout) }
    }
    found.formUnion(finding)
    return Seen(lookups: finding, hasWords: finding.contains { lookups[$0].words != nil })
  }

  /// Whether a lookup under a name comes upon a field: in a record, or in what stands about it.
  private func finds(_ name: [String], _ path: [String], _ lookup: Lookup, _ isAbout: Bool) -> Bool {
    guard path.count >= name.count, Array(path.suffix(name.count)) == name else { return false }
    let about = Array(path.dropLast(name.count))
    guard !isAbout else { return about.isEmpty }
    return lookup.records?.contains { $0.starts(with: about) } ?? true
  }

  // MARK: - What came of it

  /// The fields that the mapping does not ask for, by their paths.
  public var unread: [Field] {
    seen.filter { $0.value.lookups.isEmpty && !namesOfCompleteness.contains($0.key) }
      .map { Field(path: $0.key, count: $0.value.count) }.sorted { $0.path < $1.path }
  }

  /// What the mapping asks for and no record says anything in, in the order of the mapping.
  public var missing: [Asked] {
    let unread = unread.map(\.path)
    var asked: [Asked] = []
    for number in lookups.indices where !found.contains(number) {
      let choice = lookups[number].choice
      guard !asked.contains(where: { $0.names == choice.names && $0.place == choice.place }) else { continue }
      let last = choice.names.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
      let names = Set(unread.compactMap { $0.split(separator: "/").last.map(String.init) })
      asked.append(Asked(names: choice.names, place: choice.place, nearest: Suggestion.nearest(to: last, among: names)))
    }
    return asked.sorted { $0.place < $1.place }
  }

  /// The words that say nothing by the mapping, or that it does not have, by their fields.
  public var words: [Word] {
    seen.flatMap { path, seen -> [Word] in
      let lists = seen.lookups.compactMap { lookups[$0].words }
      return seen.words.compactMap { text, count in
        let meanings = lists.map { ListedWord.meaning(of: text, in: $0) }
        let isMapped = meanings.allSatisfy { $0 != nil }
        guard !isMapped || meanings.contains(where: { $0?.scalar == ValueMapping.unknown }) else { return nil }
        return Word(path: path, text: text, count: count, isMapped: isMapped)
      }
    }.sorted { ($0.path, $1.count, $0.text) < ($1.path, $0.count, $1.text) }
  }
}

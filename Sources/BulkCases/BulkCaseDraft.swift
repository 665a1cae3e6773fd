import CivilTime
import Conditions
import Extracts
import Histories
import Procedures

/// One case while its rows are read.
final class BulkCaseDraft {
  private struct Event {
    var event: EventIndex = 0
    var day = Day(number: 0)
    /// Bit `i` is child `i`; `nil` is every child of the case.
    var children: UInt64?
    var firstAttribute = 0
    var attributeCount = 0
    var identifier: String?
    var cite: String?
  }

  private struct Child {
    let name: String
    var born: Day?
    var known: Day?
    var until: Day?
  }

  private static let mostChildren = 64

  private let columns: BulkColumns
  private let values: HistoryValues
  @exclusivity(unchecked) private var durations: [String: Value?] = [:]
  private let completeness: CompletenessMemo

  // Of the case at hand.
  @exclusivity(unchecked) private var isCareful = false
  @exclusivity(unchecked) private var events: [Event] = []
  @exclusivity(unchecked) private var attributes: [(attribute: AttributeIndex, value: Value)] = []
  @exclusivity(unchecked) private var children: [Child] = []
  @exclusivity(unchecked) private var isSorted = true
  /// How many events have an identifier, and whether each is longer than the one before it or comes after it in order of
  /// bytes, so that no two are alike.
  @exclusivity(unchecked) private var identifierCount = 0
  @exclusivity(unchecked) private var areIdentifiersGrowing = true
  @exclusivity(unchecked) private var lastIdentifier = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  @exclusivity(unchecked) private var observedUntil: Day?
  @exclusivity(unchecked) private var completeFor: UnsafeBufferPointer<UInt8>?

  init(_ columns: BulkColumns, _ procedure: Procedure) {
    self.columns = columns
    values = HistoryValues()
    completeness = CompletenessMemo(procedure)
  }

  /// Begins another case.
  func begin() {
    isCareful = false
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    children.removeAll(keepingCapacity: true)
    (isSorted, observedUntil, completeFor) = (true, nil, nil)
    (identifierCount, areIdentifiersGrowing) = (0, true)
    lastIdentifier = UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Takes in the fields of a row, whose bytes must stay where they are until the history is made.
  func add(_ row: BulkRow, in bytes: UnsafeBufferPointer<UInt8>) {
    guard !isCareful else { return }
    isCareful = !take(row, bytes)
  }

  /// False where the row, and so the case, has to be read carefully.
  private func take(_ fields: BulkRow, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func text(_ field: BulkRow.Field) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[field.range]) }
    var (event, day): (EventIndex?, Day?) = (nil, nil)
    var row = Event()
    row.firstAttribute = attributes.count
    // What a row says of its children and of its attributes hangs on who the children and what the event are.
    for number in 0..<fields.fieldCount {
      let field = fields.field(number)
      if field.hasQuotes { return false }
      switch columns.roles[field.column] {
      case .event:
        event = columns.events.number(of: text(field))
        if event == nil { return false }
      case .when:
        day = PlainValues.day(text(field))
        if day == nil { return false }
      case .child:
        guard let named = self.children(text(field)) else { return false }
        row.children = named
      case .identifier:
        guard PlainValues.isIdentifier(text(field)), BulkCaseDraft.reserved.number(of: text(field)) == nil else { return false }
        row.identifier = PlainValues.text(text(field))
        areIdentifiersGrowing = areIdentifiersGrowing && lastIdentifier.isBefore(text(field))
        lastIdentifier = text(field)
      case .cite: row.cite = PlainValues.text(text(field))
      case .until, .rare: return false
      case .key, .born, .known, .judgedUntil, .observedUntil, .completeFor, .attribute: break
      }
    }
    for number in 0..<fields.fieldCount {
      let field = fields.field(number)
      switch columns.roles[field.column] {
      case .attribute:
        guard let event, let slot = columns.slot(of: event, field.column), let value = value(text(field), of: slot) else {
          return false
        }
        attributes.append((slot.attribute, value))
      case .born, .known, .judgedUntil:
        guard let day = PlainValues.day(text(field)) else { return false }
        note(day, columns.roles[field.column], of: row.children)
      case .observedUntil:
        guard let day = PlainValues.day(text(field)) else { return false }
        observedUntil = observedUntil ?? day
      case .completeFor: completeFor = completeFor ?? text(field)
      case .key, .child, .event, .when, .until, .identifier, .cite, .rare: break
      }
    }
    guard event != nil || day != nil else { return attributes.count == row.firstAttribute }
    guard let event, let day else { return false }
    row.attributeCount = attributes.count - row.firstAttribute
    (row.event, row.day) = (event, day)
    if let last = events.last, day < last.day { isSorted = false }
    if row.identifier != nil { identifierCount += 1 }
    events.append(row)
    return true
  }

  /// The children that blanks part, each once; zero is nobody.
  private func children(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    if text.elementsEqual("world".utf8) { return 0 }
    var (bits, begin): (UInt64, Int) = (0, 0)
    for place in 0...text.count where place == text.count || text[place] == UInt8(ascii: " ") {
      let word = UnsafeBufferPointer(rebasing: text[begin..<place])
      guard PlainValues.isKeptName(word), !word.isEmpty else { return nil }
      let known = children.firstIndex { $0.name.utf8.elementsEqual(word) }
      let child = known ?? children.count
      if known == nil {
        guard child < BulkCaseDraft.mostChildren, !word.elementsEqual("world".utf8) else { return nil }
        children.append(Child(name: PlainValues.text(word)))
      }
      guard bits & (1 << UInt64(child)) == 0 else { return nil }
      bits |= 1 << UInt64(child)
      begin = place + 1
    }
    return bits
  }

  /// Notes a day of the children of a row, or of all that were met so far; the first to say it counts.
  private func note(_ day: Day, _ role: BulkColumns.Role, of named: UInt64?) {
    if named == nil || named == 0, children.isEmpty { children.append(Child(name: "child")) }
    for child in children.indices where (named ?? 0) == 0 || named.map({ $0 & (1 << UInt64(child)) != 0 }) ?? true {
      switch role {
      case .born: children[child].born = children[child].born ?? day
      case .known: children[child].known = children[child].known ?? day
      default: children[child].until = children[child].until ?? day
      }
    }
  }

  private func value(_ text: UnsafeBufferPointer<UInt8>, of slot: BulkColumns.AttributeSlot) -> Value? {
    switch slot.kind {
    case .truth: return PlainValues.truth(text).map { .truth($0) }
    case .number: return PlainValues.number(text).map { .number(NumberRange(Decimal128($0))) }
    case .date: return PlainValues.day(text).map { .date(DateValue($0)) }
    case .text: return .text(PlainValues.text(text))
    case .choice(let words): return columns.choices[words].number(of: text).map { .choice($0) }
    case .set(let words): return PlainValues.set(text, of: columns.choices[words]).map { .set(PartialSet(whole: $0)) }
    case .duration:
      let written = PlainValues.text(text)
      if let known = durations[written] { return known }
      let value = values.duration(written).map { Value.duration($0) }
      durations[written] = .some(value)
      return value
    }
  }
}

extension BulkCaseDraft {
  /// The case as a history; `nil` where it has to be read carefully.
  func history(named name: String) -> CaseHistory? {
    guard !isCareful, !events.isEmpty else { return nil }
    if identifierCount > 0, !areIdentifiersClear { return nil }
    if children.isEmpty { children.append(Child(name: "child")) }
    let order = isSorted ? nil : events.indices.sorted { (events[$0].day, $0) < (events[$1].day, $1) }
    let everybody: UInt64 = children.count == 64 ? ~0 : (1 << UInt64(children.count)) - 1
    var days: [Day] = []
    days.reserveCapacity(events.count + 4)
    var (told, entries): ([HistoryEvent], [AttributeEntry]) = ([], [])
    told.reserveCapacity(events.count)
    entries.reserveCapacity(attributes.count)
    for place in events.indices {
      let event = events[order?[place] ?? place]
      let mask = event.children ?? everybody
      let first = entries.count
      for attribute in attributes[event.firstAttribute..<(event.firstAttribute + event.attributeCount)] {
        entries.append(AttributeEntry(attribute: attribute.attribute, children: mask, value: attribute.value))
      }
      days.append(event.day)
      told.append(
        HistoryEvent(
          identifier: event.identifier ?? BulkCaseDraft.identifier(place + 1), event: event.event, wasDone: true,
          children: mask, time: place, end: place, minute: -1, firstAttribute: Int32(first),
          attributeCount: Int32(event.attributeCount), isFree: false, cite: event.cite, place: nil))
    }
    let last = days[days.count - 1]
    if let observedUntil, observedUntil < last { return nil }
    guard let complete = completeFor.map({ completeness.entries(of: $0, for: everybody) }) ?? [] else { return nil }
    var records: [ChildRecord] = []
    for child in children {
      if let known = child.known, let until = child.until, until < known { return nil }
      func point(_ day: Day?) -> TimePoint? {
        guard let day else { return nil }
        days.append(day)
        return days.count - 1
      }
      records.append(
        ChildRecord(name: child.name, known: point(child.known), born: point(child.born), until: point(child.until), startsIn: [])
      )
    }
    // Without a day of its own observation ends with the last event.
    var end = told.count - 1
    if let observedUntil {
      days.append(observedUntil)
      end = days.count - 1
    }
    return CaseHistory(
      name: name, title: name, procedure: nil, profile: nil, children: records, events: told, attributes: entries,
      completeness: complete, observedUntil: end, times: CaseTimes(exact: days))
  }

  /// Whether every event has a name of its own.
  private var areIdentifiersClear: Bool {
    guard identifierCount == events.count else { return false }
    if areIdentifiersGrowing { return true }
    var seen: Set<String> = []
    return events.allSatisfy { event in event.identifier.map { seen.insert($0).inserted } ?? false }
  }

  /// The words of the statements of time, which name no event.
  private static let reserved = WordTable(HistoryValues.reservedWords)

  private static let identifiers = (0...1000).map { "event\($0)" }

  private static func identifier(_ number: Int) -> String { number <= 1000 ? identifiers[number] : "event\(number)" }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it is shorter, or as long and before it in order of bytes.
  fileprivate func isBefore(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    count == other.count ? lexicographicallyPrecedes(other) : count < other.count
  }
}

/// What `complete_for` says, made once for each text and set of children.
private final class CompletenessMemo {
  private struct Key: Hashable {
    let text: String
    let children: UInt64
  }

  private let procedure: Procedure
  @exclusivity(unchecked) private var made: [Key: [Completeness]?] = [:]
  /// The text asked for last, and what it says by set of children.
  @exclusivity(unchecked) private var lastText: [UInt8] = []
  @exclusivity(unchecked) private var lastMade: [UInt64: [Completeness]?] = [:]

  init(_ procedure: Procedure) { self.procedure = procedure }

  /// `nil` where a word is no event.
  func entries(of bytes: UnsafeBufferPointer<UInt8>, for children: UInt64) -> [Completeness]? {
    let isSame = lastText.withUnsafeBufferPointer { $0.isSame(as: bytes) }
    if isSame, let known = lastMade[children] { return known }
    if !isSame { (lastText, lastMade) = (Array(bytes), [:]) }
    let entries = entries(of: PlainValues.text(bytes), for: children)
    lastMade[children] = .some(entries)
    return entries
  }

  private func entries(of text: String, for children: UInt64) -> [Completeness]? {
    let key = Key(text: text, children: children)
    if let known = made[key] { return known }
    let entries = make(text, children)
    if made.count < 10_000 { made[key] = .some(entries) }
    return entries
  }

  private func make(_ text: String, _ children: UInt64) -> [Completeness]? {
    let vocabulary = procedure.vocabulary
    let events =
      text == "everything"
      ? vocabulary.events.indices.map { $0 } : text.split(separator: " ").compactMap { vocabulary.event(named: String($0)) }
    guard text == "everything" || events.count == text.split(separator: " ").count else { return nil }
    return events.map { Completeness(event: $0, children: children, from: nil, until: nil) }
  }
}

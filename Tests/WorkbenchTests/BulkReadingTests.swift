import CivilTime
import Diagnostics
import Extracts
import Histories
import Procedures
import SeededNumbers
import Testing

@testable import BulkCases
@testable import Workbench

/// The fast reading of the bulk form is held against the careful one, over random tables most rows of which are plain.
@Suite struct `Reading the bulk form fast` {
  private static let names = [
    "case", "child", "event", "when", "until", "done", "time", "id", "cite", "born", "known", "judged_until", "observed_until",
    "complete_for", "attended", "outcome", "kind", "child_seen", "review_within", "visits", "action", "expected_birth",
  ]

  /// Texts that are remembered from one row to the next.
  private static let long = "core_group_held pregnancy_known section_47_enquiry_started child_protection_conference_held"
  private static let cited = String(repeating: "a page of the file ", count: 4)

  private static let words: [String: [String]] = [
    "child": ["", "", "", "ann", "bob", "ann bob", "bob  ann", "world", "Zoë", "ann ann"],
    "event": [
      "core_group_held", "child_protection_conference_held", "section_47_enquiry_started", "action_agreed",
      "social_work_visit_attempted", "pregnancy_known", "decision_not_to_apply_recorded",
    ],
    "until": ["", "", "", "", "", "2024-09-01"], "done": ["", "", "", "", "", "", "no"], "time": ["", "", "", "", "", "09:30"],
    "id": ["", "", "", "", "e1", "e2", "2x", "after"],
    "cite": ["", "", "p. 3", "\"a, b\"", "\"say \"\"so\"\"\"", "é", cited, cited, "\(cited)é", "\"\(cited)\""],
    "born": ["", "", "", "2015-04-30", "about 2015"], "known": ["", "", "", "2024-01-01"],
    "judged_until": ["", "", "", "2024-12-01", "2023-01-01"],
    "observed_until": ["", "", "2025-01-31", "2025-01-31", "2024-03-01"],
    "complete_for": [
      "", "everything", "everything", "core_group_held pregnancy_known", "nothing", long, long, "\(long) action_agreed",
      "pregnancy_known section_47_enquiry_started child_protection_conference_held core_group_held",
    ],
    "attended": ["", "", "mother", "mother social_worker", "nobody"], "outcome": ["", "", "plan", "no_plan", "inside"],
    "kind": ["", "", "initial", "review"], "child_seen": ["", "yes", "no", "true", "perhaps"],
    "review_within": ["", "4 weeks", "about 2 months", "soon"], "visits": ["", "3", "0", "2 to 4", "007"],
    "action": ["", "a thing"], "expected_birth": ["", "2024-06-30", "June"],
  ]

  /// Of what a row may hold, first what an event has; nearly every row is right.
  private static let own: [String: Set<String>] = [
    "core_group_held": ["attended"], "child_protection_conference_held": ["attended", "outcome", "kind"],
    "section_47_enquiry_started": [], "action_agreed": ["action"], "social_work_visit_attempted": ["child_seen"],
    "pregnancy_known": ["expected_birth"], "decision_not_to_apply_recorded": ["review_within"],
  ]

  private struct Table {
    var numbers: SeededNumbers
    let columns: [String]

    /// Whether every row is of the form, and no case comes again.
    let isOrderly: Bool

    init(seed: UInt64, isOrderly: Bool = false) {
      self.isOrderly = isOrderly
      numbers = SeededNumbers(seed: seed)
      var columns = `Reading the bulk form fast`.names
      columns.shuffle(using: &numbers)
      self.columns = columns
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

    mutating func text(cases: Int, oddness: Int) -> String {
      var text = columns.joined(separator: ",") + "\n"
      for number in 1...cases {
        let name =
          !isOrderly && chance(3)
          ? "case\(max(1, number - Int.random(in: 0...3, using: &numbers)))" : chance(3) ? "Case \(number)" : "case\(number)"
        for _ in 0...Int.random(in: 0...5, using: &numbers) {
          text += row(of: name, oddness) + (chance(95) ? "\n" : chance(60) ? "\r\n" : "\r")
          if chance(2) { text += "\n" }
        }
      }
      return text
    }

    private mutating func row(of name: String, _ oddness: Int) -> String {
      let event = pick("event")
      let month = Int.random(in: 1...9, using: &numbers)
      let cells = columns.map { column -> String in
        switch column {
        case "case": return !isOrderly && chance(1) ? "" : name
        case "event": return chance(oddness) ? "nothing_held" : event
        case "when": return chance(oddness) ? "2024-02-30" : chance(oddness) ? "early 2024" : "2024-0\(month)-1\(month)"
        default:
          let isOwn = `Reading the bulk form fast`.own[event]?.contains(column) ?? false
          let isAttribute = `Reading the bulk form fast`.own.values.contains { $0.contains(column) }
          if isAttribute { return isOwn || chance(oddness) ? first(column, oddness) : "" }
          return chance(80) ? "" : first(column, oddness)
        }
      }
      return cells.joined(separator: ",") + (!isOrderly && chance(oddness) ? "," : "")
        + (!isOrderly && chance(oddness) ? "\"" : "")
    }

    private mutating func pick(_ column: String) -> String {
      let words = `Reading the bulk form fast`.words[column] ?? [""]
      return words[Int.random(in: words.indices, using: &numbers)]
    }

    /// Among the first words of a column, which are right ones, but for now and then.
    private mutating func first(_ column: String, _ oddness: Int) -> String {
      if chance(oddness) { return pick(column) }
      let words = `Reading the bulk form fast`.words[column] ?? [""]
      return words[Int.random(in: 0..<max(1, words.count - 2), using: &numbers)]
    }
  }

  private static let procedure = BuiltInProcedure.named("england")

  /// What a history says, in full but for the places in its file.
  private static func inFull(_ history: CaseHistory) -> String {
    let events = history.events.map {
      "\($0.identifier) \($0.event) \($0.wasDone) \($0.children) \($0.time) \($0.end) \($0.minute) \($0.isFree) \($0.cite ?? "-") "
        + history.attributes[Int($0.firstAttribute)..<Int($0.firstAttribute + $0.attributeCount)].map { "\($0)" }.joined(
          separator: ";")
    }
    func day(_ point: TimePoint?) -> String { point.map { "\(history.times.spans[$0])" } ?? "-" }
    let children = history.children.map { "\($0.name) \(day($0.known)) \(day($0.born)) \(day($0.until))" }
    let complete = history.completeness.map { "\($0.event) \($0.children)" }.sorted().joined(separator: ",")
    let times = history.events.map { day($0.time) }
    return
      ([history.name, history.title, day(history.observedUntil), complete] + events + children + times).joined(separator: "\n")
  }

  @Test func `Each case that is read fast is the history of the careful reading`() throws {
    let procedure = try #require(Self.procedure)
    let careful = ExtractedCaseReader(procedure, mapping: nil, .strict)
    let columns = CSVCases.Columns(needed: ["case"], known: nil, caseField: ["case"])
    let cases = CSVCases(file: "f", form: CSVReader.Form(), columns: columns)
    var (fast, slow) = (0, 0)
    for seed in 1...80 as ClosedRange<UInt64> {
      var table = Table(seed: seed, isOrderly: true)
      let text = table.text(cases: 30, oddness: Int(seed % 5))
      let (header, chunk) = try #require(cases.header(Self.source(text, piece: 1 << 20)) { _ in true })
      let reader = try #require(BulkCaseReader(columns: header.names, separator: UInt8(ascii: ","), procedure: procedure))
      var gathered: [ExtractedCase] = []
      cases.read(header, from: chunk) { step in
        if case .gathered(let extracted) = step { gathered.append(extracted) }
        return true
      }
      let steps = try #require(reader.read(chunk), "seed \(seed)")
      let keys = steps.map { step in
        switch step {
        case .history(_, let key): key
        case .careful(let range, _): "\(range) of \(chunk.line)"
        }
      }
      #expect(steps.count == gathered.count, "seed \(seed): \(keys) and \(gathered.map(\.key.text))")
      for (step, extracted) in zip(steps, gathered) {
        let read = careful.read(extracted).history
        switch step {
        case .history(let history, let key):
          fast += 1
          #expect(key == extracted.key.text && read.map(Self.inFull) == Self.inFull(history), "seed \(seed), \(key)")
        case .careful(let range, let lines):
          slow += 1
          let part = CaseChunk(bytes: Array(chunk.bytes[range]), line: chunk.line + lines)
          var again: [ExtractedCase] = []
          cases.read(header, from: part) { step in
            if case .gathered(let extracted) = step { again.append(extracted) }
            return true
          }
          #expect(again.map { "\($0)" } == ["\(extracted)"])
        }
      }
    }
    #expect(fast > 500 && slow > 100, "\(fast) and \(slow)")
  }

  private static func source(_ text: String, piece: Int = 150) -> ByteSource {
    var rest = Array(text.utf8)[...]
    return { room in
      let next = rest.prefix(min(room.count, piece))
      rest = rest.dropFirst(next.count)
      room.copyBytes(from: next)
      return next.count
    }
  }

  /// What a table gives in chunks, step by step, with the careful reading of each chunk.
  private static func byChunks(_ text: String, _ columns: CSVCases.Columns, size: Int) throws -> (steps: [String], chunks: Int) {
    let cases = CSVCases(file: "f", form: CSVReader.Form(), columns: columns)
    var steps: [String] = []
    let source = source(text)
    guard let (header, first) = cases.header(source, { _ in true }) else { return ([], 0) }
    var chunks = CaseChunks(
      source, first: first, separator: UInt8(ascii: ","), columnCount: header.names.count,
      caseColumn: header.names.firstIndex(of: "case") ?? 0, size: size)
    var seen = SeenCases()
    var count = 0
    while true {
      switch chunks.next() {
      case .chunk(let chunk):
        count += 1
        cases.read(header, from: chunk, seen: seen) { step in
          if case .gathered(let extracted) = step { _ = seen.insert(extracted.key.text) }
          steps.append("\(step)")
          return true
        }
      case .rest(let rest):
        cases.read(header, from: rest, then: source, seen: seen) { step in
          steps.append("\(step)")
          return true
        }
        return (steps, count)
      case .end: return (steps, count)
      }
    }
  }

  @Test func `A table in chunks gives what it gives in one`() throws {
    let columns = CSVCases.Columns(needed: ["case"], known: nil, caseField: ["case"])
    var most = 0
    for seed in 1...120 as ClosedRange<UInt64> {
      var table = Table(seed: seed)
      let text = table.text(cases: 25, oddness: Int(seed % 4))
      var whole: [String] = []
      CSVCases(file: "f", form: CSVReader.Form(), columns: columns).read(Self.source(text)) { step in
        whole.append("\(step)")
        return true
      }
      for size in [200, 900, 4000] {
        let parted = try Self.byChunks(text, columns, size: size)
        let first = zip(parted.steps, whole).first { $0 != $1 }
        #expect(
          parted.steps == whole,
          "seed \(seed), size \(size): \(parted.steps.count) and \(whole.count), first \(first.map { "\($0)\n\($1)" } ?? "")")
        most = max(most, parted.chunks)
      }
    }
    #expect(most > 8)
  }
}

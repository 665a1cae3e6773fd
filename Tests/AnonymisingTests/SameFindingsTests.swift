import Anonymising
import CaseWriting
import CivilTime
import Conditions
import Diagnostics
import Extracts
import Histories
import Notation
import Procedures
import Replay
import Testing

@Suite struct `A case that was made anonymous` {
  enum Form: CaseIterable {
    case yaml, csv, jsonLines
  }

  /// A case as it is read again from what was written of it.
  private static func readAgain(_ anonymous: AnonymousCase, _ form: Form) throws -> CaseHistory {
    let procedure = try #require(England.procedure)
    guard form != .yaml else { return try England.history(HistoryText.yaml(anonymous.tree)).history }
    let attributes = procedure.vocabulary.attributeNames
    let writer = BulkText(form == .csv ? .csv : .jsonLines, attributes: attributes)
    var bytes = Array(writer.head.utf8)
    try writer.write(anonymous.tree, to: &bytes)
    let tree = try #require(Bulk.trees(bytes, isTable: form == .csv).first)
    let (history, faults) = HistoryReader.read(tree, procedure: procedure)
    #expect(faults.map(\.message) == [])
    return try #require(history)
  }

  /// Few tries, so that hundreds of cases are soon done.
  private static func options(_ dates: AnonymisingOptions.Dates = .shift) -> AnonymisingOptions {
    var options = AnonymisingOptions()
    (options.dates, options.mostTries) = (dates, 12)
    return options
  }

  @Test func `Tells the same findings when it is read again, in every form`() throws {
    let procedure = try #require(England.procedure)
    var written = 0
    for text in try England.load(1...200, seed: 11) {
      guard let anonymous = try England.anonymous(text, Self.options()) else { continue }
      written += 1
      let before = PlainFindings(try England.history(text).history, procedure)
      for form in Form.allCases {
        #expect(PlainFindings(try Self.readAgain(anonymous, form), procedure) == before, "\(form) of \(text)")
      }
    }
    #expect(written > 80)
  }

  @Test func `Is moved by whole weeks and never by none, and each number of weeks may come`() throws {
    let texts = try England.load(1...60, seed: 5)
    var moves: Set<Int> = []
    for (number, text) in texts.enumerated() {
      guard let anonymous = try England.anonymous(text, Self.options(), seed: UInt64(number)) else { continue }
      let before = try England.history(text).history.times.spans.map(\.earliest)
      let after = anonymous.history.times.spans.map(\.earliest)
      let apart = Set(zip(before, after).map { $1.days(since: $0) })
      #expect(apart.count == 1)
      let days = try #require(apart.first)
      #expect(days != 0 && days.isMultiple(of: 7) && abs(days) <= AnonymisingOptions().mostWeeks * 7)
      moves.insert(days)
    }
    #expect(moves.count > 15)
  }

  @Test func `Has one date and else days from that event where relations are asked for`() throws {
    let procedure = try #require(England.procedure)
    var written = 0
    for text in try England.load(1...50, seed: 21) {
      guard let anonymous = try England.anonymous(text, Self.options(.relations)) else { continue }
      written += 1
      let said = HistoryText.yaml(anonymous.tree)
      #expect(said.matches(of: /\d{4}-\d{2}-\d{2}/).count == 1, "\(said)")
      let again = try England.history(said).history
      #expect(PlainFindings(again, procedure) == PlainFindings(try England.history(text).history, procedure), "\(said)")
    }
    #expect(written > 20)
  }

  @Test func `Is withheld where every move makes a verdict another`() throws {
    // Ten working days over Christmas end on another day of the week, whichever week they are moved by.
    let text = """
      history: over-christmas
      procedure: england
      children: {a: {born: 2020-01-01}}
      complete for: everything
      observed until: 2025-02-03
      events:
        - {id: e1, event: child_protection_conference_held, kind: initial, outcome: plan, when: 2024-12-12}
        - {id: e2, event: child_protection_plan_started, when: 2024-12-12}
        - {id: e3, event: core_group_held, when: 2025-01-20}
      """
    var options = AnonymisingOptions()
    options.mostWeeks = 1
    guard case .withheld(let name, let tries) = try England.anonymise(text, options) else {
      Issue.record("It was written.")
      return
    }
    #expect(tries == 2)
    #expect(name == (try England.pseudonyms().ofCase("over-christmas")))
    options.mostWeeks = 800
    options.mostTries = 1_600
    #expect(try England.anonymous(text, options) != nil)
  }
}

/// Rows in bulk form as they are read.
enum Bulk {
  static func trees(_ bytes: [UInt8], isTable: Bool = true) throws -> [PlacedNode] {
    let vocabulary = try #require(England.procedure).vocabulary
    var sets: Set<String> = []
    for event in vocabulary.events {
      for attribute in event.attributes {
        if case .set(_) = attribute.type { sets.insert("\(event.name).\(attribute.name)") }
      }
    }
    let words = ExtractVocabulary(
      events: Set(vocabulary.events.map(\.name)), sets: sets, attributes: Set(vocabulary.attributeNames))
    var rest = bytes[...]
    let source: ByteSource = { room in
      let next = rest.prefix(room.count)
      rest = rest.dropFirst(next.count)
      room.copyBytes(from: next)
      return next.count
    }
    var trees: [PlacedNode] = []
    func take(_ step: ExtractStep) -> Bool {
      switch step {
      case .gathered(let extracted):
        let assembled = PlainCases.assemble(extracted, words)
        #expect(assembled.diagnostics.map(\.message) == [])
        trees.append(assembled.tree)
      case .fault(let fault), .brokenOff(let fault): Issue.record("\(fault.message)")
      }
      return true
    }
    if isTable {
      let known = PlainCases.columns + vocabulary.attributeNames
      CSVCases(
        file: "a.csv", form: CSVReader.Form(separator: UInt8(ascii: ","), encoding: .utf8),
        columns: CSVCases.Columns(needed: PlainCases.needed, known: known, caseField: ["case"])
      ).read(source, take)
    } else {
      JSONLineCases(file: "a.jsonl", caseField: ["case"]).read(source, take)
    }
    return trees
  }
}

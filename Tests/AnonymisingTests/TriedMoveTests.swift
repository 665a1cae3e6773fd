import CivilTime
import Conditions
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Testing

@testable import Anonymising

/// A move that is tried in memory is held against the case that is written with it and read again.
@Suite struct `A move that is tried` {
  private static let withDates = """
    history: with-dates
    procedure: england
    children: {a: {born: 2015-01-01}}
    complete for: everything
    observed until: 2025-02-03
    events:
      - {id: e1, event: child_protection_conference_held, kind: initial, outcome: plan, when: 2024-09-12}
      - {id: e2, event: child_protection_plan_started, when: 2024-09-12}
      - {id: e3, event: pregnancy_known, expected_birth: 2024-12-24, when: 2024-09-13}
      - {id: e4, event: core_group_held, when: 2024-10-20}
    """

  @Test(arguments: [-300, -52, -1, 3, 5, 104, 209]) func `Finds what the case finds that is written with it`(weeks: Int) throws {
    let procedure = try #require(England.procedure)
    let worker = Replayer(procedure).worker()
    for text in try England.load(1...25, seed: 77) + [Self.withDates] {
      let (tree, history) = try England.history(text)
      let names = CaseNames(tree, history, try England.pseudonyms())
      let move = StatementMove(days: weeks * 7, names: names.events, anchor: nil)
      let writing = AnonymousWriting(procedure, names, move, KeptTexts(procedure), anchorEvent: nil)
      let written = try #require(writing.history(tree).flatMap { HistoryReader.read($0, procedure: procedure).history })
      let tried = try #require(history.moved(by: weeks * 7))
      #expect(tried.times.nominal == written.times.nominal)
      #expect(
        VerdictRecord(worker.replay(tried), movedBy: weeks * 7) == VerdictRecord(worker.replay(written), movedBy: weeks * 7),
        "\(text)")
    }
  }

  @Test func `Is not made where a day is not exactly known`() throws {
    let soft = Self.withDates.replacing("when: 2024-10-20", with: "when: 2024-10")
    #expect(try England.history(soft).history.moved(by: 7) == nil)
  }
}

import CaseRecords
import Conditions
import Diagnostics
import EnglandProcedure
import Foundation
import Histories
import Notation
import Procedures
import Replay
import Testing
import Workbench

@Suite struct `A case that a program records` {
  private let england: Procedure

  init() throws { england = try #require(BuiltInProcedure.named("england")) }

  /// The same case, once typed and once as a file.
  @Test func `It means what the same case means as a file`() throws {
    var record = EnglandRecord("both", title: "Both ways")
    let (older, younger) = (record.child("older"), record.child("younger"))
    let conference = record.record(
      .childProtectionConferenceHeld(kind: .initial, outcome: .plan, quorate: true), for: [older], when: .on(2019, 4, 1))
    let group = record.record(
      .coreGroupHeld(attended: .known(some: [.socialWorker, .mother], not: [.healthVisitor])), for: [older],
      when: .later(.about(.weeks(6)), than: conference))
    record.cite(group, "2.4")
    record.record(
      byChild: [older: .socialWorkVisitAttempted(childSeen: true), younger: .socialWorkVisitAttempted(outcome: .noReply)],
      when: .all(.within(.early(.month(2019, 6))), .after(group)))
    record.recordNotDone(.reviewingOfficerNamed, for: [younger], from: conference, until: .on(2019, 7, 1))
    record.known(younger, from: conference)
    record.starts(younger, in: England.States.PreProceedings.inPreProceedings(.letterSent))
    record.isComplete(for: [.coreGroupHeld, .socialWorkVisitAttempted], from: conference)
    record.observed(until: .on(2019, 7, 31))
    #expect(try record.replay().report == written(file))
  }

  private let file = """
    history: both
    title: Both ways
    procedure: england
    children:
      older: {}
      younger: {known: e1, starts in: {pre_proceedings: in_pre_proceedings.letter_sent}}
    complete for: [{event: [core_group_held, social_work_visit_attempted], from: e1}]
    observed until: 2019-07-31
    events:
      - {id: e1, event: child_protection_conference_held, for: [older], kind: initial, outcome: plan, quorate: true,
         when: 2019-04-01}
      - {id: e2, event: core_group_held, for: [older], attended: {some: [social_worker, mother], not: [health_visitor]},
         when: about 6 weeks after e1, cite: "2.4"}
      - {id: e3, event: social_work_visit_attempted, when: [early 2019-06, after e2],
         for: {older: {child_seen: true}, younger: {outcome: no_reply}}}
      - {id: e4, event: reviewing_officer_named, done: no, for: [younger], from: e1, until: 2019-07-01}
    """

  private func written(_ text: String) throws -> String {
    let answer = Answer.replay(
      [InputFile(name: "both.yaml", content: .bytes(Array(text.utf8)))], ReplayRequest())
    #expect(answer.messages == "")
    return answer.output
  }

  @Test func `It leaves unknown what it does not state`() throws {
    var record = EnglandRecord("silent")
    _ = record.child("child")
    record.record(.coreGroupHeld(attended: [.mother]), when: .within(.quarter(2019, 2)))
    record.record(.childProtectionConferenceHeld(), when: .after(.on(2019, 1, 1)))
    record.observed(until: .on(2019, 12, 31))
    let history = try record.history(under: england)
    #expect(history.attributes.count == 1)
    #expect(history.times.isExact == false)
  }

  @Test func `It tells what contradicts at the line of the program`() throws {
    var record = EnglandRecord("contradictory")
    _ = record.child("child")
    let first = record.record(.coreGroupHeld(), when: .on(2019, 4, 1))
    let line = #line + 1
    record.record(.coreGroupHeld(), when: .all(.on(2019, 4, 3), .later(.days(3), than: first)))
    let faults = #expect(throws: RecordFaults.self) { try record.history(under: england) }
    #expect(faults?.diagnostics.map(\.code) == [.contradictoryTimes])
    #expect(faults?.diagnostics.map(\.place.line) == [line])
    #expect(faults?.description.contains("CaseRecordTests.swift:\(line)") == true)
  }

  @Test func `It tells what makes no sense in any procedure`() throws {
    var other = EnglandRecord("other")
    let stranger = other.child("stranger")
    var record = EnglandRecord("confused")
    let child = record.child("child")
    let group = record.record(.coreGroupHeld(), when: .on(2019, 4, 1))
    record.known(stranger, from: group)
    record.record(byChild: [child: .coreGroupHeld(), stranger: .childProtectionPlanEnded()], when: .on(2019, 4, 2))
    record.record(.coreGroupHeld(), for: [stranger], when: .on(2019, 4, 3))
    let faults = #expect(throws: RecordFaults.self) { try record.history(under: england) }
    #expect(faults?.diagnostics.map(\.code) == [.unknownChild, .historyWrongShape, .unknownChild, .unknownChild])
  }

  @Test func `It tells a profile that is not built in`() {
    let record = EnglandRecord("nowhere")
    #expect(throws: RecordFaults.self) { try record.replay(profile: "atlantis-2020") }
  }

  @Test func `It replays under files as under what is built in`() throws {
    var record = EnglandRecord("files")
    _ = record.child("child")
    record.record(.childProtectionConferenceHeld(outcome: .plan), when: .on(2019, 4, 1))
    record.observed(until: .on(2020, 4, 1))
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "workflows/england")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      ProcedureText(name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
    #expect(try record.replay(under: files).findings.map(\.id) == record.replay().findings.map(\.id))
    #expect(throws: RecordFaults.self) { try record.replay(under: [ProcedureText(name: "a.yaml", text: "a: b")]) }
  }

  @Test func `It ends in states that are types`() throws {
    var record = EnglandRecord("states")
    let (child, other) = (record.child("child"), record.child("other"))
    record.starts(other, in: England.States.PreProceedings.inPreProceedings(.meetingHeld))
    record.record(.childProtectionConferenceHeld(outcome: .plan), when: .on(2019, 4, 1))
    let replayed = try record.replay()
    #expect(replayed.states(of: child) == England.States.ChildProtectionPlan.onPlan(.firstReviewToCome))
    #expect(replayed.states(of: child) == England.States.PreProceedings.none_)
    #expect(replayed.states(of: other) == England.States.PreProceedings.inPreProceedings(.meetingHeld))
    #expect(replayed.states(of: other, in: England.States.CoreGroup.self) == .notMet)
  }
}

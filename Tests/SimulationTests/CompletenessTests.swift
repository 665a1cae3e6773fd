import Histories
import Procedures
import Replay
import Testing

/// The Theo history without a word on where its record is complete: silence is then no evidence of anything.
@Suite struct `Without completeness` {
  private static let silent = try? Simulation.replay(Theo.textWithoutCompleteness(), name: Theo.path, by: Simulation.then)

  private static func replays() throws -> (before: ReplayedCase, after: ReplayedCase) {
    (try #require(Theo.then), try #require(silent))
  }

  @Test func `No breach appears, and nothing that was found is kept or running`() throws {
    let (before, after) = try Self.replays()
    for (identifier, finding) in after.flags {
      #expect(before.flags[identifier] != nil, "\(identifier), \(finding.told), appeared")
    }
    for identifier in before.flags.keys {
      let verdict = after.judgements[identifier]?.verdict
      #expect([.met, .held, .running, .lapsed].allSatisfy { $0 != verdict }, "\(identifier)")
    }
  }

  /// Clocks of Theo that nothing but completeness shows to be unkept; where a step is recorded late, it stays late.
  @Test(arguments: [
    "ruby/allocation.supervision_after_return/e93#1", "theo/allocation.supervision_after_return/e93#1",
    "ruby/allocation.absence_covered/e68#1", "theo/allocation.absence_covered/e68#1",
    "ruby/child_in_need.meetings/e55#1", "ruby/child_in_need.meetings/e64#1",
    "ruby/incidents.domestic_abuse_referral/e19#1", "ruby/incidents.domestic_abuse_referral/e20#1",
    "ruby/pre_proceedings.progress/e22#1", "theo/visits.child_protection_visits/e99#1",
    // That no letter was sent either is nowhere said but under completeness.
    "theo/unborn_child.joined_to_siblings_pre_proceedings/e30#1",
    "ruby/allocation.supervision_in_proceedings/e43#1",
  ])
  func `What rested on completeness alone is not recorded`(_ name: String) throws {
    let (before, after) = try Self.replays()
    let identifier = "theo/\(name)"
    #expect(before.flags[identifier] != nil)
    #expect(after.findings[identifier]?.kind == .notRecorded)
  }

  /// Each rests on an entry that says `done: no`, or on a step recorded after its due date.
  @Test(arguments: [
    "ruby/assessments.shared/e74#1", "theo/assessments.shared/e74#1", "ruby/visits.child_in_need_visits/e55#1",
    "theo/incidents.bruising_guidance/e95a#1", "theo/incidents.guardian_told_of_bruise/e95a#1",
    "ruby/legal_order.support_plan_used/e45#1", "ruby/placement.carers_assessed/e24#1",
    "ruby/placement.gp_registration/e93#1", "theo/reunification.told_of_return[housing]/e79#1",
    "ruby/reunification.visits_in_transition/e82a#1",
    "ruby/visits.advice_on_cancelled_visit/e112#1", "theo/unborn_child.conference_soon/e30#1",
    "ruby/core_group.first_core_group/e85#1", "ruby/pre_proceedings.issue_follows_decision/e29#1",
    "theo/incidents.concern_answered/e99a#1", "theo/reunification.missed_transition/e93#1",
  ])
  func `What rests on a step recorded as not done, or done late, stays`(_ name: String) throws {
    let (before, after) = try Self.replays()
    let told = try #require(before.flags["theo/\(name)"]?.told)
    #expect(after.findings["theo/\(name)"]?.told == told)
  }

  @Test func `Every clock that no record of a step speaks of is not recorded`() throws {
    let (before, after) = try Self.replays()
    for (identifier, finding) in before.flags {
      guard let judgement = finding.judgement, judgement.verdict == .missed else { continue }
      let isDenied = judgement.furtherEvidence.contains { !before.event($0).wasDone }
      let kind = after.findings[identifier]?.kind
      if isDenied { continue }
      #expect(kind == .notRecorded || after.denies(identifier), "\(identifier)")
    }
  }
}

extension ReplayedCase {
  /// Whether a finding rests on an entry that says a step was not done.
  func denies(_ identifier: String) -> Bool {
    findings[identifier]?.judgement?.furtherEvidence.contains { !event($0).wasDone } ?? false
  }
}

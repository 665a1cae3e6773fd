import Conditions
import Histories
import Procedures
import Replay
import Testing

/// A step that may come and need not is not supposed where steps that the procedure requires lead to what happened.
@Suite struct `Steps that nobody recorded` {
  private static let record = """
    history: review_without_letter
    title: A review of pre-proceedings, and no letter
    procedure: england
    children: {child: {}}
    complete for: [letter_before_proceedings_sent, pre_proceedings_meeting_held, decision_to_issue_recorded]
    observed until: 2023-07-31
    events:
      - {id: planning, event: legal_planning_held, when: 2023-03-01}
      - {id: start, event: pre_proceedings_started, when: 2023-03-08}
      - {id: review, event: pre_proceedings_review_held, when: 2023-05-10}
    """

  @Test func `A review without letter and meeting passes them over, and makes up no decision to go to court`() throws {
    let told = try Simulation.replay(Self.record, name: "record.yaml", by: Simulation.national)
    let finding = try #require(told.findings["review_without_letter/child/pre_proceedings.missed_transition/review#1"])
    #expect(finding.kind == .missedTransition && finding.certainty == .certain)
    let workflow = told.procedure.workflows[finding.workflow]
    let steps = (finding.departure?.jumped ?? []).map { workflow.transitions[$0].cue }
    let events = ["letter_before_proceedings_sent", "pre_proceedings_meeting_held"].compactMap {
      told.procedure.vocabulary.event(named: $0)
    }
    #expect(steps == events.map { .events([$0]) })
    #expect(told.statesEntered(in: "pre_proceedings").contains { $0.hasSuffix("to_issue") } == false)
  }

  @Test func `Where the record leaves the decision open, that letter and meeting were passed over is only possible`() throws {
    let record = Self.record.replacing(", decision_to_issue_recorded]", with: "]")
    let told = try Simulation.replay(record, name: "record.yaml", by: Simulation.national)
    let finding = try #require(told.findings["review_without_letter/child/pre_proceedings.missed_transition/review#1"])
    #expect(finding.kind == .missedTransition && finding.certainty == .possible)
  }

  /// In none of the reviews is a child held to be on the way to court before a decision that the record has.
  @Test(arguments: ["ava", "matt", "theo"]) func `Nobody is on the way to court by a decision that is nowhere`(_ name: String)
    throws
  {
    let told = try Simulation.replay(Simulation.text("simulations/\(name).yaml"), name: name, by: Simulation.national)
    let decision = try #require(told.procedure.vocabulary.event(named: "decision_to_issue_recorded"))
    let stays = told.replay.stays.filter {
      told.name(of: $0).hasPrefix("pre_proceedings.") && told.name(of: $0).hasSuffix(".to_issue")
    }
    #expect(stays.isEmpty == (name != "theo"))
    for stay in stays {
      let entering = try #require(stay.enteringEvent)
      #expect(told.event(entering).event == decision, "\(told.event(entering).identifier)")
    }
  }
}

extension ReplayedCase {
  /// A state with the states around it and its workflow.
  fileprivate func name(of stay: Stay) -> String {
    let workflow = procedure.workflows[stay.state.workflow]
    var names = [workflow.states[stay.state.state].name]
    var parent = workflow.states[stay.state.state].parent
    while let around = parent {
      names.insert(workflow.states[around].name, at: 0)
      parent = workflow.states[around].parent
    }
    return ([workflow.name] + names).joined(separator: ".")
  }

  fileprivate func statesEntered(in workflow: String) -> [String] {
    replay.stays.map(name).filter { $0.hasPrefix("\(workflow).") }
  }
}

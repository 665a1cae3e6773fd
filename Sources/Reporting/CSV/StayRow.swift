import Conditions
import Histories
import Procedures
import Replay

/// A stay of a child in a state, in the table of states.
struct StayRow: CaseRow {
  let stay: Stay
  let reported: ReportedCase

  var child: Int { stay.child }

  private var workflow: Workflow { reported.procedure.workflows[stay.state.workflow] }

  static var columns: [Column] {
    let state: [Column] = [
      Column("workflow") { .text($0.workflow.name) },
      Column("state") { .text($0.workflow.states[$0.stay.state.state].path) },
      Column("episode") { .number($0.stay.episode) },
    ]
    let entered = [Column("entered_with") { .optional($0.reported.identifier(ofEvent: $0.stay.enteringEvent)) }]
    let left: [Column] = [
      Column("left_with") { .optional($0.reported.identifier(ofEvent: $0.stay.leavingEvent)) },
      Column("still_there") { .truth($0.stay.left == nil) },
    ]
    let stay = subject + state + ends("entered") { $0.stay.entered } + entered
    return stay + ends("left") { $0.stay.left } + left + ends("observed_until") { $0.reported.observedUntil }
  }
}

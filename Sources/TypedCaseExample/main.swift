import CaseRecords
import EnglandProcedure

// A case as a program records it. An event, attribute, role or word that the procedure does not have would not compile.
var record = EnglandRecord("example", title: "An example of a typed case")
let child = record.child("child")

let conference = record.record(
  .childProtectionConferenceHeld(kind: .initial, outcome: .plan), when: .on(2019, 4, 1))

// "About six weeks later", with what is known of who came: nothing is said of the father.
record.record(
  .coreGroupHeld(attended: .known(some: [.socialWorker, .mother], not: [.healthVisitor])),
  when: .later(.about(.weeks(6)), than: conference))

record.record(
  .socialWorkVisitAttempted(outcome: .noReply, announced: false), when: .within(.early(.month(2019, 6))))
record.isComplete(for: [.coreGroupHeld, .socialWorkVisitAttempted])
record.observed(until: .on(2019, 7, 31))

let replayed = try record.replay()
for finding in replayed.findings where !finding.isNotRecorded {
  print("\(finding.kind), \(finding.isCertain ? "certain" : "possible"): \(finding.sentence)")
  if let rule = finding.rule { print("  \(rule)") }
}

if case .onPlan? = replayed.states(of: child, in: England.States.ChildProtectionPlan.self) {
  print("When the record ends, the child is on a child protection plan.")
}

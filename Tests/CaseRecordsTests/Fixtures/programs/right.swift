import CaseRecords
import EnglandProcedure

func rightWords() throws -> Bool {
  var record = EnglandRecord("right")
  let (older, younger) = (record.child("older"), record.child("younger"))
  let conference = record.record(
    .childProtectionConferenceHeld(kind: .initial, outcome: .plan), for: [older], when: .on(2019, 4, 1))
  record.record(
    .coreGroupHeld(attended: .known(some: [.socialWorker], not: [.healthVisitor])),
    when: .later(.almost(.weeks(2)), than: conference))
  record.starts(younger, in: England.States.PreProceedings.inPreProceedings(.letterSent))
  record.isComplete(for: [.coreGroupHeld])
  return try record.replay().states(of: older, in: England.States.ChildProtectionPlan.self) == .ended
}

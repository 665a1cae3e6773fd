import CaseRecords
import EnglandProcedure

func wrongRole() -> England.Event {
  .coreGroupHeld(attended: [.socialWorker, .headTeacher])  // error: 'England.Role' has no member 'headTeacher'
}

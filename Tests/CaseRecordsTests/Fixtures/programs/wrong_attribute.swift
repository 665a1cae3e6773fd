import CaseRecords
import EnglandProcedure

func wrongAttribute() -> England.Event {
  .coreGroupHeld(quorum: true)  // error: extra argument 'quorum' in call
}

func attributeOfAnotherType() -> England.Event {
  .coreGroupHeld(attended: true)  // error: expected argument type 'Members<England.Role>'
}

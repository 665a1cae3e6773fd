import CaseRecords
import EnglandProcedure

func unknownEvent(_ record: inout EnglandRecord) {
  record.record(.coreGroupHeldAgain(), when: .on(2019, 4, 1))  // error: 'England.Event' has no member 'coreGroupHeldAgain'
}

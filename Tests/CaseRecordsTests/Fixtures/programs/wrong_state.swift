import CaseRecords
import EnglandProcedure

func wrongState(_ record: inout EnglandRecord, _ child: RecordedChild) {
  record.starts(child, in: England.States.PreProceedings.courtIsAsked)  // error: has no member 'courtIsAsked'
}

import CaseRecords
import EnglandProcedure

func wrongWord() -> England.Event {
  .childProtectionConferenceHeld(kind: .second)  // error: has no member 'second'
}

func wordOfAnotherList() -> England.Event {
  let outcome = England.Words.ChildProtectionConferenceHeldOutcome.plan
  return .childProtectionConferenceHeld(kind: outcome)  // error: cannot convert value of type
}

import CivilTime
import Conditions

extension SampleCase {
  /// A case of which a good deal was not recorded.
  ///
  /// The event at hand is a visit on the doorstep on 2020-03-10; a plan of 2020-02-03 opened the clock. Recorded before:
  /// a conference (1), a plan (2), three visits (3 inside, 4 no reply, 5 without a word on how it went), a core group (6)
  /// of which three invitations are known and only some who came. The record is complete for visits, core groups and
  /// pregnancies and for nothing else.
  static func halfKnown() -> SampleCase {
    let known = SampleCase()
    let name = SampleProcedure.attribute
    known.this = [
      name("outcome"): .choice("doorstep", of: SampleProcedure.outcomes), name("announced"): .truth(true),
      name("pages"): .number(from: 2, to: 4),
    ]
    known.thisHappened = .day("2020-03-10")
    known.trigger = [
      name("visits_every"): .duration(DurationRange(least: Period(8, .day), most: nil)), name("due"): .day("2020-03-02"),
      name("note"): .text("urgent"), name("by"): .choice("mother", of: SampleProcedure.roles),
    ]
    known.triggerHappened = .day("2020-02-03")
    known.occurrences = [
      Occurrence(
        number: 1, event: 2,
        attributes: [
          name("kind"): .choice("initial", of: SampleProcedure.kinds),
          name("outcome"): .choice("plan", of: SampleProcedure.endings), name("quorate"): .truth(true),
        ], happened: exact("2020-01-20")),
      Occurrence(number: 2, event: 4, attributes: known.trigger, happened: exact("2020-02-03")),
      Occurrence(
        number: 3, event: 0,
        attributes: [
          name("outcome"): .choice("inside", of: SampleProcedure.outcomes), name("child_seen"): .truth(true),
        ], happened: exact("2020-02-10")),
      Occurrence(
        number: 4, event: 0,
        attributes: [
          name("outcome"): .choice("no_reply", of: SampleProcedure.outcomes), name("child_seen"): .truth(false),
        ], happened: exact("2020-02-17")),
      Occurrence(number: 6, event: 1, attributes: coreGroup, happened: exact("2020-02-18")),
      Occurrence(number: 5, event: 0, happened: DateValue("2020-02-20", "2020-02-29", at: 5)),
    ]
    known.complete = [0, 1, 3]
    known.states = [StateReference(workflow: 0, state: 2): .yes, StateReference(workflow: 0, state: 3): .unknown]
    known.facts = [.unborn: .truth(false), .known: .day("2020-01-01"), .born: .day("2019-12-24")]
    known.siblings = [7, 8]
    known.statesOfChildren = [7: [StateReference(workflow: 2, state: 2): .yes]]
    known.factsOfChildren = [7: [.unborn: .truth(false)], 8: [.unborn: .truth(true), .born: .null]]
    known.parameters = [0: .duration(DurationRange(Period(10, .workingDay))), 1: .number(2)]
    known.clocks = [.running: .number(1), .overdue: .number(from: 0, to: 1), .due: .null]
    known.today = .day("2020-03-10")
    return known
  }

  private static var coreGroup: [AttributeIndex: Value] {
    let name = SampleProcedure.attribute
    return [
      name("attended"): .set(some: ["mother"], not: ["health_visitor"], of: SampleProcedure.roles),
      name("invited"): .set(["mother", "health_visitor", "school"], of: SampleProcedure.roles),
      name("minutes_agreed"): .truth(true), name("pages"): .number(12),
    ]
  }

  private static func exact(_ iso: String) -> DateValue { DateValue(Day(iso: iso) ?? Day(number: 0)) }
}

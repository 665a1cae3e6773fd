import Conditions
import Diagnostics
import Testing

@Suite struct `What the language of conditions accepts` {
  @Test(arguments: [
    #"this.outcome = "doorstep""#, #""doorstep" = this.outcome"#, "this.child_seen", "not(this.child_seen)",
    "this.child_seen = false and this.announced", #"this.by = "social_worker" or this.by = "police""#,
    #"this.outcome in ("inside", "doorstep")"#, #"this.outcome in ["inside", "doorstep"]"#,
    #"list contains(["inside", "doorstep"], this.outcome)"#,
    "count(visit_attempted[child_seen = false]) >= 2", #"count(visit_attempted[outcome = "no_reply"]) > least_visits"#,
    "occurred(conference_held)", #"occurred(conference_held[kind = "initial" and quorate])"#,
    "occurred(ever(care_proceedings_issued))", #"occurred(ever(visit_attempted[by = "police"]))"#,
    #"list contains(latest(core_group_held).attended, "mother")"#, #""mother" in latest(core_group_held).attended"#,
    #"some r in latest(core_group_held).invited satisfies r = "school""#,
    "every r in latest(core_group_held).invited satisfies list contains(latest(core_group_held).attended, r)",
    "count(latest(core_group_held).attended) >= 3",
    #"count(since(visit_attempted[outcome = "no_reply"], visit_attempted[outcome = "inside"])) < 3"#,
    "legal_order.interim_supervision_order", "in_pre_proceedings", "letter_sent", "in_pre_proceedings.letter_sent",
    "pre_proceedings.letter_sent", "child_protection_plan.on_plan.reviewed", "child_protection_plan.reviewed",
    "some s in siblings satisfies s.pre_proceedings.in_pre_proceedings", "count(siblings[unborn]) > 0",
    "some s in siblings satisfies s.unborn and s.known < today", "count(siblings[legal_order.care_order]) = 1",
    "unborn", "child.born <= today", "child.known < this.happened", "known(child.born)",
    "this.happened - trigger.happened <= duration(\"P10D\")", "this.happened <= trigger.happened + duration(\"P3M\")",
    "this.happened < add working days(trigger.happened, 10)",
    "working days between(trigger.happened, this.happened) <= 15", "trigger.happened + first_core_group >= today",
    "trigger.visits_every <= first_core_group", "trigger.due < today", #"trigger.note = "urgent""#,
    "running(overall_limit) > 0", "overdue(pre_proceedings.progress) = 0",
    "due(child_protection_plan.core_group_due) < today", "latest(visit_attempted).happened < today",
    "visit_attempted[1].happened < visit_attempted[-1].happened", "count(visit_attempted[happened < today]) = 0",
    "count(visit_attempted[item.child_seen]) = 1", #"count(visit_attempted[by = this.by]) = 1"#,
    "if this.child_seen then this.announced else true", #"(if this.child_seen then "inside" else "doorstep") = this.outcome"#,
    "this.happened in [date(\"2020-01-01\")..date(\"2021-01-01\"))", "this.pages between 1 and 10 and this.child_seen",
    "this.pages in (< 3, [5..7], 9)", "this.happened >= @\"2020-01-01\"", "max(this.pages, 3) = 3",
    "sum([1, this.pages]) > 2 ** 3", "abs(this.pages - 5) < 2", "all([this.child_seen, true])", "any(this.child_seen, false)",
    "visit_attempted[child_seen][1].announced", #"count(["a", "b"]) = 2"#, "[1, 2] = [1, 2]", "-(this.pages) < 0",
    "some v in visit_attempted satisfies some c in conference_held satisfies v.happened > c.happened and c.quorate",
    "some v in visit_attempted, c in conference_held satisfies v.happened > c.happened",
    #"years and months duration(child.born, today) < duration("P16Y")"#, #"day of week(this.happened) in ("Saturday", "Sunday")"#,
    "sum(for v in visit_attempted return v.pages) / count(visit_attempted) > 2", #"contains(lower case(trigger.note), "urgent")"#,
    "some n in [1, 2] satisfies visit_attempted[n].child_seen", "is(this.outcome, \"doorstep\")",
    "index of(for v in visit_attempted return v.outcome, \"doorstep\") = [1]",
    "index of([\"mother\", \"father\"], this.by) = [2]",
    "(this.happened - trigger.happened) / 2 > @\"P3D\"", "before(this.happened, [trigger.happened..today])",
    "count(distinct values(for v in visit_attempted return v.by)) > 1", "{late: this.pages > 3}.late",
    "this.pages instance of number",
    "count(visit_attempted[count(conference_held[happened < today]) > 0]) > 0",
  ])
  func `A condition that the procedure gives a meaning`(text: String) {
    let (condition, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
    #expect(faults.isEmpty, "\(faults)")
    #expect(condition?.type == .truth)
    #expect(condition?.text == text)
  }
}

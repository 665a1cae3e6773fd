import Conditions
import Diagnostics
import Testing

@Suite struct `What the language of conditions rejects` {
  @Test(arguments: [
    // The text.
    ("", "PL3001@1"), ("this.child_seen and", "PL3001@20"), ("this.child_seen this.announced", "PL3001@17"),
    ("this.pages > 3 ? 1", "PL3002@16"), ("'inside' = this.outcome", "PL3002@1"), (#"this.outcome = "inside"#, "PL3003@16"),
    ("(this.child_seen", "PL3004@1"), ("count(visit_attempted", "PL3004@6"), ("visit_attempted[child_seen", "PL3004@16"),
    (#"this.note = "a\q""#, "PL3005@15"), (#"today = date("2021-02-29")"#, "PL3005@14"),
    (#"today = date(this.outcome)"#, "PL3202@14"), (#"trigger.visits_every = duration("P1Y2D")"#, "PL3005@33"),
    (#"trigger.visits_every = duration("P2W")"#, "PL3005@33"), ("this.pages = 10days", "PL3005@14"),
    ("for v in visit_attempted return v.child_seen", "PL3204@1"), ("[1..5]", "PL3204@1"), ("this.pages in [1..5", "PL3001@20"),
    ("if this.child_seen then true", "PL3001@29"), ("some v in visit_attempted", "PL3001@26"), ("and = 1", "PL3001@1"),
    ("this.pages instance of integer", "PL3106@24"), ("count(l: visit_attempted) = 1", "PL3103@7"),
    ("{a: 1} = 1", "PL3203@1"), ("this.pages < > 3", "PL3001@14"),
    // Names.
    ("visit_attemptd", "PL3101@1"), ("occurred(visit_atempted)", "PL3101@10"), ("child_seen = true", "PL3101@1"),
    ("this.outcome = doorstep", "PL3101@16"), ("counts(visit_attempted) = 1", "PL3102@1"),
    ("text length(trigger.note) = 1", "PL3102@1"), ("this.child_sen", "PL3103@6"), ("this.quorate", "PL3103@6"),
    ("legal_order.care_ordr", "PL3103@13"), ("latest(conference_held).child_seen", "PL3103@25"),
    ("visit_attempted.child_seen", "PL3103@17"), ("some s in siblings satisfies s.care_order", "PL3103@32"),
    ("some s in siblings satisfies s.legal_order.care_orders", "PL3103@44"), ("child.age > 1", "PL3103@7"),
    ("today.hour = 20", "PL3103@7"), ("waiting", "PL3104@1"), ("pre_proceedings.waiting", "PL3104@1"),
    ("stepped_down > 1", "PL3104@1"), ("each = \"police\"", "PL3101@1"), ("legal_order", "PL3001@1"), ("this = 1", "PL3001@1"),
    ("child.born < today and item.x", "PL3101@24"), ("running(overall_limits) = 1", "PL2106@9"),
    ("running(core_group_due) = 1", "PL2106@9"), ("running(1 + 1) = 1", "PL3202@9"),
    // Types.
    ("visit_attempted", "PL3208@1"), ("not(visit_attempted)", "PL3208@5"), ("unborn and conference_held[quorate]", "PL3208@12"),
    ("visit_attempted[conference_held]", "PL3208@17"), ("this.pages", "PL3204@1"), ("1", "PL3204@1"), ("null", "PL3204@1"),
    ("this.child_seen and this.by", "PL3204@21"), ("if this.pages then true else false", "PL3204@4"),
    ("this.outcome = \"banana\"", "PL3205@16"), ("this.outcome in (\"inside\", \"banana\")", "PL3205@28"),
    ("list contains(latest(core_group_held).attended, \"banana\")", "PL3205@49"),
    ("list contains(latest(core_group_held).attended, \"mothr\")", "PL3205@49"),
    ("\"banana\" in latest(core_group_held).attended", "PL3205@1"),
    ("list contains([\"inside\", \"banana\"], this.outcome)", "PL3205@26"),
    ("some r in latest(core_group_held).invited satisfies r = \"banana\"", "PL3205@57"),
    ("this.pages = \"3\"", "PL3203@1"), ("this.child_seen = 1", "PL3203@1"), ("this.outcome < \"inside\"", "PL3203@1"),
    ("this.happened > \"2020-01-01\"", "PL3203@1"), ("this.outcome = latest(conference_held).outcome", "PL3203@1"),
    ("visit_attempted > 1", "PL3203@1"), ("latest(core_group_held).attended = \"mother\"", "PL3203@1"),
    ("this.happened + 3 > today", "PL3203@1"), ("first_core_group + first_core_group = first_core_group", "PL3203@1"),
    ("today + @\"PT36H\" > today", "PL3203@1"), ("this.pages ** this.pages = 1", "PL3203@15"), ("-today < today", "PL3203@2"),
    ("this.happened - today <= duration(\"P1M\")", "PL3203@1"), ("[1, true] = [1, 2]", "PL3203@5"),
    ("duration(\"P1M\") < duration(\"P31D\")", "PL3203@1"), ("(if true then 1 else \"a\") = 1", "PL3203@22"),
    ("this.child_seen = null", "PL3207@19"), ("null != this.outcome", "PL3207@1"), ("this.pages in (1, null)", "PL3207@19"),
    ("first_core_group = null", "PL3207@20"), ("today != null", "PL3207@10"), ("1 in (null, least_visits)", "PL3207@7"),
    ("list contains([least_visits], null)", "PL3207@31"), ("string(this.outcome) = \"doorstep\"", "PL3202@8"),
    ("string([this.by]) = \"[mother]\"", "PL3202@8"), ("is(this.outcome, \"doorstp\")", "PL3205@18"),
    ("is(\"doorstp\", this.outcome)", "PL3205@4"), ("is(this.outcome, this.by)", "PL3203@1"), ("is(this.by, 1)", "PL3203@1"),
    ("is(this.outcome, latest(conference_held).outcome)", "PL3203@1"),
    ("count(index of([1, 2], this.outcome)) = 1", "PL3203@7"),
    ("string join(for v in visit_attempted return v.outcome, \", \") = \"\"", "PL3202@13"),
    ("count(distinct values(for v in core_group_held return v.attended)) = 1", "PL3202@23"),
    ("count(reverse(for v in visit_attempted return v)) = 1", "PL3202@15"),
    ("working days between(to: today, from: this.happened) = 1", "PL3103@22"), ("running(rule: progress) = 1", "PL3103@9"),
    ("this.child_seen and null", "PL3204@21"), ("null or not(this.child_seen)", "PL3204@1"),
    ("occurred(visit_attempted[null])", "PL3204@26"), ("this.pages between null and 5", "PL3207@20"),
    ("this.pages in [null..5]", "PL3207@16"), ("(today - this.happened) / 2 = null", "PL3207@31"),
    ("known({a: this.pages})", "PL3202@7"), ("known([this.pages])", "PL3202@7"), ("known([1..this.pages])", "PL3202@7"),
    ("list contains([this.pages, 2], null)", "PL3207@32"), ("this.pages[1] = 1", "PL3206@1"),
    ("latest(core_group_held).attended[item = \"mother\"] = 1", "PL3206@1"),
    ("some x in this.pages satisfies true", "PL3206@11"), ("count(this.pages) = 1", "PL3202@7"),
    ("occurred(siblings)", "PL3202@10"), ("latest(this.pages) = 1", "PL3202@8"), ("known(visit_attempted)", "PL3202@7"),
    ("ever(latest(visit_attempted))", "PL3202@6"), ("sum([true]) = 1", "PL3202@5"), ("max([true]) = 1", "PL3202@5"),
    ("abs(today) = 1", "PL3202@5"), ("working days between(today, 3) = 1", "PL3202@29"),
    ("add working days(\"2020-01-01\", 3) = today", "PL3202@18"), ("not(true, false)", "PL3201@1"), ("count() = 1", "PL3201@1"),
    ("count(visit_attempted, conference_held) = 1", "PL3201@1"), ("max() = 1", "PL3201@1"),
  ])
  func `A condition without a meaning is told at its place`(text: String, codeAndColumn: String) {
    let (condition, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
    #expect(condition == nil)
    #expect(faults.map(\.codeAndColumn) == [codeAndColumn], "\(faults.map { ($0.codeAndColumn, $0.message) })")
    #expect(faults.allSatisfy { $0.place.line == samplePlace.line && $0.place.file == samplePlace.file })
  }

  @Test(arguments: [
    ("list contains(latest(core_group_held).attended, \"mothr\")", "Did you mean \"mother\"?"),
    ("occurred(visit_atempted)", "Did you mean \"visit_attempted\"?"), ("this.child_sen", "Did you mean \"child_seen\"?"),
    ("this.outcome = \"dorstep\"", "Did you mean \"doorstep\"?"),
    ("this.outcome = \"banana\"", "Use one of inside, doorstep, no_reply, refused."),
    ("child_seen = true", "Write this.child_seen."), ("this.outcome = doorstep", "Write it in double quotes: \"doorstep\"."),
    ("visit_attempted", "Write occurred(visit_attempted) or count(visit_attempted) > 0."),
    ("matches(this.outcome, \"i.*\")", "Use contains, starts with or ends with."), ("now() = today", "Write today."),
    ("count(lst: visit_attempted) = 1", "Did you mean \"list\"?"), ("today.yaer = 2020", "Did you mean \"year\"?"),
    ("running(progres) = 1", "Did you mean \"progress\"?"), ("ocurred(visit_attempted)", "Did you mean \"occurred\"?"),
    ("legal_order.care_ordr", "Did you mean \"care_order\"?"),
    ("count(visit_attempted[child_sen]) = 1", "Did you mean \"child_seen\"?"),
    (
      "visit_attempted.child_seen",
      "Write latest(visit_attempted).child_seen for the last of them, or visit_attempted[...] for those that you mean."
    ),
  ])
  func `A fault comes with its mend`(text: String, mend: String) {
    let (_, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
    #expect(faults.map(\.mend) == [mend])
  }

  @Test func `Every fault of an expression is told, not only the first`() {
    let text = #"this.child_sen and this.outcome = "banana" or occurred(visit)"#
    let (_, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
    #expect(faults.map(\.codeAndColumn) == ["PL3103@6", "PL3205@35", "PL3101@56"])
  }

  @Test func `A place counts characters, not bytes`() {
    let (_, faults) = reading { $0.condition("\"\u{E9}\u{1F600}\" = \"x\" and 1", at: samplePlace, into: &$1) }
    #expect(faults.map(\.codeAndColumn) == ["PL3204@16"])
    #expect(faults.map(\.place.length) == [1])
  }

  @Test func `Where there is no event at hand, this has no meaning`() {
    let (_, faults) = reading(in: .sample { $0.this = nil }) { $0.condition("this.child_seen", at: samplePlace, into: &$1) }
    #expect(faults.map(\.codeAndColumn) == ["PL3105@1"])
    let (_, others) = reading(in: .sample { $0.trigger = nil }) {
      $0.condition("trigger.due < today", at: samplePlace, into: &$1)
    }
    #expect(others.map(\.codeAndColumn) == ["PL3105@1"])
  }

  @Test func `A clock that a state opened has a date and no attributes`() {
    let (dated, none) = reading(in: .sample { $0.trigger = [] }) {
      $0.condition("trigger.happened < today", at: samplePlace, into: &$1)
    }
    #expect(dated != nil && none.isEmpty)
    let (_, faults) = reading(in: .sample { $0.trigger = [] }) { $0.condition("trigger.due < today", at: samplePlace, into: &$1) }
    #expect(faults.map(\.codeAndColumn) == ["PL3103@9"])
  }

  @Test(arguments: [
    ("this.pages > 1", ""), ("this.happened < today", ""), ("this.child_seen", "PL3103@6"),
    ("this.outcome = \"inside\"", "PL3103@6"),
  ])
  func `What may be one of several events has only what all of them have`(text: String, fault: String) {
    let (_, faults) = reading(in: .sample { $0.this = [0, 1] }) { $0.condition(text, at: samplePlace, into: &$1) }
    #expect(faults.map(\.codeAndColumn).joined() == fault)
  }

  @Test func `One attribute name with two types is not one attribute`() {
    let (_, faults) = reading(in: .sample { $0.this = [0, 2] }) {
      $0.condition("this.outcome = \"plan\"", at: samplePlace, into: &$1)
    }
    #expect(faults.map(\.codeAndColumn) == ["PL3103@6"])
    #expect(faults.first?.message.contains("not the same attribute") == true)
  }

  @Test(arguments: [
    "(", "-", "[", "x in (", "not(", "if a then ", "some x in y satisfies ", "a[", "1 in [x in [", "]", "{a: ",
    "for x in a return ", "for x in 1..", "(< ", "x instance of list<", "f(a: ", "null = (",
  ])
  func `Text without end or measure is refused and not followed`(opening: String) {
    let (condition, faults) = reading {
      $0.condition(String(repeating: opening, count: 20_000), at: samplePlace, into: &$1)
    }
    #expect(condition == nil)
    #expect(faults.count == 1)
  }

  @Test func `A long chain is refused before it can exhaust the stack`() {
    let chain = Array(repeating: "unborn", count: 5_000).joined(separator: " and ")
    let (_, faults) = reading { $0.condition(chain, at: samplePlace, into: &$1) }
    #expect(faults.map(\.code) == [.conditionSyntax])
    let short = Array(repeating: "unborn", count: 150).joined(separator: " and ")
    #expect(reading { $0.condition(short, at: samplePlace, into: &$1) }.result != nil)
  }
}

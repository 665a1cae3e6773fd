import CivilTime
import Conditions
import Diagnostics
import Testing

@Suite struct `Patterns, triggers, states and durations` {
  @Test(arguments: [
    ("visit_attempted", "visit_attempted"), (#"visit_attempted[outcome = "inside"]"#, "visit_attempted[…]"),
    ("visit_attempted[by = trigger.by and this.child_seen]", "visit_attempted[…]"),
    ("any of [conference_held, core_group_held]", "any(conference_held,core_group_held)"),
    ("all of [conference_held[quorate], any of [core_group_held]]", "all(conference_held[…],any(core_group_held))"),
    ("entering in_pre_proceedings", "entering 0.2"), ("leaving letter_sent", "leaving 0.3"),
    ("entering legal_order.care_order", "entering 2.2"),
    ("any of [entering stepped_down, plan_agreed]", "any(entering 0.7,plan_agreed)"),
  ])
  func `A pattern names events and states`(text: String, meaning: String) {
    let (pattern, faults) = reading { $0.pattern(text, at: samplePlace, into: &$1) }
    #expect(faults.isEmpty, "\(faults)")
    #expect(pattern.map(inWords) == meaning)
  }

  @Test(arguments: [
    ("", "PL2205@1"), ("any of conference_held", "PL2205@8"), ("any of []", "PL2205@9"),
    ("visit_attempted conference_held", "PL2205@17"), ("visit_attempted.due", "PL2205@16"), ("1", "PL2205@1"),
    ("any of [visit_attempted", "PL3004@8"), ("visit_attemptd", "PL2101@1"), ("letter_sent", "PL2101@1"),
    ("entering letter_snt", "PL2103@10"), ("entering waiting", "PL3104@10"), ("entering", "PL2101@1"),
    ("visit_attempted[child_sen]", "PL3101@17"), ("visit_attempted[this.quorate]", "PL3103@22"),
    (#"visit_attempted[outcome = "banana"]"#, "PL3205@27"), ("visit_attempted[1]", "PL3204@17"),
    ("visit_attempted[child_seen", "PL3004@16"), ("visit_attempted[]", "PL3001@17"), ("visit_attempted['x']", "PL3002@17"),
  ])
  func `A pattern without a meaning is told at its place`(text: String, codeAndColumn: String) {
    let (pattern, faults) = reading { $0.pattern(text, at: samplePlace, into: &$1) }
    #expect(pattern == nil)
    #expect(faults.map(\.codeAndColumn) == [codeAndColumn], "\(faults)")
  }

  @Test func `Every pattern of a list is looked at`() {
    let (_, faults) = reading { $0.pattern("any of [visit, meeting[x], entering y]", at: samplePlace, into: &$1) }
    #expect(faults.map(\.code) == [.unknownEvent, .unknownEvent, .unknownState])
    #expect(
      faults.prefix(2).map(\.mend) == Array(repeating: "Write an event of the vocabulary, or declare this one there.", count: 2))
  }

  @Test func `In the condition of a pattern a bare name is an attribute before it is anything else`() {
    let (pattern, _) = reading { $0.pattern("core_group_held[pages > this.pages]", at: samplePlace, into: &$1) }
    guard case .event(1, let condition?)? = pattern else {
      Issue.record("not the pattern of an event")
      return
    }
    let pages = SampleProcedure.attribute("pages")
    #expect(condition.expression == .compare(.greater, .this(pages), .this(pages)))
    #expect(condition.text == "pages > this.pages")
    #expect(condition.place == samplePlace.advanced(by: 16, length: 18))
  }

  @Test(arguments: [
    ("pregnancy_known.expected_birth", "date 3.8"), ("overdue overall_limit", "overdue 0"),
    ("overdue child_protection_plan.core_group_due", "overdue 2"), ("visit_attempted[child_seen]", "visit_attempted[…]"),
    ("entering none", "entering 0.0"),
  ])
  func `A trigger is a pattern, a date that an event carries, or another rule overdue`(text: String, meaning: String) {
    let (trigger, faults) = reading { $0.trigger(text, at: samplePlace, into: &$1) }
    #expect(faults.isEmpty, "\(faults)")
    let told: String? =
      switch trigger {
      case .pattern(let pattern): inWords(pattern)
      case .date(let event, let attribute): "date \(event).\(attribute)"
      case .overdue(let rule): "overdue \(rule)"
      case nil: nil
      }
    #expect(told == meaning)
  }

  @Test(arguments: [
    ("pregnancy_known.expected_brth", "PL2107@17"), ("visit_attempted.outcome", "PL2206@17"),
    ("pregnancy.expected_birth", "PL2101@1"), ("overdue overal_limit", "PL2106@9"), ("overdue core_group_due", "PL2106@9"),
    ("pregnancy_known.expected_birth.year", "PL2206@1"), ("pregnancy_known.expected_birth + 1", "PL2206@32"), ("", "PL2206@1"),
    ("overdue overall_limit 3", "PL2206@23"),
  ])
  func `A trigger without a meaning is told at its place`(text: String, codeAndColumn: String) {
    let (trigger, faults) = reading { $0.trigger(text, at: samplePlace, into: &$1) }
    #expect(trigger == nil)
    #expect(faults.map(\.codeAndColumn) == [codeAndColumn], "\(faults)")
  }

  @Test(arguments: [
    ("none", "0.0"), ("letter_sent", "0.3"), ("in_pre_proceedings.waiting", "0.5"), ("legal_order.none", "2.0"),
    ("waiting", "PL3104@1"), ("legal_ordr.none", "PL2103@1"), ("visit_attempted", "PL2103@1"),
    ("1", "PL3001@1"), ("none none", "PL3001@6"), ("stepped_down", "0.7"),
  ])
  func `A state is named by its path or the end of it`(text: String, told: String) {
    let (found, faults) = reading { $0.stateReference(text, at: samplePlace, into: &$1) }
    #expect(found.map { ["\($0.workflow).\($0.state)"] } ?? faults.map(\.codeAndColumn) == [told])
  }

  @Test(arguments: [
    ("in_pre_proceedings and not(legal_order.care_order or unborn)", ""), ("stepped_down", ""),
    ("in_pre_proceedings and this.child_seen", "PL2414@24"), ("occurred(visit_attempted)", "PL2414@1"),
    ("visit_attempted", "PL2414@1"), ("letter_snt", "PL2103@1"), ("none = true", "PL2414@1"), ("waiting", "PL3104@1"),
  ])
  func `A condition of states holds nothing else`(text: String, fault: String) {
    let (condition, faults) = reading { $0.stateCondition(text, at: samplePlace, into: &$1) }
    #expect(faults.map(\.codeAndColumn).joined() == fault)
    #expect((condition == nil) == !fault.isEmpty)
  }

  @Test(arguments: [
    ("10 working days", "10 working days"), ("1 month", "1 month"), (#"duration("P6D")"#, "6 days"),
    ("first_core_group", "parameter 0"), ("trigger.visits_every", "expression"),
    ("latest(plan_agreed).visits_every", "expression"), ("10 fortnights", "PL2202@1"), ("10", "PL2202@1"),
    ("least_visits", "PL2413@1"), ("first_core_grup", "PL3101@1"), ("today", "PL2413@1"),
    (#"duration("P1DT12H")"#, "36 hours"), (#"duration("PT90M")"#, "PL2413@1"),
    ("(today - this.happened) / 2", "PL2413@1"), ("years and months duration(this.happened, today)", "PL2413@1"),
  ])
  func `The length of a limit is a period, a parameter or an expression`(text: String, told: String) {
    let (term, faults) = reading { $0.durationOrPeriod(text, at: samplePlace, into: &$1) }
    let meaning: String? =
      switch term {
      case .literal(let period): period.description
      case .parameter(let parameter): "parameter \(parameter)"
      case .expression: "expression"
      case nil: nil
      }
    #expect(meaning.map { [$0] } ?? faults.map(\.codeAndColumn) == [told])
  }

  @Test(arguments: [
    ("agency in latest(core_group_held).invited", "agency"), (#"who in ["mother", "police"]"#, "who"),
    ("agency in visit_attempted", "PL2415@11"), ("agency of roles", "PL2415@8"), ("3 in roles", "PL2415@1"),
    (#"who in ["mother", "banana"]"#, "PL3205@19"), ("who in this.pages", "PL2415@8"),
  ])
  func `Each runs over a set or list of words`(text: String, told: String) {
    let (clause, faults) = reading { $0.each(text, at: samplePlace, into: &$1) }
    #expect(clause.map { [$0.name] } ?? faults.map(\.codeAndColumn) == [told], "\(faults)")
    if let clause { #expect(clause.member == .choice(SampleProcedure.roles)) }
  }

  @Test func `A member of each is known by its own name and as each`() {
    let each = ConditionScope.Each(name: "agency", type: .choice(SampleProcedure.roles))
    for text in [#"this.by = agency"#, #"each = "police""#, #"visit_attempted[by = agency][1].by = each"#] {
      let (condition, faults) = reading(in: .sample { $0.each = each }) { $0.condition(text, at: samplePlace, into: &$1) }
      #expect(condition != nil && faults.isEmpty, "\(faults)")
    }
  }

  @Test(arguments: [
    ("today", ConditionType.date, ""), ("today", .duration, "PL3209@1"), (#""mother""#, .choice(SampleProcedure.roles), ""),
    (#"["mother", "school"]"#, .set(SampleProcedure.roles), ""), (#"["banana"]"#, .set(SampleProcedure.roles), "PL3205@2"),
    (#""banana""#, .choice(SampleProcedure.roles), "PL3205@1"),
    ("latest(core_group_held).attended", .set(SampleProcedure.roles), ""),
  ])
  func `A value must have the type that its place expects`(text: String, type: ConditionType, fault: String) {
    let (value, faults) = reading { $0.value(text, at: samplePlace, expected: type, into: &$1) }
    #expect(faults.map(\.codeAndColumn).joined() == fault)
    #expect((value?.type == type) == fault.isEmpty)
  }

  @Test func `A condition, a pattern and a trigger tell every name they use`() {
    let text = #"occurred(visit_attempted[by = "police"]) and running(progress) > least_visits and letter_sent"#
    let references = reading { $0.condition(text, at: samplePlace, into: &$1) }.result?.references
    #expect(references?.events == [0])
    #expect(references?.attributes == [References.EventAttribute(event: 0, attribute: SampleProcedure.attribute("by"))])
    #expect(references?.choices == [References.ChoiceWord(list: SampleProcedure.roles, member: 3)])
    #expect(references?.rules == [1])
    #expect(references?.parameters == [1])
    #expect(references?.states == [StateReference(workflow: 0, state: 3)])
    let pattern = reading { $0.pattern("any of [visit_attempted[child_seen], entering none]", at: samplePlace, into: &$1) }
    #expect(pattern.result?.references.events == [0])
    #expect(pattern.result?.references.attributes.count == 1)
    #expect(pattern.result?.references.states == [StateReference(workflow: 0, state: 0)])
    let trigger = reading { $0.trigger("pregnancy_known.expected_birth", at: samplePlace, into: &$1) }
    #expect(trigger.result?.references.events == [3])
    #expect(trigger.result?.references.attributes.count == 1)
  }

  private func inWords(_ pattern: Pattern) -> String {
    switch pattern {
    case .event(let event, let condition): SampleProcedure.events[event].name + (condition == nil ? "" : "[…]")
    case .any(let patterns): "any(" + patterns.map(inWords).joined(separator: ",") + ")"
    case .all(let patterns): "all(" + patterns.map(inWords).joined(separator: ",") + ")"
    case .entering(let state): "entering \(state.workflow).\(state.state)"
    case .leaving(let state): "leaving \(state.workflow).\(state.state)"
    }
  }
}

import Conditions
import Procedures

/// A check that is made at an event, with what is known of it before the record is read.
struct EventCheck: BitwiseCopyable {
  /// What a check comes to as far as the event alone decides it.
  enum Outcome: BitwiseCopyable {
    case doesNotApply
    case held
    case notRecorded
    /// It is broken, or more than the event decides it.
    case open
  }

  let rule: Int32
  /// Its own among those who hear the event.
  let hooks: Places
  /// Whether nothing but what the event states decides it.
  let asksEventAlone: Bool
  /// The attributes of the event that it asks for, by their numbers modulo 64, bit by bit.
  let attributes: UInt64
  /// What it comes to where the event states none of them.
  let ofSilence: Outcome

  /// The bit of an attribute; of some it is the same, which only costs time.
  static func bit(_ attribute: Int32) -> UInt64 { 1 << UInt64(attribute & 63) }
}

extension EventCheck.Outcome {
  /// - Parameter applies: whether the check is to be made: that the event is heard, and what its `when` says.
  init(applies: Truth, required: Truth) {
    switch (applies, required) {
    case (.no, _): self = .doesNotApply
    case (_, .yes): self = .held
    case (.unknown, _), (.yes, .unknown): self = .notRecorded
    case (.yes, .no): self = .open
    }
  }
}

/// What a condition asks of the event at hand.
struct EventQuestion {
  /// The attributes, by their numbers modulo 64, bit by bit.
  var attributes: UInt64
  /// The answer where the event states none of them.
  var ofSilence: Truth
  /// Whether the event alone answers it where it states some.
  var asksEventAlone = true

  /// No condition.
  static let none = EventQuestion(attributes: 0, ofSilence: .yes)

  func joined(with other: EventQuestion, _ ofSilence: Truth) -> EventQuestion {
    EventQuestion(
      attributes: attributes | other.attributes, ofSilence: ofSilence,
      asksEventAlone: asksEventAlone && other.asksEventAlone)
  }
}

extension ConditionProgram {
  /// What a condition asks of the event at hand; `nil` where it asks for more even of an event that states nothing.
  func questionOfEvent(_ condition: CompiledCondition) -> EventQuestion? { questionOfEvent(condition.step) }

  private func questionOfEvent(_ step: Int32) -> EventQuestion? {
    switch steps[Int(step)] {
    case .thisIsTrue(let attribute), .thisIsOneOf(let attribute, _), .thisContains(let attribute, _),
      .thisIsEmpty(let attribute, _):
      return EventQuestion(attributes: EventCheck.bit(attribute), ofSilence: .unknown)
    case .thisIsKnown(let attribute): return EventQuestion(attributes: EventCheck.bit(attribute), ofSilence: .no)
    case .unlessStated(let attribute, _):
      return EventQuestion(attributes: EventCheck.bit(attribute), ofSilence: .unknown, asksEventAlone: false)
    case .constant(let truth): return EventQuestion(attributes: 0, ofSilence: Truth(truth))
    case .not(let inner):
      guard var question = questionOfEvent(inner) else { return nil }
      question.ofSilence = question.ofSilence.negated
      return question
    case .and(let a, let b):
      guard let a = questionOfEvent(a), let b = questionOfEvent(b) else { return nil }
      return a.joined(with: b, a.ofSilence.and(b.ofSilence))
    case .or(let a, let b):
      guard let a = questionOfEvent(a), let b = questionOfEvent(b) else { return nil }
      return a.joined(with: b, a.ofSilence.or(b.ofSilence))
    default: return nil
    }
  }
}

extension TableMaking {
  /// The checks among the hooks of an event, which are placed already; those of one rule stand side by side.
  func eventChecks(_ hooks: [Hook], at places: Places) -> [EventCheck] {
    var checks: [EventCheck] = []
    var next = 0
    while next < hooks.count {
      let own = hooks[next...].prefix { $0.rule == hooks[next].rule }
      checks.append(eventCheck(Array(own), at: Places(first: Int(places.first) + next, count: own.count)))
      next += own.count
    }
    return checks
  }

  private func eventCheck(_ hooks: [Hook], at places: Places) -> EventCheck {
    let rule = Int(hooks[0].rule)
    let unsettled = EventCheck(
      rule: hooks[0].rule, hooks: places, asksEventAlone: false, attributes: .max, ofSilence: .open)
    let compiled = rules[rule]
    guard compiled.during == nil, each[rule] == nil, isJudgedOnce(rule),
      let require = compiled.require.flatMap(program.questionOfEvent)
    else { return unsettled }
    var whole = EventQuestion(attributes: 0, ofSilence: .no)
    for hook in hooks {
      guard let heard = hook.condition.map(program.questionOfEvent) ?? EventQuestion.none else { return unsettled }
      whole = whole.joined(with: heard, whole.ofSilence.or(heard.ofSilence))
    }
    guard let when = compiled.when.map(program.questionOfEvent) ?? EventQuestion.none else { return unsettled }
    let applies = whole.ofSilence.and(when.ofSilence)
    whole = whole.joined(with: when, applies).joined(with: require, applies)
    return EventCheck(
      rule: hooks[0].rule, hooks: places, asksEventAlone: whole.asksEventAlone, attributes: whole.attributes,
      ofSilence: EventCheck.Outcome(applies: applies, required: require.ofSilence))
  }
}

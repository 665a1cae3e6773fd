import Conditions
import Histories
import Procedures
import Replay

/// Whom a sentence is about: the children and the members of the rule's `each`.
struct SentenceSubject {
  let children: [Int]
  let members: [String]
}

extension FindingSentence {
  func check(_ check: Check, _ judgement: Judgement, _ kind: FindingKind, _ subject: SentenceSubject) -> String {
    let moment = judgement.openingEvent.map(reported.named) ?? "that moment"
    let who = FindingSentence.named(subject.members)
    let found = found(check.require.expression, judgement, subject)
    switch kind {
    case .absent:
      let absent = who.isEmpty ? absent(check.require.expression, judgement, subject) : who
      return absent.isEmpty
        ? "Someone required to take part was absent from \(moment)\(found)."
        : "Absent from \(moment), though required to take part: \(absent)."
    case .notTold:
      return who.isEmpty
        ? "At \(moment) someone who must be told was not told\(found)."
        : "Not told at \(moment), though the rule requires it: \(who)."
    case .belowPlan:
      return "At \(moment) less was set than the rule requires\(found.isEmpty ? asked(check, judgement, subject) : found)."
    case .prematureEnd: return "\(moment) came before what must go before it\(found)."
    case .contingencyNotUsed: return "At \(moment) what the rule provides for such a case was not used\(found)."
    case .noOversight: return "At \(moment) the oversight that the rule requires did not take place\(found)."
    default: return "At \(moment) this did not hold\(FindingSentence.forMembers(subject.members))\(found)."
    }
  }

  func stretch(_ invariant: Invariant, _ judgement: Judgement) -> String {
    let from = judgement.openingEvent.map { "From \(reported.named($0))" } ?? "From the start"
    let until =
      judgement.ending == .restored
      ? judgement.closingEvent.map { "until \(reported.named($0))" } ?? "until it was mended"
      : judgement.ending == .observationEnded ? "to the end of the record" : "for as long as the rule applied"
    let overrun = judgement.lateness.map { ", \($0.inWords(judgement)) longer than allowed" } ?? ""
    let opposite = ConditionWords(reported).opposite(of: invariant.require.expression).map { ": \($0)" } ?? ""
    return "\(from) \(until) this did not hold\(overrun)\(opposite)."
  }
}

// MARK: - What the record shows

extension FindingSentence {
  /// What was found where the record shows it, behind a colon; empty where it does not.
  private func found(_ require: Expression, _ judgement: Judgement, _ subject: SentenceSubject) -> String {
    if let opposite = ConditionWords(reported, members: subject.members).opposite(of: require) { return ": \(opposite)" }
    guard let event = judgement.openingEvent else { return "" }
    let found = require.conjuncts.flatMap { clauses(of: $0, at: event, subject) }
    let told = found.reduce(into: [String]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
    return told.isEmpty ? "" : ": \(told.joinedInWords())"
  }

  private func clauses(of leaf: Expression, at event: Int, _ subject: SentenceSubject) -> [String] {
    // That something is recorded breaks nothing.
    if case .call(.known, _) = leaf { return [] }
    guard let (attribute, word) = leaf.membership else {
      return leaf.ownAttributes.compactMap { recorded($0, at: event, subject) }
    }
    guard let word, let set = value(of: attribute, at: event, subject), case .set(let stated) = set,
      stated.contains(word) == .no
    else { return [] }
    return ["\(reported.name(ofAttribute: attribute)) is recorded without \(self.word(word, of: attribute, at: event))"]
  }

  /// What the rule requires, where the record does not show by what it was missed: the condition in words, or what it reads.
  private func asked(_ check: Check, _ judgement: Judgement, _ subject: SentenceSubject) -> String {
    let require = check.require.expression
    let events = [judgement.openingEvent.map { reported.history.events[$0].event }].compactMap(\.self)
    if let demand = ConditionWords(reported, members: subject.members).demand(require, on: events) {
      return ", which is \(demand)"
    }
    let attributes = require.attributesRead.map(reported.name(ofAttribute:))
    return attributes.isEmpty ? "" : " of \(attributes.joinedInWords())"
  }

  /// Those whom the record shows absent, where the rule names them one by one.
  private func absent(_ require: Expression, _ judgement: Judgement, _ subject: SentenceSubject) -> String {
    guard let event = judgement.openingEvent else { return "" }
    return require.conjuncts.compactMap { leaf -> String? in
      guard let (attribute, asked) = leaf.membership, let asked,
        case .set(let stated)? = value(of: attribute, at: event, subject), stated.contains(asked) == .no
      else { return nil }
      return word(asked, of: attribute, at: event)
    }.joinedInWords()
  }

  private func recorded(_ attribute: AttributeIndex, at event: Int, _ subject: SentenceSubject) -> String? {
    guard let value = value(of: attribute, at: event, subject), value != .unknown,
      let type = reported.type(of: attribute, on: [reported.history.events[event].event])
    else { return nil }
    return "\(reported.name(ofAttribute: attribute)) is recorded as \(reported.inWordsWithRoles(value, of: type))"
  }

  /// What an entry states, where it states the same for all the children.
  private func value(of attribute: AttributeIndex, at event: Int, _ subject: SentenceSubject) -> Value? {
    let values = Set(subject.children.map { reported.value(of: attribute, at: event, child: $0) })
    return values.count == 1 ? values.first ?? nil : nil
  }

  /// A word of a set, with a role by its title.
  private func word(_ word: Int, of attribute: AttributeIndex, at event: Int) -> String {
    guard case .set(let choice)? = reported.type(of: attribute, on: [reported.history.events[event].event]) else {
      return "word \(word)"
    }
    return reported.inWordsWithRoles(.choice(word), of: .choice(choice))
  }
}

extension Expression {
  /// The conditions that must all hold.
  fileprivate var conjuncts: [Expression] {
    if case .and(let a, let b) = self { a.conjuncts + b.conjuncts } else { [self] }
  }

  /// The set of the event at hand in which a word is asked for; the word is `nil` where it is the member of `each`.
  fileprivate var membership: (attribute: AttributeIndex, word: Int?)? {
    guard case .call(.listContains, let arguments) = self, arguments.count == 2, let attribute = arguments[0].ownAttribute
    else { return nil }
    if case .constant(.choice(let word)) = arguments[1] { return (attribute, word) }
    return arguments[1] == .each ? (attribute, nil) : nil
  }
}

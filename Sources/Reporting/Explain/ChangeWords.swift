import CivilTime
import Conditions
import Exploration
import Histories
import Procedures
import Replay

/// Tells a change of a history in words.
struct ChangeWords {
  private let reported: ReportedCase
  private let finding: Finding

  init(_ reported: ReportedCase, of finding: Finding) {
    self.reported = reported
    self.finding = finding
  }

  /// "Had "Group held" (e3) been on Thu 18 Apr 2019, 3 working days earlier, this finding would not stand."
  func sentence(_ change: NearestChange) -> String {
    "Had \(edits(change)), \(effect(change.effect)). \(consequences(change))"
  }

  /// The edits alone, to stand behind "had" and before a comma.
  func edits(_ change: NearestChange) -> String { change.steps.map(inWords).joined(separator: ", and had ") }

  private func effect(_ effect: NearestChange.Effect) -> String {
    switch effect {
    case .avoided: "this finding would not stand"
    case .onlyPossible: "this finding would no longer be certain, only possible"
    }
  }

  /// What the change brings and what else it ends.
  func consequences(_ change: NearestChange) -> String {
    let brings: String
    switch change.brings.count {
    case 0: brings = "It brings no new finding"
    case 1: brings = "It brings a new finding, \(change.brings[0].identifier)"
    case let count:
      let told = change.brings.prefix(3).map(\.identifier).joined(separator: ", ")
      brings = "It brings \(count) new findings: \(told)\(count > 3 ? ", and \(count - 3) more" : "")"
    }
    guard change.alsoEnds > 0 else { return "\(brings)." }
    let joint = change.brings.isEmpty ? " and" : "; it"
    return "\(brings)\(joint) ends \(change.alsoEnds) \(change.alsoEnds == 1 ? "other" : "others")."
  }

  // MARK: - One edit

  private func inWords(_ step: NearestChange.Step) -> String {
    let before = reported.with(step.before)
    switch step.edit {
    case .move(let event, let time):
      return "\(before.named(event)) been \(before.inWords(time))\(step.distance.map { moved($0) } ?? "")"
    case .add(let added, _):
      let child = added.children & (1 << UInt64(finding.child)) == 0 ? " for the other child" : ""
      let stated = stating(added.attributes, of: added.event, joint: " with ")
      return "\(before.title(ofEvent: added.event))\(stated) come\(child) \(before.inWords(added.time))"
    case .restate(let event, _, let attributes):
      return "\(before.named(event)) stated\(stating(attributes, of: step.before.events[event].event, joint: " "))"
    case .confirm(let event, let time, let attributes):
      let stated = stating(attributes, of: step.before.events[event].event, joint: ", with ")
      return "\(before.named(event)), which is recorded as not done, been done \(before.inWords(time))\(stated)"
    }
  }

  /// "3 working days earlier", "between 16 and 19 days later"; nothing where the event stays within its days.
  private func moved(_ distance: ChangeDistance) -> String {
    let unit = distance.unit
    switch (distance.least, distance.most) {
    case (0, 0): return ""
    case (let least, let most) where most <= 0: return ", \(apart(-most, -least, unit)) earlier"
    case (let least, let most) where least >= 0: return ", \(apart(least, most, unit)) later"
    case (let least, let most):
      return ", from \(Period(-least, unit)) earlier to \(Period(most, unit)) later"
    }
  }

  private func apart(_ least: Int, _ most: Int, _ unit: Period.Unit) -> String {
    least == most ? Period(most, unit).description : "between \(least) and \(Period(most, unit))"
  }

  private func stating(_ attributes: [AttributeIndex: Value], of event: EventIndex, joint: String) -> String {
    let told = reported.stated(attributes, of: event).map { "\"\($0.0)\" \($0.1)" }
    return told.isEmpty ? "" : joint + told.joinedInWords()
  }
}

extension ReportedCase {
  /// What is stated of an event, in the order of the vocabulary, each attribute by its name with its value in words.
  func stated(_ attributes: [AttributeIndex: Value], of event: EventIndex) -> [(String, String)] {
    procedure.vocabulary.events[event].attributes.compactMap { attribute in
      attributes[attribute.index].map { (attribute.name.asWords, inWords($0.asFarAsStated, of: attribute.type)) }
    }
  }

  /// The same case with another history, whose numbers then name the events.
  func with(_ history: CaseHistory) -> ReportedCase {
    ReportedCase(procedure: procedure, history: history, words: words, replay: replay, asOf: asOf, origin: origin)
  }

  /// "on Thu 18 Apr 2019", "56 days after "Plan made" (e2)", "on the day of "Plan made" (e2)".
  func inWords(_ time: EditedTime) -> String {
    switch time {
    case .day(let day): "on \(day.inWords)"
    case .after(let event, 0): "on the day of \(named(event))"
    case .after(let event, -1): "on the day before \(named(event))"
    case .after(let event, let days):
      "\(Period(abs(days), .day)) \(days > 0 ? "after" : "before") \(named(event))"
    }
  }
}

extension Value {
  /// A set as if it were stated whole, so that of words that are not stated nothing is told.
  fileprivate var asFarAsStated: Value {
    if case .set(let set) = self { .set(PartialSet(whole: set.inside)) } else { self }
  }
}

import CivilTime
import Conditions
import Histories
import Procedures

extension ReportedCase {
  /// A value of the procedure or the history in words.
  func inWords(_ value: Value, of type: ConditionType) -> String {
    switch value {
    case .unknown: "not recorded"
    case .null: "none"
    case .truth(let truth): truth ? "yes" : "no"
    case .text(let text): "\"\(text)\""
    case .number(let range): ends(range.least?.description, range.most?.description)
    case .date(let date): (Span(earliest: date.earliest, latest: date.latest) ?? Span(date.earliest)).inWords
    case .duration(let range): ends(range.least.description, range.most?.description)
    case .choice(let index): word(index, of: type)
    case .set(let set): members(set, of: type)
    case .list(let values): values.map { inWords($0, of: element(of: type)) }.joinedInWords()
    case .occurrence(let number): named(number)
    case .occurrences(let list): list.items.map { named($0.occurrence) }.joinedInWords()
    case .child(let child): name(ofChild: child)
    case .children(let children): names(of: children)
    case .exact: value.written ?? "none"
    }
  }

  /// What was not recorded, in words: `child seen of e113`.
  func inWords(_ missing: MissingValue) -> String {
    switch missing {
    case .attribute(let attribute, let occurrence):
      let name = "\"\(procedure.vocabulary.attributeNames[attribute].asWords)\""
      return occurrence.map { "\(name) of \(history.events[$0].identifier)" } ?? name
    case .occurrences(let event):
      return "whether \(title(ofEvent: event)) happened: the record is not complete for it"
    case .attributeOfTrigger(let attribute):
      return "\"\(procedure.vocabulary.attributeNames[attribute].asWords)\" of what set the clock running"
    case .birth: return "the child's birth"
    case .state(let state): return "whether the child was in \(name(of: state))"
    case .parameter(let parameter): return "the value of \(procedure.parameters[parameter].name) on that day"
    case .clocks(let rule): return "how the clocks of \(procedure.rules[rule].fullName) stood"
    case .workingDays: return "the working days of a year that no calendar covers"
    }
  }

  private func ends(_ least: String?, _ most: String?) -> String {
    switch (least, most) {
    case (let least?, let most?): least == most ? least : "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any number"
    }
  }

  private func choice(of type: ConditionType) -> ChoiceType? {
    switch type {
    case .choice(let choice), .set(let choice): choice
    default: nil
    }
  }

  private func element(of type: ConditionType) -> ConditionType {
    if case .list(let element) = type { element } else { type }
  }

  private func word(_ index: Int, of type: ConditionType) -> String {
    guard let choice = choice(of: type), choice.members.indices.contains(index) else { return "word \(index)" }
    return choice.members[index].asWords
  }

  private func members(_ set: PartialSet, of type: ConditionType) -> String {
    let all = choice(of: type)?.members ?? []
    let inside = all.indices.filter { set.contains($0) == .yes }.map { all[$0].asWords }
    guard all.indices.contains(where: { set.contains($0) == .unknown }) else {
      return inside.isEmpty ? "none" : inside.joinedInWords()
    }
    let outside = all.indices.filter { set.contains($0) == .no }.map { "not \(all[$0].asWords)" }
    return (inside + outside).joinedInWords() + "; the rest not recorded"
  }
}

import CivilTime
import Conditions
import Diagnostics
import Exploration
import Procedures

/// Something that the search for drift claims, at the place in the procedure that it is about.
struct DriftClaim {
  let code: DiagnosticCode
  let place: Place
  /// What is claimed, then the example, line by line.
  let lines: [String]
  /// The names of what it is about, which tell it from every other claim.
  let subject: [String]
  /// Other places that it is about, with what stands there.
  let related: [(place: Place, name: String)]
}

extension DriftReport {
  /// The holes, alone and beside other states; the clocks that outlive their workflow; the timescales that cannot be met
  /// together.
  var claims: [DriftClaim] {
    answers.compactMap { hole($0, beside: nil) } + outliving.map(claim) + together.map(claim)
      + beside.flatMap { section in section.answers.compactMap { hole($0, beside: section.state) } }
  }

  private func hole(_ answer: DriftAnswer, beside other: StateReference?) -> DriftClaim? {
    guard case .hole(let example) = answer.standing else { return nil }
    let state = procedure.workflows[answer.state.workflow].states[answer.state.state]
    let name = procedure.name(of: answer.state)
    let meanwhile = other.map { " while it is in \(procedure.name(of: $0))" } ?? ""
    return claim(
      .driftHole, state.place,
      "a child can rest in \(name) for good\(meanwhile) with no clock running that is about the same workflow.",
      ["For example:"] + shown.lines(of: example), about: [name] + [other].compactMap { $0.map(procedure.name) })
  }

  private func claim(_ clock: OutlivingClock) -> DriftClaim {
    let rule = procedure.rules[clock.rule]
    return claim(
      .clockOutlivesWorkflow, rule.place, "the clock of \(rule.fullName) runs on when its workflow has come to its end.",
      ["For example:"] + shown.lines(of: clock.example), about: [rule.fullName])
  }

  private func claim(_ conflict: TimescaleConflict) -> DriftClaim {
    let rules = names(conflict.rules)
    let event = procedure.vocabulary.events[conflict.trigger]
    let inOrder = conflict.inOrder.map { example in
      ["Every check is kept, and \(procedure.rules[conflict.lastLimit].fullName) is late:"] + shown.lines(of: example)
    }
    return claim(
      .timescalesNotMetTogether, procedure.rules[conflict.lastLimit].place,
      "nobody can keep all of \(rules.joinedInWords()) once \"\(event.title)\" has happened. \(daysInWords(conflict))",
      ["In time, with \(names(conflict.brokenInTime).joinedInWords()) broken:"] + shown.lines(of: conflict.inTime)
        + (inOrder ?? []),
      about: rules + [event.name],
      related: conflict.rules.filter { $0 != conflict.lastLimit }.map { index in
        (procedure.rules[index].place, procedure.rules[index].fullName)
      })
  }

  private func claim(
    _ code: DiagnosticCode, _ place: Place, _ sentence: String, _ example: [String], about subject: [String],
    related: [(Place, String)] = []
  ) -> DriftClaim {
    let profile = procedure.profile.map { ", with the profile \($0)" } ?? ""
    return DriftClaim(
      code: code, place: place, lines: ["By \(procedure.name)\(profile), \(sentence)"] + example,
      subject: [procedure.name, procedure.profile ?? ""] + subject, related: related.map { (place: $0.0, name: $0.1) })
  }
}

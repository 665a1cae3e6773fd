import CivilTime
import Conditions
import Exploration
import Procedures

extension DriftReport {
  /// The answers as a member of a document.
  var content: JSONValue {
    .members([
      ("procedure", .text(procedure.name)), ("profile", .optional(procedure.profile)),
      ("states", .list(answers.map(content))),
      (
        "outliving",
        .list(
          outliving.map { clock in
            .members([
              ("rule", .text(procedure.rules[clock.rule].fullName)), ("code", .text("PL5011")),
              ("example", shown.content(of: clock.example)),
            ])
          })
      ),
      ("together", togetherContent),
      (
        "beside",
        .list(
          beside.map { section in
            .members([
              ("state", .text(procedure.name(of: section.state))), ("states", .list(section.answers.map(content))),
            ])
          })
      ),
    ])
  }

  private func content(of answer: DriftAnswer) -> JSONValue {
    var members: [(String, JSONValue)] = [("state", .text(procedure.name(of: answer.state)))]
    switch answer.standing {
    case .hole(let example):
      members += [
        ("answer", .text("hole")), ("code", .text("PL5010")), ("example", shown.content(of: example)),
        ("runMeanwhile", .texts(names(answer.runMeanwhile))),
      ]
    case .watched(let rules): members += [("answer", .text("watched")), ("by", .texts(names(rules)))]
    case .onlyAgainst(let breaches):
      members += [("answer", .text("only against rules")), ("rules", .list(breaches.map { .texts(names($0.rules)) }))]
    case .notFound(let miss):
      members += [
        ("answer", .text("not decided")), ("tried", .number(miss.tried)), ("stillOpen", .texts(names(miss.open))),
      ]
    }
    return .members(members + [("mayRun", .texts(names(answer.mayRun)))])
  }
}

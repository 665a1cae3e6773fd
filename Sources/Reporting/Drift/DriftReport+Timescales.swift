import CivilTime
import Conditions
import Diagnostics
import Exploration
import Procedures

// Limits and checks that cannot be kept together, as a report tells them.
extension DriftReport {
  func writeTogether(on page: inout TextPage) {
    guard !together.isEmpty else { return }
    page.heading("Timescales that cannot be met together", underlinedWith: "=")
    page.paragraph(
      """
      Nobody can keep all of these rules (PL5012), once the event has happened that sets them running. The first example \
      of each meets the limit in time and breaks a check; the second keeps every check and meets the limit late. \
      `plumbline explain PL5012` says what was tried.
      """)
    for conflict in together {
      page.gap()
      page.paragraph(title(of: conflict), hanging: 2, accent: .alarm)
      page.field("When", daysInWords(conflict), indent: 2)
      write(conflict.inTime, as: "In time", on: &page)
      page.field("", "broken: \(names(conflict.brokenInTime).joinedInWords())", indent: 2)
      if let inOrder = conflict.inOrder {
        write(inOrder, as: "In order", on: &page)
        page.field("", "late: \(procedure.rules[conflict.lastLimit].fullName)", indent: 2)
      }
    }
  }

  private func title(of conflict: TimescaleConflict) -> String {
    let event = procedure.vocabulary.events[conflict.trigger].title
    return "\(names(conflict.rules).joinedInWords()), from \"\(event)\""
  }

  func daysInWords(_ conflict: TimescaleConflict) -> String {
    let tried = "of the \(conflict.count) from \(conflict.tried.lowerBound.inWords) to \(conflict.tried.upperBound.inWords)"
    if conflict.isAlways { return "On every working day \(tried)." }
    let shown = conflict.days.prefix(4).map(\.inWords)
    let more = conflict.days.count - shown.count
    let days = more == 0 ? shown.joinedInWords() : shown.joined(separator: "; ") + "; and \(more) more"
    return "On \(counted(conflict.days.count, "working day")) \(tried): \(days)."
  }

  /// The examples of a conflict for files, each under a name of its own.
  func shown(_ conflict: TimescaleConflict, number: Int) -> [(name: String, example: Example, title: String, claim: [String])] {
    let names = names(conflict.rules)
    let name = "\(names[0])_with_\(procedure.rules[conflict.rules[names.count - 1]].name)" + (number == 1 ? "" : "_\(number)")
    let limit = procedure.rules[conflict.lastLimit].fullName
    let head = "Timescales that cannot be met together (PL5012), an example made up by `plumbline check`:"
    let rules = "nobody can keep all of \(names.joined(separator: ", "))."
    let broken = self.names(conflict.brokenInTime).joined(separator: ", ")
    let inTime = (
      name: name + "_in_time", example: conflict.inTime, title: "\(limit) is met in time",
      claim: [head, rules, "Here \(limit) is met on its last working day, and \(broken) is broken."]
    )
    guard let example = conflict.inOrder else { return [inTime] }
    let inOrder = (
      name: name + "_in_order", example: example, title: "\(limit) is met in order",
      claim: [head, rules, "Here every check is kept as early as can be, and \(limit) is met late."]
    )
    return [inTime, inOrder]
  }

  /// The conflicts as a member of a document.
  var togetherContent: JSONValue {
    .list(
      together.map { conflict in
        .members([
          ("rules", .texts(names(conflict.rules))), ("code", .text("PL5012")),
          ("openedBy", .text(procedure.vocabulary.events[conflict.trigger].name)), ("always", .truth(conflict.isAlways)),
          ("workingDays", .number(conflict.days.count)), ("ofWorkingDays", .number(conflict.count)),
          ("from", .text(conflict.tried.lowerBound.description)), ("through", .text(conflict.tried.upperBound.description)),
          ("days", .texts(conflict.isAlways ? [] : conflict.days.map(\.description))),
          ("brokenInTime", .texts(names(conflict.brokenInTime))), ("inTime", shown.content(of: conflict.inTime)),
          ("inOrder", conflict.inOrder.map(shown.content) ?? .null),
        ])
      })
  }
}

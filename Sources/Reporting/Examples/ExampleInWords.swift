import CivilTime
import Conditions
import Exploration
import Histories
import Procedures

/// Tells made-up cases in the words of the procedure.
struct ExampleInWords: Sendable {
  let procedure: Procedure
  let words: ReportedCase

  init(_ procedure: Procedure) {
    self.procedure = procedure
    words = ReportedCase(rulesOf: procedure)
  }

  /// The events of an example with their days, then how long nothing happens.
  func lines(of example: Example) -> [String] {
    let shown = ReportedCase(
      procedure: procedure, history: example.history(named: "example", of: procedure), words: HistoryWords(),
      replay: words.replay, origin: words.origin)
    let events = example.events.indices.map { number in
      let planned = example.events[number]
      let event = procedure.vocabulary.events[planned.event]
      let stated = event.attributes.compactMap { attribute in
        planned.attributes[attribute.index].map { "\(attribute.name.asWords): \(words.inWords($0, of: attribute.type))" }
      }
      let child = planned.isOfSibling ? " of the sibling" : ""
      return "\(shown.dated(number)): \(event.title)\(child)" + (stated.isEmpty ? "" : " (\(stated.joined(separator: "; ")))")
    }
    return events + ["then nothing until \(example.end.inWords)"]
  }

  /// The same as a member of a document.
  func content(of example: Example) -> JSONValue {
    let events = zip(example.events, example.days).map { planned, day -> JSONValue in
      let type = procedure.vocabulary.events[planned.event]
      let stated = type.attributes.compactMap { attribute in
        planned.attributes[attribute.index].map { (attribute.name, JSONValue.text(words.inWords($0, of: attribute.type))) }
      }
      let child: [(String, JSONValue)] = planned.isOfSibling ? [("for", .text("sibling"))] : []
      return .members(
        [("event", .text(type.name)), ("when", .text(day.description))] + child + [("attributes", .members(stated))])
    }
    return .members([("events", .list(events)), ("observedUntil", .text(example.end.description))])
  }
}

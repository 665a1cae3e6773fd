import Diagnostics
import Yams

/// Where a fault of the YAML composer is told: where the faulty thing begins rather than where it was noticed.
struct YAMLFaultPlace {
  /// The composer's own words.
  let problem: String
  /// Where it was noticed.
  let mark: Place
  /// What the composer was at, and where that begins.
  let context: YamlError.Context?
  let source: SourceText

  var diagnostic: Diagnostic {
    let wording = YAMLFault.wording(of: problem)
    let opening = context.map { YAMLFault.place($0.mark, in: source) }
    switch problem {
    case "found unexpected end of stream", "could not find expected ':'":
      return told(wording, at: opening ?? mark)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return unclosed(wording, openedAt: opening)
    case "mapping values are not allowed in this context": return colon(wording)
    default:
      return told(wording, at: mark, notes: notes(of: opening))
    }
  }

  private func told(
    _ wording: (message: String, mend: String), at place: Place, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(.yamlSyntax, wording.message, at: place, mend: wording.mend, notes: notes)
  }

  /// What is not closed on its own line is told where it was opened.
  private func unclosed(_ wording: (message: String, mend: String), openedAt opening: Place?) -> Diagnostic {
    guard let opening else { return told(wording, at: mark) }
    if opening.line == mark.line { return told(wording, at: mark, notes: [Diagnostic.Note("It is opened here.", at: opening)]) }
    return told(wording, at: opening, notes: [Diagnostic.Note("It is not closed before this.", at: mark)])
  }

  /// A colon behind a text of several lines: the first of them lacks its own, or the last is indented too far.
  private func colon(_ wording: (message: String, mend: String)) -> Diagnostic {
    guard let text = YAMLScan.runOn(endingAt: mark.line, of: source) else { return told(wording, at: mark) }
    guard !text.isQuoted, text.isFirst else { return told(wording, at: mark, notes: [goesOn(text)]) }
    let lacking = YAMLFault.wording(of: "could not find expected ':'")
    return told(
      lacking, at: text.place, notes: [Diagnostic.Note("The next \":\" stands here.", at: mark)])
  }

  /// The text between quotation marks that ends on the line of the fault, or where what surrounds the fault begins.
  private func notes(of opening: Place?) -> [Diagnostic.Note] {
    if let text = YAMLScan.runOn(endingAt: mark.line, of: source), text.isQuoted { return [goesOn(text)] }
    guard let opening, opening != mark, let what = context.flatMap({ Self.inWords[$0.text] }) else { return [] }
    return [Diagnostic.Note("\(what) begins here.", at: opening)]
  }

  private func goesOn(_ text: YAMLScan.RunOn) -> Diagnostic.Note {
    let what = text.isQuoted ? "This quotation mark is closed only" : "This text goes on and ends"
    return Diagnostic.Note("\(what) on line \(mark.line).", at: text.place)
  }

  /// What the composer was at, as a note calls it.
  private static let inWords = [
    "while parsing a block mapping": "The mapping", "while parsing a block collection": "The list",
    "while parsing a flow mapping": "The mapping", "while parsing a flow sequence": "The list",
    "while scanning a double-quoted scalar": "The text", "while parsing a double-quoted scalar": "The text",
    "while scanning a quoted scalar": "The text",
  ]
}

import Diagnostics
import Yams

/// The wording of what the YAML composer refuses.
enum YAMLFault {
  static func diagnostic(for error: any Error, in source: SourceText) -> Diagnostic {
    guard let fault = error as? YamlError else { return notYAML(source) }
    switch fault {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return YAMLFaultPlace(problem: problem, mark: place(mark, in: source), context: context, source: source).diagnostic
    case .duplicatedKeysInMapping(let keys, let context):
      let name = keys.first ?? ""
      return Diagnostic(
        .yamlDuplicateKey, "The key \"\(name)\" stands twice in one mapping.", at: place(context.mark, in: source),
        mend: "Keep one of the two.")
    default: return notYAML(source)
    }
  }

  private static func notYAML(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, "The file is not YAML.", at: place(nil, in: source),
      mend: "Write keys with their values behind them, such as `title: The plan`, or name another file.")
  }

  /// A mark behind the last line is told at the end of the text.
  static func place(_ mark: Mark?, in source: SourceText) -> Place {
    guard let mark else { return Place(file: source.name, line: 1, column: 1) }
    let last = source.lines.lastIndex { !$0.isEmpty } ?? 0
    if mark.line > last + 1 {
      return Place(file: source.name, line: last + 1, column: source.lines[last].unicodeScalars.count + 1)
    }
    return Place(file: source.name, line: mark.line, column: mark.column)
  }

  /// The composer's terse words as a plain sentence and a mend.
  static func wording(of problem: String) -> (message: String, mend: String) {
    switch problem {
    case "did not find expected key":
      ("A key was expected here.", "Check the indentation, and that every text with \": \" or quotation marks is quoted.")
    case "mapping values are not allowed in this context":
      ("A \":\" stands where no key can be.", "Put the text between quotation marks, or check the indentation.")
    case "did not find expected ',' or ']'": ("The list is not closed.", "Write a \",\" or a \"]\".")
    case "did not find expected ',' or '}'":
      (
        "The mapping is not closed.",
        "Write a \",\" or a \"}\"; between braces a text with brackets stands between quotation marks."
      )
    case "did not find expected '-' indicator": ("An item of the list was expected here.", "Begin it with \"- \".")
    case "found unexpected end of stream": ("A quotation mark is not closed.", "Close it.")
    case "could not find expected ':'": ("This line lacks its \":\".", "Write \": \" behind the key.")
    case "found character that cannot start any token":
      ("A text cannot begin with this character.", "Put the text between quotation marks; indent with spaces, not tabs.")
    case "did not find expected node content": ("A value was expected here.", "Write one, or delete the mark before it.")
    case "found undefined alias": ("References to anchors are not used.", "Write the value out.")
    case "found unknown escape character":
      ("After a \\ between double quotation marks this character means nothing.", "Use single quotation marks.")
    default: ("The text is not YAML: \(problem).", "Put the text between quotation marks, or check the indentation.")
    }
  }
}

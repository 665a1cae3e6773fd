import Diagnostics

extension XMLProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    let (code, message, mend) = wording
    return Diagnostic(code, message, at: place, mend: mend)
  }

  private var wording: (DiagnosticCode, String, String?) {
    switch self {
    case .noElement: (.xmlSyntax, "The file holds no element.", "Begin it with <scxml>.")
    case .expected(let what): (.xmlSyntax, "\(what) was expected here.", nil)
    case .badCharacter: (.xmlSyntax, "A character stands here that no XML text holds.", "Delete it.")
    case .badName: (.xmlSyntax, "A name was expected here.", "Begin it with a letter; write &lt; for a plain <, &amp; for &.")
    case .unclosed(let what): (.xmlUnclosed, "\(what) is not closed.", "Close it.")
    case .endOfOther(let written, let open):
      (.xmlUnclosed, "</\(written)> closes nothing here: the element open is <\(open)>.", "Write </\(open)> first.")
    case .textOutside: (.xmlSyntax, "Only comments stand outside the one outermost element.", "Delete this.")
    case .attributeTwice(let name): (.xmlAttributeTwice, "The attribute \"\(name)\" stands twice.", "Keep one of the two.")
    case .unknownPrefix(let prefix):
      (.xmlUnknownPrefix, "The prefix \"\(prefix)\" stands for no namespace.", "Declare it with xmlns:\(prefix)=\"…\".")
    case .unknownEntity(let name):
      (
        .xmlEntity, "The entity \"\(name)\" is not known: only lt, gt, amp, apos and quot are.",
        "Write the characters out; write &amp; for a plain &."
      )
    case .badReference:
      (.xmlEntity, "This refers to no character.", "Write &#, a number and ; or &amp; for a plain &.")
    case .doctypeDeclares:
      (.xmlDoctype, "A document type that declares anything is not read.", "Delete it, and write its entities out.")
    case .badEncoding(let name): (.xmlEncoding, "The file says it is in \(name), and is read as UTF-8.", "Save it as UTF-8.")
    case .badVersion(let version): (.xmlSyntax, "The version of XML read is 1.0, and this says \(version).", nil)
    case .declarationNotFirst: (.xmlSyntax, "The XML declaration stands at the very beginning of a file.", "Delete this.")
    case .doubleHyphen: (.xmlSyntax, "A comment holds no \"--\".", "Write one hyphen, or end the comment with -->.")
    case .nestedTooDeeply:
      (
        .xmlNestedTooDeeply, "Elements are nested more than \(XMLReader.deepestNesting) deep.",
        "Nest the states less deeply."
      )
    }
  }
}

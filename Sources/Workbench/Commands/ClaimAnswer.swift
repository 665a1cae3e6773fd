import Diagnostics
import Reporting

extension Answer {
  /// The word that asks for the list of all pages.
  public static let claims = "claims"

  /// Whether a word asks for a page on a code or for the list of them, and not for a history.
  public static func isClaim(_ word: String) -> Bool { word == claims || word.wholeMatch(of: /[Pp][Ll][0-9]{4}/) != nil }

  /// The page on a code of the checker, or the list of all pages.
  ///
  /// Codes: PL6010, PL6031.
  public static func explain(claim word: String, options: OutputOptions = OutputOptions()) -> Answer {
    if let refusal = options.refusal(by: .explain) { return refusal }
    if word == claims {
      let text = options.format == .json ? ClaimIndex.json() : ClaimIndex.text(style: options.output.style)
      return Answer(output: text, status: .clean)
    }
    if let page = ClaimPage.on(word) {
      return Answer(output: options.format == .json ? page.json() : page.text(style: options.output.style), status: .clean)
    }
    let problem = Diagnostic.ofCommand(
      .unknownClaim, "There is no page on \"\(word)\".", option: "explain",
      mend: "`plumbline explain claims` lists the codes that have one.")
    return Answer(messages: [problem].messages(sources: [], dress: options.messages), status: .badInput)
  }

  /// A history was named, and no finding of it.
  public static func explain(withoutFinding history: String, options: OutputOptions = OutputOptions()) -> Answer {
    let problem = Diagnostic.ofCommand(
      .unknownFinding, "No finding of \"\(history)\" is named.", option: "explain",
      mend: "Name one as `plumbline replay` prints it, or a code such as PL5003 instead of the history.")
    return Answer(messages: [problem].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

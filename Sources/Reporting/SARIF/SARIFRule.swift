import Diagnostics

/// A code as SARIF describes it, with the page that `plumbline explain` has on it.
struct SARIFRule {
  let code: DiagnosticCode

  var level: String { code.severity.rawValue }

  /// The description; a code without a page is told by its name.
  var content: JSONValue {
    let page = ClaimPage.on(code.label)
    let full: [(String, JSONValue)] = page.map { [("fullDescription", SARIFText.description($0.claims))] } ?? []
    return .members(
      [
        ("id", .text(code.label)), ("name", .text(name)),
        ("shortDescription", SARIFText.description(page?.title ?? name.inWords)),
      ] + full + [
        (
          "help",
          SARIFText.description(page?.text(style: .plain) ?? "What is wrong, and how to mend it, stands in each result.")
        ),
        ("defaultConfiguration", .members([("level", .text(level))])),
      ])
  }

  /// `UnknownState`.
  private var name: String {
    let name = "\(code)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension String {
  /// "Unknown state" for `UnknownState`.
  fileprivate var inWords: String {
    enumerated().map { place, letter in
      let isNext = place > 0 && letter.isUppercase
      return (isNext ? " " : "") + (isNext ? letter.lowercased() : String(letter))
    }.joined()
  }
}

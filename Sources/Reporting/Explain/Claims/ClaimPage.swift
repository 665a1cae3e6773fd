public import Diagnostics

/// What `plumbline explain` tells of one code of the checker.
public struct ClaimPage: Sendable {
  public let code: DiagnosticCode
  public let title: String
  /// What the checker claims, in plain sentences.
  public let claims: String
  /// Why it matters to a child's case.
  public let matters: String
  /// A file, or several divided by lines like `=== plan.yaml`, of which exactly this is told.
  public let bad: String
  /// How to mend it.
  public let mend: String
  /// The same, mended.
  public let good: String
  /// What the checker does not see.
  public let unseen: String

  init(
    _ code: DiagnosticCode, _ title: String, claims: String, matters: String, bad: String, mend: String, good: String,
    unseen: String
  ) {
    self.code = code
    self.title = title
    self.claims = claims
    self.matters = matters
    self.bad = bad
    self.mend = mend
    self.good = good
    self.unseen = unseen
  }
}

extension ClaimPage {
  /// The page for a person.
  public func text(style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.heading("\(code.label), \(code.severity.rawValue): \(title)", underlinedWith: "=")
    page.gap()
    page.paragraph(claims)
    section("Why it matters", matters, on: &page)
    example("For example", bad, on: &page)
    section("How to mend it", mend, on: &page)
    example("Mended", good, on: &page)
    section("What the checker does not see", unseen, on: &page)
    return page.text
  }

  private func section(_ heading: String, _ text: String, on page: inout TextPage) {
    page.gap()
    page.line(heading, accent: .heading)
    page.paragraph(text, indent: 2)
  }

  private func example(_ heading: String, _ text: String, on page: inout TextPage) {
    page.gap()
    page.line(heading, accent: .heading)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { page.line("    \(line)") }
  }

  /// The page for a program.
  public func json() -> String {
    JSONValue.document(
      .claim,
      [
        ("code", .text(code.label)), ("severity", .text(code.severity.rawValue)),
        ("title", .text(title)), ("claims", .text(claims)), ("matters", .text(matters)), ("bad", .text(bad)),
        ("mend", .text(mend)), ("good", .text(good)), ("unseen", .text(unseen)),
      ])
  }
}

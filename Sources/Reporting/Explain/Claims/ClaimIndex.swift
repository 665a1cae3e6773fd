import Diagnostics

/// The list of the codes that have a page.
public enum ClaimIndex {
  /// The list for a person.
  public static func text(style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.heading("What the checker claims", underlinedWith: "=")
    page.gap()
    for claim in ClaimPage.all {
      page.field(claim.code.label, "\(claim.title) (\(claim.code.severity.rawValue))", indent: 2, column: 8)
    }
    page.gap()
    page.paragraph("`plumbline explain PL5003` explains one of them.")
    return page.text
  }

  /// The list for a program.
  public static func json() -> String {
    JSONValue.document(
      .claims,
      [
        (
          "claims",
          .list(
            ClaimPage.all.map { claim in
              .members([
                ("code", .text(claim.code.label)), ("severity", .text(claim.code.severity.rawValue)),
                ("title", .text(claim.title)),
              ])
            })
        )
      ])
  }
}

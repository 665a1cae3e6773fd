import Diagnostics
import Procedures

extension DocumentShapes {
  static let rules: [JSONMember] = [
    .always("procedure", .text, "The name of the procedure."),
    .profile,
    .always("on", .optional(.day), "The day whose rules are listed; null where rules of every day are."),
    .always("rules", .list(.part(rule)), "The rules in the order of the procedure."),
  ]

  private static let rule = JSONPart(
    "rule", "One rule.",
    .members([
      .always("rule", .text, "Its full name."),
      .always("form", .words(ruleForms), "What kind of rule it is."),
      .always("applies", .optional(.text), "How it applies where the child is, in words; null where all rules are listed."),
      .always("says", .text, "The rule in one sentence."),
      .always("finds", findingKind, "What a breach is told as."),
      .always("terms", .list(.part(term)), "What it asks, part by part."),
      .always("source", .text, "The title of what it is taken from."),
      .always("at", .optional(.text), "The place in it."),
      .always("force", .words(Force.allCases.map(\.rawValue)), "What force that has."),
      .always("verified", .optional(evidence), "How far it was read; null where nothing says so."),
      .always("in_force", .text, "When the rule is in force, in words."),
    ]))

  /// What rules are called by their forms.
  static let ruleForms = ["deadline", "cadence", "check", "standing condition"]
}

// MARK: - Claims of the checker

extension DocumentShapes {
  private static let heads: [JSONMember] = [
    .always("code", .part(code), "The code."),
    .always("severity", severity, "How much it weighs."),
    .always("title", .text, "What it is about."),
  ]

  static let claim: [JSONMember] =
    heads + [
      .always("claims", .text, "What is claimed."),
      .always("matters", .text, "Why it matters to a child's case."),
      .always("bad", .text, "A file, or several divided by lines such as `=== plan.yaml`, of which exactly this is told."),
      .always("mend", .text, "How to mend it."),
      .always("good", .text, "The same, mended."),
      .always("unseen", .text, "What the checker does not see."),
    ]

  static let claims: [JSONMember] = [
    .always("claims", .list(.members(heads)), "The codes that have a page, in their order.")
  ]

  static let code = JSONPart("code", "A stable code: PL and four digits.", .text)
  static let severity = JSONShape.words(Diagnostic.Severity.allCases.map(\.rawValue))
}

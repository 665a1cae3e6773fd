/// Names of Swift made from names of a procedure, which are lower case with `_` or `-` between their parts.
enum SwiftName {
  /// `child_protection_plan` as a case or a label: `childProtectionPlan`.
  static func lower(_ name: String) -> String {
    let joined = parts(of: name)
    guard let first = joined.first else { return name }
    return first + joined.dropFirst().map(capitalised).joined()
  }

  /// `child_protection_plan` as a type: `ChildProtectionPlan`.
  static func upper(_ name: String) -> String {
    let type = parts(of: name).map(capitalised).joined()
    return takenTypes.contains(type) ? type + "_" : type
  }

  /// A case of an enum; `none` is `none_`, which an optional cannot mistake for its own.
  static func enumCase(_ name: String) -> String {
    let lower = lower(name)
    return takenMembers.contains(lower) ? lower + "_" : escaped(lower)
  }

  /// A label of a case.
  static func label(_ name: String) -> String { escaped(lower(name)) }

  private static func parts(of name: String) -> [Substring] { name.split { $0 == "_" || $0 == "-" } }

  private static func capitalised(_ part: Substring) -> String { part.prefix(1).uppercased() + part.dropFirst() }

  private static func escaped(_ name: String) -> String { reserved.contains(name) ? "`\(name)`" : name }

  /// Members that the types have besides their cases, the cases of an optional, and what marks do not make a name.
  private static let takenMembers: Set<String> = [
    "allCases", "attributes", "hash", "hashValue", "init", "name", "none", "paths", "rawValue", "self", "some", "workflow",
    "written",
  ]

  /// Types that the written code speaks of by these names.
  private static let takenTypes: Set<String> = ["Any", "CaseRecords", "Name", "Procedure", "Protocol", "Self", "Swift", "Type"]

  /// Words of Swift that cannot stand as a name without marks around them.
  private static let reserved: Set<String> = [
    "any", "as", "associatedtype", "await", "borrowing", "break", "case", "catch", "class", "consuming", "continue",
    "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
    "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil", "open", "operator",
    "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
    "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}

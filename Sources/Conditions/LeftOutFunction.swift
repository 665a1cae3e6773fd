/// The functions of the standard that the language does not have, with why and what to write.
enum LeftOutFunction {
  static let all: [String: (why: String, mend: String?)] = [
    "matches": (patterns, "Use contains, starts with or ends with."),
    "replace": (patterns, "Use substring before and substring after."),
    "split": (patterns, "Use substring before and substring after."),
    "sort": ("a function of one's own", "Use min, max, or distinct values."),
    "context": (names, "Write {name: value}."),
    "context put": (names, "Write {name: value}."),
    "context merge": (names, "Write {name: value}."),
    "get value": (names, "Write CONTEXT.NAME."),
    "get entries": (names, "Write CONTEXT.NAME."),
    "now": ("a clock, for a case has days and the replay no hour", "Write today."),
  ]

  private static let patterns = "regular expressions"
  private static let names = "a context whose names are computed"
}

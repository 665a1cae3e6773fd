extension WhenParser {
  /// Words that have a meaning of their own and so cannot name an event.
  static let reservedWords: Set<String> = Set(
    [
      "a", "about", "after", "almost", "an", "and", "as", "at", "before", "between", "early", "few", "just", "late",
      "least", "less", "mid", "more", "most", "on", "or", "over", "same", "than", "to", "world",
    ] + numberWords)

  /// Whether a word can name an event: it begins with a letter and is no word of the language.
  static func isEventName(_ word: String) -> Bool {
    let beginsWithLetter = word.unicodeScalars.first?.properties.isAlphabetic ?? false
    return beginsWithLetter && isName(word) && !reservedWords.contains(word)
  }

  /// Whether a word is letters, digits, `_`, `-` and `.`.
  static func isName(_ word: String) -> Bool {
    !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-" || $0 == "."
      }
  }

  /// Words that people soften a length with, each with the one of the language that is meant.
  static let otherWords = [
    "approx": "about", "approx.": "about", "approximately": "about", "around": "about", "circa": "about", "c.": "about",
    "roughly": "about", "nearly": "almost", "within": "at most",
  ]

  /// What the text was perhaps meant to be.
  var hint: WhenHint {
    let lowered = words.map { $0.text.lowercased() }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
      "march", "april", "june", "july", "august", "september", "october", "november", "december",
    ]
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    if lowered.contains(where: { months.contains($0) }) { return .monthInWords }
    if lowered.contains(where: { weekdays.contains($0) }) { return .weekday }
    let hasDayFirst = lowered.contains { word in
      let parts = word.split { "/.-".contains($0) }
      return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) } && parts[2].count >= 2
        && parts[0].count <= 2
    }
    if hasDayFirst { return .dayFirst }
    let accepted = lowered.first.flatMap { Self.otherWords[$0] }
    let isSoftened = accepted != nil || lowered.first == "about" || lowered.first == "almost"
    if lowered.count == 2, isSoftened, Self.beginsWithDigit(lowered[1]) { return .softDate }
    if let first = lowered.first, let accepted { return .otherWord(first, for: accepted) }
    return lowered.contains { $0 == "fortnight" || $0 == "fortnights" } ? .fortnights : .nothing
  }
}

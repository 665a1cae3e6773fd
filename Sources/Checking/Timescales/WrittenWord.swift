/// A word, number or joint of a cell of a table.
enum WrittenWord: Hashable {
  /// A whole number of at most three digits; bare, it may take the unit of its column.
  case number(Int, isBare: Bool)
  /// A dash or stroke between two numbers, or between a number and its unit.
  case joint
  case word(String)
  case mark(Character)
}

extension WrittenWord {
  static func words(of text: String) -> [WrittenWord] {
    var words: [WrittenWord] = []
    var rest = Substring(text)
    var before: Character?
    while let first = rest.first {
      let run = rest.prefix { $0.isLetter == first.isLetter && $0.isWholeNumber == first.isWholeNumber }
      if first.isWholeNumber {
        words.append(number(run, after: before, words.last))
      } else if first.isLetter {
        words.append(.word(String(run)))
      } else {
        words += marks(run)
      }
      before = run.last
      rest = rest.dropFirst(run.count)
    }
    return words
  }

  /// A number in a reference ("reg 24", "s.38", "8525Q", "T4") or an ordinal ("year 1") counts nothing.
  private static func number(_ digits: Substring, after before: Character?, _ last: WrittenWord?) -> WrittenWord {
    guard digits.count <= 3, let number = Int(digits), before.map({ !$0.isLetter && $0 != "." }) ?? true else {
      return .word(String(digits))
    }
    let isOrdinal: Bool = if case .word(let word)? = last { ["year", "stage", "rule", "reg"].contains(word) } else { false }
    return .number(number, isBare: !isOrdinal && before != "<")
  }

  private static func marks(_ run: Substring) -> [WrittenWord] {
    run.filter { !$0.isWhitespace && $0 != "*" }.map { ["-", "–", "/"].contains($0) ? .joint : .mark($0) }
  }
}

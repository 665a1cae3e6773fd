/// A word of an extract among those of a list.
///
/// Returns that people fill in write one word in several ways: `Yes`, `a) Yes`, `6: Police`, `N1 - Abuse or neglect`. A word
/// counts as listed if it is so itself, in any capitals and without the mark of a list before it; else if the code before its
/// colon or dash is.
enum ListedWord {
  static func meaning<Meaning>(of text: String, in words: [String: Meaning]) -> Meaning? {
    if let meaning = words[text] { return meaning }
    let candidates = candidates(text)
    for candidate in candidates {
      if let meaning = words[candidate] { return meaning }
    }
    // In any capitals; the first in the order of the list's words, so that it is the same every time.
    for candidate in candidates.map({ $0.lowercased() }) {
      if let key = words.keys.filter({ $0.lowercased() == candidate }).min() { return words[key] }
    }
    return nil
  }

  static func isAny(of texts: [String], _ text: String) -> Bool {
    meaning(of: text, in: Dictionary(texts.map { ($0, true) }) { first, _ in first }) ?? false
  }

  private static func candidates(_ text: String) -> [String] {
    let plain = text.blanksTrimmed
    let unmarked = withoutMark(plain)
    let code = unmarked.firstIndex { $0 == ":" }.map { String(unmarked[..<$0]).blanksTrimmed }
    let dashed = unmarked.range(of: " - ").map { String(unmarked[..<$0.lowerBound]).blanksTrimmed }
    return [plain, unmarked] + [code, dashed].compactMap(\.self)
  }

  /// Without a letter or number and a bracket before it, as in `q) 6: Police`.
  private static func withoutMark(_ text: String) -> String {
    guard let bracket = text.firstIndex(of: ")"), text[..<bracket].count <= 2,
      text[..<bracket].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return text }
    return String(text[text.index(after: bracket)...]).blanksTrimmed
  }
}

extension String {
  /// Where a text first stands in it.
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}

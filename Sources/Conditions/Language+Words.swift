extension Language {
  /// The words and signs of the language, of which the fuzzer makes its dictionary.
  package static var words: [String] {
    let signs = Token.Sign.allCases.map(\.rawValue)
    let functions = PlainFunction.allCases.map(\.rawValue) + FunctionName.withReservedWords.map { $0.joined(separator: " ") }
    let properties = Property.allCases.map(\.rawValue)
    return signs + ReservedWord.all.sorted() + functions + LeftOutFunction.all.keys.sorted() + properties
  }
}

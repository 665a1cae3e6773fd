extension HistoryReader {
  /// The words of the statements of time, of which the fuzzer makes its dictionary.
  package static var words: [String] { WhenParser.reservedWords.sorted() }
}

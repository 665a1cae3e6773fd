import Diagnostics

/// What every reader promises of the faults it tells.
enum Promises {
  /// A value or at least one fault, never neither; and no value together with an error.
  static func answers(_ hasValue: Bool, _ diagnostics: [Diagnostic], _ reader: String) throws(BrokenPromise) {
    try promise(hasValue || diagnostics.hasErrors, "\(reader) gave neither a value nor an error.")
    try promise(!hasValue || !diagnostics.hasErrors, "\(reader) gave a value together with: \(told(diagnostics))")
  }

  /// Reading again tells the same.
  static func repeats(_ first: [Diagnostic], _ second: [Diagnostic], _ reader: String) throws(BrokenPromise) {
    try promise(first == second, "\(reader) told \(told(first)), and the second time \(told(second))")
  }

  /// The place of every fault and of every note lies in one of the texts, and the place just behind a line counts as in it.
  static func lie(in sources: [SourceText], _ diagnostics: [Diagnostic], _ reader: String) throws(BrokenPromise) {
    for diagnostic in diagnostics {
      for place in [diagnostic.place] + diagnostic.notes.compactMap(\.place) {
        let source = sources.first { $0.name == place.file }
        let line = source?.line(place.line)
        let isInside = line.map { place.column >= 1 && place.column <= $0.unicodeScalars.count + 1 } ?? false
        try promise(isInside, "\(reader) told a place outside the text, \(place): \(told([diagnostic]))")
      }
    }
  }

  private static func told(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\($0.code.label) \($0.place.line):\($0.place.column) \($0.message)" }.joined(separator: "; ")
  }
}

public import Diagnostics
public import Replay

/// Reads a file of expectations against the case whose words it uses; what stands where is known to be right.
public enum ExpectationReader {
  /// The file, or every fault that was found; the file is `nil` exactly if there is one.
  ///
  /// Codes: PL7502 to PL7512.
  public static func read(
    _ node: PlacedNode, of judged: JudgedCase
  ) -> (file: ExpectationFile?, diagnostics: [Diagnostic]) {
    var reading = ExpectationReading(judged)
    let file = reading.file(node)
    return (reading.diagnostics.isEmpty ? file : nil, reading.diagnostics.inReadingOrder())
  }
}

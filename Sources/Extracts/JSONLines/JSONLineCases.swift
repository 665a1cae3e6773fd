import Diagnostics

/// The cases of a file in which each line is a JSON object, and the lines of a case stand together.
public struct JSONLineCases {
  private let file: String
  private let caseField: [String]
  /// **Unit**: bytes.
  private let longestLine: Int

  /// - Parameter file: the name under which messages tell it.
  public init(file: String, caseField: [String], longestLine: Int = 1 << 20) {
    self.file = file
    self.caseField = caseField
    self.longestLine = longestLine
  }

  /// Goes through the file, and gives each case once its last line was read.
  ///
  /// Codes: PL8121, PL8122, PL8142, PL8144, PL8145, PL8151, PL8152.
  /// - Parameter take: takes what comes next, and says whether to go on.
  public func read(_ bytes: @escaping ByteSource, _ take: (ExtractStep) -> Bool) {
    var lines = LineReader(longest: longestLine, read: bytes)
    var gathering = CaseGathering(caseField: caseField)
    var isEmpty = true
    while true {
      let steps: [ExtractStep]
      switch lines.next() {
      case .end:
        if isEmpty {
          _ = take(.brokenOff(.emptyExtract(file)))
        }
        for step in gathering.finish() { _ = take(step) }
        return
      case .tooLong:
        steps = [.fault(PlacedCSVFault(.recordTooLong, at: CSVPlace(line: lines.line, column: 1)).diagnostic(in: file))]
      case .notText(let column):
        steps = [.fault(PlacedCSVFault(.wrongEncoding, at: CSVPlace(line: lines.line, column: column)).diagnostic(in: file))]
      case .line(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        do {
          var scan = JSONScan(text, file: file, line: lines.line)
          steps = gathering.take(try scan.object())
        } catch {
          steps = [.fault(error.diagnostic)]
        }
      }
      isEmpty = false
      if case .fault? = steps.last, steps.count == 1 { gathering.noteFault() }
      for step in steps where !take(step) { return }
    }
  }
}

import Diagnostics
import Extracts
import Replay
import Reporting

extension BulkReplay {
  /// Judges the case of that name alone.
  ///
  /// - Returns: `nil` where none has the name or it is not judged, and what is wrong with it and with the extract.
  /// - Complexity: what stands before the case is read.
  func reportedCase(named name: String, of inputs: [ExtractInput]) -> (case: ReportedCase?, faults: [Diagnostic]) {
    var found: ReportedCase?
    var faults: [Diagnostic] = []
    steps.read(inputs) { step in
      switch step {
      case .brokenOff(let fault): faults.append(fault)
      case .fault: break
      case .gathered(let extracted):
        guard extracted.historyName == name else { return true }
        let reading = reader.read(extracted)
        faults += reading.faults
        found = reading.history.map { history in
          ReportedCase(
            procedure: reader.procedure, history: history,
            words: reading.tree.map(HistoryWords.init(of:)) ?? HistoryWords(),
            replay: Replayer(reader.procedure).replay(history, asOf: asOf), asOf: asOf, origin: origin)
        }
        return false
      }
      return true
    }
    return (found, faults)
  }
}

import Diagnostics
import Reporting

/// What came of extracts, as it is kept in a file: without what is written of them.
struct StoredOutcome: Codable {
  private let tally: CorpusTally
  private let faults: [StoredFault]
  private let counts: Counts
  private let cases: CaseOrder

  private struct Counts: Codable {
    let rows: Int
    let faults: Int
    let recordsLost: Int
    let casesInPart: Int
    let casesWithheld: Int
    let casesWithoutEvents: Int
    let isBrokenOff: Bool
    let isReached: Bool
  }

  init(_ outcome: BulkOutcome) {
    tally = outcome.tally
    faults = outcome.faults.map(StoredFault.init)
    counts = Counts(
      rows: outcome.rows, faults: outcome.faultCount, recordsLost: outcome.recordsLost, casesInPart: outcome.casesInPart,
      casesWithheld: outcome.casesWithheld, casesWithoutEvents: outcome.casesWithoutEvents, isBrokenOff: outcome.isBrokenOff,
      isReached: outcome.isReached)
    cases = outcome.cases
  }

  /// The same as it was; `nil` where it tells a fault that there is not.
  var outcome: BulkOutcome? {
    var outcome = BulkOutcome(tally)
    for fault in faults {
      guard let diagnostic = fault.diagnostic else { return nil }
      outcome.faults.append(diagnostic)
    }
    outcome.rows = counts.rows
    outcome.faultCount = counts.faults
    outcome.recordsLost = counts.recordsLost
    outcome.casesInPart = counts.casesInPart
    outcome.casesWithheld = counts.casesWithheld
    outcome.casesWithoutEvents = counts.casesWithoutEvents
    outcome.isBrokenOff = counts.isBrokenOff
    outcome.isReached = counts.isReached
    outcome.cases = cases
    return outcome
  }
}

/// A fault as it is kept in a file.
struct StoredFault: Codable {
  private let code: Int
  private let message: String
  private let mend: String?
  private let file: String
  private let line: Int
  private let column: Int
  private let length: Int

  init(_ fault: Diagnostic) {
    (code, message, mend) = (fault.code.rawValue, fault.message, fault.mend)
    (file, line, column, length) = (fault.place.file, fault.place.line, fault.place.column, fault.place.length)
  }

  /// `nil` where there is no such code.
  var diagnostic: Diagnostic? {
    DiagnosticCode(rawValue: code).map {
      Diagnostic($0, message, at: Place(file: file, line: line, column: column, length: length), mend: mend)
    }
  }
}

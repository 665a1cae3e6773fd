import Diagnostics
import Foundation
import Reporting

/// How far a replay of extracts has come, so that one that was broken off can go on.
struct Checkpoint: Codable {
  static let form = "plumbline.checkpoint/1"

  var form = Checkpoint.form
  /// What was asked for: the procedure, the mapping and every option that changes a byte of the report.
  let request: UInt64
  /// How many parts of the extracts are done, and what they were.
  let parts: Int
  let fingerprint: UInt64
  /// How much of the report stands in its file.
  ///
  /// **Unit**: bytes.
  let written: Int
  private let tally: CorpusTally
  private let faults: [Fault]
  private let counts: Counts

  private struct Counts: Codable {
    let faults: Int
    let recordsLost: Int
    let casesInPart: Int
    let casesWithheld: Int
    let casesWithoutEvents: Int
    let isBrokenOff: Bool
    let isReached: Bool
  }

  private struct Fault: Codable {
    let code: Int
    let message: String
    let mend: String?
    let file: String
    let line: Int
    let column: Int
    let length: Int
  }

  init(request: UInt64, parts: Int, fingerprint: UInt64, written: Int, _ outcome: BulkOutcome) {
    self.request = request
    self.parts = parts
    self.fingerprint = fingerprint
    self.written = written
    tally = outcome.tally
    faults = outcome.faults.map {
      Fault(
        code: $0.code.rawValue, message: $0.message, mend: $0.mend, file: $0.place.file, line: $0.place.line,
        column: $0.place.column, length: $0.place.length)
    }
    counts = Counts(
      faults: outcome.faultCount, recordsLost: outcome.recordsLost, casesInPart: outcome.casesInPart,
      casesWithheld: outcome.casesWithheld, casesWithoutEvents: outcome.casesWithoutEvents, isBrokenOff: outcome.isBrokenOff,
      isReached: outcome.isReached)
  }

  /// What had come of the extracts; `nil` where that is of another procedure.
  func outcome(_ empty: BulkOutcome) -> BulkOutcome? {
    var outcome = empty
    guard tally.ruleCount == empty.tally.ruleCount else { return nil }
    outcome.tally = tally
    for fault in faults {
      guard let code = DiagnosticCode(rawValue: fault.code) else { return nil }
      let place = Place(file: fault.file, line: fault.line, column: fault.column, length: fault.length)
      outcome.faults.append(Diagnostic(code, fault.message, at: place, mend: fault.mend))
    }
    outcome.faultCount = counts.faults
    outcome.recordsLost = counts.recordsLost
    outcome.casesInPart = counts.casesInPart
    outcome.casesWithheld = counts.casesWithheld
    outcome.casesWithoutEvents = counts.casesWithoutEvents
    outcome.isBrokenOff = counts.isBrokenOff
    outcome.isReached = counts.isReached
    return outcome
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }

  /// `nil` where a text is no checkpoint.
  init?(_ text: String) {
    guard let read = try? JSONDecoder().decode(Checkpoint.self, from: Data(text.utf8)), read.form == Checkpoint.form else {
      return nil
    }
    self = read
  }
}

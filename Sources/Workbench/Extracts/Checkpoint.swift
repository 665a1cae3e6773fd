import Foundation
import Reporting
import SecretKeys

/// How far a replay of extracts has come, so that one that was broken off can go on.
struct Checkpoint: Codable {
  static let form = "plumbline.checkpoint/3"

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
  /// The digest of that: 64 hexadecimal digits.
  let digest: String
  private let outcome: StoredOutcome

  /// - Parameter report: what was written of it.
  init(request: UInt64, parts: Int, fingerprint: UInt64, report: ContentDigest, _ outcome: BulkOutcome) {
    self.request = request
    self.parts = parts
    self.fingerprint = fingerprint
    (written, digest) = (report.size, report.text)
    self.outcome = StoredOutcome(outcome)
  }

  /// What had come of the extracts; `nil` where that is of another procedure.
  func outcome(_ empty: BulkOutcome) -> BulkOutcome? {
    outcome.outcome.flatMap { $0.tally.ruleCount == empty.tally.ruleCount ? $0 : nil }
  }

  /// One line, sealed.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { Seal.sealed(String(decoding: $0, as: UTF8.self)) } ?? ""
  }

  /// `nil` where a text is no checkpoint, one of another form, or not as it was written.
  init?(_ text: String) {
    guard let object = Seal.opened(text), let read = try? JSONDecoder().decode(Checkpoint.self, from: Data(object.utf8)),
      read.form == Checkpoint.form
    else { return nil }
    self = read
  }
}

import Diagnostics
import Foundation
import Reporting
import SecretKeys

/// What findings of extracts were made of: written behind the findings, so that whole findings are told from others, and those
/// of one replay from those of another.
struct ReplayManifest: Codable {
  static let form = "plumbline.manifest/2"
  /// What stands behind the name of the findings.
  static let suffix = ".manifest.json"

  /// A file, by its name and what is in it.
  struct Content: Codable, Equatable {
    /// Without the folders before it, which may be others on another machine.
    let name: String
    let bytes: Int
    /// 64 hexadecimal digits.
    let sha256: String

    init(_ path: String, _ digest: ContentDigest) {
      (name, bytes, sha256) = (Content.name(of: path), digest.size, digest.text)
    }

    static func name(of path: String) -> String {
      String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }
  }

  /// What a program may want to know of it.
  struct Counts: Codable, Equatable {
    let events: Int
    let cases: Int
    let casesWithFindings: Int
    /// All but what is not recorded.
    let findings: Int
    let casesNotJudged: Int
    let recordsPassedOver: Int
  }

  var form = ReplayManifest.form
  /// The version that wrote it.
  let plumbline: String
  /// The digest of the procedure, the mapping and every option that changes a byte of the findings.
  let request: String
  /// In the order in which they were read.
  let extracts: [Content]
  let findings: Content
  /// How much of the findings is the row that names the columns; 0 where there is none.
  ///
  /// **Unit**: bytes.
  let head: Int
  let counts: Counts
  /// The exit status of the run.
  let status: Int32
  private let stored: StoredOutcome

  init(request: String, extracts: [Content], findings: Content, head: Int, _ outcome: BulkOutcome, status: Answer.Status) {
    plumbline = Answer.version
    self.request = request
    self.extracts = extracts
    self.findings = findings
    self.head = head
    counts = Counts(outcome)
    self.status = status.rawValue
    stored = StoredOutcome(outcome)
  }

  /// `nil` where a text is no manifest, one of another form, or not as it was written.
  init?(_ text: String) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let object = Seal.opened(text),
      let read = try? decoder.decode(ReplayManifest.self, from: Data(object.utf8)), read.form == ReplayManifest.form,
      !read.extracts.isEmpty, (0...max(0, read.findings.bytes)).contains(read.head), read.stored.outcome != nil,
      Answer.Status(rawValue: read.status) != nil
    else { return nil }
    self = read
  }

  /// What came of the extracts.
  var outcome: BulkOutcome? { stored.outcome }

  var answerStatus: Answer.Status { Answer.Status(rawValue: status) ?? .badInput }

  /// Whether a text was a manifest once: it is of another form, was edited, or is there in part.
  static func wasOnce(_ text: String) -> Bool { text.contains("\"form\":\"plumbline.manifest/") }

  /// One line, sealed.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return (try? encoder.encode(self)).map { Seal.sealed(String(decoding: $0, as: UTF8.self)) } ?? ""
  }
}

extension ReplayManifest.Counts {
  init(_ outcome: BulkOutcome) {
    let tally = outcome.tally
    self.init(
      events: tally.events, cases: tally.cases, casesWithFindings: tally.casesWithFindings, findings: tally.findings,
      casesNotJudged: outcome.casesWithheld, recordsPassedOver: outcome.recordsLost)
  }
}

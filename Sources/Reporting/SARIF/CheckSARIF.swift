public import Diagnostics
import Exploration
import Procedures

/// The report of a check for tools that review code: SARIF 2.1.0, which marks the line in the file.
///
/// What is wrong with a file that was read is a result, and so is what the search for drift claims, each with its example.
/// What is wrong with the command, or with a file that could not be read, is a notification of the run.
public struct CheckSARIF: Sendable {
  private let problems: [Diagnostic]
  private let drift: [DriftReport]
  private let sources: [String: SourceText]
  private let version: String

  /// - Parameters:
  ///   - sources: the texts that were read.
  ///   - version: that of the tool.
  public init(_ problems: [Diagnostic], drift: [DriftReport], sources: [SourceText], version: String) {
    self.problems = problems
    self.drift = drift
    self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.version = version
  }

  public func render() -> String {
    let found = problems.filter(isOfAFile).map(Result.init) + drift.flatMap(\.claims).map(Result.init)
    let codes = Set(problems.map(\.code) + found.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    var fingerprint = SARIFFingerprint()
    let results = found.map { result in
      content(of: result, rule: codes.firstIndex(of: result.code) ?? 0, fingerprint.next(known(result)))
    }
    return JSONValue.members([
      ("$schema", .text("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
      ("version", .text("2.1.0")),
      (
        "runs",
        .list([
          .members([
            ("tool", .members([("driver", driver(codes))])),
            ("invocations", .list([invocation])),
            ("originalUriBaseIds", .members([(SARIFPlace.root, rootDescription)])),
            ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(results)),
          ])
        ])
      ),
    ]).document
  }

  private func driver(_ codes: [DiagnosticCode]) -> JSONValue {
    .members([
      ("name", .text("plumbline")), ("version", .text(version)), ("rules", .list(codes.map { SARIFRule(code: $0).content })),
    ])
  }

  private var rootDescription: JSONValue {
    .members([("description", SARIFText.description("The folder in which plumbline was run."))])
  }
}

// MARK: - The run

extension CheckSARIF {
  private func isOfAFile(_ problem: Diagnostic) -> Bool { problem.place.line > 0 || sources[problem.place.file] != nil }

  private var invocation: JSONValue {
    let others = problems.filter { !isOfAFile($0) }
    let notifications: [(String, JSONValue)] =
      others.isEmpty ? [] : [("toolExecutionNotifications", .list(others.map(notification)))]
    return .members([("executionSuccessful", .truth(!others.hasErrors))] + notifications)
  }

  private func notification(_ problem: Diagnostic) -> JSONValue {
    .members([
      ("descriptor", .members([("id", .text(problem.code.label))])), ("level", .text(problem.severity.rawValue)),
      ("message", SARIFText.message("\(problem.place.file): \(problem.inOneText)")),
    ])
  }
}

// MARK: - Results

extension CheckSARIF {
  /// A fault, or a claim of the search for drift.
  private struct Result {
    let code: DiagnosticCode
    let place: Place
    let message: String
    let mend: String?
    let related: [(place: Place?, message: String)]
    /// What it is about, where that is more than its line.
    let subject: [String]

    init(_ problem: Diagnostic) {
      code = problem.code
      place = problem.place
      message = problem.inOneText
      mend = problem.mend
      related = problem.notes.map { ($0.place, $0.message) }
      subject = []
    }

    init(_ claim: DriftClaim) {
      code = claim.code
      place = claim.place
      message = claim.lines.joined(separator: "\n")
      mend = ClaimPage.on(claim.code.label)?.mend
      related = claim.related.map { ($0.place, $0.name) }
      subject = claim.subject
    }
  }

  private func content(of result: Result, rule: Int, _ fingerprint: String) -> JSONValue {
    let related = result.related.enumerated().map { number, related in
      JSONValue.members(
        [("id", .number(number + 1)), ("message", SARIFText.message(related.message))]
          + (related.place.map { [("physicalLocation", SARIFPlace(place: $0).physicalLocation)] } ?? []))
    }
    return .members(
      [
        ("ruleId", .text(result.code.label)), ("ruleIndex", .number(rule)), ("level", .text(result.code.severity.rawValue)),
        ("message", SARIFText.message(result.message)),
        ("locations", .list([.members([("physicalLocation", SARIFPlace(place: result.place).physicalLocation)])])),
      ] + (related.isEmpty ? [] : [("relatedLocations", .list(related))]) + [
        ("partialFingerprints", .members([("plumbline/v1", .text(fingerprint))]))
      ] + (result.mend.map { [("properties", .members([("mend", .text($0))]))] } ?? []))
  }

  /// The texts by which a result is known again: its code, its file, and its subject, or the line and what of it is meant;
  /// for a file as a whole the message.
  private func known(_ result: Result) -> [String] {
    let head = [result.code.label, result.place.file]
    guard result.subject.isEmpty else { return head + result.subject }
    guard let line = sources[result.place.file]?.line(result.place.line) else { return head + [result.message] }
    let meant = String(
      String.UnicodeScalarView(line.unicodeScalars.dropFirst(result.place.column - 1).prefix(result.place.length)))
    return head + [line.split(whereSeparator: \.isWhitespace).joined(separator: " "), meant]
  }
}

extension Diagnostic {
  /// What is wrong, then what to do about it.
  var inOneText: String { [message, mend].compactMap(\.self).joined(separator: " ") }
}

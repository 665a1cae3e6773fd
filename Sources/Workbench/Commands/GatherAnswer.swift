import Diagnostics
import Extracts
import Reporting
import SecretKeys

extension Answer {
  /// Gathers the findings of partitions into one file, in the order of the partitions: the same bytes as the replay of all of
  /// them, one behind another, by one process.
  ///
  /// All is held against the manifests before anything is written: every partition has findings and they are of its bytes, all
  /// are by the same procedure and options, and the cases of each come in the order of their names and between those of no
  /// other. The findings are held against them while they are written; where they differ, what was written is to be dropped.
  ///
  /// - Complexity: O(n) in the bytes of partitions and findings, all of which are read; memory grows with the manifests alone.
  ///
  /// Codes: PL8181, PL8196 to PL8199, PL8202.
  /// - Parameter write: takes the next piece; false where it cannot be written.
  /// - Returns: what the replays told, with the highest of their statuses.
  public static func gather(
    _ request: GatherRequest, messages dress: OutputOptions.Dress = .plain, write: ([UInt8]) -> Bool
  ) -> Answer {
    var desk = GatherDesk(request)
    desk.check()
    guard desk.problems.isEmpty else { return bad(desk.problems, dress) }
    switch desk.copy(to: write) {
    case .unwritten: return gatheredNotWritten(request.place, messages: dress)
    case .faulty(let problem): return bad([problem], dress)
    case .whole(let outcome, let status):
      let found = counted(outcome.tally.findings, "finding")
      let told =
        "gathered \(counted(desk.parts.count, "partition")) into \(request.place): "
        + "\(counted(outcome.tally.cases, "case")), \(found)\n"
      return Answer(
        output: told, messages: outcome.messages([], sources: [], dress: dress) + outcome.passedOverLines, status: status)
    }
  }

  /// The file that is to be gathered into is there already.
  ///
  /// Code: PL8201.
  public static func gatheredExists(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.gatheredExists, "The file is already there, and nothing was written.", path, messages) {
      "Name another with --to, or write --replace."
    }
  }

  /// The file that is to be gathered into cannot be written.
  ///
  /// Code: PL8202.
  public static func gatheredNotWritten(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.gatheredNotWritten, "The file cannot be written.", path, messages) {
      "Name another place with --to, one where you may write."
    }
  }

  private static func bad(_ problems: [Diagnostic], _ dress: OutputOptions.Dress) -> Answer {
    Answer(messages: problems.messages(sources: [], dress: dress), status: .badInput, isWhole: false)
  }
}

/// Holds manifests against partitions and each other, and copies findings.
private struct GatherDesk {
  /// The findings of one partition.
  struct Part {
    let found: GatherRequest.Manifest
    let manifest: ReplayManifest
    let outcome: BulkOutcome
  }

  enum Copy {
    case whole(BulkOutcome, Answer.Status)
    case unwritten
    case faulty(Diagnostic)
  }

  private let request: GatherRequest
  /// In the order of the partitions.
  private(set) var parts: [Part] = []
  private(set) var problems: [Diagnostic] = []

  init(_ request: GatherRequest) { self.request = request }

  // MARK: - Checks

  mutating func check() {
    let read = request.manifests.compactMap { found in part(found) }
    checkRequests(of: read)
    match(read)
    if problems.isEmpty { checkCases() }
  }

  private mutating func part(_ found: GatherRequest.Manifest) -> Part? {
    if let manifest = ReplayManifest(found.text), let outcome = manifest.outcome {
      return Part(found: found, manifest: manifest, outcome: outcome)
    }
    let message =
      ReplayManifest.wasOnce(found.text)
      ? "The manifest is not as it was written." : "This is no manifest of findings."
    tell(.manifestUnclear, message, found.path, "Replay its partition again with --replace.")
    return nil
  }

  private mutating func checkRequests(of read: [Part]) {
    guard let first = read.first else { return }
    for part in read where !part.isAlike(first) {
      tell(
        .manifestDisagrees, "These findings are by another procedure, mapping or options than \(first.manifest.findings.name).",
        part.found.path, "Replay all partitions with the same, with --replace.")
    }
  }

  /// Finds the manifest of each partition, and tells those that have none or two, and manifests without a partition.
  private mutating func match(_ read: [Part]) {
    if request.partitions.isEmpty {
      tell(
        .partitionUnmatched, "There is no partition in this folder.", request.partitionFolder,
        "Name the folder of the extracts that were replayed.")
    }
    var taken: Set<Int> = []
    for partition in request.partitions {
      let name = ReplayManifest.Content.name(of: partition.name)
      let numbers = read.indices.filter { read[$0].manifest.extracts.contains { $0.name == name } }
      guard let number = numbers.first, numbers.count == 1 else {
        let isLacking = numbers.isEmpty
        tell(
          .partitionUnmatched,
          isLacking ? "No findings of this partition are in \(request.folder)." : "Two manifests are of this partition.",
          partition.name, isLacking ? "Replay it with --manifest." : "Take away the findings that are not of this replay.")
        continue
      }
      hold(partition, against: read[number].manifest, name)
      if taken.insert(number).inserted { parts.append(read[number]) }
    }
    let names = Set(request.partitions.map { ReplayManifest.Content.name(of: $0.name) })
    for part in read where !part.manifest.extracts.allSatisfy({ names.contains($0.name) }) {
      tell(
        .partitionUnmatched, "The partition of these findings is not in \(request.partitionFolder).", part.found.path,
        "Take away the findings, or name with --of the folder that was replayed.")
    }
  }

  private mutating func hold(_ partition: ExtractInput, against manifest: ReplayManifest, _ name: String) {
    let content = DigestedExtract.content(of: partition)
    if content == nil {
      tell(.extractUnreadable, "The file cannot be read.", partition.name, "See that its disk is there.")
    } else if !manifest.extracts.contains(where: { $0 == content }) {
      tell(
        .manifestDisagrees, "The partition is not what it was when it was replayed.", partition.name,
        "Replay it again with --replace.")
    }
  }

  private mutating func checkCases() {
    for part in parts where !part.outcome.cases.isAscending {
      tell(
        .partitionsOverlap,
        "The cases do not come in the order of their names, so that it cannot be seen whether one stands in two partitions.",
        part.place, "Sort all by case, by bytes, as Spark and LC_ALL=C sort do, and part and replay them again.")
    }
    let filled = parts.filter { $0.outcome.cases.first != nil }.sorted { CaseOrder.precedes($0.first, $1.first) }
    for (part, next) in zip(filled, filled.dropFirst()) where !CaseOrder.precedes(part.last, next.first) {
      tell(
        .partitionsOverlap, "Cases of this partition stand, or may stand, in \(part.manifest.extracts[0].name) as well.",
        next.place, "Part the cases so that all of one partition go before all of the next, and replay them again.")
    }
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, _ path: String, _ mend: String) {
    problems.append(Diagnostic(code, message, at: .whole(path), mend: mend))
  }

  // MARK: - Copying

  func copy(to write: ([UInt8]) -> Bool) -> Copy {
    // A file without findings is a file all the same.
    guard let first = parts.first, write([]) else { return .unwritten }
    var (total, status) = (first.outcome, first.manifest.answerStatus)
    for (number, part) in parts.enumerated() {
      if number > 0 {
        total.add(part.outcome)
        status = Answer.Status(rawValue: max(status.rawValue, part.manifest.status)) ?? status
      }
      // The names of the columns stand once.
      guard let isSame = copy(part, without: number == 0 ? 0 : part.manifest.head, to: write) else { return .unwritten }
      if !isSame {
        return .faulty(
          Diagnostic(
            .manifestDisagrees, "The findings are not there, or not what was written.", at: .whole(part.found.findings.name),
            mend: "Replay their partition again with --replace."))
      }
    }
    return .whole(total, status)
  }

  /// Copies the findings of a partition but for the bytes of their head; whether they are as the manifest says, and `nil` where
  /// they cannot be written.
  private func copy(_ part: Part, without head: Int, to write: ([UInt8]) -> Bool) -> Bool? {
    let digested = DigestedExtract(part.found.findings)
    guard let read = digested.input.open() else { return false }
    var (room, left) = ([UInt8](repeating: 0, count: 1 << 18), head)
    while true {
      let count = room.withUnsafeMutableBytes { read($0) }
      guard count > 0 else { break }
      let passed = min(left, count)
      left -= passed
      if passed < count, !write(Array(room[passed..<count])) { return nil }
    }
    return digested.content()?.isOf(part.manifest.findings) ?? false
  }
}

extension GatherDesk.Part {
  /// Whether it is by the same procedure, mapping and options.
  fileprivate func isAlike(_ other: Self) -> Bool {
    manifest.request == other.manifest.request && manifest.head == other.manifest.head
      && outcome.tally.ruleCount == other.outcome.tally.ruleCount
  }

  var first: String { outcome.cases.first ?? "" }

  var last: String { outcome.cases.last ?? "" }

  /// Where a message finds the partition.
  var place: String { manifest.extracts[0].name }
}

extension ReplayManifest.Content {
  /// Whether the bytes are the same, whatever the names.
  func isOf(_ other: Self) -> Bool { bytes == other.bytes && sha256 == other.sha256 }
}

import Foundation
import Testing

@testable import Workbench

/// A load whose cases come in the order of their names, in one table and parted in eight.
private struct PartedLoad {
  /// The whole table.
  let whole: String
  let parts: [String]

  init(_ text: String, count: Int = 8) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0 + "\n" }
    let rows = Dictionary(grouping: lines.dropFirst()) { String($0.prefix { $0 != "," }) }
    let names = rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let texts = names.map { rows[$0]?.joined() ?? "" }
    let size = (names.count + count - 1) / count
    whole = lines[0] + texts.joined()
    parts = (0..<count).map { lines[0] + texts.dropFirst($0 * size).prefix(size).joined() }
  }

  static func name(_ number: Int) -> String { "part-0000\(number).csv" }
}

/// A folder of findings in memory, as shells on several machines share one.
private final class SharedFolder {
  var files: [String: String] = [:]
  /// How many pieces are written before a run is broken off, with all that it had not put in its place.
  var piecesLeft = Int.max

  func output(_ name: String, isReplaced: Bool = false) -> ManifestedOutput {
    var draft = ""
    return ManifestedOutput(
      path: "findings/\(name)", isReplaced: isReplaced, manifest: { self.files[name + ManifestedOutput.suffix] },
      findings: input(name),
      write: { text in
        self.piecesLeft -= 1
        guard self.piecesLeft >= 0 else { return false }
        draft += text
        return true
      },
      place: {
        self.files[name] = draft
        return true
      },
      note: { text in
        self.files[name + ManifestedOutput.suffix] = text
        return true
      })
  }

  private func input(_ name: String) -> ExtractInput {
    guard let text = files[name] else { return ExtractInput(name: "findings/\(name)") { nil } }
    return Extract.input("findings/\(name)", text)
  }

  func replay(
    _ name: String, _ text: String, as place: String? = nil, isReplaced: Bool = false, failOn: [String] = [],
    format: OutputOptions.Format = .csv
  ) -> Answer {
    var request = ExtractRequest()
    request.partSize = 500
    return Answer.replay(
      [Extract.input("partitions/\(name)", text)], request, ReplayRequest(), filter: FindingFilter(failOn: failOn),
      options: OutputOptions(format: format), under: output(place ?? name, isReplaced: isReplaced))
  }

  /// What is gathered of partitions, and the answer.
  func gather(_ partitions: [String: String]) -> (text: String, answer: Answer) {
    let manifests = files.keys.filter { $0.hasSuffix(ManifestedOutput.suffix) }.sorted().map { name in
      GatherRequest.Manifest(
        path: "findings/\(name)", text: files[name] ?? "", findings: input(String(name.dropLast(ManifestedOutput.suffix.count))))
    }
    let extracts = partitions.keys.sorted().map { Extract.input("partitions/\($0)", partitions[$0] ?? "") }
    var bytes: [UInt8] = []
    let request = GatherRequest(
      folder: "findings", manifests: manifests, partitionFolder: "partitions", partitions: extracts, place: "all.csv")
    let answer = Answer.gather(request) {
      bytes += $0
      return true
    }
    return (String(decoding: bytes, as: UTF8.self), answer)
  }
}

@Suite struct `A replay in partitions` {
  private static let load: PartedLoad = {
    var text = "case,event,when,complete_for\n"
    for number in 1...40 {
      text += "case-\(number),child_protection_plan_started,2024-03-\(10 + number % 18),everything\n"
      text += "case-\(number),core_group_held,2024-0\(4 + number % 3)-\(10 + number % 15),\n"
    }
    return PartedLoad(text)
  }()

  private static let partitions = Dictionary(
    uniqueKeysWithValues: load.parts.enumerated().map { (PartedLoad.name($0), $1) })

  /// All partitions replayed.
  private static func replayed(format: OutputOptions.Format = .csv) -> SharedFolder {
    let folder = SharedFolder()
    for (name, text) in partitions {
      let answer = folder.replay(name, text, format: format)
      #expect(answer.status == .findings && answer.messages.hasPrefix("wrote ") && answer.messages.filter(\.isNewline).count == 1)
    }
    return folder
  }

  private static func whole(format: OutputOptions.Format = .csv, of text: String = load.whole) -> Extract.Told {
    Extract.replay([Extract.input("all.csv", text)], format: format)
  }

  @Test(arguments: [OutputOptions.Format.csv, .jsonLines])
  func `What is gathered of eight partitions has the bytes of one process`(format: OutputOptions.Format) {
    let (text, answer) = Self.replayed(format: format).gather(Self.partitions)
    #expect(text == Self.whole(format: format).output && text.utf8.count > 5000)
    #expect(answer.status == .findings && answer.messages == "")
    #expect(answer.output.hasPrefix("gathered 8 partitions into all.csv: 40 cases, "))
  }

  @Test func `An attempt that is broken off anywhere leaves nothing in its place, and the next ends with the same bytes`() {
    let (name, text) = (PartedLoad.name(3), Self.load.parts[3])
    let whole = Self.replayed()
    for pieces in 0..<6 {
      let folder = SharedFolder()
      folder.piecesLeft = pieces
      let broken = folder.replay(name, text)
      guard broken.status == .badInput else { return #expect(pieces > 1) }
      #expect(broken.messages.contains("findings/\(name): error PL8193") && folder.files.isEmpty)
      folder.piecesLeft = .max
      #expect(folder.replay(name, text).status == .findings)
      #expect(folder.files[name] == whole.files[name])
      #expect(folder.files[name + ManifestedOutput.suffix] == whole.files[name + ManifestedOutput.suffix])
    }
  }

  @Test func `Given again, nothing is written, and the answer is the same`() {
    let folder = SharedFolder()
    let faulty = Self.load.parts[0] + "case-9,nothing_held,2024-01-01,\n"
    let first = folder.replay("part.csv", faulty)
    #expect(first.status == .badInput && first.messages.contains("partitions/part.csv:12:8: error PL8113"))
    let written = first.messages.split(separator: "\n").last.map { "\($0)\n" } ?? ""
    #expect(written.hasPrefix("wrote ") && written.hasSuffix("; exit status 2: not all was read\n"))
    folder.piecesLeft = 0
    let again = folder.replay("part.csv", faulty)
    #expect(again.status == first.status && again.output == first.output)
    #expect(
      again.messages == first.messages.dropLast(written.count)
        + "nothing written: findings/part.csv is there, under a manifest that agrees\n")
  }

  @Test func `Findings whose manifest was not reached are taken if they are the same, and never written over`() {
    let (name, text) = (PartedLoad.name(1), Self.load.parts[1])
    let folder = Self.replayed()
    let (findings, manifest) = (folder.files[name], folder.files.removeValue(forKey: name + ManifestedOutput.suffix))
    #expect(folder.replay(name, text).status == .findings)
    #expect(folder.files[name + ManifestedOutput.suffix] == manifest)
    folder.files[name + ManifestedOutput.suffix] = nil
    folder.files[name] = "mine"
    #expect(folder.replay(name, text).messages.contains("findings/\(name): error PL8191"))
    #expect(folder.files[name] == "mine")
    #expect(folder.replay(name, text, isReplaced: true).status == .findings && folder.files[name] == findings)
  }

  @Test func `A manifest that does not agree is told, and nothing is written`() {
    let (name, text) = (PartedLoad.name(2), Self.load.parts[2])
    let note = name + ManifestedOutput.suffix
    let folder = Self.replayed()
    let before = folder.files
    for (answer, said) in [
      (folder.replay(name, text + "\n"), "of another extract"),
      (folder.replay("another.csv", text, as: name), "of another extract"),
      (folder.replay(name, text, failOn: ["none"]), "by another procedure, mapping or options"),
    ] {
      #expect(answer.status == .badInput && answer.messages.contains("findings/\(note): error PL8197: The findings"))
      #expect(answer.messages.contains(said) && answer.messages.contains("mend: Name another place with --to, or"))
      #expect(folder.files == before)
    }
    folder.files[name]?.removeLast()
    #expect(folder.replay(name, text).messages.contains("The findings that are there are not what was written."))
    for text in ["", "{}", "case: mine"] {
      folder.files[note] = text
      #expect(folder.replay(name, Self.load.parts[2]).messages.contains("findings/\(note): error PL8196"))
    }
    #expect(folder.replay(name, text, isReplaced: true).status == .findings && folder.files == before)
  }

  /// A manifest as it is no more once somebody changed it.
  private static func edits(of manifest: String) -> [String] {
    let digest = manifest.firstRange(of: "\"sha256\":\"").map { manifest[$0.upperBound] } ?? "0"
    return [
      manifest.replacing("\"cases\":", with: "\"cases\":1"),
      manifest.replacing("\"request\":\"", with: "\"request\":\"0"),
      manifest.replacing("\"sha256\":\"\(digest)", with: "\"sha256\":\"\(digest == "0" ? "1" : "0")", maxReplacements: 1),
      manifest.replacing("\"status\":1", with: "\"status\":0"), manifest.replacing("manifest/2", with: "manifest/1"),
      String(manifest.dropLast(1)), String(manifest.prefix(manifest.utf8.count / 2)) + "\"form\":\"plumbline.manifest/2\"",
    ]
  }

  @Test func `A manifest that was edited is not gathered by, and the replay given again does its work again`() throws {
    let (name, text) = (PartedLoad.name(3), Self.load.parts[3])
    let note = name + ManifestedOutput.suffix
    let before = Self.replayed().files
    for edit in Self.edits(of: try #require(before[note])) {
      let folder = Self.replayed()
      #expect(edit != before[note])
      folder.files[note] = edit
      let gathered = folder.gather(Self.partitions)
      #expect(gathered.text == "" && gathered.answer.status == .badInput && !gathered.answer.isWhole)
      #expect(gathered.answer.messages.contains("findings/\(note): error PL8196: The manifest is not as it was written."))
      folder.piecesLeft = 0
      #expect(folder.replay(name, text).messages.contains("PL8193"), "it is not answered by what stands there")
      folder.piecesLeft = .max
      let again = folder.replay(name, text)
      #expect(again.status == .findings && again.messages.contains("written anew: "), "\(again.messages)")
      #expect(folder.files == before)
      (folder.files[note], folder.files[name]) = (edit, "mine")
      #expect(folder.replay(name, text).messages.contains("PL8191") && folder.files[name] == "mine")
    }
  }

  @Test func `Findings that are gone are made again, and altered ones are neither gathered nor taken for what they were`() {
    let (name, text) = (PartedLoad.name(3), Self.load.parts[3])
    let folder = Self.replayed()
    let before = folder.files
    folder.files[name] = nil
    #expect(folder.replay(name, text).status == .findings && folder.files == before)
    folder.files[name]? += "more"
    #expect(folder.gather(Self.partitions).answer.messages.contains("PL8197"))
    #expect(folder.replay(name, text).messages.contains("error PL8197: The findings that are there are not what was written."))
    #expect(folder.replay(name, text, isReplaced: true).status == .findings && folder.files == before)
  }

  @Test func `An extract that cannot be read to its end has no findings`() {
    let folder = SharedFolder()
    let answer = folder.replay("part.csv.gz", "no gzip")
    #expect(answer.messages.contains("PL8171") && answer.status == .badInput && folder.files.isEmpty)
  }

  @Test func `A manifest counts what was read and found`() throws {
    let folder = Self.replayed()
    let text = try #require(folder.files[PartedLoad.name(0) + ManifestedOutput.suffix])
    let manifest = try #require(ReplayManifest(text))
    #expect(manifest.text == text && text.hasSuffix("}\n") && text.filter { $0 == "\n" }.count == 1)
    #expect(manifest.counts.events == 10 && manifest.counts.cases == 5 && manifest.counts.casesNotJudged == 0)
    #expect(manifest.extracts.map(\.name) == [PartedLoad.name(0)] && manifest.extracts[0].bytes == Self.load.parts[0].utf8.count)
    #expect(manifest.findings.sha256.utf8.count == 64 && manifest.status == 1 && manifest.plumbline == Answer.version)
    let rows = folder.files[PartedLoad.name(0)]?.components(separatedBy: "\r\n").dropFirst().dropLast() ?? []
    let told = rows.filter { !$0.contains(",not recorded,") }
    #expect(manifest.counts.findings == told.count && manifest.counts.casesWithFindings <= 5)
  }

  @Test func `Partitions that do not go together are told, each, and nothing is gathered`() {
    func told(_ change: (SharedFolder, inout [String: String]) -> Void) -> String {
      let folder = Self.replayed()
      var partitions = Self.partitions
      change(folder, &partitions)
      let (text, answer) = folder.gather(partitions)
      #expect(answer.status == .badInput && !answer.isWhole && text == "")
      return answer.messages
    }
    let (name, other) = (PartedLoad.name(4), PartedLoad.name(5))
    let note = name + ManifestedOutput.suffix
    #expect(told { folder, _ in folder.files[note] = nil }.contains("partitions/\(name): error PL8198: No findings of this"))
    #expect(told { _, parts in parts[name] = nil }.contains("findings/\(note): error PL8198: The partition of these findings"))
    #expect(told { _, parts in parts = [:] }.contains("partitions: error PL8198: There is no partition"))
    #expect(told { folder, _ in folder.files["a" + note] = folder.files[note] }.contains("PL8198: Two manifests"))
    let longer = told { _, parts in parts[name]? += "\n" }
    #expect(longer.contains("partitions/\(name): error PL8197: The partition is not what"))
    #expect(told { folder, _ in folder.files[note] = "{}" }.contains("findings/\(note): error PL8196"))
    let mixed = told { folder, parts in
      _ = folder.replay(name, parts[name] ?? "", isReplaced: true, failOn: ["certain"])
    }
    #expect(mixed.contains("findings/\(note): error PL8197: These findings are by another procedure"))
    let doubled = told { folder, parts in
      parts["part-00009.csv"] = parts[other]
      _ = folder.replay("part-00009.csv", parts[other] ?? "")
    }
    #expect(doubled.contains("part-00009.csv: error PL8199: Cases of this partition stand, or may stand, in \(other)"))
    let unsorted = told { folder, parts in
      let lines = Self.load.parts[4].split(separator: "\n").map { $0 + "\n" }
      parts[name] = lines[0] + (lines.dropFirst(3) + lines[1...2]).joined()
      _ = folder.replay(name, parts[name] ?? "", isReplaced: true)
    }
    #expect(unsorted.contains("\(name): error PL8199: The cases do not come in the order of their names"))
  }

  @Test func `Findings that changed behind their manifest are told, and what was gathered is not whole`() {
    let folder = Self.replayed()
    folder.files[PartedLoad.name(6)]? += "more"
    let answer = folder.gather(Self.partitions).answer
    #expect(!answer.isWhole && answer.messages.contains("findings/\(PartedLoad.name(6)): error PL8197"))
  }

  @Test func `Faults of partitions are told with what is gathered, and the status is the highest`() {
    let folder = SharedFolder()
    var partitions = Self.partitions
    partitions[PartedLoad.name(7)]? += "case-99,nothing_held,2024-01-01,\n"
    for (name, text) in partitions { _ = folder.replay(name, text) }
    let (text, answer) = folder.gather(partitions)
    #expect(answer.status == .badInput && answer.isWhole)
    #expect(answer.messages.contains("partitions/\(PartedLoad.name(7)):12:9: error PL8113"))
    #expect(answer.messages.contains("not read: 1 case with or beside a fault, not judged"))
    #expect(text == Self.whole(of: Self.load.whole + "case-99,nothing_held,2024-01-01,\n").output)
  }
}

@Suite struct `A partition as a process` {
  private static let options = ["--format", "csv", "--table", "brief", "--fail-on", "none"]

  private static func replay(_ number: Int) -> [String] {
    let name = PartedLoad.name(number)
    return ["replay", "partitions/\(name)", "--to", "findings/\(name)", "--manifest"] + options
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Gives a process half of a partition through a pipe, waits until all of that was read, and kills it.
  private static func kill(amid number: Int, of load: PartedLoad, in folder: URL) throws {
    let partition = folder.appending(path: "partitions/\(PartedLoad.name(number))")
    try #require(mkfifo(partition.path, 0o600) == 0)
    let descriptor = open(partition.path, O_RDWR)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let half = Array(load.parts[number].utf8.prefix(min(30_000, load.parts[number].utf8.count / 2)))
    try #require(write(descriptor, half, half.count) == half.count)
    let process = BuiltCommand.process(replay(number), in: folder)
    try process.run()
    var unread: Int32 = 1
    while process.isRunning, unread > 0, ioctl(descriptor, UInt(FIONREAD), &unread) == 0 { sched_yield() }
    #expect(process.isRunning, "it waits for the other half")
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    try FileManager.default.removeItem(at: partition)
  }

  @Test func `Eight partitions, one killed and tried again and one tried twice at once, have the bytes of one process`() throws {
    try BuiltCommand.withFolder { folder in
      let load = PartedLoad(try BuiltCommand.run(["generate", "--cases", "120", "--seed", "7"], in: folder).output)
      try FileManager.default.createDirectory(at: folder.appending(path: "partitions"), withIntermediateDirectories: true)
      try Data(load.whole.utf8).write(to: folder.appending(path: "all.csv"))
      try Self.kill(amid: 3, of: load, in: folder)
      let findings = folder.appending(path: "findings")
      #expect(Self.names(in: findings).allSatisfy { $0.hasPrefix(".\(PartedLoad.name(3)).") })
      for (number, part) in load.parts.enumerated() {
        try Data(part.utf8).write(to: folder.appending(path: "partitions/\(PartedLoad.name(number))"))
      }
      let twice = [BuiltCommand.process(Self.replay(5), in: folder), BuiltCommand.process(Self.replay(5), in: folder)]
      for process in twice { try process.run() }
      for process in twice {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      for number in load.parts.indices {
        let run = try BuiltCommand.run(Self.replay(number), in: folder)
        #expect(run.status == 0 && run.messages.hasPrefix(number == 5 ? "nothing written: " : "wrote "), "\(run.messages)")
      }
      let gather = ["gather", "findings", "--of", "partitions", "--to", "gathered.csv"]
      let gathered = try BuiltCommand.run(gather, in: folder)
      #expect(gathered.status == 0 && gathered.output.hasPrefix("gathered 8 partitions into gathered.csv: 120 cases, "))
      #expect(gathered.messages == "")
      let whole = try BuiltCommand.run(["replay", "all.csv"] + Self.options, in: folder)
      #expect(try String(contentsOf: folder.appending(path: "gathered.csv"), encoding: .utf8) == whole.output)
      #expect(whole.output.utf8.count > 10_000)
      let typed = ["replay", "-", "--extract", "csv"] + Self.options
      #expect(try BuiltCommand.run(typed, in: folder, input: Data(load.whole.utf8)).output == whole.output)
      #expect(try BuiltCommand.run(gather, in: folder).messages.contains("gathered.csv: error PL8201"))
      #expect(try BuiltCommand.run(gather + ["--replace"], in: folder).status == 0)
    }
  }
}

import Diagnostics
import SeededNumbers
import Testing

@testable import Workbench

/// A disk that fails at some operation, and never keeps what came after it.
private final class FailingDisk {
  var report = ""
  var checkpoint: String?
  private var left: Int

  /// - Parameter operations: how many succeed.
  init(operations: Int = .max) { left = operations }

  func write(_ text: String) -> Bool {
    left -= 1
    // What was under way when the machine went down is there in part.
    if left <= 0 { report += text.prefix(text.count / 2) }
    guard left > 0 else { return false }
    report += text
    return true
  }

  func save(_ text: String) -> Bool {
    left -= 1
    guard left > 0 else { return false }
    checkpoint = text
    return true
  }

  /// Begins again with what was kept, as a shell does it.
  func output(failingAfter operations: Int = .max) -> BulkOutput {
    left = operations
    if checkpoint == nil { report = "" }
    let brokenOff = checkpoint.map { checkpoint in
      BrokenOffRun(checkpoint: checkpoint, report: Extract.input("report", report)) { self.cut($0) }
    }
    return BulkOutput(write: { self.write($0) }, save: { self.save($0) }, resuming: brokenOff)
  }

  private func cut(_ length: Int) -> Bool {
    report = String(decoding: report.utf8.prefix(length), as: UTF8.self)
    return true
  }
}

@Suite struct `A replay that was broken off` {
  /// A table of some parts, with faults and a case that comes again.
  private static let table: [UInt8] = {
    var numbers = SeededNumbers(seed: 7)
    var text = "case,event,when,complete_for,cite\n"
    for number in 1...320 {
      let name = number % 151 == 150 ? "case3" : "case\(number)"
      for step in 1...2 {
        let event = number % 97 == 0 ? "nothing_held" : step == 1 ? "child_protection_plan_started" : "core_group_held"
        let day = Int.random(in: 10...28, using: &numbers)
        text += "\(name),\(event),2024-0\(step * 3)-\(day),\(step == 1 ? "everything" : ""),p. \(step)\n"
      }
    }
    return Array(text.utf8)
  }()

  private func replay(_ output: BulkOutput, _ bytes: [UInt8], strictness: ExtractRequest.Strictness = .lenient, jobs: Int = 2)
    -> Answer
  {
    var request = ExtractRequest()
    request.strictness = strictness
    request.jobs = jobs
    request.partSize = 1000
    return Answer.replay(
      [Extract.input("a.csv", bytes, piece: 900)], request, ReplayRequest(), options: OutputOptions(format: .csv), output: output)
  }

  @Test func `Wherever it was broken off, and however often, the same bytes and messages come in the end`() {
    let whole = FailingDisk()
    let expected = replay(whole.output(), Self.table)
    #expect(whole.report.utf8.count > 10_000 && expected.isWhole && expected.messages.contains("PL8121"))
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<3 {
      let disk = FailingDisk()
      var breaks = 0
      var answer = replay(disk.output(failingAfter: Int.random(in: 1...20, using: &numbers)), Self.table)
      while !answer.isWhole, breaks < 40 {
        breaks += 1
        #expect(answer.status == .badInput)
        answer = replay(disk.output(failingAfter: Int.random(in: 18...30, using: &numbers)), Self.table)
      }
      #expect(answer.isWhole && breaks > 0 && disk.checkpoint != nil)
      #expect(disk.report == whole.report)
      #expect(answer.messages == expected.messages && answer.status == expected.status)
    }
  }

  @Test func `It goes on only with the same extract and the same options`() {
    let disk = FailingDisk()
    #expect(!replay(disk.output(failingAfter: 19), Self.table).isWhole)
    #expect(disk.checkpoint != nil)
    let other = replay(disk.output(), Self.table, strictness: .strict)
    #expect(other.status == .badInput && other.messages.contains("PL8194") && !other.isWhole)
    var changed = Self.table
    changed[200] ^= 1
    let elsewhere = replay(disk.output(), changed)
    #expect(elsewhere.messages.contains("PL8195") && !elsewhere.isWhole)
    #expect(replay(disk.output(), Array(Self.table.prefix(10_000))).messages.contains("PL8195"))
    let right = replay(disk.output(), Self.table, jobs: 1)
    #expect(right.isWhole)
  }

  /// What is left of a run that was broken off.
  private static let left: (report: String, checkpoint: String?) = {
    let disk = FailingDisk()
    _ = `A replay that was broken off`().replay(disk.output(failingAfter: 30), table)
    return (disk.report, disk.checkpoint)
  }()

  private func brokenOff() -> FailingDisk {
    let disk = FailingDisk()
    (disk.report, disk.checkpoint) = Self.left
    return disk
  }

  @Test func `It goes on only with what it had written, byte for byte, and cuts away what is behind`() throws {
    let whole = FailingDisk()
    #expect(replay(whole.output(), Self.table).isWhole)
    let written = try #require(brokenOff().checkpoint.flatMap(Checkpoint.init)).written
    #expect(written > 5000)
    let changes: [(String, (inout [UInt8]) -> Void)] = [
      ("its first byte", { $0[0] ^= 1 }), ("its last byte", { $0[written - 1] ^= 1 }),
      ("a byte less", { $0.removeLast($0.count - written + 1) }),
      ("a byte more within", { $0.insert(0x20, at: written / 2) }), ("nothing left", { $0 = [] }),
    ]
    for (what, change) in changes {
      let disk = brokenOff()
      var bytes = Array(disk.report.utf8)
      change(&bytes)
      disk.report = String(decoding: bytes, as: UTF8.self)
      let (report, checkpoint) = (disk.report, disk.checkpoint)
      let answer = replay(disk.output(), Self.table)
      #expect(answer.status == .badInput && !answer.isWhole, "\(what)")
      #expect(answer.messages.contains("--resume: error PL8203: What the run had written is not as it was"), "\(answer.messages)")
      #expect(answer.messages.contains("mend: Begin anew with --replace."))
      #expect(disk.report == report && disk.checkpoint == checkpoint, "nothing is touched")
    }
    let longer = brokenOff()
    longer.report += "what was under way"
    #expect(replay(longer.output(), Self.table).isWhole && longer.report == whole.report)
  }

  @Test func `A note of how far it came is not trusted once it was edited, whatever it says`() throws {
    let text = try #require(brokenOff().checkpoint)
    let edits = [
      text.replacing("\"cases\":", with: "\"cases\":1", maxReplacements: 1),
      text.replacing("\"written\":", with: "\"written\":1"),
      text.replacing("\"parts\":", with: "\"parts\":1"), text.replacing("\"isReached\":true", with: "\"isReached\":false"),
      text + " ", String(text.dropLast()), "", "{}", "{}\n", "{\"seal\":\"\"}\n",
    ]
    for edit in edits {
      #expect(edit != text)
      let disk = brokenOff()
      disk.checkpoint = edit
      let report = disk.report
      let answer = replay(disk.output(), Self.table)
      #expect(answer.messages.contains("error PL8194: The note of how far the run came is not as it was written."))
      #expect(answer.status == .badInput && !answer.isWhole && disk.report == report)
    }
  }

  @Test func `It goes on only where every byte it had read is the same, the names of the columns too`() throws {
    let read = Self.table.count / 3
    for place in Array(stride(from: 40, to: read, by: 937)) + [2, 8, 13, 20] {
      var changed = Self.table
      guard changed[place] != 0x0A, changed[place] != 0x2C else { continue }
      changed[place] ^= 2
      let answer = replay(brokenOff().output(), changed)
      #expect(!answer.isWhole && answer.status == .badInput && !answer.messages.isEmpty, "\(place)")
    }
    let renamed = Array(String(decoding: Self.table, as: UTF8.self).replacing("cite", with: "note", maxReplacements: 1).utf8)
    #expect(replay(brokenOff().output(), renamed).messages.contains("PL8195"))
    #expect(replay(brokenOff().output(), Self.table).isWhole)
  }

  @Test func `A case that comes again behind rows that cannot be parted is told, as in one reading`() {
    let long = String(repeating: "big,core_group_held,2024-03-11,,\n", count: 400)
    let text =
      "case,event,when,complete_for,cite\na,core_group_held,2024-01-11,,\nb,core_group_held,2024-01-11,,\n"
      + "c,core_group_held,2024-01-11,,\n" + long + "a,core_group_held,2024-05-11,,\n"
    let answer = replay(FailingDisk().output(), Array(text.utf8), strictness: .strict)
    #expect(answer.messages.contains("a.csv:405:1: error PL8121"))
  }
}

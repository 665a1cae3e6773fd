import Anonymising
import Diagnostics
import Extracts
import Foundation
import SecretKeys
import Synchronization
import Testing
import Workbench

@Suite struct `plumbline anonymise` {
  private struct Told {
    let answer: Answer
    let text: String
    let files: [OutputFile]
  }

  private final class Written {
    var bytes: [UInt8] = []
    var files: [OutputFile] = []
    var refuses = false

    func take(_ part: GeneratedPart) -> Bool {
      guard !refuses else { return false }
      switch part {
      case .bytes(let more): bytes += more
      case .file(let file): files.append(file)
      }
      return true
    }
  }

  private static let keyText = (0..<32).map { String(format: "%02x", 200 - $0) }.joined()

  private static func request(_ change: (inout AnonymiseRequest) -> Void = { _ in }) -> AnonymiseRequest {
    let count = Mutex(UInt64(0))
    var request = AnonymiseRequest {
      count.withLock { count in
        count &+= 0x9E37_79B9_7F4A_7C15
        return count
      }
    }
    (request.seed, request.tries) = (3, 25)
    request.key = InputFile(name: "secret.key", content: .bytes(Array(keyText.utf8)))
    change(&request)
    return request
  }

  private static func input(_ name: String, _ bytes: [UInt8]) -> ExtractInput {
    ExtractInput(name: name) {
      var rest = bytes[...]
      return { room in
        let next = rest.prefix(room.count)
        rest = rest.dropFirst(next.count)
        room.copyBytes(from: next)
        return next.count
      }
    }
  }

  private static func anonymise(
    _ inputs: [ExtractInput], there ending: String? = nil, refuses: Bool = false,
    _ change: (inout AnonymiseRequest) -> Void = { _ in }
  ) -> Told {
    let written = Written()
    written.refuses = refuses
    let answer = Answer.anonymise(inputs, request(change), isThere: { $0.hasSuffix(ending ?? "\n") }, write: written.take)
    return Told(answer: answer, text: String(decoding: written.bytes, as: UTF8.self), files: written.files)
  }

  private static func anonymise(
    histories: [String], there ending: String? = nil,
    _ change: (inout AnonymiseRequest) -> Void = { $0.place = "out" }
  ) -> Told {
    let written = Written()
    let files = histories.enumerated().map { InputFile(name: "\($0).yaml", content: .bytes(Array($1.utf8))) }
    let answer = Answer.anonymise(files, request(change), isThere: { $0.hasSuffix(ending ?? "\n") }, write: written.take)
    return Told(answer: answer, text: String(decoding: written.bytes, as: UTF8.self), files: written.files)
  }

  /// The findings of a replay by case, counted by rule, kind, certainty and severity.
  private static func findings(_ input: ExtractInput) throws -> [String: [String: Int]] {
    let written = Written()
    let output = BulkOutput(write: { written.take(.bytes(Array($0.utf8))) })
    let answer = Answer.replay(
      [input], ExtractRequest(), ReplayRequest(), options: OutputOptions(format: .jsonLines), output: output)
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(answer.status != .badInput, "\(answer.messages)")
    var counts: [String: [String: Int]] = [:]
    for line in text.split(separator: "\n") {
      let finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let key = ["rule", "kind", "certainty", "severity"].map { "\(finding[$0] ?? "")" }.joined(separator: " ")
      counts[try #require(finding["case"] as? String), default: [:]][key, default: 0] += 1
    }
    return counts
  }

  @Test(arguments: ["csv", "jsonl"]) func `A load is written in a form that the replay reads and finds the same in`(
    form: String
  ) throws {
    let bytes = try England.bulk(1...40, seed: 2)
    let told = Self.anonymise([Self.input("load.csv", bytes)]) {
      $0.form = form
      $0.extracts.jobs = 2
    }
    let (before, after) = (
      try Self.findings(Self.input("load.csv", bytes)), try Self.findings(Self.input("out.\(form)", Array(told.text.utf8)))
    )
    let key = try #require(PseudonymKey(fileContent: Array(Self.keyText.utf8)))
    let pseudonyms = Pseudonyms { key.digest($0) }
    var written = 0
    for number in 1...40 where told.text.contains(pseudonyms.ofCase("case-\(number)")) {
      written += 1
      #expect(after[pseudonyms.ofCase("case-\(number)")] == before["case-\(number)"], "case \(number)")
    }
    #expect(written > 20)
    #expect(Set(told.text.matches(of: /case-[0-9a-z]+/).map { $0.output.count }) == [21])
  }

  @Test func `The same seed and key give the same bytes on one thread and on three`() throws {
    let bytes = try England.bulk(1...40, seed: 4)
    let one = Self.anonymise([Self.input("load.csv", bytes)])
    let three = Self.anonymise([Self.input("load.csv", bytes)]) { $0.extracts.jobs = 3 }
    #expect(one.text == three.text && one.answer.messages == three.answer.messages)
  }

  @Test func `Cases that no move leaves as they were are listed and not written, and the status says so`() throws {
    let bytes = try England.bulk(1...40, seed: 4)
    let told = Self.anonymise([Self.input("load.csv", bytes)]) { $0.weeks = 1 }
    #expect(told.answer.status == .findings)
    let listed = told.answer.messages.matches(of: /- (case-[0-9a-f]{16})/).map { String($0.output.1) }
    #expect(!listed.isEmpty)
    for name in listed { #expect(!told.text.contains(name)) }
    // Who may read the extract finds them there, each at another row.
    let rows = told.answer.messages.matches(of: /- case-[0-9a-f]{16}, load\.csv:([0-9]+)/).map { String($0.output.1) }
    #expect(Set(rows).count == listed.count)
    let written = Set(told.text.matches(of: /case-[0-9a-f]{16}/).map { String($0.output) })
    #expect(written.count + Set(listed).count == 40)
  }

  @Test func `The more moves have to do, the more cases are withheld`() throws {
    let bytes = try England.bulk(1...40, seed: 4)
    let counts = [1, 4, 12].map { among in
      let told = Self.anonymise([Self.input("load.csv", bytes)]) { $0.among = among }
      return Set(told.text.matches(of: /case-[0-9a-f]{16}/).map { String($0.output) }).count
    }
    #expect(counts == counts.sorted(by: >) && counts[0] > counts[2], "\(counts)")
  }

  @Test func `No message and no output holds the key, a name or a text`() throws {
    let history = """
      history: roe
      procedure: england
      children: {janeroe: {born: 2018-03-04}}
      observed until: 2023-06
      events:
        - {id: rung, event: action_agreed, action: "Ring aunt Plantedname", when: 2022-01-05}
      """
    for broken in ["", "\n  - {id: janex, event: action_agreed, action: Plantedname, when: after janex}"] {
      let told = Self.anonymise(histories: [history + broken])
      for text in [told.answer.messages] + told.files.flatMap({ [$0.text, $0.path] }) {
        for secret in [Self.keyText, "Plantedname", "janeroe", "roe-"] { #expect(!text.contains(secret), "\(text)") }
      }
      #expect(told.answer.status == (broken.isEmpty ? .clean : .badInput))
      #expect(told.files.count == (broken.isEmpty ? 1 : 0))
    }
  }

  @Test func `Histories are written into a folder, and none over a file that is there`() throws {
    let histories = try England.load(1...6, seed: 8)
    let told = Self.anonymise(histories: histories) {
      $0.place = "out"
      $0.tries = 200
    }
    #expect(told.files.count > 3, "\(told.answer.messages)")
    #expect(told.files.allSatisfy { $0.path.wholeMatch(of: /out\/case-[0-9a-f]{16}\.yaml/) != nil })
    let kept = Self.anonymise(histories: histories, there: ".yaml") {
      $0.place = "out"
      $0.tries = 200
    }
    #expect(kept.files.isEmpty && kept.answer.status == .badInput && kept.answer.messages.contains("PL8607"))
    let replaced = Self.anonymise(histories: histories, there: ".yaml") {
      ($0.place, $0.existing) = ("out", .replaced)
      $0.tries = 200
    }
    #expect(replaced.files == told.files)
  }

  @Test func `Two cases of one name are told, and the second is not written`() throws {
    let histories = try England.load(1...1, seed: 8)
    let told = Self.anonymise(histories: histories + histories)
    #expect(told.files.count == 1)
    #expect(told.answer.status == .badInput && told.answer.messages.contains("PL8609"))
  }

  @Test func `A report may be a file of its own, as text or as JSON`() throws {
    let bytes = try England.bulk(1...30, seed: 4)
    let told = Self.anonymise([Self.input("load.csv", bytes)]) { ($0.report, $0.least) = ("rare.json", 3) }
    let lines = told.answer.messages.split(separator: "\n")
    #expect(lines.allSatisfy { $0.wholeMatch(of: /withheld: case-[0-9a-f]{16}, load\.csv:[0-9]+/) != nil }, "\(lines)")
    let file = try #require(told.files.first { $0.path == "rare.json" })
    #expect(!file.text.contains("load.csv"))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(file.text.utf8)) as? [String: Any])
    let rarity = try #require(document["rarity"] as? [String: Any])
    let rare = try #require(rarity["rare"] as? [[String: Any]])
    let cases = rare.compactMap { $0["cases"] as? [String] }
    #expect(cases.allSatisfy { (1...2).contains($0.count) })
    #expect(rarity["rare_cases"] as? Int == cases.joined().count)
    #expect((document["withheld"] as? [String])?.count == lines.count)
    #expect(Set(document.keys).isSuperset(of: ["cases", "withheld", "key", "dates", "seeded", "tries"]))
    let text = Self.anonymise([Self.input("load.csv", bytes)]) { $0.report = "rare.txt" }
    #expect(text.files.first?.text.contains("Rare combinations") ?? false)
  }

  @Test func `What cannot be is told with its place and how to mend it`() throws {
    let bytes = try England.bulk(1...2, seed: 4)
    func messages(_ change: (inout AnonymiseRequest) -> Void) -> String {
      let told = Self.anonymise([Self.input("load.csv", bytes)], there: "there.csv", change)
      #expect(told.answer.status == .badInput && told.text == "" && told.files.isEmpty)
      #expect(told.answer.messages.contains("mend:"))
      return told.answer.messages
    }
    #expect(messages { $0.key = InputFile(name: "k", content: .bytes([1, 2])) }.hasPrefix("k: error PL8601"))
    #expect(messages { $0.key = InputFile(name: "k", content: .missing) }.hasPrefix("k: error PL1010"))
    #expect(messages { $0.dates = "shifted" }.contains("Did you mean \"shift\"?"))
    #expect(messages { $0.form = "xml" }.hasPrefix("--format: error PL8603"))
    #expect(messages { $0.form = "yaml" }.hasPrefix("--to: error PL8604"))
    #expect(messages { $0.weeks = 0 }.hasPrefix("--weeks: error PL8605"))
    #expect(messages { ($0.tries, $0.among) = (3, 4) }.hasPrefix("--among: error PL8605"))
    #expect(messages { $0.quasi = ["childern"] }.hasPrefix("--quasi: error PL8606"))
    #expect(messages { $0.place = "there.csv" }.hasPrefix("there.csv: error PL8607"))
    #expect(messages { $0.report = "there.csv" }.hasPrefix("there.csv: error PL8607"))
    #expect(messages { $0.place = "load.csv" }.hasPrefix("load.csv: error PL8611"))
  }

  @Test func `What cannot be written ends it`() throws {
    let bytes = try England.bulk(1...20, seed: 4)
    let told = Self.anonymise([Self.input("load.csv", bytes)], refuses: true)
    #expect(told.answer.status == .badInput && told.answer.messages.contains("PL8608"))
  }
}

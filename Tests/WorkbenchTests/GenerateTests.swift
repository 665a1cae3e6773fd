import Diagnostics
import Testing

@testable import Workbench

@Suite struct `Making up case loads` {
  /// What a request gives out, and what is answered.
  private static func generate(
    _ change: (inout GenerateRequest) -> Void, isThere: (String) -> Bool = { _ in false }, limit: Int = .max
  ) -> (answer: Answer, text: String, files: [OutputFile]) {
    var request = GenerateRequest()
    change(&request)
    var (bytes, files) = ([UInt8](), [OutputFile]())
    let answer = Answer.generate(request, isThere: isThere) { part in
      switch part {
      case .bytes(let more): bytes += more
      case .file(let file): files.append(file)
      }
      return bytes.count + files.count < limit
    }
    return (answer, String(decoding: bytes, as: UTF8.self), files)
  }

  @Test func `Without a word there are a hundred cases as a table`() {
    let (answer, text, _) = Self.generate { _ in }
    #expect(answer.status == .clean && answer.messages == "" && answer.output == "")
    #expect(text.hasPrefix("case,child,event,when,"))
    #expect(Set(text.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }).count == 100)
  }

  @Test func `A part of a load has the lines that the whole has`() {
    let (_, whole, _) = Self.generate { $0.form = "jsonl" }
    let (_, first, _) = Self.generate { ($0.form, $0.cases) = ("jsonl", 40) }
    let (_, rest, _) = Self.generate { ($0.form, $0.cases, $0.first) = ("jsonl", 60, 41) }
    #expect(first + rest == whole)
  }

  @Test func `There are so many events as are asked for, and no case more than needs be`() {
    let (_, text, _) = Self.generate { ($0.form, $0.events) = ("jsonl", 1_000) }
    let lines = text.split(separator: "\n")
    let last = lines.last.map { $0.prefix { $0 != "," } }
    #expect(lines.count >= 1_000 && lines.count { $0.hasPrefix(last ?? "") } > lines.count - 1_000)
  }

  @Test func `Histories are files of a folder, which a replay reads`() throws {
    let (answer, _, files) = Self.generate { ($0.form, $0.cases, $0.place) = ("yaml", 3, "load/") }
    #expect(files.map(\.path) == ["load/case-1.yaml", "load/case-2.yaml", "load/case-3.yaml"])
    #expect(answer.output.hasPrefix("wrote load/case-1.yaml"))
    let histories = files.map { InputFile(name: $0.path, content: .bytes(Array($0.text.utf8))) }
    let replayed = Answer.replay(histories, ReplayRequest())
    #expect(replayed.status != .badInput && replayed.messages == "", "\(replayed.messages)")
  }

  @Test func `The page and the text tell the same load`() throws {
    var request = GenerateRequest()
    (request.cases, request.seed) = (20_000, 7)
    let text = Answer.closeness(request)
    #expect(text.status == .clean)
    try Golden.expect(text.output, is: "closeness.txt")
    request.cases = 50
    let page = Answer.closeness(request, options: OutputOptions(format: .html)).output
    #expect(page.contains("50 cases of") && page.contains("Assumption: ") && page.contains("Open Government Licence v3.0"))
  }

  @Test func `What cannot be made is refused with its code`() {
    func messages(_ change: (inout GenerateRequest) -> Void) -> String {
      let (answer, text, files) = Self.generate(change, isThere: { $0 == "there" || $0 == "load/case-2.yaml" })
      #expect(answer.status == .badInput && text == "" && files.isEmpty)
      return answer.messages
    }
    func file(_ text: String) -> InputFile { InputFile(name: "my.yaml", content: .bytes(Array(text.utf8))) }
    #expect(messages { $0.cases = 0 }.contains("--cases: error PL8521"))
    #expect(messages { ($0.cases, $0.events) = (1, 1) }.contains("--events: error PL6033"))
    #expect(messages { $0.form = "cvs" }.contains("PL8522: \"cvs\" is no form of a load.\n  mend: Did you mean \"csv\"?"))
    #expect(messages { $0.place = "there" }.contains("there: error PL8523"))
    #expect(messages { ($0.form, $0.place) = ("yaml", "load") }.contains("load/case-2.yaml: error PL8523"))
    #expect(messages { $0.form = "yaml" }.contains("PL8525"))
    #expect(messages { ($0.form, $0.place, $0.cases) = ("yaml", "load", 1_001) }.contains("PL8521"))
    #expect(messages { $0.statistics = file("history: a\n") }.contains("PL8511: This is a history, not a file of statistics."))
    let text = CaseLoadBench.builtIn?.text.replacing("procedure: england", with: "procedure: wales") ?? ""
    #expect(messages { $0.statistics = file(text) }.contains("PL8512"))
  }

  @Test func `Nothing more is made once it cannot be written, and that is told`() {
    let (answer, _, files) = Self.generate({ ($0.form, $0.cases, $0.place) = ("yaml", 50, "load") }, limit: 2)
    #expect(answer.status == .badInput && answer.messages.contains("load: error PL8524"))
    #expect(files.count == 2)
  }
}

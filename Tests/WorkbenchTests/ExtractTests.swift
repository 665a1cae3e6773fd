import Diagnostics
import Extracts
import Foundation
import Testing
import Workbench

/// Extracts as a shell would give them, from memory.
enum Extract {
  static func input(_ name: String, _ bytes: [UInt8], piece: Int = 1 << 16) -> ExtractInput {
    ExtractInput(name: name) {
      var rest = bytes[...]
      return { room in
        let next = rest.prefix(min(room.count, piece))
        rest = rest.dropFirst(next.count)
        room.copyBytes(from: next)
        return next.count
      }
    }
  }

  static func input(_ name: String, _ text: String) -> ExtractInput { input(name, Array(text.utf8)) }

  struct Told {
    var output = ""
    var messages = ""
    var status = 0
  }

  /// What comes of a replay.
  static func replay(
    _ inputs: [ExtractInput], _ strictness: ExtractRequest.Strictness = .strict, mapping: String? = nil,
    format: OutputOptions.Format = .csv, encoding: String? = nil, jobs: Int = 1
  ) -> Told {
    var request = ExtractRequest()
    request.strictness = strictness
    request.mapping = mapping.map { .named($0) }
    request.encoding = encoding
    request.jobs = jobs
    var told = Told()
    let written = TextUnderWay()
    let answer = Answer.replay(
      inputs, request, ReplayRequest(), options: OutputOptions(format: format),
      output: BulkOutput(write: { text in
        written.text += text
        return true
      }))
    told.output = written.text + answer.output
    told.messages = answer.messages
    told.status = Int(answer.status.rawValue)
    return told
  }

  private final class TextUnderWay { var text = "" }
}

@Suite struct `Replaying extracts` {
  private static let enquiry = """
    case,child,event,when,outcome,kind,complete_for,observed_until
    c1,,section_47_enquiry_started,2024-01-08,,,everything,2024-06-30
    c1,,child_protection_conference_held,2024-02-20,plan,initial,,
    c2,ann,section_47_enquiry_started,2024-01-08,,,everything,2024-06-30
    c2,ann,child_protection_conference_held,2024-01-20,plan,initial,,

    """

  private static let history = """
    history: c1
    procedure: england
    children: {child: {}}
    complete for: everything
    observed until: 2024-06-30
    events:
      - {id: event1, event: section_47_enquiry_started, when: 2024-01-08}
      - {id: event2, event: child_protection_conference_held, when: 2024-02-20, outcome: plan, kind: initial}
    """

  @Test(arguments: [OutputOptions.Format.csv, .jsonLines])
  func `A case in bulk form gives what its history gives`(format: OutputOptions.Format) throws {
    let rows = Self.enquiry.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n"
    let bulk = Extract.replay([Extract.input("a.csv", rows)], format: format)
    let file = InputFile(name: "c1.yaml", content: .bytes(Array(Self.history.utf8)))
    let single = Answer.replay([file], ReplayRequest(), options: OutputOptions(format: format))
    #expect(bulk.output == single.output && bulk.status == Int(single.status.rawValue))
    #expect(bulk.output.contains("conference_from_start") && bulk.messages.isEmpty)
  }

  @Test func `The same case in JSON Lines, in another order of columns and in Windows-1252 gives the same`() {
    let first = Extract.replay([Extract.input("a.csv", Self.enquiry)])
    let lines = """
      {"case":"c1","event":"section_47_enquiry_started","when":"2024-01-08","complete_for":"everything","observed_until":"2024-06-30"}
      {"case":"c1","event":"child_protection_conference_held","when":"2024-02-20","outcome":"plan","kind":"initial"}
      {"case":"c2","child":"ann","event":"section_47_enquiry_started","when":"2024-01-08","complete_for":"everything","observed_until":"2024-06-30"}
      {"case":"c2","child":"ann","event":"child_protection_conference_held","when":"2024-01-20","outcome":"plan","kind":"initial"}
      """
    #expect(Extract.replay([Extract.input("a.jsonl", lines)]).output == first.output)
    let turned = Self.enquiry.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).reversed() }
    let text = turned.map { $0.joined(separator: ",") }.joined(separator: "\r\n")
    #expect(Extract.replay([Extract.input("a.csv", text)]).output == first.output)
    let cited = Self.enquiry.replacing("observed_until\n", with: "observed_until,cite\n").replacing(
      "06-30\n", with: "06-30,\u{00E9}\n"
    )
    .replacing("initial,,\n", with: "initial,,,\n")
    let bytes = cited.unicodeScalars.map { UInt8($0.value) }
    #expect(Extract.replay([Extract.input("a.csv", bytes)]).status == 2)
    #expect(Extract.replay([Extract.input("a.csv", bytes)], encoding: "windows-1252").output == first.output)
  }

  @Test func `A fault withholds its case, or leniently takes the record and the claim to be complete away`() {
    let faulty = Self.enquiry.replacing("2024-02-20", with: "2024-02-30")
    let strict = Extract.replay([Extract.input("a.csv", faulty)])
    #expect(strict.status == 2 && strict.messages.contains("a.csv:3:38: error PL4201"))
    #expect(!strict.output.contains("\nc1,") && strict.output.contains("\nc2,"))
    #expect(strict.messages.contains("not read: 1 case with or beside a fault, not judged"))
    let lenient = Extract.replay([Extract.input("a.csv", faulty)], .lenient)
    #expect(lenient.status == 1 && lenient.output.contains("\nc1,") && lenient.output.contains("\nc2,"))
    #expect(lenient.messages.contains("not read: 1 record with a fault"))
    // The conference that could not be read may have been in time: nothing says that it was missed.
    #expect(!lenient.output.contains("c1,england,,,child,section_47_enquiry,section_47_enquiry.conference_from_start,1,,missed"))
  }

  @Test func `No message repeats what stands in a record`() {
    for column in 0..<8 {
      var rows = Self.enquiry.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      rows[2][column] = "Jane Doe"
      let told = Extract.replay([Extract.input("a.csv", rows.map { $0.joined(separator: ",") }.joined(separator: "\n"))])
      #expect(!told.messages.contains("Jane") && !told.messages.contains("Doe"), "\(column)")
    }
  }

  @Test(arguments: [2, 5]) func `The same bytes come of any number of jobs`(jobs: Int) {
    let head = "case,event,when,complete_for\n"
    let rows = (1...200).flatMap { number in
      (0..<6).map { step in
        let month = step + 1 + number % 6
        let event = step % 2 == 0 ? "core_group_held" : number % 9 == 0 ? "nonsense" : "child_protection_plan_started"
        return "case\(number),\(event),2024-\(month < 10 ? "0" : "")\(month)-1\(number % 10),\(step == 0 ? "everything" : "")"
      }
    }
    let text = head + rows.joined(separator: "\n")
    for strictness in [ExtractRequest.Strictness.strict, .lenient] {
      let one = Extract.replay([Extract.input("a.csv", text)], strictness, jobs: 1)
      let many = Extract.replay([Extract.input("a.csv", text)], strictness, jobs: jobs)
      #expect(one.output == many.output && one.messages == many.messages && one.status == many.status)
      #expect(one.output.count > 10_000)
    }
  }

  @Test func `Cases of which only findings are needed are judged as all others`() {
    var bulk = Told()
    var made = ""
    var generating = GenerateRequest()
    (generating.cases, generating.seed) = (60, 3)
    _ = Answer.generate(
      generating,
      write: { part in
        if case .bytes(let bytes) = part { made += String(decoding: bytes, as: UTF8.self) }
        return true
      })
    #expect(made.utf8.count { $0 == 10 } > 500)
    for format in [OutputOptions.Format.csv, .text] {
      // Every finding is certain or possible, so that nothing is left out; with a choice cases are replayed in full.
      for only in [[], ["certain", "possible"]] {
        var request = ExtractRequest()
        request.jobs = 2
        let written = TextOfAll()
        let answer = Answer.replay(
          [Extract.input("a.csv", made)], request, ReplayRequest(),
          filter: FindingFilter(only: only, table: format == .csv ? "brief" : nil), options: OutputOptions(format: format),
          output: BulkOutput(write: { text in
            written.text += text
            return true
          }))
        let told = written.text + answer.output.replacing("Only            certain or possible\n", with: "")
        if only.isEmpty { bulk = Told(text: told, status: answer.status) }
        #expect(told == bulk.text && answer.status == bulk.status)
        #expect(told.count > 500)
      }
    }
  }

  private struct Told {
    var text = ""
    var status = Answer.Status.clean
  }

  private final class TextOfAll { var text = "" }

  @Test(arguments: [
    ("event: core_group_held", "event: core_group_hold", 6, "no event"), ("attended:", "attendet:", 8, "no attribute"),
    ("{S: mother}", "{S: mothre}", 8, "no such word"), ("quorate: yes", "quorate: maybe", 10, "yes or no"),
    ("complete for: [core_group_held]", "complete for: [core_groups]", 4, "no event"),
  ])
  func `A mapping is held against the vocabulary before anything is read`(right: String, wrong: String, line: Int, told: String) {
    let text = """
      mapping: m
      reads: csv
      procedure: england
      complete for: [core_group_held]
      case: C
      records: [{events: [{event: core_group_held, when: D, with:
            {
            attended: {field: A, words: {S: mother}}
            }},
          {event: child_protection_conference_held, when: E, with: {quorate: yes}}]}]
      """
    func checked(_ text: String) -> String {
      let file = InputFile(name: "m.yaml", content: .bytes(Array(text.utf8)))
      return Answer.check(CheckRequest(files: [file])).answer.messages
    }
    #expect(text.contains(right) && checked(text).isEmpty)
    let messages = checked(text.replacing(right, with: wrong))
    #expect(messages.contains("m.yaml:\(line):") && messages.contains("PL8102") && messages.contains(told))
    var request = ExtractRequest()
    let bytes = Array(text.replacing(right, with: wrong).utf8)
    request.mapping = .file(InputFile(name: "m.yaml", content: .bytes(bytes)))
    let answer = Answer.replay(
      [Extract.input("a.csv", "C,D,E,A\n")], request, ReplayRequest(), output: BulkOutput(write: { _ in true }))
    #expect(answer.status == .badInput && answer.messages.contains("PL8102") && answer.output.isEmpty)
  }

  @Test(arguments: [
    ("", "PL8145"), ("case,event,when,id\nc,core_group_held,2024-01-02,e9\nc,core_group_held,2024-01-02,e9\n", "PL4004"),
    ("case,event,when,id\nc,core_group_held,2024-01-02,a b\n", "PL4214"),
    ("case,event,when\nc,core_group_held,3 days after e9\n", "PL4105"),
    ("case,event,when,outcome\nc,core_group_held,2024-01-02,plan\n", "PL4102"),
    ("case,event,when,child\nc,core_group_held,someday,\n", "PL4201"),
  ])
  func `What is wrong with a record is told with its mend`(rows: String, code: String) {
    let told = Extract.replay([Extract.input("a.csv", rows)])
    #expect(told.status == 2 && told.messages.contains("error \(code): "), "\(told.messages)")
    #expect(told.messages.contains("\n  mend: "), "\(told.messages)")
    let empty = Extract.replay([Extract.input("a.jsonl", "")])
    #expect(empty.messages.contains("PL8145") && empty.messages.contains("mend: See that this is the file that is meant."))
  }

  @Test(
    arguments: [
      (OutputOptions.Format.csv, "findings"), (.csv, "brief"), (.csv, "clocks"), (.csv, "states"), (.jsonLines, nil),
    ] as [(OutputOptions.Format, String?)])
  func `The end of a report in a file tells how much was written, and what the exit status means`(
    format: OutputOptions.Format, table: String?
  ) throws {
    let written = TextWritten()
    let output = BulkOutput(
      write: {
        written.text += $0
        return true
      }, save: { _ in true })
    let rows = Self.enquiry + "c3,ann,nothing_held,2024-01-20,plan,initial,,\n"
    for (strictness, why) in [
      (ExtractRequest.Strictness.lenient, "1: a finding is at or over --fail-on"), (.strict, "2: not all was read"),
    ] {
      written.text = ""
      var request = ExtractRequest()
      request.strictness = strictness
      let answer = Answer.replay(
        [Extract.input("a.csv", rows)], request, ReplayRequest(), filter: FindingFilter(table: table),
        options: OutputOptions(format: format), output: output)
      let lines = written.text.split(whereSeparator: \.isNewline).count
      let count = table == nil ? "\(lines) lines: " : "\(lines - 1) rows of the table \(table ?? ""): "
      #expect(lines > 1 && answer.output == "")
      let end = try #require(answer.messages.split(separator: "\n").last)
      #expect(end.hasPrefix("wrote \(count)2 cases, ") && end.hasSuffix("; exit status \(why)"), "\(answer.messages)")
    }
    let clean = Answer.replay(
      [Extract.input("a.csv", Self.enquiry)], ExtractRequest(), ReplayRequest(),
      filter: FindingFilter(failOn: ["none"], table: table), options: OutputOptions(format: format), output: output)
    #expect(clean.messages.hasPrefix("wrote ") && clean.messages.hasSuffix("; exit status 0\n"))
  }

  private final class TextWritten { var text = "" }

  @Test func `A replay ends when nothing more can be written`() {
    var request = ExtractRequest()
    request.jobs = 2
    let rows = (1...3000).map { "case\($0),child_protection_conference_held,2024-01-0\($0 % 9 + 1),everything\n" }
    let written = Pieces()
    _ = Answer.replay(
      [Extract.input("a.csv", "case,event,when,complete_for\n" + rows.joined())], request, ReplayRequest(),
      options: OutputOptions(format: .csv),
      output: BulkOutput(write: { _ in
        written.count += 1
        return written.count < 2
      }))
    #expect(written.count == 2)
  }

  private final class Pieces { var count = 0 }

  @Test func `A finding of an extract is explained as that of the history would be`() throws {
    let table = """
      case,child,event,when,outcome,kind,complete_for,observed_until
      c0,,section_47_enquiry_started,2024-01-08,,,everything,2024-06-30
      c 1,,section_47_enquiry_started,2024-01-08,,,everything,2024-06-30
      c 1,,child_protection_conference_held,2024-02-20,plan,initial,,
      c2,,no_such_event,2024-01-08,,,everything,2024-06-30
      """
    let input = Extract.input("cases.csv", table)
    let findings = Extract.replay([input], .lenient).output.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { $0.split(separator: ",").last.map(String.init) }.filter { $0.hasPrefix("c_u20_1/") }
    #expect(findings.count > 1)
    for finding in findings {
      let answer = Answer.explain([input], ExtractRequest(), finding: finding, ReplayRequest())
      #expect(answer.output.contains(finding) && answer.messages.isEmpty && answer.status == .clean)
    }
    for (finding, message) in [
      ("c2/child/x", "no_such_event"), ("c3/child/x", "no case of this name"), ("17", "of which case"),
      ("c_u20_1/x", "There is no finding"),
    ] {
      let answer = Answer.explain([input], ExtractRequest(), finding: finding, ReplayRequest())
      #expect(answer.status == .badInput && answer.output.isEmpty)
      #expect(answer.messages.contains(message) || finding.hasPrefix("c2"), "\(answer.messages)")
      #expect(!answer.messages.isEmpty)
    }
  }

  @Test func `What a mapping reads of an extract is told, with what it asks for in vain`() {
    let mapping = """
      mapping: m
      reads: json lines
      procedure: england
      case: Case
      records:
        - events:
            - event: {field: Step, words: {plan made: core_group_held, file copied: unknown}}
              when: Daye
      """
    let records = [
      #"{"Case": 1, "Step": "plan made", "Day": "2024-01-08", "Team": "a"}"#,
      #"{"Case": 1, "Step": "file copied", "Day": "2024-01-09"}"#,
      #"{"Case": 2, "Step": "rang", "Day": "2024-01-10", "Team": "b"}"#,
      #"{"Case": 2, "Step": "rang", "Day": "2024-01-11", "Team": "b"}"#,
    ]
    let extract = records.joined(separator: "\n")
    func use(_ mapping: String) -> Answer {
      var request = ExtractRequest()
      request.mapping = .file(InputFile(name: "m.yaml", content: .bytes(Array(mapping.utf8))))
      request.strictness = .lenient
      return Answer.useOfMapping(of: [Extract.input("a.jsonl", extract)], request, ReplayRequest())
    }
    func lines(_ told: String) -> [String] {
      told.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }
    let misspelt = lines(use(mapping).output)
    #expect(misspelt.contains("Daye (8:15) Did you mean `Day`?") && misspelt.contains("core_group_held ."))
    let right = lines(use(mapping.replacing("Daye", with: "Day")).output)
    #expect(right.contains("core_group_held 1") && right.contains("Team 3") && !right.contains { $0.hasPrefix("Day") })
    #expect(right.contains("Step: rang 2 not among the words of the mapping") && right.contains("Step: file copied 1 unknown"))
    #expect(right.contains("Cases 2") && right.contains("Records 4"))
    let read = use(mapping.replacing("Daye", with: "Day").replacing("unknown}", with: "unknown, rang: core_group_held}"))
    #expect(lines(read.output).contains("core_group_held 3") && read.messages.isEmpty && read.status == .clean)
  }

  @Test(arguments: [
    ("CHILD,DECOM,RNE,LS,PLACE,DEC,REC", "--mapping ssda903"), ("CHILD,DOB,SEX,ETHNIC", "--mapping ssda903"),
    ("Case,Step,Day", "`plumbline mapping` begins one"), ("c1,core_group_held,2024-01-08", "`plumbline mapping` begins one"),
  ])
  func `A table of other columns is told once, with the mapping that knows it, and without an empty report`(
    header: String, mend: String
  ) {
    let told = Extract.replay([Extract.input("a.csv", header + "\n1,2,3\n")], format: .text)
    #expect(told.status == 2 && told.output.isEmpty && told.messages.contains(mend))
    #expect(told.messages.matches(of: /error PL/).count == 1, "\(told.messages)")
  }

  @Test func `A summary of very many cases keeps its columns apart`() {
    let rows = (1...12_000).map { place in
      "case-\(place),,section_47_enquiry_started,2024-01-08,everything,2024-06-30"
    }
    let table = (["case,child,event,when,complete_for,observed_until"] + rows).joined(separator: "\n")
    let summary = Extract.replay([Extract.input("cases.csv", table)], format: .text, jobs: 2).output
    let all = summary.split(separator: "\n").filter { $0.hasPrefix("  All ") }
    #expect(all.contains { $0.contains("  12000") })
    #expect(summary.split(separator: "\n").allSatisfy { $0.count <= 100 && !$0.contains("1200012000") })
  }
}

@Suite(.enabled(if: PublicSamples.areThere)) struct `Extracts as they are published` {
  @Test(
    arguments: [
      ("cin_census/CIN2rows.xml", nil, 1), ("cin_census/CIN_Census_2021.xml", nil, 0), ("cin_census/CIN_Census_2024.xml", nil, 1),
      ("cin_census/CIN_Census_2026.xml", nil, 1), ("cin_census/CIN_la_issues_2887Q.xml", nil, 0),
      ("cin_census/fake_CIN_data.xml", nil, 332), ("liia_samples/cin-2022.xml", nil, 0), ("ssda903_fake/fake_903.xml", nil, 253),
      ("liia_samples/Annex_A.xlsx", "annex_a", 32),
    ] as [(String, String?, Int)])
  func `Each is read, leniently where it has faults`(path: String, mapping: String?, cases: Int) throws {
    let told = Extract.replay([try PublicSamples.input(path)], .lenient, mapping: mapping, format: .text)
    #expect(told.output.hasPrefix("\(cases) case\(cases == 1 ? "" : "s")\n"))
    #expect(told.status < 2)
  }

  @Test(arguments: [
    ("xes/02_teleclaims.xes.gz", 3512), ("xes/08_receipt.xes.gz", 1434), ("xes/roadtraffic100traces.xes", 100),
    ("xes/running-example.xes", 6), ("xes/running-example.csv", 6),
  ])
  func `A mapping is begun from a log, and reads it once its words are filled in`(path: String, cases: Int) throws {
    let input = try PublicSamples.input(path)
    var beginning = MappingRequest()
    if path.hasSuffix("csv") {
      (beginning.caseField, beginning.event, beginning.when) = ("case:concept:name", "Activity", "time:timestamp")
    }
    let begun = Answer.beginMapping(of: input, beginning)
    #expect(begun.status == .clean && begun.output.contains("of \(cases) cases"))
    func replayed(_ mapping: String) -> Answer {
      var request = ExtractRequest()
      request.mapping = .file(InputFile(name: "m.yaml", content: .bytes(Array(mapping.utf8))))
      return Answer.replay([input], request, ReplayRequest(), output: BulkOutput(write: { _ in true }))
    }
    #expect(replayed(begun.output).output.contains("\(cases) cases without an event that is read"))
    let filled = replayed(begun.output.replacing("unknown #", with: "core_group_held #"))
    guard !path.contains("teleclaims") else {
      // A simulated log that counts from 1970, where no calendar of working days reaches.
      return #expect(filled.status == .badInput && filled.messages.contains("error PL4206: The date lies outside the years"))
    }
    #expect(filled.status.rawValue < 2 && filled.messages.isEmpty)
    #expect(filled.output.replacing(",", with: "").hasPrefix("\(cases) cases\n"))
  }

  @Test(
    arguments: [
      (
        [
          "ssda903_fake/header.csv", "ssda903_fake/episodes.csv", "ssda903_fake/reviews.csv", "ssda903_fake/missing.csv",
          "ssda903_fake/sw_episodes.csv",
        ], "ssda903", []
      ),
      // The XML of this return has no element for the social worker.
      (["ssda903_fake/fake_903.xml"], "ssda903", ["SW_DECOM"]),
      (["liia_samples/Annex_A.xlsx"], "annex_a", ["CIN Closure Date", "Reason for Closure"]),
    ] as [([String], String, [String])])
  func `A built-in mapping asks for nothing that a return does not have`(paths: [String], mapping: String, absent: [String])
    throws
  {
    var request = ExtractRequest()
    request.mapping = .named(mapping)
    request.strictness = .lenient
    let answer = Answer.useOfMapping(of: try paths.map(PublicSamples.input), request, ReplayRequest())
    let asked = answer.output.split(separator: "\n").drop { !$0.hasPrefix("What the mapping asks for") }.dropFirst()
      .prefix { $0.hasPrefix("  ") }.map { $0.split(separator: "(")[0].trimmingCharacters(in: .whitespaces) }
    #expect(asked == (absent.isEmpty ? ["Nothing."] : absent))
  }

  @Test func `The files of one return are read together`() throws {
    let inputs = try ["episodes", "header", "missing", "oc2", "reviews", "uasc"].map {
      try PublicSamples.input("ssda903_fake/\($0).csv")
    }
    let told = Extract.replay(inputs, mapping: "ssda903", format: .text)
    #expect(told.output.hasPrefix("2,675 cases\n") && told.messages.isEmpty)
    #expect(Extract.replay(inputs.reversed(), mapping: "ssda903", format: .text).output == told.output)
  }

  @Test(arguments: ["cin_census/CIN_Census_2026.xml", "liia_samples/Annex_A.xlsx"])
  func `One that is cut short is told, and what stands before is read`(path: String) throws {
    let bytes = try PublicSamples.bytes(path)
    let mapping = path.hasSuffix("xlsx") ? "annex_a" : nil
    for tenth in stride(from: 0, to: 10, by: 3) {
      let input = Extract.input(path, Array(bytes.prefix(bytes.count * tenth / 10)))
      let told = Extract.replay([input], .lenient, mapping: mapping)
      #expect(told.status == 2 && told.messages.contains("mend:"))
    }
  }
}

/// The public sample files beside the project, which are not part of it.
enum PublicSamples {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "SOURCES.md").path) }

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: path))) }

  static func input(_ path: String) throws -> ExtractInput { Extract.input(path, try bytes(path)) }
}

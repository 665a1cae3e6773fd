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

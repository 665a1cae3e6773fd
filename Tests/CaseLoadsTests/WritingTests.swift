import CaseWriting
import Foundation
import Testing

@testable import CaseLoads

@Suite struct `Writing a load` {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\r\nlines", "\"two\r\nlines\""),
    ("", ""), ("é ü", "é ü"),
  ])
  func `A field of a table is quoted where it needs to be`(text: String, field: String) {
    var bytes: [UInt8] = []
    FieldText.writeCSV(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == field)
  }

  @Test(arguments: ["plain", "say \"so\"", "back\\slash", "two\r\nlines\tand a tab", "\u{1}", "é ü", ""])
  func `A string of JSON is read as it was`(text: String) throws {
    var bytes: [UInt8] = []
    FieldText.writeJSON(text, to: &bytes)
    let read = try JSONSerialization.jsonObject(with: Data([0x5B] + bytes + [0x5D])) as? [String]
    #expect(read == [text])
  }

  @Test func `The columns stand in the order that readers know`() {
    #expect(
      CaseLoadColumns.all.prefix(12) == [
        "case", "child", "event", "when", "done", "until", "id", "cite", "born", "known", "observed_until", "complete_for",
      ])
    #expect(Set(CaseLoadColumns.all).count == CaseLoadColumns.all.count)
    #expect(CaseLoadColumns.header.hasSuffix("closing_summary\r\n"))
  }

  @Test func `Every line of a table has every column, and facts stand with the first events alone`() throws {
    let lines = try England.text(1...300, as: .csv).split(separator: "\r\n")
    var seen = Set<String>()
    for line in lines {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(fields.count == CaseLoadColumns.all.count)
      let isFirst = seen.insert(fields[0]).inserted
      #expect(isFirst == !fields[10].isEmpty && isFirst == !fields[11].isEmpty)
      #expect(fields[8].isEmpty || fields[2] == "referral_received")
      #expect(fields[4].isEmpty && fields[5].isEmpty && fields[9].isEmpty)
    }
    #expect(seen.count == 300)
  }

  @Test func `JSON Lines say the same as the table, with keys in the order of its columns`() throws {
    let rows = try England.text(1...60, as: .csv).split(separator: "\r\n")
    let lines = try England.text(1...60, as: .jsonl).split(separator: "\n")
    #expect(rows.count == lines.count)
    for (row, line) in zip(rows, lines) {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let said = zip(CaseLoadColumns.all, fields).filter { !$1.isEmpty }
      #expect(line == "{" + said.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}")
    }
  }

  @Test func `Every column of an attribute is used, and every event for which records are complete is made`() throws {
    let load = try England.load()
    let made = (1...6_000).map { load.makeCase($0) }
    #expect(Set(made.flatMap { $0.events.map(\.name) }) == Set(EventName.allCases))
    #expect(Set(made.flatMap { $0.attributes.map(\.name) }) == Set(AttributeName.allCases))
  }

  @Test func `Several children are named with a space between them`() throws {
    let rows = try England.text(1...2_000, as: .csv).split(separator: "\r\n")
    let children = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }
    #expect(children.contains("") && children.contains("child_1") && children.contains("child_1 child_2"))
  }
}

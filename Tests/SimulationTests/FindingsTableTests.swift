import Conditions
import Diagnostics
import Histories
import Procedures
import Replay
import Testing
import Workbench

/// The table of findings beside the Theo history, held against what a replay tells.
@Suite struct `The table of findings` {
  private static func table() throws -> PlacedNode {
    let path = "simulations/theo.findings.yaml"
    return try Simulation.tree(Simulation.text(path), name: path)
  }

  private static func rows() throws -> [PlacedNode] { try table()["rows"]?.list ?? [] }

  @Test func `Every entry is what a replay by its profile tells`() throws {
    for row in try Self.rows() {
      let isSince = row["profile"]?.scalar == "theo-county-since"
      let replayed = try #require(isSince ? Theo.since : Theo.then)
      let entries = row["findings"]?.list ?? []
      #expect(entries.isEmpty == (row["not seen"] != nil), "line \(row.place.line): the row is seen, or says why not")
      for entry in entries { expect(entry, in: replayed) }
    }
  }

  private func expect(_ entry: PlacedNode, in replayed: ReplayedCase) {
    let identifier = entry["finding"]?.scalar ?? ""
    guard let finding = replayed.findings[identifier] else {
      Issue.record("line \(entry.place.line): \(identifier) is not raised")
      return
    }
    let rule = finding.rule.map { replayed.procedure.rules[$0].fullName }
    let machine = "\(replayed.procedure.workflows[finding.workflow].name).missed_transition"
    let opening = finding.judgement?.openingEvent ?? finding.departure?.event
    let member = finding.judgement?.member.flatMap { member in
      finding.rule.flatMap { replayed.procedure.rules[$0].each?.choice.members[member] }
    }
    #expect(entry["child"]?.scalar == finding.childName, "\(identifier)")
    #expect(entry["rule"]?.scalar == rule ?? machine, "\(identifier)")
    #expect(entry["member"]?.scalar == member, "\(identifier)")
    #expect(entry["event"]?.scalar == opening.map { replayed.event($0).identifier }, "\(identifier)")
    #expect(entry["kind"]?.scalar == finding.kind.rawValue, "\(identifier)")
    #expect(entry["certainty"]?.scalar == "\(finding.certainty)", "\(identifier)")
  }

  @Test func `Every row that must be raised is there and says so`() throws {
    let required = try Self.rows().filter { $0["required"]?.scalar == "true" }.compactMap { $0["row"]?.scalar }
    #expect(required == Theo.requiredRows.map { "\($0)" })
  }

  @Test func `Every row of the table is one row, in order`() throws {
    let numbers = try Self.rows().compactMap { $0["row"]?.scalar.flatMap { Int($0) } }
    #expect(numbers == Array(1...136))
  }

  /// As the review's own table counts them.
  @Test func `What a machine can see is marked as in the reviewer's table`() throws {
    let marks = Dictionary(grouping: try Self.rows().compactMap { $0["machine"]?.scalar }, by: \.self).mapValues(\.count)
    #expect(marks == ["yes": 74, "partly": 45, "no": 17])
  }

  @Test func `The table is scored without a word`() throws {
    let files = try ["simulations/theo.yaml", "simulations/theo.findings.yaml"].map { path in
      InputFile(name: path, content: .bytes(Array(try Simulation.text(path).utf8)), origin: .foundInFolder)
    }
    let answer = Answer.score(files, ReplayRequest())
    #expect(answer.messages == "")
    #expect(answer.output.contains("that a machine can see (yes)"))
  }

  @Test func `The plan that ended under the interim order is a conflict under the revised procedures only`() throws {
    let rule = "child_protection_plan.continues_under_interim_supervision_order"
    let (then, since) = (try #require(Theo.then), try #require(Theo.since))
    #expect(then.judgements.keys.filter { $0.contains(rule) }.isEmpty)
    let conflicts = since.findings.values.filter { $0.identifier.contains(rule) }
    #expect(Set(conflicts.map(\.childName)) == ["ruby", "theo"])
    #expect(conflicts.allSatisfy { $0.kind == .conflict && $0.certainty == .certain })
  }

  @Test func `The profiles differ in that conflict, and in the plan's end that began it`() throws {
    let (then, since) = (try #require(Theo.then), try #require(Theo.since))
    let rules = ["continues_under_interim_supervision_order", "lawful_ending"]
    let others = since.findings.filter { found in rules.allSatisfy { !found.key.contains("child_protection_plan.\($0)") } }
    #expect(others.mapValues(\.told) == then.findings.mapValues(\.told))
  }

  @Test func `Every flag is matched to a row or told as unmatched, with why it stands`() throws {
    let table = try Self.table()
    let rows = try Self.rows().filter { $0["profile"] == nil }
    let matched = rows.flatMap { $0["findings"]?.list ?? [] }.compactMap { $0["finding"]?.scalar }
    let unmatched = table["unmatched"]?.list ?? []
    for entry in unmatched { #expect(entry["reason"]?.scalar?.hasSuffix(".") == true, "line \(entry.place.line)") }
    let flags = Set(try #require(Theo.then).flags.keys)
    let told = Set(matched + unmatched.compactMap { $0["finding"]?.scalar })
    #expect(flags.subtracting(told).sorted() == [], "flags that the table does not know")
    #expect(told.subtracting(flags).sorted() == [], "entries that are no flag")
  }
}

import Diagnostics
import Histories
import Replay

/// A table of findings as far as it has been read, and all faults found.
struct FindingsReading {
  let review: JudgedReview
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether nothing is wrong but that the procedure lacks a rule or member.
  private(set) var isUsable = true
  /// Where each finding that a row judged by the history's own profile lists stands first.
  private var listed: [String: Place] = [:]

  init(_ review: JudgedReview) { self.review = review }

  mutating func report(_ problem: FindingsProblem, at place: Place) {
    diagnostics.append(problem.diagnostic(at: place))
    if !problem.isOfProcedure { isUsable = false }
  }

  mutating func table(_ node: PlacedNode) -> FindingsTable {
    let name = review.own.history.name
    if let named = node["findings"], named.scalar != name { report(.anotherHistory(name), at: named.place) }
    let rows = node["rows"]?.list ?? []
    checkOrder(of: rows)
    return FindingsTable(
      name: name, rows: rows.compactMap { row($0) }, unmatched: (node["unmatched"]?.list ?? []).compactMap { unmatched($0) })
  }
}

// MARK: - Rows

extension FindingsReading {
  /// Every row from the first to the last stands once and in order.
  private mutating func checkOrder(of rows: [PlacedNode]) {
    let numbered = rows.compactMap { row in row["row"].flatMap { node in node.scalar.flatMap(Int.init).map { ($0, node.place) } }
    }
    let all = Set(numbered.map(\.0))
    var seen: [Int: Place] = [:]
    var highest = 0
    for (number, place) in numbered {
      if let first = seen[number] {
        report(.rowTwice(number, first: first), at: place)
      } else if number < highest {
        report(.rowOutOfOrder(number, after: highest), at: place)
      }
      let missing = number > highest ? (highest + 1..<number).filter { !all.contains($0) } : []
      if !missing.isEmpty { report(.rowsMissing(missing), at: place) }
      seen[number] = seen[number] ?? place
      highest = max(highest, number)
    }
  }

  private mutating func row(_ node: PlacedNode) -> FindingsRow? {
    guard let number = node["row"]?.scalar.flatMap(Int.init),
      let machine = node["machine"]?.scalar.flatMap(MachineMark.init)
    else { return nil }
    let profile = node["profile"]?.scalar
    let (findings, notSeen) = (node["findings"]?.list, node["not seen"])
    if let notSeen, findings != nil { report(.seenAndNotSeen, at: notSeen.place) }
    if let findings, findings.isEmpty, notSeen == nil { report(.nothingSeen, at: node["row"]?.place ?? node.place) }
    return FindingsRow(
      number: number, machine: machine, isRequired: node["required"]?.scalar == "true", profile: profile,
      note: node["note"]?.scalar, findings: listedFindings(findings ?? [], profile: profile),
      whyNotSeen: notSeen?.scalar)
  }

  private mutating func listedFindings(_ nodes: [PlacedNode], profile: String?) -> [ListedFinding] {
    var places: [String: Place] = [:]
    var findings: [ListedFinding] = []
    for node in nodes {
      guard let finding = finding(node, profile: profile) else { continue }
      let place = node["finding"]?.place ?? node.place
      if let first = places[finding.identifier] {
        report(.findingTwice(first: first), at: place)
        continue
      }
      places[finding.identifier] = place
      findings.append(finding)
      if review.isOwn(profile) { listed[finding.identifier] = listed[finding.identifier] ?? place }
    }
    return findings
  }

  private mutating func unmatched(_ node: PlacedNode) -> UnmatchedFlag? {
    guard let finding = finding(node, profile: nil), let reason = node["reason"]?.scalar else { return nil }
    let place = node["finding"]?.place ?? node.place
    if let first = listed[finding.identifier] { report(.findingTwice(first: first), at: place) }
    listed[finding.identifier] = listed[finding.identifier] ?? place
    return UnmatchedFlag(finding: finding, reason: reason)
  }
}

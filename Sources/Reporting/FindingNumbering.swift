import Procedures
public import Replay

/// The numbers under which a report tells findings: the same in a whole report and in one that was narrowed.
struct FindingNumbering {
  /// In the order in which a whole report tells them.
  private let groups: [FindingGroup]
  private let numbers: [String: Int]

  init(_ reported: ReportedCase) {
    let told = FindingGroup.groups(of: reported.replay.findings.filter { $0.kind != .notRecorded })
    let sets = FindingPages.childSets(of: told)
    groups = sets.flatMap { children in
      reported.procedure.workflows.indices.flatMap { workflow in
        told.filter { $0.children == children && $0.first.workflow == workflow }
      }
    }
    let numbered = groups.enumerated().flatMap { place, group in group.identifiers.map { ($0, place + 1) } }
    numbers = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { groups.count }

  func number(of finding: Finding) -> Int? { numbers[finding.identifier] }

  /// The findings that are told under a number.
  func group(numbered number: Int) -> FindingGroup? {
    groups.indices.contains(number - 1) ? groups[number - 1] : nil
  }
}

extension ReportedCase {
  /// The first of the findings that a report tells under a number; `nil` where it has no such number.
  public func finding(numbered number: Int) -> Finding? { FindingNumbering(self).group(numbered: number)?.first }

  /// How many numbers a whole report has.
  public var countOfNumbers: Int { FindingNumbering(self).count }
}

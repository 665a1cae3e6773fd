import Histories
import Procedures
import Replay

/// A replay as JUnit's XML, which build servers read: a suite a case, and a test for each child and rule under which
/// something was judged, and for the order of the steps of each workflow in which the child moved.
///
/// A test fails on findings that reach the threshold. It is skipped where all that was judged is not recorded, because
/// that is neither kept nor broken. Findings below the threshold, and what is not recorded of a rule that was judged
/// besides, are told with a test that passes.
public struct ReplayJUnit: Sendable {
  private let selection: FindingSelection
  private let threshold: FindingThreshold

  public init(selection: FindingSelection = FindingSelection(), threshold: FindingThreshold = .anyFinding) {
    self.selection = selection
    self.threshold = threshold
  }

  /// One document with all the cases, in the order given.
  public func render(_ cases: [ReportedCase]) -> String { JUnitSuite.document("plumbline replay", cases.map(suite)) }

  private func suite(_ reported: ReportedCase) -> JUnitSuite {
    let asked = Asked(reported, selection)
    let tests = reported.procedure.workflows.indices.flatMap { workflow in
      let rules = reported.procedure.rules.indices.filter { reported.procedure.rules[$0].workflow == workflow }
      return reported.history.children.indices.filter { reported.isChosen($0, workflow, by: selection) }.flatMap { child in
        ([nil] + rules).compactMap { rule in test(.init(child: child, workflow: workflow, rule: rule), asked, reported) }
      }
    }
    return JUnitSuite(name: reported.history.name, tests: tests)
  }

  /// `nil` where nothing was judged.
  private func test(_ subject: Asked.Subject, _ asked: Asked, _ reported: ReportedCase) -> JUnitTest? {
    guard let isDecided = asked.isDecided[subject] else { return nil }
    let findings = asked.findings[subject] ?? []
    let failing = findings.filter(threshold.isReached)
    let words = FindingLines(reported)
    let workflow = reported.procedure.workflows[subject.workflow].name
    let name = subject.rule.map { reported.procedure.rules[$0].name } ?? "order of steps"
    let told = { (findings: [Finding]) in findings.flatMap { words.lines(of: $0) } }
    return JUnitTest(
      className: "\(reported.history.name).\(workflow)",
      name: "\(reported.history.children[subject.child].name): \(name)",
      outcome: failing.first.map { .failed($0.kind.rawValue, told(failing)) }
        ?? (isDecided ? .passed : .skipped("not recorded: the record does not say whether this was kept")),
      notes: told(findings.filter { !threshold.isReached(by: $0) }))
  }
}

/// What was judged of a case, by what it is about.
private struct Asked {
  /// A rule, or the steps of a workflow, and a child.
  struct Subject: Hashable {
    let child: Int
    let workflow: Int
    /// `nil` for the steps of the workflow.
    let rule: Int?
  }

  /// Whether anything is known of what was judged, kept or broken; nothing where nothing was judged.
  private(set) var isDecided: [Subject: Bool] = [:]
  /// The chosen findings, in the order of the replay.
  private(set) var findings: [Subject: [Finding]] = [:]

  init(_ reported: ReportedCase, _ selection: FindingSelection) {
    for judgement in reported.judgements(selection) {
      let workflow = reported.procedure.rules[judgement.rule].workflow
      note(judgement.verdict != .notRecorded, of: Subject(child: judgement.child, workflow: workflow, rule: judgement.rule))
    }
    for step in reported.replay.transitions where step.manner == .taken {
      note(true, of: Subject(child: step.child, workflow: step.workflow, rule: nil))
    }
    for departure in reported.replay.departures {
      note(departure.kind != .undecided, of: Subject(child: departure.child, workflow: departure.workflow, rule: nil))
    }
    for finding in reported.findings(selection) {
      findings[Subject(child: finding.child, workflow: finding.workflow, rule: finding.rule), default: []].append(finding)
    }
  }

  private mutating func note(_ isKnown: Bool, of subject: Subject) {
    isDecided[subject, default: false] = isDecided[subject] == true || isKnown
  }
}

import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Reporting
import Testing
import Training

@testable import Workbench

@Suite struct `Training scenarios` {
  private let text = Quay.scenario

  private func bench(_ text: String? = nil) -> TrainingBench {
    TrainingBench(file(text ?? self.text), Harbour.request)
  }

  private func file(_ text: String, name: String = "quay.yaml") -> InputFile { Quay.file(text, name: name) }

  private let plain = OutputOptions()

  @Test func `A decision shows what happened, where the child is, what is due when, and what can be chosen`() {
    var bench = bench()
    #expect(bench.isReady)
    let page = bench.decision(plain)
    #expect(page.contains("Fri 5 Apr 2019: decision 1\n"))
    #expect(page.contains("So far      Thu 4 Apr 2019: Plan made (agreed: yes)\n"))
    #expect(page.contains("States      The plan and its group: On a plan, since Thu 4 Apr 2019\n"))
    #expect(page.contains("Later       Thu 18 Apr 2019, 13 days left: The first group meets within 10 working days"))
    #expect(page.contains("            Thu 2 May 2019, 27 days left: The child is seen"))
    #expect(page.contains("  1. Next week.\n  2. In May.\n  3. Wait.\n"))
  }

  @Test func `A choice moves the case on, and what follows depends on it`() {
    var bench = bench()
    let answer = bench.choose("1")
    #expect(answer == "It meets.")
    let page = bench.decision(plain)
    #expect(page.contains("Sat 20 Apr 2019: decision 2\n"))
    #expect(page.contains("Since then  Thu 11 Apr 2019: Group held"))
    #expect(!page.contains("The first group meets"))
    let (first, second) = (bench.goBack(), bench.goBack())
    #expect(first && !second)
    let silence = bench.choose("wait")
    #expect(silence == "")
    let asked = bench.decision(plain)
    #expect(asked.contains("Somebody asks for the group."))
    _ = bench.choose("wait")
    let overdue = bench.decision(plain)
    #expect(overdue.contains("Overdue     Thu 18 Apr 2019, OVERDUE by 2 days: The first group meets"))
    let (unknown, earlier) = (bench.choose("4"), bench.choose("soon"))
    #expect(unknown == nil && earlier == nil)
  }

  @Test func `The debrief tells what was found, what other choices would have changed, and scores every rule`() {
    var bench = bench()
    for choice in ["late", "go"] { _ = bench.choose(choice) }
    #expect(bench.isOver)
    let page = bench.debrief(plain)
    #expect(
      page.contains(
        "Decision 1, Fri 5 Apr 2019: In May.\n  With \"Next week.\":\n    Better         The first group meets within 10 working days of the plan.\n"
      ), "\(page)")
    #expect(page.contains("Reviewers  It did not meet. (3.4)"))
    #expect(page.contains("  With \"Wait.\": another decision follows.\n"))
    #expect(page.contains("  With \"Wait.\":\n    Worse          "))
    #expect(page.contains("  0 of 1    The first group meets within 10 working days of the plan."))
    #expect(page.contains("6 of 7 clocks, checks, conditions and steps that were judged were kept."))
    #expect(page.contains("Harbour Guidance (Harbour Office, 2018-07): statutory guidance"))
  }

  /// The debrief of the return home with these choices.
  private func returnHome(_ choices: [String]) throws -> String {
    let text = try Data(contentsOf: Self.folder.appending(path: "return-home.yaml"))
    var bench = TrainingBench(InputFile(name: "return-home.yaml", content: .bytes(Array(text))))
    for choice in choices { #expect(bench.choose(choice) != nil) }
    return bench.debrief(plain)
  }

  @Test func `A step that is passed over costs a point, and what is not recorded is told and not scored`() throws {
    let page = try returnHome(["with_everyone", "later", "inside", "weekly"])
    #expect(page.contains("  5 of 6    The steps of \"Reunification and transition plan\" come in their order.\n"))
    #expect(
      page.contains("    Better         \"Child protection conference held\" or \"Looked-after review held\" comes before the\n"))
    #expect(page.contains("    Not asked      A conference without a quorum that does not go on for recorded reasons is held\n"))
    // Whether the reasons for going on were recorded is not stated.
    let quorum = "  - A conference is quorate, or the reasons for going on without a quorum are recorded.\n"
    let parts = page.components(separatedBy: "Not in the score\n")
    let left = try #require(parts.last)
    #expect(parts.count == 2 && !parts[0].contains(quorum) && left.contains(quorum))
    #expect(left.contains("These clocks still run on Wed 27 Jan 2021:"))
  }

  @Test func `Whoever makes no mistake is not told of what would mend one`() throws {
    let page = try returnHome(["with_everyone", "conference", "inside", "weekly"])
    #expect(page.contains("Findings\n========\nNone.\n"))
    #expect(!page.contains("Not asked here"))
    #expect(page.contains("Asked, broken  A conference without a quorum"))
  }

  @Test func `Whoever never begins something is told so, and does not look better for it`() {
    let text = """
      scenario: quay
      title: At the quay
      teaches: What a plan asks for.
      procedure: harbour
      children: {ann: {}}
      complete for: everything
      observed until: 2019-05-31
      events: [{id: seen, event: visit_made, child_seen: true, when: 2019-04-01}]
      decisions:
        - decision: plan
          on: 2019-04-03
          tells: Is there a plan?
          choices:
            - {choice: make, says: Make one., does: [{id: made, event: plan_made, agreed: true, when: 2019-04-04},
                {id: g, event: group_held, attended: [social_worker, health_visitor], when: 2019-04-11}]}
            - {choice: wait, says: Wait.}
      """
    var waiting = bench(text)
    #expect(waiting.messages(plain) == "")
    _ = waiting.choose("wait")
    let page = waiting.debrief(plain)
    #expect(page.contains("No clock, check, condition or step was judged."))
    #expect(page.contains("Not asked here, for nothing began it, while another choice begins it and keeps it:"))
    #expect(page.contains("  - The first group meets within 10 working days of the plan.\n"))
    #expect(page.contains("  With \"Make one.\":\n    Asked, broken  The child is seen at least every four weeks"), "\(page)")
    #expect(page.contains("    Asked, kept    The first group meets within 10 working days of the plan.\n"))
    var making = bench(text)
    _ = making.choose("make")
    let other = making.debrief(plain)
    #expect(!other.contains("Not asked here"))
    #expect(other.contains("  With \"Wait.\":\n    Not asked      "), "\(other)")
  }

  @Test func `A session that was saved goes on where it was left, and says the same as one that was not`() {
    var first = bench()
    _ = first.choose("wait")
    var second = bench()
    let isTaken = second.take(file(first.session, name: "quay.session.yaml"))
    #expect(isTaken)
    let (left, taken) = (first.decision(plain), second.decision(plain))
    #expect(taken == left)
    #expect(first.session == "answers: quay\nchoices:\n  group: wait\n")
    for choice in ["meet", "go"] {
      _ = first.choose(choice)
      _ = second.choose(choice)
    }
    let (one, other) = (first.debrief(plain), second.debrief(plain))
    #expect(one == other && !one.isEmpty)
    var none = bench()
    let isEmptyTaken = none.take(file(bench().session))
    #expect(isEmptyTaken && none.decisionCount == 0)
  }

  @Test(arguments: [
    ("answers: pier\nchoices: {group: soon}\n", "PL7611", "this one is \"quay\""),
    ("answers: quay\nchoices: {group: son}\n", "PL7612", "Did you mean \"soon\"?"),
    ("answers: quay\nchoices: {group: soon, asked: meet}\n", "PL7612", "in their order: group, asked, visit"),
    ("answers: quay\n", "PL7613", "DECISION: CHOICE"), ("- 1\n", "PL7613", "DECISION: CHOICE"),
  ])
  func `Answers that do not fit are told with their place, and nothing is decided`(text: String, code: String, mend: String) {
    var bench = bench()
    let isTaken = bench.take(file(text, name: "answers.yaml"))
    #expect(!isTaken)
    #expect(bench.messages(plain).contains(code) && bench.messages(plain).contains("answers.yaml:"))
    #expect(bench.messages(plain).contains(mend))
    #expect(bench.decisionCount == 0)
  }

  @Test(arguments: [
    ("decision: visit", "decision: group", "PL7601"), ("choice: late", "choice: soon", "PL7602"),
    ("on: 2019-04-20", "on: 2019-04-10", "PL7603"), ("when: 2019-05-06", "when: about a month after made", "PL7604"),
    ("only after: group.wait", "only after: group.wat", "PL7605"), ("scenario: quay", "history: quay", "PL7607"),
    ("event: visit_made", "event: visit_maid", "PL4101"), ("tells: Who", "tels: Who", "PL2001"),
  ])
  func `What is wrong with a scenario is told with its code, also where only one choice leads to it`(
    old: String, new: String, code: String
  ) {
    var bench = bench(text.replacing(old, with: new))
    if bench.isReady { bench.tryEveryChoice() }
    #expect(bench.messages(plain).contains(code), "\(bench.messages(plain))")
  }

  // MARK: The scenarios of the repository

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "simulations/training")

  private static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }

  @Test func `There are scenarios for each of the five workflows`() {
    #expect(Self.names.count >= 5)
  }

  @Test(arguments: names) func `No two clocks of a decision are told alike`(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    var bench = TrainingBench(file(text, name: name), ReplayRequest())
    #expect(bench.isReady)
    let page = bench.decision(OutputOptions())
    let clocks = page.matches(of: #/\n(?:Overdue|In 7 days|Later|Clocks) [^\n]*(?:\n {12}[^\n]*)*/#).map { String($0.output) }
      .joined()
    let line = clocks.split(separator: "\n").map { String($0.drop { $0 == " " }) }.joined(separator: " ")
    let day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]+ [A-Z]"
    let told = line.matches(of: try Regex("\(day).*?(?= \(day)|$)")).map { String(line[$0.range]) }
    #expect(!clocks.isEmpty && (told.isEmpty == clocks.contains("none is running")))
    #expect(Set(told).count == told.count, "\(told)")
  }

  @Test(arguments: names)
  func `Some way through a scenario is without a finding, and at each decision some choice costs one`(name: String) throws {
    let source = SourceText(name: name, text: try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
    let tree = try #require(YAMLReader.read(source).node)
    #expect(FileShape.faults(of: tree, as: .scenario).map(\.message) == [])
    let (read, problems) = ScenarioReader.read(tree)
    #expect(problems.map(\.message) == [])
    let scenario = try #require(read)
    var workbench = Workbench(ReplayRequest())
    var found: [(run: TrainingRun, count: Int)] = []
    for run in Self.ways(through: TrainingRun(scenario)) {
      let judged = workbench.reportedCase(of: run.history)
      let reported = try #require(judged)
      found.append((run, reported.replay.findings.count { $0.kind != .notRecorded }))
    }
    #expect(workbench.diagnostics.map(\.message) == [])
    let counts = found.map { "\($0.run.answers.map(\.choice)): \($0.count)" }
    let best = try #require(found.first { $0.count == 0 }?.run, "\(counts)")
    for answer in best.answers {
      let decision = try #require(scenario.decisions.first { $0.name == answer.decision })
      let others = decision.choices.filter { $0.name != answer.choice }.map { best.choosing($0.name, at: decision.name).answers }
      #expect(found.contains { others.contains($0.run.answers) && $0.count > 0 }, "no choice at \(decision.name) is wrong")
    }
  }

  private static func ways(through run: TrainingRun) -> [TrainingRun] {
    guard let decision = run.decision else { return [run] }
    return decision.choices.flatMap { choice in
      var next = run
      _ = next.choose(choice.name)
      return ways(through: next)
    }
  }
}

import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing
import Training

@testable import Reporting
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
      page.contains(
        "    Better         A conference is quorate, or the reasons for going on without a quorum are\n"
          + "                   recorded.\n"
          + "                   \"Child protection conference held\" or \"Looked-after review held\" comes before\n"))
    #expect(page.contains("    Not asked      A conference without a quorum that does not go on for recorded reasons is held\n"))
    // The record says nothing of the decisions' being sent out.
    let sent = "  - The decisions of a conference are sent out soon.\n"
    let parts = page.components(separatedBy: "Not in the score\n")
    let left = try #require(parts.last)
    #expect(parts.count == 2 && !parts[0].contains(sent) && left.contains(sent))
    #expect(left.contains("These clocks still run on Wed 27 Jan 2021:"))
  }

  @Test func `Whoever makes no mistake is not told of what would mend one`() throws {
    let page = try returnHome(["with_everyone", "conference", "inside", "weekly"])
    #expect(page.contains("Findings\n========\nNone.\n"))
    #expect(!page.contains("Not asked here"))
    #expect(page.contains("Asked, broken  A conference without a quorum"))
  }

  @Test func `The record that another choice leaves open is not told as better, nor what it decides as worse`() throws {
    let planned = try returnHome(["alone", "wait", "trust", "sometimes"])
    let waiting = try #require(planned.components(separatedBy: "  With \"Wait.\":\n").dropFirst().first)
    let told = waiting.components(separatedBy: "  Reviewers")[0]
    #expect(!told.contains("Better"))
    #expect(told.contains("    Left open      During the transition a social worker"), "\(told)")
    let other = try returnHome(["wait", "wait", "trust", "sometimes"])
    #expect(other.contains("    Open to broken After the full-time return a social worker sees"), "\(other)")
    #expect(other.contains("    Open to kept   During the transition a social worker sees"))
    // Two years are not over, so that a plan which still runs is no less than one that was ended.
    var ended = try bench(of: "interim-supervision-order.yaml", ["keep", "meet"])
    #expect(!ended.debrief(plain).contains("Open to kept"))
    #expect(planned.contains("Open is what was asked and is not decided:"))
  }

  /// A training at a scenario of the repository after these choices.
  private func bench(of name: String, _ choices: [String]) throws -> TrainingBench {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    var bench = TrainingBench(file(text, name: name), ReplayRequest())
    for choice in choices { #expect(bench.choose(choice) != nil) }
    return bench
  }

  @Test func `A breach that another choice shortens or lengthens is told with both its lengths`() throws {
    var bench = try bench(of: "core-group.yaml", ["wait", "after_leave"])
    let page = bench.debrief(plain)
    let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let first = "The first core group meets within 10 working days of the conference that made the plan"
    #expect(words.contains("Better \(first) (late by 1 day in place of late by 56 days)."), "\(page)")
    #expect(words.contains("Worse \(first) (not done by the end in place of late by 56 days)."))
    // Another core group is called as well, so that the counts differ while the breach is the same one.
    var late = try self.bench(of: "core-group.yaml", ["tuesday", "wait"])
    let other = late.debrief(plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(other.contains("With \"Tuesday 9 June, when the social worker is back.\": Better Where the plan"))
    #expect(other.contains("that local procedure sets (late by 14 days in place of not done by the end)."), "\(other)")
    #expect(!other.contains("not done by the end in place of not done by the end"))
    // Whoever ends a plan unlawfully does not do better by the review that is no longer due.
    var ended = try self.bench(of: "child-protection-plan.yaml", ["wait", "wait"])
    let plan = ended.debrief(plain).components(separatedBy: "With \"End the plan in the system").last ?? ""
    #expect(plan.contains("Asked, broken  A plan ends only") && !plan.components(separatedBy: "Findings")[0].contains("Better"))
  }

  @Test func `A clock that fell due since the last decision and is not on record is told as that`() throws {
    var bench = try bench(of: "core-group.yaml", [])
    let first = bench.decision(plain)
    #expect(first.contains("Later       Tue 7 Apr 2026, 8 days left: The decisions of a conference are sent out soon.\n"))
    #expect(!first.contains("No record"))
    #expect(bench.choose("tuesday") != nil)
    let second = bench.decision(plain)
    #expect(
      second.contains("\nNo record   Tue 7 Apr 2026, fell due: The decisions of a conference are sent out soon.\nIn 7 days"))
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
    while !bench.isOver {
      let page = bench.decision(OutputOptions())
      let clocks = page.matches(of: #/\n(?:Overdue|In 7 days|Later|No record|Clocks) [^\n]*(?:\n {12}[^\n]*)*/#)
        .map { String($0.output) }.joined()
      let line = clocks.split(separator: "\n").map { String($0.drop { $0 == " " }) }.joined(separator: " ")
      let day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]+ [A-Z]"
      let told = line.matches(of: try Regex("\(day).*?(?= \(day)|$)")).map { String(line[$0.range]) }
      #expect(!clocks.isEmpty && (told.isEmpty == clocks.contains("none is running")))
      #expect(Set(told).count == told.count, "\(told)")
      #expect(bench.choose("1") != nil)
    }
  }

  /// The choices that the texts present as right, of every decision of every scenario.
  private static let right: [String: [Set<String>]] = [
    "child-protection-plan.yaml": [["friday"], ["conference"]],
    "core-group.yaml": [["tuesday"], ["before_leave"]],
    "interim-supervision-order.yaml": [["keep"], ["meet"]],
    "pre-proceedings.yaml": [["letter"], ["review"], ["extend", "issue"]],
    "return-home.yaml": [["with_everyone"], ["conference"], ["inside"], ["weekly"]],
  ]

  /// Every way through a scenario, judged.
  private func judgedWays(of name: String) throws -> [(run: TrainingRun, reported: ReportedCase)] {
    let source = SourceText(name: name, text: try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
    let tree = try #require(YAMLReader.read(source).node)
    #expect(FileShape.faults(of: tree, as: .scenario).map(\.message) == [])
    let (read, problems) = ScenarioReader.read(tree)
    #expect(problems.map(\.message) == [])
    let scenario = try #require(read)
    var workbench = Workbench(ReplayRequest())
    var judged: [(run: TrainingRun, reported: ReportedCase)] = []
    for run in Self.ways(through: TrainingRun(scenario)) {
      let reported = workbench.reportedCase(of: run.history)
      judged.append((run, try #require(reported)))
    }
    #expect(workbench.diagnostics.map(\.message) == [])
    return judged
  }

  @Test(arguments: names)
  func `Only right choices are without a finding, and each wrong one among them costs one that the debrief names`(name: String)
    throws
  {
    let right = try #require(Self.right[name])
    let ways = try judgedWays(of: name)
    func isRight(_ run: TrainingRun) -> Bool { zip(run.answers, right).allSatisfy { $1.contains($0.choice) } }
    for way in ways {
      let found = way.reported.replay.findings.filter { $0.kind != .notRecorded }
      #expect(found.isEmpty == isRight(way.run), "\(way.run.answers.map(\.choice)): \(found.map(\.identifier))")
    }
    let best = ways.filter { isRight($0.run) }
    #expect(!best.isEmpty)
    for way in best {
      for (made, right) in zip(way.run.made, right) {
        for choice in made.decision.choices where !right.contains(choice.name) {
          let answers = way.run.choosing(choice.name, at: made.decision.name).answers
          let other = try #require(ways.first { $0.run.answers == answers })
          let labels = Self.difference(way.reported, other.reported).groups.map(\.label)
          #expect(!Set(labels).isDisjoint(with: ["Worse", "Asked, broken", "Open to broken"]), "\(choice.name): \(labels)")
        }
      }
    }
  }

  @Test(arguments: names)
  func `No sentence stands under two labels of one choice, and none is better or worse where one side is undecided`(name: String)
    throws
  {
    let ways = try judgedWays(of: name)
    let outcomes = ways.map { TrainingOutcome($0.reported) }
    for (number, way) in ways.enumerated() {
      for made in way.run.made {
        for choice in made.decision.choices where choice.name != made.choice.name {
          let answers = way.run.choosing(choice.name, at: made.decision.name).answers
          guard let other = ways.firstIndex(where: { $0.run.answers == answers }) else { continue }
          let (here, there, words) = (outcomes[number], outcomes[other], DemandWords(reported: way.reported))
          let groups = TrainingDifference(here: here, there: there, words: words).groups
          let told = groups.flatMap(\.demands)
          #expect(Set(told).count == told.count, "\(way.run.answers.map(\.choice)), \(choice.name): \(groups)")
          let decided = groups.filter { ["Worse", "Better"].contains($0.label) }.flatMap(\.demands)
          for (demand, count) in here.counts where demand.isRule && decided.contains(words.says(demand)) {
            #expect(count.judged > 0 && there.counts[demand].map { $0.judged > 0 } ?? false, "\(words.says(demand))")
          }
        }
      }
    }
  }

  private static func difference(_ here: ReportedCase, _ there: ReportedCase) -> TrainingDifference {
    TrainingDifference(here: TrainingOutcome(here), there: TrainingOutcome(there), words: DemandWords(reported: here))
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

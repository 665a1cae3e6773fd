import CivilTime
import Diagnostics
import Foundation
import Histories
import Procedures
import Replay
import Testing

@testable import Notation
@testable import Reporting
@testable import Workbench

@Suite struct `Drawings of workflows` {
  private let procedure: Procedure

  init() throws { procedure = try #require(BuiltInProcedure.named("england")) }

  private func drawn(_ name: String, holes: Set<Int> = []) throws -> DrawnWorkflow {
    let index = try #require(procedure.workflows.firstIndex { $0.name == name })
    return DrawnWorkflow(index, of: procedure, holes: holes)
  }

  private func draw(
    _ names: [String], _ change: (inout DrawingRequest) -> Void = { _ in }, isThere: (String) -> Bool = { _ in false }
  ) -> (answer: Answer, files: [OutputFile]) {
    var asked = DrawingRequest()
    asked.subjects = names.map { .workflow($0) }
    change(&asked)
    return Answer.draw(asked, ReplayRequest(), isThere: isThere)
  }

  private func file(_ name: String, _ text: String) -> InputFile { InputFile(name: name, content: .bytes(Array(text.utf8))) }

  // MARK: - What is shown

  @Test func `Every transition is drawn, those from everywhere as one short arrow`() {
    for index in procedure.workflows.indices {
      let drawn = DrawnWorkflow(index, of: procedure)
      for transition in drawn.workflow.transitions where !transition.to.isEmpty {
        #expect(drawn.steps.contains { $0.from == transition.from && $0.to == transition.to })
        let shown = drawn.gathered.contains { step in
          step.to == transition.to && (step.from == transition.from || step.origin != .state(step.from))
        }
        #expect(shown, "\(drawn.workflow.name)")
      }
    }
  }

  @Test func `What leads to a state from every other is one short arrow`() throws {
    let placement = try drawn("placement")
    let fostered = try #require(
      placement.workflow.states.firstIndex { $0.name == "private_fostering" || $0.path.contains("foster") })
    let arrows = placement.gathered.filter { $0.to == [fostered] }
    #expect(arrows.map(\.origin) == [.every])
    #expect(placement.steps.filter { $0.to == [fostered] }.count == placement.workflow.states.count)
  }

  @Test func `A timescale stands once, at the outermost state that it governs`() throws {
    let plan = try drawn("child_protection_plan")
    let places = plan.workflow.states.indices.filter { state in
      plan.boxes[state].clocks.contains { $0.rule == "core_group.core_groups" }
    }
    #expect(places.map { plan.workflow.states[$0].path } == ["on_plan"])
    let clock = try #require(plan.boxes[places[0]].clocks.first { $0.rule == "core_group.core_groups" })
    #expect(clock.words == "every 6 weeks: core group held, in some cases")
    #expect(clock.otherWorkflow == "Core group")
  }

  @Test func `What an event opens is told at the state it leads into, unless it says something else`() throws {
    let reviewed = try drawn("child_protection_plan")
    let told = reviewed.boxes.flatMap { $0.clocks.map(\.rule) }
    #expect(told.contains("child_protection_plan.first_review"))
    let letter = try drawn("pre_proceedings")
    let issue = letter.workflow.states.indices.filter { letter.workflow.states[$0].name == "to_issue" }
    #expect(issue.allSatisfy { letter.boxes[$0].clocks.contains { $0.rule == "pre_proceedings.outcome_letter" } })
  }

  @Test func `A drift hole is marked in every format, and explained below a picture`() throws {
    let plain = try drawn("visits")
    let marked = try drawn("visits", holes: [0])
    for text in [StatechartPicture(marked).svg, MermaidText(marked).text, DOTText(marked).text, BPMNText(marked).text] {
      #expect(text.contains("Drift"))
    }
    #expect(StatechartPicture(marked).svg.contains("drift hole: "))
    #expect(!StatechartPicture(plain).svg.contains("drift hole: "))
  }

  @Test func `The holes that are marked are those that a check finds`() {
    let (answer, _) = draw(["allocation"])
    #expect(answer.output.contains("class=\"drift\""))
    let (settled, _) = draw(["child_protection_plan"])
    #expect(!settled.output.contains("class=\"drift\""))
  }

  @Test func `A picture says what it is to whoever does not see it, and is the same bytes every time`() throws {
    let picture = StatechartPicture(try drawn("legal_order")).svg
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\""))
    #expect(picture.contains("<desc id=\"description\">States: "))
    #expect(picture.contains("prefers-color-scheme: dark"))
    #expect(StatechartPicture(try drawn("legal_order")).svg == picture)
  }

  @Test func `Signs that mean something in a format are written out`() {
    #expect(XMLText.escaped("a < b & \"c\"\u{1}") == "a &lt; b &amp; &quot;c&quot;")
    #expect(MermaidText.escaped("a: b; \"c\"\n<d>") == "a#58; b#59; #34;c#34; #60;d#62;")
    #expect(DOTText.escaped("a \"b\" \\c\n") == "a \\\"b\\\" \\\\c ")
  }

  @Test func `The lines of a label are as few as they can be, and even`() {
    let lines = DrawnText.evenLines(of: "Child protection conference held", .plain, width: 200)
    #expect(lines.map(\.text) == ["Child protection", "conference held"])
    #expect(DrawnText.lines(of: "short", .plain, width: 200).map(\.text) == ["short"])
  }

  // MARK: - BPMN

  @Test func `Everything that BPMN refers to is there, once`() throws {
    for index in procedure.workflows.indices {
      let text = BPMNText(DrawnWorkflow(index, of: procedure)).text
      func values(_ attribute: String) -> [String] {
        text.matches(of: try! Regex("\\b\(attribute)=\"([^\"]*)\"")).map { String($0.output[1].substring ?? "") }
      }
      let identifiers = values("id")
      #expect(Set(identifiers).count == identifiers.count)
      for attribute in ["bpmnElement", "sourceRef", "targetRef", "attachedToRef"] {
        #expect(Set(values(attribute)).isSubset(of: identifiers), "\(attribute)")
      }
      let shown = Set(values("bpmnElement"))
      for kind in ["state", "flow", "event", "start", "begin"] {
        #expect(identifiers.filter { $0.hasPrefix("\(kind)_") }.allSatisfy(shown.contains), "\(kind)")
      }
      #expect(XMLReader.read(SourceText(name: "drawn.bpmn", text: text)).diagnostics.isEmpty)
    }
  }

  @Test func `No sequence flow leads through the edge of a sub-process`() {
    for index in procedure.workflows.indices {
      let drawn = DrawnWorkflow(index, of: procedure)
      for flow in BPMNFlow.flows(of: drawn) {
        #expect(drawn.workflow.states[flow.from].parent == drawn.workflow.states[flow.to].parent)
      }
    }
  }

  // MARK: - The command

  @Test func `Several drawings go to a folder, each under its name`() {
    let (answer, files) = draw(["visits", "core_group"]) {
      $0.output = "drawings"
      $0.format = .dot
    }
    #expect(files.map(\.path) == ["drawings/core_group.dot", "drawings/visits.dot"])
    #expect(answer.output == "wrote drawings/core_group.dot\nwrote drawings/visits.dot\n")
  }

  @Test func `The name of a file tells the format`() {
    for (name, begins) in [
      ("a.svg", "<svg"), ("a.mmd", "---"), ("a.dot", "digraph"), ("a.bpmn", "<?xml"),
    ] {
      let (_, files) = draw(["visits"]) { $0.output = name }
      #expect(files.map(\.path) == [name])
      #expect(files.first?.text.hasPrefix(begins) ?? false)
    }
  }

  @Test func `What cannot be drawn is told with the mend`() {
    let (unknown, _) = draw(["vissits"])
    #expect(unknown.status == .badInput)
    #expect(unknown.messages.contains("PL6051"))
    #expect(unknown.messages.contains("visits"))
    #expect(draw(["visits", "core_group"]).answer.messages.contains("PL6053"))
    #expect(draw(["visits"], { $0.output = "a.svg" }, isThere: { _ in true }).answer.messages.contains("PL6055"))
    let (nothing, files) = draw([]) { $0.subjects = [.file(file("a.yaml", "vocabulary: {}\n"), besides: [])] }
    #expect(nothing.messages.contains("PL6052"))
    #expect(files.isEmpty)
  }

  /// A readme, of which YAML would have much to say.
  private let prose = "# The harbour\n\nSome words: more of them.\n**Replay a case.** It goes.\n*And* another.\n"

  @Test(arguments: [
    ("README.md", "but a text in Markdown", "by its name"), ("notes", "no history.", "`workflow:`, `history:` or `<scxml>`"),
    ("docs/visits.md", "but a text in Markdown", "Did you mean the workflow visits?"),
    ("vissits.txt", "plain text", "Did you mean the workflow visits?"),
  ])
  func `What is no file of Plumbline has one error, which says what is expected and what may be meant`(
    name: String, told: String, mend: String
  ) {
    let (answer, files) = draw([]) { $0.subjects = [.file(file(name, prose), besides: [])] }
    #expect(answer.status == .badInput && answer.output.isEmpty && files.isEmpty)
    #expect(answer.messages.hasPrefix("\(name): error PL6052: This is no workflow, no SCXML file and no history"))
    #expect(answer.messages.contains(told) && answer.messages.contains(mend), "\(answer.messages)")
    #expect(answer.messages.hasSuffix("\n1 error, no warnings\n"))
  }

  @Test(arguments: ["- a\n- b\n", "words\n"]) func `A list or a text by itself is not drawn as nothing`(text: String) {
    let (answer, _) = draw([]) { $0.subjects = [.file(file("a.yaml", text), besides: [])] }
    #expect(answer.status == .badInput && answer.messages.contains("PL6052"))
  }

  @Test(arguments: [
    ("workflow: w\ntitle: [a\n", "PL1004"), ("workflw: w\ntitle: [a\n", "PL1004"), ("# Nothing more\n", "PL1002"),
    ("---\n# A comment\nhistory: h\n* a\n", "PL1004"),
  ])
  func `The faults of a file that begins as a kind of file does are told`(text: String, code: String) {
    let (answer, _) = draw([]) { $0.subjects = [.file(file("a.yaml", text), besides: [])] }
    #expect(answer.status == .badInput && answer.messages.contains(code), "\(answer.messages)")
    #expect(!answer.messages.contains("PL6052"))
  }

  @Test func `A chart of SCXML is drawn, with regions side by side and what was left remembered`() {
    let chart = """
      <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" initial="both" name="lift">
        <parallel id="both">
          <state id="door" initial="shut"><state id="shut"><transition event="open" target="ajar"/></state><state id="ajar"/></state>
          <state id="cabin" initial="low"><history id="last"><transition target="low"/></history><state id="low"/></state>
          <transition event="stop" target="out"/>
        </parallel>
        <state id="out"><transition event="go" target="last"/></state>
      </scxml>
      """
    let (answer, _) = draw([]) { $0.subjects = [.file(file("lift.scxml", chart), besides: [])] }
    #expect(answer.status == .clean)
    #expect(answer.messages == "")
    #expect(answer.output.contains("class=\"divider\""))
    #expect(answer.output.contains("(as last left)"))
    #expect(answer.output.contains("never left before"))
  }

  // MARK: - A case

  @Test(arguments: ["theo", "ava", "matt"]) func `No word of a case lies upon anything else`(name: String) throws {
    var bench = Workbench(ReplayRequest())
    let reported = try #require(bench.reportedCase(try Harbour.simulation(name)))
    let layout = TimelineLayout(reported)
    #expect(layout.lanes.count > reported.history.children.count)
    #expect(layout.faults == [])
    let told = layout.lanes.flatMap(\.marks).filter { if case .finding = $0.kind { true } else { false } }.compactMap(
      \.label?.text)
    #expect(Set(told) == Set((1...reported.countOfNumbers).map(String.init)))
  }

  @Test(arguments: ["theo", "ava", "matt"]) func `No edge runs through the words of a stay`(name: String) throws {
    var bench = Workbench(ReplayRequest())
    let reported = try #require(bench.reportedCase(try Harbour.simulation(name)))
    for mark in TimelineLayout(reported).lanes.flatMap(\.marks) {
      guard case .stay(let from, let to) = mark.kind, let words = mark.labelArea else { continue }
      let edges = [mark.area.left, mark.area.right] + (from < to ? [from, to] : [])
      #expect(!edges.contains { words.left < $0 && $0 < words.right }, "\(mark.told)")
    }
  }

  @Test func `A case of two months has those months and one more at each end`() throws {
    var bench = Workbench(ReplayRequest())
    let reported = try #require(bench.reportedCase(try Harbour.simulation("examples/core-group-over-easter")))
    let scale = TimelineLayout(reported).scale
    #expect(scale.years.flatMap(\.months).map(\.monthInWords) == ["Feb", "Mar", "Apr", "May", "Jun"])
    #expect(!scale.years.contains { !$0.hasRoomForMonths })
    let days = ["2019-01-15", "2020-12-31"].compactMap { Day(iso: $0) }
    let years = TimelineScale(of: days, left: 0).years
    #expect(years.map(\.first.year) == [2018, 2019, 2020, 2021])
    #expect(years.map(\.months.count) == [1, 12, 12, 1])
    let bounds = zip(years, years.dropFirst())
    #expect(bounds.allSatisfy { $0.end == $1.first && $0.left + $0.width == $1.left })
  }

  @Test func `What is not known to the day is drawn over all days on which it may have been`() throws {
    var bench = Workbench(ReplayRequest())
    let reported = try #require(bench.reportedCase(try Harbour.simulation("theo")))
    let layout = TimelineLayout(reported)
    let numbering = FindingNumbering(reported)
    let marks = layout.lanes.flatMap(\.marks)
    var uncertain = 0
    for finding in reported.replay.findings {
      guard let number = numbering.number(of: finding) else { continue }
      let (left, right) = (layout.scale.x(finding.when.earliest), layout.scale.x(finding.when.latest))
      uncertain += left < right ? 1 : 0
      #expect(
        marks.contains {
          if case .finding(let place, number, _) = $0.kind {
            $0.area.left == left && $0.area.right == right && (left...right).contains(place)
          } else {
            false
          }
        }, "finding \(number)")
    }
    #expect(uncertain > 50)
    let spans = marks.compactMap { if case .clock(let due, _, _) = $0.kind { due } else { nil } }
    #expect(spans.contains { $0.count > 10 } && spans.contains { $0.count == 1 })
  }

  @Test func `A history is drawn, and only as a picture`() throws {
    let theo = try Harbour.simulation("theo")
    let (answer, _) = draw([]) { $0.subjects = [.file(theo, besides: [])] }
    #expect(answer.status == .clean)
    #expect(
      answer.output.contains(
        "<title>Finding 28, late, certain: &quot;Core group held&quot; came late, by between 16 and 19 working days."))
    let (unfit, _) = draw([]) {
      $0.subjects = [.file(theo, besides: [])]
      $0.format = .bpmn
    }
    #expect(unfit.messages.contains("PL6054"))
  }

  @Test func `Rows keep things apart, and use the first that is free`() {
    var rows = TimelineRows()
    #expect(rows.row(from: 0, to: 10) == 0)
    #expect(rows.row(from: 5, to: 8) == 1)
    #expect(rows.row(from: 8, to: 20) == 1)
    #expect(rows.row(from: 10, to: 12) == 0)
    #expect(rows.count == 2)
  }
}

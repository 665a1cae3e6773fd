import CivilTime
import Conditions
import Diagnostics
import Notation
import Procedures
import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `What drawings of workflows say` {
  private let procedure: Procedure

  init() throws { procedure = try #require(BuiltInProcedure.named("england")) }

  private func drawn(_ name: String) throws -> DrawnWorkflow {
    let index = try #require(procedure.workflows.firstIndex { $0.name == name })
    return DrawnWorkflow(index, of: procedure)
  }

  private func words(_ rule: String, of workflow: String) throws -> String {
    let clocks = try drawn(workflow).boxes.flatMap(\.clocks)
    return try #require(clocks.first { $0.rule == "\(workflow).\(rule)" }).words
  }

  /// The texts of a picture as one, however they are broken into lines.
  private func shown(_ svg: String) -> String {
    svg.matches(of: /<text [^>]*>([^<]*)<\/text>/).map { String($0.output.1) }.joined(separator: " ")
  }

  private func inEveryFormat(_ drawn: DrawnWorkflow) -> [String] {
    [StatechartPicture(drawn).svg, MermaidText(drawn).text, DOTText(drawn).text, BPMNText(drawn).text]
  }

  // MARK: - When a timescale is in force

  @Test(arguments: [
    ("overall_limit", "within 16 weeks: leaving \"Pre-proceedings\" (in force from 1 Mar 2021 on)"),
    ("overall_limit_before_2021", "within 12 weeks: leaving \"Pre-proceedings\" (in force until 28 Feb 2021)"),
    (
      "reviewed_every_six_weeks",
      "within 6 weeks of pre-proceedings meeting held: pre-proceedings review meeting held "
        + "(in force from 22 Apr 2014 to 28 Feb 2021)"
    ), ("panel", "every 8 weeks: management panel on pre-proceedings held"),
  ]) func `A rule that is not always in force says when`(rule: String, told: String) throws {
    #expect(try words(rule, of: "pre_proceedings") == told)
    let picture = StatechartPicture(try drawn("pre_proceedings")).svg
    #expect(shown(picture).contains(XMLText.escaped(told)))
  }

  private func visits(_ values: String, inForce: String) throws -> String {
    let procedure = """
      procedure: pier
      title: Pier procedures
      calendar: england_and_wales
      months: corresponding date
      sources: {guidance: {title: Guidance, force: local}}
      parameters:
        visits_every: {\(values)}
      """
    let plan = """
      workflow: plan
      title: The plan
      for: child
      states: {on_plan: {start: true}, closed: {end: true}}
      transitions: [{on: plan_ended, from: on_plan, to: closed}]
      rules:
        visits:
          says: The child is seen as often as the figure says.
          every: visits_every
          while: on_plan
          expect: visit_made
          \(inForce)source: guidance
      """
    let vocabulary = """
      vocabulary: pier
      events: {plan_ended: {title: Plan ended}, visit_made: {title: Visit made}}
      """
    let files = [("procedure", procedure), ("plan", plan), ("vocabulary", vocabulary)]
    let read = ProcedureReader.read(files.map { SourceText(name: "\($0).yaml", text: $1) })
    let drawn = DrawnWorkflow(0, of: try #require(read.procedure))
    return try #require(drawn.boxes[0].clocks.first).words
  }

  @Test func `A figure that has changed is told by each of its values while the rule was in force`() throws {
    let values = "2014-01-01: 2 weeks, 2020-01-01: 4 weeks"
    #expect(
      try visits(values, inForce: "") == "every 2 weeks (from 1 Jan 2014 to 31 Dec 2019) or 4 weeks (from 1 Jan 2020 on): "
        + "visit made")
    #expect(
      try visits(values, inForce: "in force: 2021-01-01..\n    ")
        == "every 4 weeks: visit made (in force from 1 Jan 2021 on)")
    #expect(
      try visits(values, inForce: "in force: 2014-01-01..2018-12-31\n    ")
        == "every 2 weeks: visit made (in force from 1 Jan 2014 to 31 Dec 2018)")
  }

  // MARK: - Short arrows

  @Test func `A short arrow names the states that it comes from, and the key explains it`() throws {
    let inside = shown(StatechartPicture(try drawn("pre_proceedings")).svg)
    #expect(inside.contains("from any state in &quot;Pre-proceedings&quot;: Decision to issue"))
    #expect(inside.contains("&quot;from any state&quot;: wherever a case is in the box named"))
    #expect(!inside.contains("&quot;from any other state&quot;: "))
    let outside = shown(StatechartPicture(try drawn("referral")).svg)
    #expect(outside.contains("from any other state: Decision on the referral recorded"))
    #expect(outside.contains("&quot;from any other state&quot;: "))
    #expect(!shown(StatechartPicture(try drawn("section_47_enquiry")).svg).contains("wherever a case is"))
  }

  // MARK: - Timescales of other workflows

  @Test func `A rule of another workflow is shown with its workflow and what it demands`() throws {
    let texts = shown(StatechartPicture(try drawn("pre_proceedings")).svg)
    #expect(
      texts.contains(
        "of &quot;Getting through to the family&quot;: within 8 weeks of entering &quot;unreached&quot;: decision to issue "
          + "care proceedings recorded or pre-proceedings ended without issue engagement.exit_decided_when_unreached"))
    #expect(texts.contains("and a name: timescales of that other workflow"))
  }

  @Test func `A long list is counted by workflow, and all of it is told to whoever points at it`() throws {
    let plan = try drawn("child_protection_plan")
    let svg = StatechartPicture(plan).svg
    let box = try #require(plan.boxes.first { $0.isGrouped })
    #expect(shown(svg).contains("of &quot;Core group&quot;, 5 timescales: within 10 working days, every 6 weeks"))
    #expect(shown(svg).contains("point at a count to read each with its rule"))
    for group in box.clocksOfOthers {
      let title = group.clocks.map(\.told).joined(separator: "\n")
      #expect(svg.contains("<title>\(XMLText.escaped(title))</title>"), "\(group.title)")
      #expect(!group.clocks.contains { shown(svg).contains($0.rule) }, "\(group.title)")
    }
    #expect(svg.matches(of: /<g>/).count == svg.matches(of: /<\/g>/).count)
  }

  @Test func `The text formats tell the whole list`() throws {
    let plan = try drawn("child_protection_plan")
    let told = plan.boxes.flatMap(\.clocks).map(\.told)
    #expect(told.contains("every 6 weeks: core group held, in some cases (core_group.core_groups, of \"Core group\")"))
    for line in told {
      #expect(MermaidText(plan).text.contains(MermaidText.escaped(line)))
      #expect(DOTText(plan).text.contains(DOTText.escaped(line)))
      #expect(BPMNText(plan).text.contains(XMLText.escaped(line)))
    }
  }

  // MARK: - Charts that were brought from elsewhere

  private func imported(_ chart: String) throws -> DrawnWorkflow {
    let text = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" initial=\"both\" name=\"lift\">\(chart)</scxml>"
    let source = SourceText(name: "lift.scxml", text: text)
    let workflow = try #require(SCXMLReader.read(source).workflow)
    let files = WorkflowConverter.files(of: workflow, readFrom: source).files
    let procedure = try #require(ProcedureReader.read(files.map { SourceText(name: $0.name, text: $0.text) }).procedure)
    return DrawnWorkflow(0, of: procedure, holes: Set(procedure.workflows[0].states.indices))
  }

  private static let joined = """
    <parallel id="both"><state id="door"><transition event="t" target="out"/></state><state id="cabin"/></parallel>
    <state id="out"/>
    """
  private static let apart = """
    <parallel id="both"><state id="door"/><state id="cabin"/><transition event="t" target="out"/></parallel>
    <state id="out"/>
    """

  @Test func `That no timescale runs is said once, and no state is marked`() throws {
    for text in inEveryFormat(try imported(Self.joined)) {
      #expect(!text.contains("Drift") && !text.contains("drift hole"))
      #expect(text.lowercased().ranges(of: DrawnWorkflow.noTimescale).count == 1)
    }
    for text in inEveryFormat(try drawn("pre_proceedings")) {
      #expect(!text.lowercased().contains(DrawnWorkflow.noTimescale))
    }
  }

  @Test func `A region that a line leads from has an edge where the line begins`() throws {
    let joined = StatechartLayout(try imported(Self.joined))
    let regions = joined.drawn.workflow.states.indices.filter { joined.drawn.workflow.states[$0].parent == 0 }
    #expect(regions.count == 2)
    #expect(!regions.contains(where: joined.isOpenRegion))
    #expect(!StatechartPicture(joined.drawn).svg.contains("class=\"region\""))
    let apart = StatechartLayout(try imported(Self.apart))
    #expect(regions.allSatisfy(apart.isOpenRegion))
    #expect(StatechartPicture(apart.drawn).svg.ranges(of: "class=\"region\"").count == 2)
  }
}

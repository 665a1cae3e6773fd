import Diagnostics
import Notation
import Procedures
import Replay
import Testing

/// What a transition inside one region does to the regions beside it.
@Suite struct `Regions beside one another` {
  private static let text = """
    <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" initial="both">
      <parallel id="both">
        <state id="left" initial="l1">
          <state id="l1">
            <onentry><log expr="'in l1'"/></onentry>
            <onexit><log expr="'out l1'"/></onexit>
            <transition event="again" target="l1"/>
          </state>
        </state>
        <state id="right" initial="r1">
          <onentry><log expr="'in right'"/></onentry>
          <onexit><log expr="'out right'"/></onexit>
          <transition event="whole" target="right"/>
          <state id="r1"><transition event="on" target="r2"/></state>
          <state id="r2"/>
        </state>
      </parallel>
    </scxml>
    """

  private func run(_ events: [String]) throws -> (states: [String], said: [String]) {
    let workflow = try #require(SCXMLReader.read(SourceText(name: "regions.scxml", text: Self.text)).workflow)
    var run = VirtualRun(workflow)
    run.begin()
    let before = run.log.count
    for event in events { run.hear(event) }
    return (run.atomicStates.map { workflow.states[$0].path }, run.log.dropFirst(before).map(\.text))
  }

  @Test func `A self-transition inside one region leaves its siblings alone`() throws {
    let (states, said) = try run(["again"])
    #expect(states == ["l1", "r1"])
    #expect(said == ["out l1", "in l1"])
  }

  @Test func `It leaves a sibling where it has come to`() throws {
    let (states, said) = try run(["on", "again"])
    #expect(states == ["l1", "r2"])
    #expect(said == ["out l1", "in l1"])
  }

  /// The innermost state that holds source and target is a compound one, and both regions lie in it.
  @Test func `A region that leads to itself leaves its parallel state, as SCXML says`() throws {
    let (states, said) = try run(["on", "whole"])
    #expect(states == ["l1", "r1"])
    #expect(said == ["out right", "out l1", "in l1", "in right"])
  }
}

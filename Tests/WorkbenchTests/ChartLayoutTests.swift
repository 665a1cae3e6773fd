import Exploration
import Procedures
import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `The layout of a chart` {
  private let procedure: Procedure

  init() throws { procedure = try #require(BuiltInProcedure.named("england")) }

  private func drawn(_ index: Int) -> DrawnWorkflow { DrawnWorkflow(index, of: procedure) }

  private func told(_ index: Int) -> [[String]] { drawn(index).boxes.map(\.told) }

  @Test func `Nothing of any workflow lies upon anything else`() {
    for index in procedure.workflows.indices {
      #expect(StatechartLayout(drawn(index)).layout.faults.isEmpty, "\(procedure.workflows[index].name)")
      let marked = DrawnWorkflow(index, of: procedure, holes: Set(procedure.workflows[index].states.indices))
      #expect(StatechartLayout(marked).layout.faults.isEmpty, "\(procedure.workflows[index].name) with drift everywhere")
      #expect(BPMNText(drawn(index)).faults.isEmpty, "\(procedure.workflows[index].name) in BPMN")
    }
  }

  @Test func `Nothing of any workflow lies upon anything else under any profile`() throws {
    let national = procedure.workflows.indices.map(told)
    var changed = 0
    for profile in WorkflowLibrary.embedded.profiles.map(\.name) {
      guard let local = BuiltInProcedure.named("england", profile: profile) else { continue }
      for index in local.workflows.indices {
        let drawn = DrawnWorkflow(index, of: local)
        guard drawn.boxes.map(\.told) != national[index] else { continue }
        changed += 1
        #expect(StatechartLayout(drawn).layout.faults.isEmpty, "\(local.workflows[index].name) with \(profile)")
      }
    }
    #expect(changed > 12)
  }

  @Test func `Nothing lies upon anything else in charts that were made up`() {
    for seed in 1...400 { #expect(ChartLayout(RandomChart.chart(seed)).faults.isEmpty, "chart \(seed)") }
  }

  @Test func `As many lines cross as when the pictures were looked at`() throws {
    let counts = procedure.workflows.indices.map { index in
      let layout = StatechartLayout(drawn(index)).layout
      return "\(procedure.workflows[index].name): \(layout.crossings) of \(layout.ways.count) lines"
    }
    let madeUp = (1...400).reduce(0) { $0 + ChartLayout(RandomChart.chart($1)).crossings }
    try Golden.expect((counts + ["400 charts made up: \(madeUp)"]).joined(separator: "\n") + "\n", is: "crossings.txt")
  }

  // MARK: - The checker

  /// Two boxes side by side in a third, with a line between them and one to a fourth.
  private var sound: ChartLayout {
    let heading = Extent(width: 80, height: 17)
    return ChartLayout(
      Chart(
        boxes: [
          Chart.Box(parent: nil, heading: heading, isStart: true, isParallel: false),
          Chart.Box(parent: 0, heading: heading, isStart: true, isParallel: false),
          Chart.Box(parent: 0, heading: heading, isStart: false, isParallel: false),
          Chart.Box(parent: nil, heading: heading, isStart: false, isParallel: false),
        ],
        lines: [
          Chart.Line(from: 1, to: 2, label: Extent(width: 60, height: 17)),
          Chart.Line(from: 1, to: 3, label: Extent(width: 60, height: 17)),
        ]))
  }

  private func faults(_ change: (inout ChartLayout) -> Void) -> [LayoutFault] {
    var layout = sound
    change(&layout)
    return layout.faults
  }

  @Test func `A sound layout has no fault, and each thing that is moved is told`() {
    #expect(sound.faults.isEmpty)
    #expect(faults { $0.boxes[2] = $0.boxes[1] }.contains(.boxesOverlap(1, 2)))
    #expect(faults { $0.boxes[1].left = $0.boxes[0].left - 5 }.contains(.boxLeaves(1)))
    #expect(faults { $0.boxes[3].right = $0.size.width + 1 }.contains(.outside(3)))
    #expect(faults { $0.labels[0] = $0.boxes[2] }.contains(.labelOnBox(line: 0, box: 2)))
    #expect(faults { $0.labels[0] = $0.headings[0] }.contains(.labelOnHeading(line: 0, box: 0)))
    #expect(faults { $0.labels[0] = $0.labels[1] }.contains(.labelsOverlap(0, 1)))
    #expect(faults { $0.ways[1] = [] }.contains(.lineLoose(1)))
    #expect(faults { $0.ways[0] = $0.ways[1] }.contains(.linesCover(0, 1)))
    #expect(faults { $0.ways[0][0].y -= 30 }.contains(.lineLoose(0)))
  }

  @Test func `A line that leads through a box, a heading or the label of another is told`() throws {
    let layout = sound
    let label = try #require(layout.labels[0])
    func level(_ y: Int) -> [Point] { [Point(x: 0, y: y), Point(x: layout.size.width, y: y)] }
    #expect(faults { $0.ways[1] = level(label.top + 5) }.contains(.lineThroughLabel(line: 1, label: 0)))
    #expect(faults { $0.ways[1] = level($0.boxes[2].top + 5) }.contains(.lineThroughBox(line: 1, box: 2)))
    #expect(faults { $0.ways[1] = level($0.headings[0].top + 5) }.contains(.lineThroughHeading(line: 1, box: 0)))
  }

  @Test func `Lines that only touch do not cross`() {
    let upright = Segment(from: Point(x: 5, y: 0), to: Point(x: 5, y: 10))
    #expect(upright.crosses(Segment(from: Point(x: 0, y: 5), to: Point(x: 10, y: 5))))
    #expect(!upright.crosses(Segment(from: Point(x: 5, y: 5), to: Point(x: 10, y: 5))))
    #expect(!upright.crosses(Segment(from: Point(x: 0, y: 10), to: Point(x: 10, y: 10))))
  }

  @Test func `The numbers of shortest spans are as near as they may be`() {
    typealias Span = ShortestSpans.Span
    // A long way round and a short one: what hangs on the end by a heavy span goes down with it.
    let spans = [
      Span(from: 0, to: 1, atLeast: 1, weight: 1), Span(from: 1, to: 2, atLeast: 1, weight: 1),
      Span(from: 0, to: 3, atLeast: 1, weight: 1), Span(from: 3, to: 2, atLeast: 1, weight: 5),
    ]
    let values = ShortestSpans.values(count: 4, spans: spans)
    #expect(values.map { $0 - values[0] } == [0, 1, 2, 1])
    let apart = spans + [Span(from: 1, to: 3, atLeast: 4, weight: 0)]
    let further = ShortestSpans.values(count: 4, spans: apart)
    #expect(further.map { $0 - further[0] } == [0, 1, 6, 5])
  }
}

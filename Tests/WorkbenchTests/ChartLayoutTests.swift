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

  // MARK: - Rows

  private func chart(of boxes: [Chart.Box], enteredFromEverywhere entered: Range<Int>) -> Chart {
    Chart(boxes: boxes, lines: entered.map { Chart.Line(from: $0, to: $0, label: Extent(width: 60, height: 17), isShort: true) })
  }

  private func boxes(_ count: Int, in parent: Int? = nil) -> [Chart.Box] {
    let heading = Extent(width: 150, height: 17)
    return (0..<count).map { Chart.Box(parent: parent, heading: heading, isStart: $0 == 0, isParallel: false) }
  }

  @Test func `States that are entered from everywhere stand side by side, as far as there is room`() {
    let layout = ChartLayout(chart(of: boxes(11), enteredFromEverywhere: 0..<11))
    #expect(layout.faults.isEmpty)
    #expect(Set(layout.boxes.map(\.top)).count == 3)
    #expect(layout.size.width <= ChartMetrics.rowWidth + 2 * ChartMetrics.margin)
    // In the order of their author, row by row.
    #expect(zip(layout.boxes, layout.boxes.dropFirst()).allSatisfy { $0.top < $1.top || $0.left < $1.left })
  }

  @Test func `What is entered from everywhere stands below what goes before it`() {
    let layout = ChartLayout(chart(of: boxes(4), enteredFromEverywhere: 2..<4))
    #expect(layout.boxes[0].top == layout.boxes[1].top)
    #expect(layout.boxes[1].bottom < layout.boxes[2].top)
    #expect(layout.boxes[2].top == layout.boxes[3].top)
  }

  @Test func `Regions that go on at once share the room of a row`() {
    let heading = Extent(width: 80, height: 17)
    let regions = (0..<2).map { _ in Chart.Box(parent: 0, heading: heading, isStart: false, isParallel: false) }
    let outer = Chart.Box(parent: nil, heading: heading, isStart: true, isParallel: true)
    let chart = chart(of: [outer] + regions + boxes(4, in: 1) + boxes(4, in: 2), enteredFromEverywhere: 3..<11)
    #expect(chart.rowWidth(in: 1) == ChartMetrics.rowWidth / 2)
    #expect(ChartLayout(chart).size.width <= ChartMetrics.rowWidth + 6 * ChartMetrics.gap)
  }

  @Test func `Where a child lives is drawn in rows and not as a staircase`() throws {
    let index = try #require(procedure.workflows.firstIndex { $0.name == "placement" })
    let layout = StatechartLayout(drawn(index)).layout
    #expect(Set(layout.boxes.map(\.top)).count < layout.boxes.count - 1)
    #expect(layout.size.height < layout.size.width * 5 / 4)
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

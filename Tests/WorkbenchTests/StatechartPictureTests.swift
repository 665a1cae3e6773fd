import Conditions
import Procedures
import Testing
import Workbench

@testable import Reporting

@Suite struct `The picture of a workflow` {
  /// A rectangle, both ends included.
  private struct Area {
    let left: Int
    let top: Int
    let right: Int
    let bottom: Int

    func meets(_ other: Area) -> Bool {
      left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
    }
  }

  private let procedure: Procedure

  init() throws { procedure = try #require(BuiltInProcedure.named("england")) }

  private func layout(of workflow: Workflow) -> StatechartLayout {
    StatechartLayout(workflow, DrawnStep.steps(of: workflow, in: ReportedCase(rulesOf: procedure)))
  }

  /// Where the texts of a layout stand, each line by itself.
  private func texts(of layout: StatechartLayout) -> [Area] {
    let titles = layout.order.compactMap { layout.boxes[$0] }.flatMap { box in
      box.title.enumerated().map { number, line in
        let top = box.top + StatechartLayout.Metrics.padding + number * DrawnText.lineHeight
        let left = box.left + StatechartLayout.Metrics.padding
        return Area(left: left, top: top, right: left + DrawnText.boldWidth(of: line), bottom: top + DrawnText.fontSize + 2)
      }
    }
    let labels = layout.rows.flatMap { row in
      row.lines.enumerated().map { number, line in
        let top = row.top + number * DrawnText.lineHeight
        let left = layout.labelsLeft + line.indent
        return Area(left: left, top: top + 1, right: layout.labelsLeft + line.width, bottom: top + DrawnText.lineHeight - 1)
      }
    }
    return titles + labels
  }

  @Test func `No two texts meet`() {
    for workflow in procedure.workflows {
      let texts = texts(of: layout(of: workflow))
      for (number, text) in texts.enumerated() {
        #expect(!texts[(number + 1)...].contains { text.meets($0) }, "\(workflow.name)")
      }
    }
  }

  @Test func `No upright line goes through a text, and none upon another`() {
    for workflow in procedure.workflows {
      let layout = layout(of: workflow)
      let uprights = layout.tracks.map { Area(left: $0.left, top: $0.top, right: $0.left, bottom: $0.bottom) }
      for (number, upright) in uprights.enumerated() {
        #expect(!texts(of: layout).contains { upright.meets($0) }, "\(workflow.name)")
        #expect(!uprights[(number + 1)...].contains { upright.meets($0) }, "\(workflow.name)")
        #expect(upright.right < layout.width)
      }
    }
  }

  @Test func `Every state stands in the box of the state around it`() throws {
    for workflow in procedure.workflows {
      let layout = layout(of: workflow)
      #expect(layout.order.count == workflow.states.count)
      for (index, state) in workflow.states.enumerated() {
        let box = try #require(layout.boxes[index])
        let widest = box.title.map(DrawnText.boldWidth).reduce(0, max)
        #expect(box.left + widest + StatechartLayout.Metrics.padding <= box.right, "\(state.path)")
        guard let parent = state.parent, let outer = layout.boxes[parent] else { continue }
        #expect(outer.left < box.left && box.right < outer.right && outer.top < box.top && box.bottom < outer.bottom)
      }
    }
  }

  @Test func `Every transition is drawn`() {
    for workflow in procedure.workflows {
      let rows = layout(of: workflow).rows
      for transition in workflow.transitions {
        #expect(rows.contains { $0.step.from == transition.from && $0.step.to == transition.to }, "\(workflow.name)")
      }
    }
  }

  @Test func `It is the same bytes every time`() {
    for workflow in procedure.workflows {
      #expect(StatechartPicture(workflow, of: procedure).svg == StatechartPicture(workflow, of: procedure).svg)
    }
  }

  @Test func `Signs that mean something in SVG are written out`() {
    #expect(SVGText.escaped("a < b & \"c\"") == "a &lt; b &amp; &quot;c&quot;")
  }
}

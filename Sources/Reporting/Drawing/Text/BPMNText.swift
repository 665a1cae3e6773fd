import Conditions
import Procedures

/// A workflow as BPMN 2.0 with the places of everything, for the tools of people who keep processes.
///
/// | here | in BPMN |
/// | --- | --- |
/// | a state | a task; its timescales are in the documentation |
/// | a state with others inside it | an expanded sub-process |
/// | states that go on at once | a sub-process in which all begin, having no flow that leads to them |
/// | what takes a step | a message event at the edge of the state, which interrupts it |
/// | where something begins, an end | a start event, an end event |
/// | a history state | an intermediate event |
///
/// **Lost**: that a step may come and is not required is only in the words; a flow may not lead through the edge of a
/// sub-process, and so leads from the outermost state and to it (`BPMNFlow`); guards and rules are words.
public struct BPMNText: Sendable {
  private let drawn: DrawnWorkflow
  private let flows: [BPMNFlow]
  private let labels: [[DrawnText]]
  private let layout: ChartLayout
  private var workflow: Workflow { drawn.workflow }

  /// **Unit**: pixels, half the width of an event at the edge of something.
  private static let eventHalf = 9

  public init(_ drawn: DrawnWorkflow) {
    self.drawn = drawn
    let flows = BPMNFlow.flows(of: drawn)
    self.flows = flows
    labels = flows.map { flow in DrawnText.evenLines(of: BPMNText.words(of: flow), .plain, width: 190) }
    let starts = drawn.starts
    let lines = zip(flows, labels).map { Chart.Line(from: $0.from, to: $0.to, label: DrawnText.extent(of: $1)) }
    let small = drawn.workflow.states.indices.filter { BPMNText.isEvent(drawn.workflow.states[$0]) }
    layout = ChartLayout(
      Chart(
        boxes: drawn.workflow.states.enumerated().map { number, state in
          Chart.Box(
            parent: state.parent,
            heading: BPMNText.isEvent(state)
              ? Extent(width: 12, height: 12) : DrawnText.extent(of: BPMNText.title(number, drawn)),
            isStart: starts.contains(number), isParallel: state.kind == .parallel)
        },
        // The name of an event stands beside it, where a short arrow would have its words.
        lines: lines
          + small.map { Chart.Line(from: $0, to: $0, label: DrawnText.extent(of: BPMNText.title($0, drawn)), isShort: true) },
        loopHalf: 14))
  }

  var faults: [LayoutFault] { layout.faults }

  private static func title(_ state: StateIndex, _ drawn: DrawnWorkflow) -> [DrawnText] {
    DrawnText.evenLines(of: drawn.boxes[state].title, .title, width: 200)
  }

  private static func isEvent(_ state: State) -> Bool { state.kind == .end || state.isHistory }

  private static func words(of flow: BPMNFlow) -> String {
    (flow.isOptional ? "may come: " : "") + flow.labels.joined(separator: "; or ")
  }

  public var text: String {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.open(
      "definitions",
      [
        "xmlns": "http://www.omg.org/spec/BPMN/20100524/MODEL", "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
        "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC", "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
        "id": "definitions", "targetNamespace": "urn:plumbline:workflow:\(workflow.name)", "exporter": "plumbline",
      ])
    xml.open("process", ["id": "process", "name": workflow.title, "isExecutable": "false"])
    if drawn.hasNoTimescale { xml.element("documentation", [:], DrawnWorkflow.noTimescale.capitalised) }
    write(members: nil, on: &xml)
    xml.close("process")
    xml.open("bpmndi:BPMNDiagram", ["id": "diagram", "name": workflow.title])
    xml.open("bpmndi:BPMNPlane", ["id": "plane", "bpmnElement": "process"])
    drawShapes(on: &xml)
    drawEdges(on: &xml)
    xml.close("bpmndi:BPMNPlane")
    xml.close("bpmndi:BPMNDiagram")
    xml.close("definitions")
    return xml.text
  }
}

// MARK: - The process

extension BPMNText {
  private func write(members container: StateIndex?, on xml: inout XMLText) {
    let members = workflow.states.indices.filter { workflow.states[$0].parent == container }
    for state in members { write(state, on: &xml) }
    for state in members where drawn.starts.contains(state) {
      xml.element("startEvent", ["id": "start_\(state)"])
      xml.element("sequenceFlow", ["id": "begin_\(state)", "sourceRef": "start_\(state)", "targetRef": "state_\(state)"])
    }
    for (number, flow) in flows.enumerated() where members.contains(flow.from) {
      xml.open(
        "boundaryEvent",
        [
          "id": "event_\(number)", "name": BPMNText.words(of: flow), "attachedToRef": "state_\(flow.from)",
          "cancelActivity": "true",
        ])
      xml.element("messageEventDefinition", ["id": "message_\(number)"])
      xml.close("boundaryEvent")
      xml.element(
        "sequenceFlow", ["id": "flow_\(number)", "sourceRef": "event_\(number)", "targetRef": "state_\(flow.to)"])
    }
  }

  private func write(_ state: StateIndex, on xml: inout XMLText) {
    let (box, kind) = (drawn.boxes[state], workflow.states[state].kind)
    let name: String =
      switch kind {
      case .end: "endEvent"
      case .history: "intermediateThrowEvent"
      case .compound, .parallel: "subProcess"
      case .atomic: workflow.states[state].children.isEmpty ? "task" : "subProcess"
      }
    xml.open(name, ["id": "state_\(state)", "name": box.title])
    if !box.told.isEmpty { xml.element("documentation", [:], box.told.joined(separator: "\n")) }
    if !workflow.states[state].children.isEmpty { write(members: state, on: &xml) }
    xml.close(name)
  }
}

// MARK: - Places

extension BPMNText {
  private func drawShapes(on xml: inout XMLText) {
    for (state, area) in layout.boxes.enumerated() {
      let isExpanded = !workflow.states[state].children.isEmpty
      let beside = layout.chart.lines.indices.first { $0 >= flows.count && layout.chart.lines[$0].from == state }
      shape(of: "state_\(state)", area, isExpanded: isExpanded, label: beside.flatMap { layout.labels[$0] }, on: &xml)
      guard layout.chart.boxes[state].isStart else { continue }
      shape(of: "start_\(state)", around(start(of: state)), on: &xml)
    }
    for number in flows.indices {
      guard let start = layout.ways[number].first else { continue }
      shape(of: "event_\(number)", around(start), label: layout.labels[number], on: &xml)
    }
  }

  private func drawEdges(on xml: inout XMLText) {
    for state in layout.boxes.indices where layout.chart.boxes[state].isStart {
      let place = start(of: state)
      edge(of: "begin_\(state)", [place, Point(x: layout.boxes[state].left, y: place.y)], on: &xml)
    }
    for number in flows.indices { edge(of: "flow_\(number)", layout.ways[number], on: &xml) }
  }

  private func start(of state: StateIndex) -> Point {
    Point(x: layout.boxes[state].left - 19, y: layout.boxes[state].top + ChartMetrics.padding + 6)
  }

  private func around(_ place: Point) -> Rectangle {
    let half = BPMNText.eventHalf
    return Rectangle(left: place.x - half, top: place.y - half, right: place.x + half, bottom: place.y + half)
  }

  private func shape(
    of element: String, _ area: Rectangle, isExpanded: Bool = false, label: Rectangle? = nil, on xml: inout XMLText
  ) {
    if isExpanded {
      xml.open("bpmndi:BPMNShape", ["id": "shape_\(element)", "bpmnElement": element, "isExpanded": "true"])
    } else {
      xml.open("bpmndi:BPMNShape", ["id": "shape_\(element)", "bpmnElement": element])
    }
    bounds(area, on: &xml)
    if let label {
      xml.open("bpmndi:BPMNLabel", [:])
      bounds(label, on: &xml)
      xml.close("bpmndi:BPMNLabel")
    }
    xml.close("bpmndi:BPMNShape")
  }

  private func bounds(_ area: Rectangle, on xml: inout XMLText) {
    xml.element("dc:Bounds", ["x": "\(area.left)", "y": "\(area.top)", "width": "\(area.width)", "height": "\(area.height)"])
  }

  private func edge(of element: String, _ points: [Point], on xml: inout XMLText) {
    xml.open("bpmndi:BPMNEdge", ["id": "edge_\(element)", "bpmnElement": element])
    for point in points { xml.element("di:waypoint", ["x": "\(point.x)", "y": "\(point.y)"]) }
    xml.close("bpmndi:BPMNEdge")
  }
}

import Conditions
import Procedures

/// The page of one workflow: what it is, its picture, its states and steps, and its rules.
struct WorkflowPage {
  private let index: WorkflowIndex
  private let reported: ReportedCase
  private let introduction: String?

  init(_ index: WorkflowIndex, of reported: ReportedCase, introduction: String?) {
    self.index = index
    self.reported = reported
    self.introduction = introduction
  }

  private var workflow: Workflow { reported.procedure.workflows[index] }

  var text: String {
    var page = MarkdownPage(title: workflow.title)
    page.paragraph(MarkdownPage.plain(introduction ?? "A workflow of \(reported.procedure.title)."))
    page.heading("Overview")
    page.paragraph(overview)
    page.paragraph("![The states of \(MarkdownPage.plain(workflow.title)) and the steps between them](\(workflow.name))")
    page.heading("States")
    page.list(states(workflow.topStates, depth: 0))
    page.heading("Steps")
    page.table(["In", "What happens", "Leads to", "Required"], workflow.transitions.map(step))
    page.heading("Rules")
    let rules = reported.procedure.rules.filter { $0.workflow == index }
    if rules.isEmpty { page.paragraph("The workflow has no rules.") }
    for rule in rules { RuleSection(rule, of: reported).write(on: &page) }
    return page.text
  }

  private var overview: String {
    let order = workflow.citation.map { " The order of its steps is from \(MarkdownPage.plain(reported.inWords($0)))." } ?? ""
    return "The workflow \(MarkdownPage.code(workflow.name)) of "
      + "\"\(MarkdownPage.plain(reported.procedure.title))\" runs for each child beside all others.\(order)"
  }
}

// MARK: - States

extension WorkflowPage {
  private func states(_ siblings: [StateIndex], depth: Int) -> [String] {
    siblings.flatMap { index in
      let state = workflow.states[index]
      let item = "**\(name(of: index))** (\(MarkdownPage.code(state.path)))\(marks(of: index))"
      // The first item of a list gets its mark from the list; those inside bring their own.
      let own = depth == 0 ? item : String(repeating: "  ", count: depth) + "- " + item
      let inside = states(state.children, depth: depth + 1)
      return depth == 0 ? [([own] + inside).joined(separator: "\n")] : [own] + inside
    }
  }

  private func marks(of index: StateIndex) -> String {
    let state = workflow.states[index]
    var marks: [String] = []
    if isStart(index) { marks.append("begins here") }
    switch state.kind {
    case .end: marks.append("an end")
    case .parallel: marks.append("all of the following at once")
    case .history(.shallow, _): marks.append("the state that was last left")
    case .history(.deep, _): marks.append("the state that was last left, with all inside it")
    case .atomic, .compound: break
    }
    return marks.isEmpty ? "" : ": \(marks.joined(separator: "; "))"
  }

  private func isStart(_ index: StateIndex) -> Bool {
    guard let parent = workflow.states[index].parent else { return index == workflow.start }
    return if case .compound(let start) = workflow.states[parent].kind { start.contains(index) } else { false }
  }

  private func name(of index: StateIndex) -> String {
    let state = workflow.states[index]
    return MarkdownPage.plain(state.title ?? state.name.asWords.capitalised)
  }

  private func step(_ transition: Transition) -> [String] {
    let targets = transition.to.map(name).joinedInWords()
    return [
      name(of: transition.from), MarkdownPage.plain(reported.label(of: transition, in: workflow)),
      targets.isEmpty ? "stays" : targets, transition.isOptional ? "no, it may come" : "yes",
    ]
  }
}

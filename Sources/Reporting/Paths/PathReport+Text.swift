import Diagnostics
import Exploration
import Procedures

extension PathReport {
  /// The paths of each workflow with their events and what each is the first to reach, then what none reaches and why.
  public func text(style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    for plan in plans { write(plan, on: &page) }
    if plans.count > 1 { writeAll(on: &page) }
    return page.text
  }

  private func write(_ plan: PathPlan, on page: inout TextPage) {
    let workflow = procedure.workflows[plan.workflow]
    page.heading("Paths through \(workflow.title) (\(workflow.name))", underlinedWith: "=")
    page.paragraph(summary(plan))
    for (number, path) in plan.paths.enumerated() { write(path, number + 1, on: &page) }
    guard !plan.unreached.isEmpty else { return }
    page.heading("Not reached", underlinedWith: "-")
    for unreached in plan.unreached {
      let told = "\(PathCount(unreached.target).singular) \(name(of: unreached.target))"
      page.paragraph("\(told): \(reason(for: unreached, longest: plan.longest))", indent: 2, hanging: 4, accent: .alarm)
    }
  }

  private func summary(_ plan: PathPlan) -> String {
    let counts = counts(of: plan).map { "\($0.reached) of \($0.whole) \($0.kind.rawValue)" }
    guard !counts.isEmpty else { return "It has nothing of what was asked for." }
    return
      "\(histories(plan.paths.count)) of at most \(counted(plan.longest, "event")) \(plan.paths.count == 1 ? "reaches" : "reach") "
      + "\(counts.joinedInWords())."
  }

  private func histories(_ count: Int) -> String { count == 1 ? "1 history" : "\(count) histories" }

  private func write(_ path: PathPlan.Path, _ number: Int, on page: inout TextPage) {
    page.gap()
    page.line("Path \(number)", accent: .heading)
    for (place, line) in shown.lines(of: path.example).enumerated() {
      page.field(place == 0 ? "Events" : "", line, indent: 2)
    }
    for (place, line) in lines(path.isFirstToReach).enumerated() {
      page.field(place == 0 ? "Reaches" : "", line, indent: 2)
    }
  }

  /// Everything together, where several workflows were asked.
  private func writeAll(on page: inout TextPage) {
    page.heading("All \(plans.count) workflows", underlinedWith: "=")
    for plan in plans { page.line(line(plan)) }
    page.gap()
    let counts = plans.flatMap(counts)
    let told = PathCount.allCases.compactMap { kind -> String? in
      let of = counts.filter { $0.kind == kind }
      let whole = of.reduce(0) { $0 + $1.whole }
      return whole == 0 ? nil : "\(of.reduce(0) { $0 + $1.reached }) of \(whole) \(kind.rawValue)"
    }
    let paths = plans.reduce(0) { $0 + $1.paths.count }
    let unreached = plans.flatMap(\.unreached)
    let proved = unreached.count { $0.proof != nil }
    page.paragraph("\(histories(paths)) reach \(told.joinedInWords()).")
    guard !unreached.isEmpty else { return }
    page.paragraph(
      "Of the \(unreached.count) that none reaches, \(proved) are proved to be out of reach and \(unreached.count - proved) "
        + "are not decided.")
  }
}

extension PathReport {
  private static let (nameWidth, columnWidth) = (26, 22)

  /// A workflow with how many histories it takes, and what of each kind they reach.
  private func line(_ plan: PathPlan) -> String {
    let cells = counts(of: plan).map { "\($0.reached)/\($0.whole) \($0.kind.rawValue)".padded(to: Self.columnWidth) }
    let name = procedure.workflows[plan.workflow].name.padded(to: Self.nameWidth)
    let line = name + histories(plan.paths.count).padded(to: 14) + cells.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

extension PathCount {
  fileprivate var singular: String {
    switch self {
    case .states: "state"
    case .transitions: "transition"
    case .kept: "rule kept"
    case .broken: "rule broken"
    }
  }
}

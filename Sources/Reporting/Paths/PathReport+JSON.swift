import Exploration
import Procedures

extension PathReport {
  /// The same for a program.
  public func json() -> String {
    JSONValue.document(
      .paths,
      [
        ("procedure", .text(procedure.name)), ("profile", .optional(procedure.profile)),
        ("workflows", .list(plans.map(content))),
      ])
  }

  private func content(of plan: PathPlan) -> JSONValue {
    let counts = counts(of: plan).map { count in
      (
        count.kind.key,
        JSONValue.members([("reached", .number(count.reached)), ("of", .number(count.whole))])
      )
    }
    return .members([
      ("workflow", .text(procedure.workflows[plan.workflow].name)), ("counts", .members(counts)),
      ("longest", .number(plan.longest)), ("paths", .list(plan.paths.map(content))),
      (
        "unreached",
        .list(
          plan.unreached.map { unreached in
            .members(
              members(of: unreached.target) + [
                ("proved", .truth(unreached.proof != nil)), ("tried", .number(unreached.tried)),
                ("why", .text(reason(for: unreached, longest: plan.longest))),
              ])
          })
      ),
    ])
  }

  private func content(of path: PathPlan.Path) -> JSONValue {
    .members([
      ("example", shown.content(of: path.example)),
      ("reaches", .list(path.reaches.map { .members(members(of: $0)) })),
      ("firstToReach", .list(path.isFirstToReach.map { .members(members(of: $0)) })),
    ])
  }

  private func members(of target: PathTarget) -> [(String, JSONValue)] {
    [("kind", .text(PathCount(target).key)), ("name", .text(name(of: target)))]
  }
}

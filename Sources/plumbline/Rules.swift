import ArgumentParser
import Workbench

/// `plumbline rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules of a procedure: all, or those that apply where a child is and to what happens.",
    discussion: """
      Of a workflow that no --in names, the child's state is not known: what hangs on it is listed where what happens \
      brings it up.

      EXAMPLES
        plumbline rules
        plumbline rules --in legal_order.interim_supervision_order --at full_time_return_made
        plumbline rules --in child_protection_plan.on_plan --profile theo-county-then --as-of 2020-12-01

      Exit status: 0 listed, 2 bad input.
      """)

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A state the child is in, as workflow.state. May be given again.", valueName: "state"))
  var states: [String] = []

  @Option(name: .customLong("at"), help: ArgumentHelp("An event that happens. May be given again.", valueName: "event"))
  var events: [String] = []

  @OptionGroup var judging: JudgingOptions

  @Option(help: Format.help(of: .rules))
  var format = Format.text

  func run() throws {
    try Shell.give(.rules(judging.request, in: states, at: events, options: format.options(of: .rules)))
  }
}

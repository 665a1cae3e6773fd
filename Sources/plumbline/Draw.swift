import ArgumentParser
import Workbench

/// `plumbline draw WORKFLOW|FILE|HISTORY`.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw a workflow as SVG, Mermaid, DOT or BPMN 2.0, or a case along time.",
    discussion: """
      In the picture of a workflow every state shows the timescales that govern it, each with its rule, and a state in \
      which a case can rest with no clock about the workflow running is marked. BPMN brings the place of everything. DOT is laid out by \
      Graphviz, where that is installed; everything else needs nothing. A case is drawn with a \
      lane for each child and workflow, and its findings bear the numbers of `plumbline replay`. A picture has its full \
      size; a narrow window scrolls.

      EXAMPLES
        plumbline draw pre_proceedings --output pre_proceedings.svg
        plumbline draw workflows/england/visits.yaml --format mermaid
        plumbline draw child_protection_plan --profile theo-county-then --output plan.svg
        plumbline draw reunification --format dot | dot -Tpdf -o reunification.pdf
        plumbline draw placement legal_order --format bpmn --output drawings
        plumbline draw simulations/theo.yaml --output theo.svg
        plumbline draw --output drawings

      Exit status: 0 drawn, 2 bad input.
      """)

  enum DrawingFormat: String, ExpressibleByArgument, CaseIterable {
    case svg
    case mermaid
    case dot
    case bpmn
  }

  @Argument(
    help: ArgumentHelp(
      "Workflows by their names, workflow files, SCXML files or histories; without any, all workflows of the procedure.",
      valueName: "workflow-or-file"))
  var subject: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder of a procedure, or the name of a built-in one; without it the national procedure, or that of the file.",
      valueName: "path"))
  var procedure: String?

  @Option(help: ArgumentHelp("The name or file of a profile, or none.", valueName: "profile"))
  var profile: String?

  @Option(help: "svg, mermaid, dot or bpmn; without it what the name of the output says, and else svg.")
  var format: DrawingFormat?

  @Option(
    help: ArgumentHelp(
      "A file that ends in .svg, .mmd, .dot or .bpmn, or a folder; without it standard output.", valueName: "path"))
  var output: String?

  @Flag(help: "Write over files that are already there.")
  var replace = false

  func run() throws {
    try Shell.refuse("--replace", if: replace && output == nil, without: "--output")
    var asked = DrawingRequest()
    asked.subjects = subject.map(FoundFiles.workflow)
    asked.format = format.flatMap { DrawingRequest.Format(rawValue: $0.rawValue) }
    asked.output = output
    asked.existing = replace ? .replaced : .kept
    let options = Format.textOptions
    let request = JudgingOptions.request(procedure: procedure, profile: profile)
    if let output { try Shell.refuseToWriteOver([output], option: "--output") }
    let progress = ProgressLine("Drawing", of: "workflows")
    let (answer, files) = Answer.draw(asked, request, options: options, isThere: FoundFiles.exists) { done, total in
      progress.show(done, of: total)
    }
    progress.end()
    try Shell.give(answer, writing: files) { Answer.drawingNotWritten($0, options: options) }
  }
}

import CivilTime
import Conditions
import Diagnostics
public import Procedures

/// The pages and pictures that document a procedure: one page for each workflow, and one that lists them.
///
/// The same procedure always gives the same bytes.
public struct ProcedureCatalogue: Sendable {
  /// A file by its path below the folder of the catalogue.
  public struct File: Sendable, Hashable {
    public let path: String
    public let text: String
  }

  private let procedure: Procedure
  /// What the file of each workflow says of it before anything else, by the workflow's name.
  private let introductions: [String: String]
  private let origin: ProcedureOrigin

  public init(_ procedure: Procedure, introductions: [String: String] = [:], origin: ProcedureOrigin = .builtIn) {
    self.procedure = procedure
    self.introductions = introductions
    self.origin = origin
  }

  /// In the order of the workflows, the list last.
  public var files: [File] {
    let reported = ReportedCase(rulesOf: procedure, origin: origin)
    let pages = procedure.workflows.indices.flatMap { index -> [File] in
      let workflow = procedure.workflows[index]
      let page = WorkflowPage(index, of: reported, introduction: introductions[workflow.name])
      return [
        File(path: "Workflows/\(workflow.name).md", text: page.text),
        File(path: "Resources/\(workflow.name).svg", text: StatechartPicture(DrawnWorkflow(index, of: procedure)).svg),
      ]
    }
    return pages + [File(path: "Workflows/Workflows.md", text: list(reported))]
  }

  /// The page that names all workflows, all sources, and the figures that no source gives.
  private func list(_ reported: ReportedCase) -> String {
    var page = MarkdownPage(title: "The workflows of the procedure")
    page.paragraph("\(MarkdownPage.plain(procedure.title)), workflow by workflow, with every rule and its source.")
    page.heading("Overview")
    page.paragraph(
      "\(counted(procedure.workflows.count, "workflow")) with \(counted(procedure.rules.count, "rule")) and "
        + "\(counted(procedure.parameters.count, "figure")), from \(counted(procedure.sources.count, "source")). These pages are "
        + "written from the files of the procedure by `plumbline document`.")
    page.heading("Sources")
    page.table(
      ["Source", "Published", "Force", "Rules"],
      procedure.sources.enumerated().map { number, source in
        [
          MarkdownPage.plain(source.title), [source.publisher, source.dated].compactMap(\.self).joined(separator: ", "),
          reported.force(of: source), "\(procedure.rules.count { $0.citation.source == number })",
        ]
      })
    let own = procedure.parameters.filter { $0.citation.map { procedure.sources[$0.source].force == .ours } ?? false }
    if !own.isEmpty {
      page.heading("Figures that no source gives")
      page.paragraph("A local profile may put others in their place.")
      page.table(
        ["Figure", "Value", "What it is"],
        own.map { [MarkdownPage.code($0.name), MarkdownPage.plain(reported.values(of: $0)), MarkdownPage.plain($0.says ?? "")] })
    }
    page.heading("Topics")
    page.heading("Workflows", level: 3)
    page.list(procedure.workflows.map { "<doc:\($0.name)>" })
    return page.text
  }
}

extension ReportedCase {
  /// The values of a figure with the days on which each applied.
  func values(of parameter: Parameter) -> String {
    let told = parameter.periods.map { value, period in
      let value = inWords(value, of: parameter.type)
      return period == .always ? value : "\(value) \(period.inWords)"
    }
    return told.joined(separator: "; ")
  }
}

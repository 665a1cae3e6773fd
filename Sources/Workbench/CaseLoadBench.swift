import CaseLoads
import Diagnostics
import Notation

/// The stages from a file of statistics to a load of cases, by name and in order.
enum CaseLoadBench {
  /// The statistics that are built in.
  static var builtIn: SourceText? { WorkflowLibrary.embedded.statistics.first }

  /// Reads a file of statistics; `nil` where something is wrong.
  ///
  /// Codes: PL8501 to PL8512, and those of reading a file.
  static func statistics(in source: SourceText) -> (statistics: Statistics?, diagnostics: [Diagnostic]) {
    let (node, problems) = source.tree(of: .statistics, otherwise: .notStatistics)
    guard let node, !problems.hasErrors else { return (nil, problems) }
    guard let first = node.entries?.first, first.key == FileKind.statistics.rawValue else {
      let kind = node.entries?.first.flatMap { FileKind(rawValue: $0.key) }.map { "a \($0.inWords), not " } ?? "no "
      return (
        nil,
        [
          Diagnostic(
            .notStatistics, "This is \(kind)\(kind == "no " ? "" : "a ")file of statistics.", at: .whole(source.name),
            mend: "Name a file that begins with `statistics:`.")
        ]
      )
    }
    let faults = FileShape.faults(of: node, as: .statistics)
    guard faults.isEmpty else { return (nil, problems + faults) }
    let (statistics, found) = StatisticsReader.read(node)
    guard let statistics, statistics.procedure != "england" else { return (statistics, problems + found) }
    let fault = Diagnostic(
      .statisticsOfAnotherProcedure, "Cases are made of the events of the procedure england alone.",
      at: node["procedure"]?.place ?? node.place, mend: "Write england.")
    return (nil, problems + found + [fault])
  }
}

public import Diagnostics
public import Procedures

/// Turns a machine that was read from SCXML into files of the workflow language.
///
/// What the language cannot say is told, and then there are no files. Names that it does not allow are changed, and the
/// files say how.
public enum WorkflowConverter {
  /// The workflow, a vocabulary with its events and a procedure that holds them, in this order; together they can be
  /// checked and replayed. Only the workflow where its conditions are in the words of another procedure.
  ///
  /// - Parameter source: the file it was read from, so that an action that cannot be said is told where it stands, and
  ///   not where the state or transition that it belongs to does.
  ///
  /// Codes: PL9301 to PL9304, PL9306, and the warning PL9305.
  public static func files(
    of workflow: Workflow, readFrom source: SourceText? = nil
  ) -> (files: [ConvertedFile], diagnostics: [Diagnostic]) {
    var converting = WorkflowConverting(workflow, ActionPlaces(source))
    let files = converting.files()
    let diagnostics = converting.diagnostics.inReadingOrder()
    return (diagnostics.hasErrors ? [] : files, diagnostics)
  }
}

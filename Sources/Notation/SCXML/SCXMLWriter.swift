import Conditions
public import Diagnostics
public import Procedures

/// Writes the machine of a workflow as SCXML, so that ``SCXMLReader`` reads the same machine back.
///
/// What SCXML cannot say without a data model stands in attributes of Plumbline's own namespace: conditions on anything
/// but states, delays of the calendar, signals as such, titles. Rules, parameters and sources are no part of the machine.
public enum SCXMLWriter {
  /// The file, and what another tool that reads it will not know.
  ///
  /// - Parameter procedure: the procedure the workflow is of; `nil` for one that was read from SCXML by itself.
  ///
  /// Codes: PL9321 to PL9324, all of them warnings.
  public static func write(
    _ workflow: Workflow, in procedure: Procedure? = nil
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let writing = SCXMLWriting(workflow, in: procedure)
    return (writing.text(), writing.losses())
  }
}

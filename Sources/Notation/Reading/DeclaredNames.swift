import Conditions
import Diagnostics
import Procedures

/// All that a procedure gives a name to, known before any rule or transition is read.
struct DeclaredNames {
  let vocabulary: Vocabulary
  let parameters: [Parameter]
  let sources: SourceReader
  var scope: ConditionScope
  /// The texts that were read, by name.
  let texts: [String: SourceText]

  /// The same seen from one workflow, whose own states and rules come first.
  func inside(_ workflow: WorkflowIndex) -> DeclaredNames {
    var names = self
    names.scope.ownWorkflow = workflow
    return names
  }
}

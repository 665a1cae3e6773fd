import Diagnostics
import Procedures

/// Writes the types of one procedure.
struct ProcedureWriting {
  let procedure: Procedure
  let lists: WordLists
  private(set) var diagnostics: [Diagnostic] = []
  var code = SwiftText()

  init(_ procedure: Procedure) {
    self.procedure = procedure
    lists = WordLists(procedure.vocabulary)
  }

  /// The whole file: the procedure, its roles, words, events and states.
  mutating func write() -> String {
    code.line("// Made from the files of the procedure \"\(procedure.name)\" when this was built.")
    code.line("public import CaseRecords")
    code.gap()
    code.says("\(procedure.title).")
    let type = SwiftName.upper(procedure.name)
    code.block("public enum \(type): CaseRecords.TypedProcedure") { code in
      code.line("public static let name = \"\(procedure.name)\"")
    }
    inside(type) { $0.writeRoles() }
    inside(type) { $0.writeWords() }
    inside(type) { $0.writeEvents() }
    inside(type) { $0.writeStates(of: type) }
    return code.text
  }

  private mutating func inside(_ type: String, _ write: (inout ProcedureWriting) -> Void) {
    code.gap()
    var inner = self
    inner.code = SwiftText()
    write(&inner)
    diagnostics = inner.diagnostics
    code.block("extension \(type)") { $0.append(inner.code) }
  }

  mutating func tell(_ book: NameBook) { diagnostics += book.diagnostics }

  /// An enum of words whose raw values are the words of the files.
  mutating func writeEnum(_ type: String, of words: [(name: String, says: String?)]) {
    code.block("public enum \(type): Swift.String, CaseRecords.ProcedureWord") { code in
      for word in words {
        if let says = word.says { code.says("\(says).") }
        code.line("case \(SwiftName.enumCase(word.name)) = \"\(word.name)\"")
      }
    }
  }
}

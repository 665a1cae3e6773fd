import Conditions
import Diagnostics
import Procedures

extension ProcedureWriting {
  mutating func writeStates(of type: String) {
    var book = NameBook(of: "workflow")
    for workflow in procedure.workflows { book.take(SwiftName.upper(workflow.name), for: workflow.name, at: workflow.place) }
    tell(book)
    code.says("Where a child can stand, by workflow.")
    code.open("public enum States")
    for (number, workflow) in procedure.workflows.enumerated() {
      if number > 0 { code.gap() }
      code.says("\(workflow.title).")
      let writing = StateWriting(workflow)
      writing.write(in: type, into: &code)
      for book in writing.books { tell(book) }
    }
    code.close()
  }
}

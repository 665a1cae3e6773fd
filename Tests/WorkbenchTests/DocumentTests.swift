import Foundation
import Procedures
import Testing

@testable import Workbench

@Suite struct `The pages of the national procedure` {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let catalogue = repository.appending(path: "Sources/EnglandProcedure/EnglandProcedure.docc")

  @Test func `They are those that the files give`() throws {
    let (answer, files) = Answer.document(nil)
    #expect(answer.status == .clean)
    for file in files { try Golden.expect(file.text, is: file.path, in: Self.catalogue) }
  }

  @Test func `There is no page of a workflow that is no more`() throws {
    let written = Set(Answer.document(nil).files.map(\.path))
    let found = try FileManager.default.subpathsOfDirectory(atPath: Self.catalogue.path)
      .filter { $0.hasPrefix("Workflows/") || $0.hasPrefix("Resources/") }
    #expect(Set(found) == written)
  }

  @Test func `Every rule is on the page of its workflow, with its sentence and its source`() throws {
    let procedure = try #require(BuiltInProcedure.named("england"))
    let pages = Dictionary(uniqueKeysWithValues: Answer.document(nil).files.map { ($0.path, $0.text) })
    for rule in procedure.rules {
      let page = try #require(pages["Workflows/\(procedure.workflows[rule.workflow].name).md"])
      #expect(page.contains("`\(rule.fullName)`"))
      #expect(page.contains(rule.says))
      #expect(page.contains(procedure.sources[rule.citation.source].title))
    }
  }

  @Test func `A figure that no source gives is told as that of whoever set it`() throws {
    let folder = Self.repository.appending(path: "workflows/england")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return InputFile(name: name, content: .bytes(Array((text + "\n# Changed.\n").utf8)))
    }
    let (own, changed) = (Answer.document(nil).files.map(\.text), Answer.document(files).files.map(\.text))
    #expect(own.contains { $0.contains("**a figure of Plumbline's own**") })
    #expect(!changed.contains { $0.contains("**a figure of Plumbline's own**") })
    #expect(changed.contains { $0.contains("**a figure of the procedure's own**") })
  }

  @Test func `A folder with no procedure is told`() {
    let (answer, files) = Answer.document([])
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6009"))
    #expect(files == [])
  }
}

import Testing

@testable import Workbench

@Suite struct `Paths through a workflow` {
  private func ask(
    _ change: (inout PathsRequest) -> Void = { _ in }, _ format: OutputOptions.Format = .text,
    isThere: (String) -> Bool = { _ in false }
  ) -> (answer: Answer, files: [OutputFile]) {
    var asked = PathsRequest()
    change(&asked)
    return Answer.paths(asked, Harbour.request, options: OutputOptions(format: format), isThere: isThere)
  }

  @Test func `Each path is told with its events and what it is the first to reach, and the whole is counted`() {
    let (answer, files) = ask()
    #expect(answer.status == .clean)
    #expect(answer.messages.isEmpty)
    #expect(answer.output.contains("Path 1\n  Events     "))
    #expect(answer.output.contains("  Reaches    states: "))
    #expect(answer.output.contains(" rules broken."))
    #expect(files.isEmpty)
  }

  @Test func `Saved paths are histories that replay, each under its own name`() {
    let (answer, files) = ask { $0.folder = "paths" }
    #expect(!files.isEmpty)
    #expect(Set(files.map(\.path)).count == files.count)
    for file in files {
      #expect(answer.output.contains("wrote \(file.path)\n"))
      let input = InputFile(name: file.path, content: .bytes(Array(file.text.utf8)))
      #expect(Answer.replay([input], Harbour.request).status != .badInput)
    }
  }

  @Test func `A program is told the same`() {
    let (answer, _) = ask({ $0.cover = ["states"] }, .json)
    #expect(answer.output.contains("\"states\": {\"reached\": "))
    #expect(!answer.output.contains("\"kept\""))
    #expect(answer.output == ask({ $0.cover = ["states"] }, .json).answer.output)
  }

  @Test(arguments: [
    ("workflow", "PL6021", "court"), ("measure", "PL6022", "states"), ("length", "PL6023", "from 1 to 40"),
  ])
  func `What cannot be asked is refused with the mend`(what: String, code: String, mend: String) {
    let (answer, files) = ask { asked in
      switch what {
      case "workflow": asked.workflows = ["cort"]
      case "measure": asked.cover = ["state"]
      default: asked.longest = 0
      }
    }
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains(code))
    #expect(answer.messages.contains(mend))
    #expect(files.isEmpty)
  }

  @Test func `A path that is there already is not written over unless that is asked for`() {
    let (answer, files) = ask({ $0.folder = "paths" }, isThere: { _ in true })
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6024"))
    #expect(files.isEmpty)
    let replaced = ask({ asked in (asked.folder, asked.existing) = ("paths", .replaced) }, isThere: { _ in true })
    #expect(!replaced.files.isEmpty)
  }
}

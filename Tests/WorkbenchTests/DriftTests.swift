import Foundation
import Testing

@testable import Workbench

@Suite struct `Drift holes` {
  private func request(profile: String? = nil) -> CheckRequest {
    var request = CheckRequest(files: Harbour.workflows)
    request.profile = profile.map { .named($0) } ?? .withoutProfile
    return request
  }

  @Test(arguments: [(OutputOptions.Format.text, "drift.txt"), (.json, "drift.json")])
  func `A check of one procedure tells its drift holes as its golden`(
    format: OutputOptions.Format, golden: String
  ) throws {
    var request = request()
    request.drift = .full
    let answer = Answer.check(request, options: OutputOptions(format: format)).answer
    try Golden.expect(answer.output + answer.messages, is: golden)
    #expect(answer.status == .clean)
  }

  @Test func `Where several procedures or profiles are checked, holes are told only if asked for`() {
    #expect(!Answer.check(Harbour.workflows).output.contains("PL5010"))
    var full = CheckRequest(files: Harbour.workflows)
    full.drift = .full
    #expect(Answer.check(full).answer.output.split(separator: "PL5010").count > 2)
    var none = request()
    none.drift = .none
    #expect(!Answer.check(none).answer.output.contains("PL5010"))
  }

  @Test func `A saved example is a history whose replay finds no clock about the workflow running`() throws {
    var request = request()
    request.examples = "holes"
    let files = Answer.check(request).files
    #expect(!files.isEmpty)
    for file in files {
      #expect(file.path.hasPrefix("holes/"))
      let input = InputFile(name: file.path, content: .bytes(Array(file.text.utf8)))
      let answer = Answer.replay([input], Harbour.request)
      #expect(answer.status != .badInput, "\(answer.messages)")
    }
  }

  @Test func `An example that is there already is not written over unless that is asked for`() {
    var request = request()
    request.examples = "holes/"
    let (answer, files) = Answer.check(request, isThere: { _ in true })
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6012"))
    #expect(files.isEmpty)
    request.existing = .replaced
    #expect(!Answer.check(request, isThere: { _ in true }).files.isEmpty)
  }

  @Test(arguments: ["--save", "--beside"])
  func `What only the search uses is refused where it is left out, and where there is no procedure`(option: String) throws {
    func answer(_ files: [InputFile], _ drift: CheckRequest.Drift) -> (answer: Answer, files: [OutputFile]) {
      var request = CheckRequest(files: files)
      request.drift = drift
      if option == "--save" { request.examples = "holes" } else { request.beside = ["court.issued"] }
      return Answer.check(request)
    }
    let left = answer(Harbour.workflows, .none)
    #expect(left.answer.status == .badInput && left.files.isEmpty)
    #expect(left.answer.messages.contains("\(option): error PL6033"))
    #expect(left.answer.messages.contains("mend: Leave out \(option), or --drift none."))
    let scenario = InputFile(
      name: "return-home.yaml",
      content: .bytes(
        Array(try Data(contentsOf: Harbour.repository.appending(path: "simulations/training/return-home.yaml")))))
    let alone = answer([scenario], .usual)
    #expect(alone.answer.status == .badInput && alone.answer.output == "")
    #expect(alone.answer.messages.contains("\(option): error PL6033: There is no procedure among what is checked."))
    #expect(Answer.check([scenario]).status == .clean)
  }

  @Test func `A profile and the full search are refused where there is no procedure`() throws {
    var request = CheckRequest(files: [try Harbour.simulation("theo")])
    request.profile = .named("theo-county-then")
    request.drift = .full
    let answer = Answer.check(request).answer
    #expect(answer.status == .badInput)
    for option in ["--profile", "--drift full"] { #expect(answer.messages.contains("\(option): error PL6033")) }
  }

  @Test func `A state that is nowhere is refused with the nearest name`() {
    var request = request()
    request.beside = ["court.isued"]
    let answer = Answer.check(request).answer
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6011"))
    #expect(answer.messages.contains("court.issued"))
  }

  @Test func `A profile that is nowhere is refused`() {
    let answer = Answer.check(request(profile: "clam")).answer
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6002"))
  }

  @Test func `The same check tells the same bytes`() {
    #expect(Answer.check(request()).answer.output == Answer.check(request()).answer.output)
  }
}

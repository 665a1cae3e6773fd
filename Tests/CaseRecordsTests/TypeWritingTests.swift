import Diagnostics
import Foundation
import Testing

@testable import TypeWorkflows

@Suite struct `The types of a procedure` {
  @Test func `They compile, whatever their words mean in Swift`() throws {
    var writing = ProcedureWriting(try Fixture.procedure("odd_words"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "OddWords.swift")
    try Data(writing.write().utf8).write(to: file)
    #expect(writing.diagnostics == [])
    #expect(try SwiftCompiler().faults(in: file) == [])
  }

  @Test func `They are the same bytes every time`() throws {
    let procedure = try Fixture.procedure("odd_words")
    let texts = (0..<5).map { _ in
      var writing = ProcedureWriting(procedure)
      return writing.write()
    }
    #expect(Set(texts).count == 1)
  }

  /// What is replaced in the vocabulary or the workflow so that two names become one.
  @Test(arguments: [
    ("class:", "fam_ily: {title: A}\n  fam__ily:"), ("plain:", "re_named: {title: A}\n  re__named: {title: B}\n  plain:"),
    ("[a, b]", "[a_b, a__b]"), ("rate: number", "ra_te: number\n      ra__te: number"), ("b: {}", "b: {}, b_c: {}, b__c: {}"),
  ])
  func `They must not have one name for two words`(old: String, new: String) throws {
    var writing = ProcedureWriting(try Fixture.procedure("odd_words", replacing: [old: new]))
    _ = writing.write()
    #expect(writing.diagnostics.map(\.code) == [.swiftNameTaken])
  }

  @Test(arguments: [
    ("child_protection_plan", "childProtectionPlan"), ("section_47_enquiry", "section47Enquiry"), ("none", "none_"),
    ("all_cases", "allCases_"), ("in", "`in`"), ("self", "self_"), ("a", "a"),
  ])
  func `They are named in the manner of Swift`(name: String, expected: String) {
    #expect(SwiftName.enumCase(name) == expected)
  }
}

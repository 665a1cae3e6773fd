import Foundation
import Testing

@Suite struct `A program in the words of the procedure` {
  @Test(arguments: ["right", "unknown_event", "wrong_attribute", "wrong_role", "wrong_word", "wrong_state"])
  func `It compiles with the words of the procedure and with no others`(program: String) throws {
    try expectFaults(of: Fixture.file("programs/\(program).swift"))
  }

  /// Compiles a program and expects exactly the errors that comments in it mark.
  private func expectFaults(of file: URL, at location: SourceLocation = #_sourceLocation) throws {
    let mark = "// error: "
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let faults = try SwiftCompiler().faults(in: file)
    for (number, line) in lines.enumerated() {
      let told = faults.filter { $0.line == number + 1 }.map(\.message)
      guard let range = line.range(of: mark) else {
        #expect(told == [], "line \(number + 1) should compile", sourceLocation: location)
        continue
      }
      let expected = String(line[range.upperBound...])
      #expect(
        told.contains { $0.contains(expected) },
        "line \(number + 1) should not compile: \(expected); told: \(told)", sourceLocation: location)
    }
  }
}

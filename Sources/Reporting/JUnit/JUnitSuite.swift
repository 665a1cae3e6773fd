/// A suite of JUnit's XML with its tests.
struct JUnitSuite {
  let name: String
  let tests: [JUnitTest]

  private var failures: Int { tests.count(where: \.isFailed) }

  /// A document of suites.
  static func document(_ name: String, _ suites: [JUnitSuite]) -> String {
    var text = XMLText()
    text.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    text.line(
      "<testsuites name=\"\(escaped(name))\" tests=\"\(suites.map(\.tests.count).reduce(0, +))\" "
        + "failures=\"\(suites.map(\.failures).reduce(0, +))\">")
    for suite in suites { suite.write(on: &text) }
    text.line("</testsuites>")
    return text.text
  }

  private func write(on text: inout XMLText) {
    let skipped = tests.count(where: \.isSkipped)
    text.line(
      "  <testsuite name=\"\(JUnitSuite.escaped(name))\" tests=\"\(tests.count)\" failures=\"\(failures)\" errors=\"0\" "
        + "skipped=\"\(skipped)\">")
    for test in tests { write(test, on: &text) }
    text.line("  </testsuite>")
  }

  private func write(_ test: JUnitTest, on text: inout XMLText) {
    let className = JUnitSuite.escaped(test.className ?? name)
    let head = "    <testcase classname=\"\(className)\" name=\"\(JUnitSuite.escaped(test.name))\""
    let inside = lines(of: test.outcome) + (test.notes.isEmpty ? [] : ["<system-out>\(JUnitSuite.text(test.notes))</system-out>"])
    guard !inside.isEmpty else { return text.line("\(head)/>") }
    text.line("\(head)>")
    for line in inside { text.line("      \(line)") }
    text.line("    </testcase>")
  }

  private func lines(of outcome: JUnitTest.Outcome) -> [String] {
    switch outcome {
    case .passed: []
    case .skipped(let reason): ["<skipped message=\"\(JUnitSuite.escaped(reason))\"/>"]
    case .failed(let type, let lines):
      [
        "<failure message=\"\(JUnitSuite.escaped(message(of: lines)))\" type=\"\(JUnitSuite.escaped(type))\">"
          + "\(JUnitSuite.text(lines))</failure>"
      ]
    }
  }

  /// What a failure comes to: the first difference, where there is one.
  private func message(of lines: [String]) -> String { lines.first { $0.hasPrefix("Differs") } ?? lines.first ?? "" }

  private static func text(_ lines: [String]) -> String { lines.map(escaped).joined(separator: "\n") }

  /// Without characters that XML does not allow, and those that it reads as marks written as references.
  private static func escaped(_ text: String) -> String { XMLText.escaped(TextPage.clean(text)) }
}

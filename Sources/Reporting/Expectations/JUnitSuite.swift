/// A suite of JUnit's XML with its tests.
struct JUnitSuite {
  let name: String
  let tests: [JUnitTest]

  var failures: Int { tests.count { $0.failure != nil } }

  func write(on text: inout XMLText) {
    let name = JUnitSuite.escaped(name)
    text.line("  <testsuite name=\"\(name)\" tests=\"\(tests.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\">")
    for test in tests {
      let head = "    <testcase classname=\"\(name)\" name=\"\(JUnitSuite.escaped(test.name))\""
      guard let failure = test.failure else {
        text.line("\(head)/>")
        continue
      }
      let lines = failure.map(JUnitSuite.escaped)
      text.line("\(head)>")
      text.line(
        "      <failure message=\"\(JUnitSuite.escaped(test.message))\" type=\"expectation\">\(lines.joined(separator: "\n"))</failure>"
      )
      text.line("    </testcase>")
    }
    text.line("  </testsuite>")
  }

  /// Without characters that XML does not allow, and those that it reads as marks written as references.
  private static func escaped(_ text: String) -> String { XMLText.escaped(TextPage.clean(text)) }
}

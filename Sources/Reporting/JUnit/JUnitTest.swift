/// One test of JUnit's XML.
struct JUnitTest {
  enum Outcome {
    case passed
    /// With a word for what failed it, and what is told of it, line by line.
    case failed(String, [String])
    /// With the reason.
    case skipped(String)
  }

  /// What it is of, where that is not its suite.
  var className: String?
  let name: String
  let outcome: Outcome
  /// What is told besides, line by line.
  var notes: [String] = []

  var isFailed: Bool { if case .failed = outcome { true } else { false } }

  var isSkipped: Bool { if case .skipped = outcome { true } else { false } }
}

/// One test of JUnit's XML.
struct JUnitTest {
  let name: String
  /// What is told of its failure, line by line; `nil` where it held.
  let failure: [String]?

  /// What it comes to: the first difference, where there is one.
  var message: String { failure.flatMap { lines in lines.first { $0.hasPrefix("Differs") } ?? lines.first } ?? "" }
}

/// One test of JUnit's XML.
struct JUnitTest {
  let name: String
  /// What is told of its failure, line by line; `nil` where it held.
  let failure: [String]?
}

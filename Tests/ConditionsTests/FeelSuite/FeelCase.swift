import Foundation

/// One case of the standard's public suite, as its file has it.
struct FeelCase: Decodable {
  let id: String
  let expression: String
  let resultType: String?
  let inputs: [String: SuiteValue]
  let expected: SuiteValue
  let isErrorExpected: Bool

  private enum CodingKeys: String, CodingKey {
    case id, expression, inputs, expected
    case resultType = "result_type"
    case isErrorExpected = "error_expected"
  }

  /// All cases of a file with one case a line.
  static func cases(of file: URL) throws -> [FeelCase] {
    try String(contentsOf: file, encoding: .utf8).split { $0 == "\n" || $0 == "\r\n" }
      .map { try JSONDecoder().decode(FeelCase.self, from: Data($0.utf8)) }
  }
}

/// A value with its type, as the suite writes it.
struct SuiteValue: Decodable {
  let type: String
  let value: String?
  let items: [SuiteValue]?
  let entries: [String: SuiteValue]?
}

import Foundation
import Testing

@testable import Workbench

/// The guide for those who write files of expectations is held against what tries them.
@Suite struct `The guide to files of expectations` {
  private static let repository = Harbour.folder
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  }

  private static func fileAt(_ path: String) -> InputFile {
    let bytes = try? Data(contentsOf: repository.appending(path: path))
    return InputFile(name: path, content: bytes.map { .bytes(Array($0)) } ?? .missing)
  }

  /// The blocks of YAML of a page.
  private static func blocks(_ path: String) throws -> [String] {
    try text(path).matches(of: /(?s)```yaml\n(.*?)```/).map { String($0.output.1) }
  }

  private static let guide = "Sources/Expectations/Expectations.docc/FilesOfExpectations.md"

  @Test(arguments: [guide, "README.md"]) func `The opening example holds as it stands`(_ page: String) throws {
    let example = try #require(try Self.blocks(page).first { $0.hasPrefix("expectations:") })
    let file = Trial.file(example, name: "simulations/expectations/examples/guide.yaml")
    let answer = Answer.test([file], ReplayRequest(), fileAt: Self.fileAt)
    #expect(answer.status == .clean, "\(answer.messages)\(answer.output)")
  }

  @Test func `Every other example is read as it stands`() throws {
    let blocks = try Self.blocks(Self.guide).filter { !$0.hasPrefix("expectations:") }
    #expect(blocks.count >= 4)
    for block in blocks {
      // The orders of the law are no workflow of the harbour.
      let body = (block.hasPrefix("never:") ? block : "expect:\n\(block)").replacing("legal_order.*", with: "court.*")
      let answer = Trial.test([Trial.about(body)])
      #expect(answer.status != .badInput, "\(block)\(answer.messages)")
    }
  }

  @Test func `Every key is explained`() throws {
    let schema = Answer.schema(of: "expectations").output
    let document = try #require(JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any])
    let definitions = try #require(document["$defs"] as? [String: [String: Any]])
    let page = try Self.text(Self.guide)
    for name in ["expectations", "expected_judgement", "expected_departure", "expected_state"] {
      let keys = try #require(definitions[name]?["properties"] as? [String: Any]).keys
      for key in keys.sorted() { #expect(page.contains("`\(key)`") || page.contains("\(key): "), "\(name): \(key)") }
    }
  }
}

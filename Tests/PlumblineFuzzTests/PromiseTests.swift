import Foundation
import Testing

@testable import PlumblineFuzz

/// An input that once broke a promise: a file in the folder of its reader.
struct FoundInput: Sendable, CustomTestStringConvertible {
  let reader: FuzzedReader
  let name: String

  var testDescription: String { "\(reader.rawValue)/\(name)" }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let all: [FoundInput] = FuzzedReader.allCases.flatMap { reader in
    let folder = root.appendingPathComponent(reader.rawValue).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { FoundInput(reader: reader, name: $0) }
  }

  func bytes() throws -> Data {
    try Data(contentsOf: Self.root.appendingPathComponent(reader.rawValue).appendingPathComponent(name))
  }
}

@Suite struct `Promises of the readers` {
  @Test(arguments: FoundInput.all) func `An input that a fuzzer found keeps every promise`(_ input: FoundInput) throws {
    try input.reader.read(input.bytes())
  }

  @Test(arguments: FuzzedReader.allCases) func `An empty text keeps every promise`(_ reader: FuzzedReader) throws {
    try reader.read([UInt8]())
  }

  @Test func `The sample is read without a fault, and judged`() throws {
    #expect(SampleProcedure.history != nil)
    #expect(!SampleProcedure.names.isEmpty)
    try FuzzedReader.yaml.read(SampleProcedure.text.utf8)
    try FuzzedReader.histories.read(SampleProcedure.caseText.utf8)
  }

  @Test(arguments: FuzzedReader.allCases) func `A dictionary is lines of one escaped word each`(_ reader: FuzzedReader) {
    let lines = reader.dictionary.split(separator: "\n")
    #expect(lines.count > 50)
    for line in lines { #expect(line.hasPrefix("\"") && line.hasSuffix("\"") && line.count > 2) }
  }

  @Test func `The seeds of conditions are the expressions of a file`() {
    let seeds = FuzzedReader.conditions.seeds(from: ["{\"expression\": \"1 + 1\"}\n{\"expression\": \"2\"}\n"])
    #expect(seeds.contains("1 + 1"))
    #expect(seeds.contains("entering on_plan"))
  }
}

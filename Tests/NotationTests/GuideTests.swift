import Diagnostics
import Foundation
import Testing

@testable import Notation

/// The guide for designers is held against the reader.
@Suite struct GuideTests {
  private static let guide: String = {
    let path = "Sources/Notation/Notation.docc/WorkflowLanguage.md"
    return (try? String(contentsOf: RepositoryFiles.root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }()

  /// The guide together with those to files of expectations and mappings, which stand beside what reads them.
  private static let guides: String = {
    let paths = ["Expectations/Expectations.docc/FilesOfExpectations.md", "Extracts/Extracts.docc/MappingsOfExtracts.md"]
    return guide
      + paths.map { path in
        let file = RepositoryFiles.root.appendingPathComponent("Sources/" + path)
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      }.joined()
  }()

  /// The files that the guide shows, numbered.
  private static let files: [SourceText] = guide.components(separatedBy: "```yaml\n").dropFirst().enumerated().map {
    number, part in
    SourceText(name: "guide-\(number).yaml", text: part.components(separatedBy: "```")[0])
  }

  @Test func `The files of the guide are one procedure and one profile that are read without a word`() throws {
    let profile = try #require(Self.files.first { $0.text.hasPrefix("profile:") })
    let files = Self.files.filter { $0.name != profile.name }
    for profile in [nil, profile] {
      let (procedure, diagnostics) = ProcedureReader.read(files, profile: profile)
      #expect(DiagnosticRenderer(sources: Self.files).render(diagnostics) == "")
      #expect(procedure != nil)
    }
  }

  @Test func `The guide tells every key`() {
    let told = Set(
      Self.guides.matches(of: /`([a-z_ ]+)`/).map { String($0.1) } + Self.guides.matches(of: /`([a-z_ ]+):/).map { String($0.1) })
    #expect(Key.allCases.map(\.rawValue).filter { !told.contains($0) } == [])
  }

  @Test(arguments: MappingName.allCases) func `The guide tells every word of a closed list`(_ name: MappingName) {
    for key in FileDescription.mapping(name).keys {
      for word in key.shape.closedWords { #expect(Self.guides.contains(word), "\(key.key.rawValue): \(word)") }
    }
  }
}

extension Shape {
  /// The words that may stand where a closed list of them is described.
  fileprivate var closedWords: [String] {
    switch self {
    case .scalar(.words(let words, _)): words
    case .list(let item): item.closedWords
    case .names(_, let value): value.closedWords
    case .either(let shapes): shapes.flatMap(\.closedWords)
    case .scalar, .mapping, .oneOf, .anything: []
    }
  }
}

import ArgumentParser
import Foundation
import Workbench

/// How the extracts of other systems are read.
struct ExtractOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The name or file of the mapping that says what the records of an extract mean.", valueName: "mapping"))
  var mapping: String?

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      """
      With extracts, what becomes of a record with a fault. Strict: its case is not judged, and the exit status is 2. \
      Lenient: it is passed over, counted and told.
      """))
  var strictness = Strictness.strict

  enum Strictness: EnumerableFlag {
    case strict
    case lenient
  }

  @Option(
    help: ArgumentHelp(
      "What has no name that tells it, as standard input, is an extract in bulk form: csv or jsonl.", valueName: "form"))
  var extract: String?

  @Option(
    help: ArgumentHelp("How the text of an extract is written, utf-8 or windows-1252.", valueName: "encoding"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "With extracts, how many cores judge cases; the same bytes come of any number. All there are if not said.",
      valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if let extract, !ExtractInput.bulkForms.contains(extract) {
      throw ValidationError("--extract is \(ExtractInput.bulkForms.joined(separator: " or ")).")
    }
  }

  var request: ExtractRequest {
    var request = ExtractRequest()
    request.strictness = strictness == .lenient ? .lenient : .strict
    request.encoding = encoding
    request.jobs = min(256, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    request.mapping = mapping.map(ExtractOptions.mapping)
    return request
  }

  /// A file of that path if it looks like one, else a built-in mapping of that name.
  static func mapping(_ text: String) -> ExtractRequest.MappingChoice {
    let isPath = text.contains("/") || text.hasSuffix(".yaml") || FoundFiles.isFile(text)
    return isPath ? .file(FoundFiles.file(text)) : .named(text)
  }

  /// The extracts of these paths; what a name tells goes before what was said of it.
  func inputs(_ paths: [String]) -> [ExtractInput] {
    paths.map { path in
      let input = FoundFiles.extract(path)
      guard let extract, !ExtractInput.isExtract(path) else { return input }
      return input.inBulkForm(extract) ?? input
    }
  }

  /// Whether what is named are extracts: by the ends of their names, by a mapping, or because it was said.
  func areMeant(by paths: [String]) -> Bool {
    mapping != nil || extract != nil || paths.contains(where: ExtractInput.isExtract)
  }

  /// The option that was given and is for extracts alone.
  var given: String? {
    mapping != nil
      ? "--mapping"
      : extract != nil
        ? "--extract" : encoding != nil ? "--encoding" : jobs != nil ? "--jobs" : strictness == .lenient ? "--lenient" : nil
  }
}

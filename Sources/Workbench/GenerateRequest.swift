import CaseLoads
import Diagnostics

/// Which made-up cases are wanted, and where they go.
public struct GenerateRequest: Sendable {
  /// How many cases; `nil` where nothing is said.
  public var cases: Int?
  /// How many events at least, in place of a number of cases.
  public var events: Int?
  public var seed: UInt64 = 1
  /// The number of the first case, so that a load can be made in parts.
  public var first = 1
  /// The form by its word; `nil` for CSV.
  public var form: String?
  /// The statistics; `nil` for those that are built in.
  public var statistics: InputFile?
  /// The file, or for histories the folder, to write; `nil` for standard output.
  public var place: String?
  public var existing = ConversionRequest.Existing.kept

  /// How many cases are made where nothing is said.
  public static let usualCases = 100
  /// How many cases or events may be asked for.
  public static let sizes = 1...1_000_000_000
  /// How many histories, each a file, may be asked for.
  public static let mostFiles = 1_000

  public init() {}
}

/// A part of a load as it comes: some bytes of one stream, or a file.
public enum GeneratedPart: Sendable {
  case bytes([UInt8])
  case file(OutputFile)
}

extension GenerateRequest {
  /// The form, where it is one.
  var knownForm: CaseLoadForm? { form.map { CaseLoadForm(rawValue: $0) } ?? .csv }

  var sizeProblems: [Diagnostic] {
    var problems: [Diagnostic] = []
    if cases != nil, events != nil {
      problems.append(
        .withoutEffect("--events", because: "With --cases it has no effect.", mend: "Write one of the two."))
    }
    for (option, number, what) in [("--cases", cases, "cases"), ("--events", events, "events"), ("--from", first, "cases")] {
      guard let number, !GenerateRequest.sizes.contains(number) else { continue }
      let message = option == "--from" ? "There is no case \(number)." : "A load of \(number) \(what) cannot be made."
      problems.append(
        .ofCommand(.loadSizeUnclear, message, option: option, mend: "Write a whole number from 1 to 1000000000."))
    }
    return problems
  }

  var formProblems: [Diagnostic] {
    guard let form else { return [] }
    guard let known = CaseLoadForm(rawValue: form) else {
      let forms = CaseLoadForm.allCases.map(\.rawValue)
      let near = Suggestion.nearest(to: form, among: forms).map { "Did you mean \"\($0)\"? " } ?? ""
      return [
        .ofCommand(
          .loadFormUnknown, "\"\(form)\" is no form of a load.", option: "--format",
          mend: "\(near)Write csv, jsonl or yaml; with --closeness, text or html.")
      ]
    }
    guard known == .yaml else { return [] }
    if place == nil {
      return [
        .ofCommand(
          .loadNeedsFolder, "Histories are files, one for each case, and need a folder.", option: "--format",
          mend: "Name one with --to, or write csv or jsonl for a stream.")
      ]
    }
    guard events != nil || cases ?? GenerateRequest.usualCases > GenerateRequest.mostFiles else { return [] }
    return [
      .ofCommand(
        .loadSizeUnclear, "A folder of more than \(GenerateRequest.mostFiles) histories is not made.", option: "--format",
        mend: "Write --cases \(GenerateRequest.mostFiles) or fewer, or csv or jsonl for as many as you like.")
    ]
  }

  /// The file of a case below the folder.
  func path(of name: String) -> String {
    let folder = place ?? ""
    return (folder.hasSuffix("/") ? folder : folder + "/") + name + ".yaml"
  }

  /// Where something is already that is to be kept.
  func placeProblems(_ isThere: (String) -> Bool) -> [Diagnostic] {
    guard let place else { return [] }
    let last = first + (cases ?? GenerateRequest.usualCases) - 1
    let paths = knownForm == .yaml ? (first...max(first, last)).map { path(of: "case-\($0)") } : [place]
    for path in paths {
      let file = OutputFile(path: path, text: "")
      if let fault = file.problem(.loadExists, unless: existing, isThere: isThere, mendBy: "another place with --to") {
        return [fault]
      }
    }
    return []
  }
}

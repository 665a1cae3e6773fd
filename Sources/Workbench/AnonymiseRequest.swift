import Anonymising
import Diagnostics
import Procedures
import SecretKeys
import SeededNumbers

/// How cases are to be made anonymous, and where they go.
public struct AnonymiseRequest: Sendable {
  /// By which procedure the verdicts are told that are to stay.
  public var judging = ReplayRequest()
  /// How extracts are read.
  public var extracts = ExtractRequest()
  /// The form by its word: csv, jsonl or yaml; `nil` for what the input is in.
  public var form: String?
  /// The file, or for histories the folder, to write; `nil` for standard output.
  public var place: String?
  public var existing = ConversionRequest.Existing.kept
  /// The file of the secret key; `nil` makes a new one, which is kept nowhere.
  public var key: InputFile?
  /// What becomes of dates, as typed: shift or relations.
  public var dates: String?
  /// **Unit**: weeks; by how many at most dates are moved.
  public var weeks = AnonymisingOptions().mostWeeks
  public var tries = AnonymisingOptions().mostTries
  /// How many moves, at least, leave the verdicts of a case as they were.
  public var among = AnonymisingOptions().leastMoves
  /// From how many cases on a combination is not rare.
  public var least = 5
  /// What to count combinations over, as typed; empty for what is usual.
  public var quasi: [String] = []
  /// The number from which weeks are drawn in place of what is random; for tests, for then they are no secret.
  public var seed: UInt64?
  /// The file of the report, JSON if it ends so; `nil` for messages.
  public var report: String?
  /// Gives 64 random bits that nobody can foretell.
  public var random: @Sendable () -> UInt64

  public init(random: @escaping @Sendable () -> UInt64) { self.random = random }
}

/// The forms in which anonymous cases are written.
enum AnonymousForm: String, CaseIterable {
  case csv
  case jsonl
  case yaml
}

extension AnonymiseRequest {
  /// What the words and numbers ask for.
  ///
  /// Codes: PL8602, PL8605.
  func options(_ problems: inout [Diagnostic]) -> AnonymisingOptions {
    var options = AnonymisingOptions()
    if let dates {
      if let known = AnonymisingOptions.Dates(rawValue: dates) {
        options.dates = known
      } else {
        let words = AnonymisingOptions.Dates.allCases.map(\.rawValue)
        problems.append(
          .ofCommand(
            .anonymousDatesUnknown, "\"\(dates)\" is nothing that can become of dates.", option: "--dates",
            mend: Suggestion.mend(for: dates, among: words, otherwise: "Write \(words.joined(separator: " or "))."))
        )
      }
    }
    let numbers = [
      ("--weeks", weeks, 1...2_000), ("--tries", tries, 1...4_000), ("--among", among, 1...4_000), ("--k", least, 1...1_000_000),
    ]
    for (option, number, range) in numbers where !range.contains(number) {
      problems.append(
        .ofCommand(
          .anonymousNumberUnclear, "\(number) cannot stand here.", option: option,
          mend: "Write a whole number from \(range.lowerBound) to \(range.upperBound)."))
    }
    if among > tries, problems.isEmpty {
      problems.append(
        .ofCommand(
          .anonymousNumberUnclear, "No more moves are found than are tried.", option: "--among",
          mend: "Write \(tries) or fewer, or more behind --tries."))
    }
    (options.mostWeeks, options.mostTries, options.leastMoves) = (weeks, tries, among)
    return options
  }

  /// The form that is asked for.
  ///
  /// Codes: PL8603, PL8604.
  func knownForm(otherwise usual: AnonymousForm, _ problems: inout [Diagnostic]) -> AnonymousForm {
    let words = AnonymousForm.allCases.map(\.rawValue)
    guard let known = form.map({ AnonymousForm(rawValue: $0) }) ?? usual else {
      problems.append(
        .ofCommand(
          .anonymousFormUnknown, "\"\(form ?? "")\" is no form of cases.", option: "--format",
          mend: Suggestion.mend(for: form ?? "", among: words, otherwise: "Write \(words.joined(separator: ", ")).")))
      return usual
    }
    if known == .yaml, place == nil {
      problems.append(
        .ofCommand(
          .anonymousNeedsFolder, "Histories are files, one for each case, and need a folder.", option: "--to",
          mend: "Name one with --to, or write --format csv or jsonl for a stream."))
    }
    return known
  }

  /// The key that is given, or a new one.
  ///
  /// Codes: PL8601, and those of reading a file. No message holds anything of the key.
  func pseudonymKey(_ problems: inout [Diagnostic]) -> PseudonymKey? {
    guard let key else { return PseudonymKey(random) }
    guard case .bytes(let bytes) = key.content else {
      problems += key.decoded().diagnostics
      return nil
    }
    if let read = PseudonymKey(fileContent: bytes) { return read }
    problems.append(
      Diagnostic(
        .pseudonymKeyTooShort, "A key has at least 32 bytes, or 64 hexadecimal digits.", at: .whole(key.name),
        mend: "Make one with `openssl rand -hex 32`, and keep it where only those can read it who may know the names."))
    return nil
  }

  /// What combinations are counted over.
  ///
  /// Code: PL8606.
  func quasiIdentifiers(in vocabulary: Vocabulary, _ problems: inout [Diagnostic]) -> [QuasiIdentifier] {
    guard !quasi.isEmpty else { return QuasiIdentifier.usual(in: vocabulary) }
    var found: [QuasiIdentifier] = []
    for word in quasi {
      if let identifier = QuasiIdentifier(word, in: vocabulary) {
        if !found.contains(identifier) { found.append(identifier) }
      } else {
        problems.append(
          .ofCommand(
            .quasiIdentifierUnknown, "\"\(word)\" is nothing that cases say.", option: "--quasi",
            mend: Suggestion.mend(
              for: word, among: QuasiIdentifier.words(in: vocabulary),
              otherwise: "Write children, ages, births, or an attribute or event of the vocabulary.")))
      }
    }
    return found
  }

  /// What is there already and is to be kept, or is what is read.
  ///
  /// Codes: PL6035, PL8607, PL8611.
  func placeProblems(
    _ form: AnonymousForm, inputs: [String], isThere: (String) -> Bool, isSame: (String, String) -> Bool
  ) -> [Diagnostic] {
    let paths = [form == .yaml ? nil : place, report].compactMap(\.self)
    let read = inputs + [key?.name].compactMap(\.self) + judging.fileNames + extracts.fileNames
    if paths.count == 2, isSame(paths[0], paths[1]) { return [.writtenTwice(paths[1], "--report")] }
    return paths.flatMap { path -> [Diagnostic] in
      let option = path == report ? "--report" : "--to"
      if read.contains(where: { isSame($0, path) }) {
        return [
          Diagnostic(
            .anonymousInPlaceOfInput, "This is a file that is read, and it would be written over.", at: .whole(path),
            mend: "Name another place with \(option).")
        ]
      }
      let file = OutputFile(path: path, text: "")
      return [file.problem(.anonymousExists, unless: existing, isThere: isThere, mendBy: "another place with \(option)")]
        .compactMap(\.self)
    }
  }

  /// Where the weeks of a case come from.
  ///
  /// - Parameter number: of the case, in its order.
  func random(ofCase number: Int) -> () -> UInt64 {
    guard let seed else { return random }
    var numbers = SeededNumbers(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    return { numbers.next() }
  }
}

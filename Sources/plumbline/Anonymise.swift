import ArgumentParser
import Foundation
import Workbench

/// `plumbline anonymise INPUT…`.
struct Anonymise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make cases anonymous so that the replay finds the same in them.",
    discussion: """
      Names become keyed pseudonyms, free text is dropped, and all dates of a case are moved by one secret whole number of \
      weeks, which is tried until the replay tells the same of the case. A case that no move leaves as it was is withheld and \
      listed, with its place in the input on standard error alone. Combinations of what cases still say that too few of them share are reported.

      EXAMPLES
        plumbline anonymise cases.csv --to anonymous.csv
        plumbline anonymise cases.csv --key-file secret.key --to anonymous.csv
        plumbline anonymise census.xml --format jsonl > anonymous.jsonl
        plumbline anonymise simulations --to anonymous
        plumbline anonymise cases.jsonl --dates relations --weeks 520 --tries 1040 --to anonymous.jsonl
        plumbline anonymise cases.csv --k 10 --quasi children --quasi lives_with --report rare.json --to anonymous.csv

      Exit status: 0 all cases written, 1 some withheld, 2 bad input.
      """)

  @Argument(help: "A history, a folder of histories, or an extract.")
  var input: [String]

  @Option(help: ArgumentHelp("The file to write, or the folder for histories; without it standard output.", valueName: "path"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "How to write the cases: csv, jsonl or yaml (a history for each). Without it as they came; through a mapping csv.",
      valueName: "format"))
  var format: String?

  @Flag(help: "Write over files that are already there.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      """
      The file of the secret key: at least 32 bytes, or 64 hexadecimal digits. With the same key the same names become the same \
      pseudonyms. Without it a key is made for this run and kept nowhere.
      """, valueName: "file"))
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      """
      What becomes of dates: shift moves all of a case together, relations writes them as days from one event of which alone \
      the moved date is told. Without it shift.
      """, valueName: "word"))
  var dates: String?

  @Option(help: ArgumentHelp("By how many weeks at most dates are moved, back or forward.", valueName: "number"))
  var weeks = AnonymiseRequest(random: { 0 }).weeks

  @Option(help: ArgumentHelp("How many moves are tried before a case is withheld.", valueName: "number"))
  var tries = AnonymiseRequest(random: { 0 }).tries

  @Option(
    help: ArgumentHelp(
      """
      Withhold a case unless so many moves leave it as it was, among which the one that is taken hides. More take longer.
      """, valueName: "number"))
  var among = AnonymiseRequest(random: { 0 }).among

  @Option(help: ArgumentHelp("From how many cases on a combination is not rare.", valueName: "number"))
  var k = AnonymiseRequest(random: { 0 }).least

  @Option(
    help: ArgumentHelp(
      """
      Count combinations over this: children, ages, births (months of birth), an attribute or an event of the vocabulary. May \
      be given again.
      """, valueName: "word"))
  var quasi: [String] = []

  @Option(
    help: ArgumentHelp(
      "The file for the report, JSON if its name ends in .json; without it standard error.", valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp("For tests: draw moves from this number. They are then no secret.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "The folder of a procedure, or the name of a built-in one, in place of the one the history names.",
      valueName: "path"))
  var procedure: String?

  @Option(
    help: ArgumentHelp(
      "The name or file of a profile in place of the one the history names, or none for no profile.",
      valueName: "profile"))
  var profile: String?

  @OptionGroup var extracts: ExtractOptions

  func run() throws {
    try Shell.refuse("--replace", if: replace && to == nil && report == nil, without: "--to or --report")
    let (asked, options) = (asked, Format.textOptions)
    let stream = GrowingFile(to)
    let progress = ProgressLine("Making anonymous", of: "cases")
    let answer: Answer
    if isOfExtracts {
      answer = Answer.anonymise(
        input.map(FoundFiles.extract), asked, options: options, isThere: FoundFiles.exists, isSame: FoundFiles.isSame,
        progress: { progress.show($0) }, write: stream.take)
    } else {
      if let given = extracts.given { try Shell.refuse(given, if: true, without: "an extract") }
      answer = Answer.anonymise(
        input.flatMap(FoundFiles.histories), asked, options: options, isThere: FoundFiles.exists, isSame: FoundFiles.isSame,
        progress: { progress.show($0) }, write: stream.take)
    }
    progress.end()
    guard stream.end(keeping: answer.status != .badInput) else {
      return try Shell.give(.anonymousNotWritten(to, options: options))
    }
    try Shell.give(answer)
  }

  /// Whether what is named are extracts: by the ends of their names, or by a mapping.
  private var isOfExtracts: Bool { extracts.mapping != nil || input.contains(where: ExtractInput.isExtract) }

  private var asked: AnonymiseRequest {
    var asked = AnonymiseRequest {
      var system = SystemRandomNumberGenerator()
      return system.next()
    }
    asked.judging = JudgingOptions.request(procedure: procedure, profile: profile)
    asked.extracts = extracts.request
    (asked.form, asked.place, asked.existing) = (format, to, replace ? .replaced : .kept)
    asked.key = keyFile.map(FoundFiles.file)
    (asked.dates, asked.weeks, asked.tries, asked.among) = (dates, weeks, tries, among)
    (asked.least, asked.quasi, asked.report, asked.seed) = (k, quasi, report, seed)
    return asked
  }
}

import ArgumentParser
import Workbench

/// `plumbline generate`.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make up case loads whose figures follow the published national statistics.",
    discussion: """
      The cases are about nobody. Their referrals, assessments, enquiries, conferences, plans and reviews are late, lead on \
      and last as the Department for Education's statistics of children in need say; what no statistic tells is an \
      assumption, and the file of statistics says so. --closeness counts the made-up events and tells how near they come.

      A case hangs on the seed and its number alone: the same seed, statistics and numbers give the same bytes on every \
      machine, and --from makes a load in parts.

      EXAMPLES
        plumbline generate --cases 1000 --seed 7 > load.csv
        plumbline generate --cases 1000 --seed 7 --from 1001 --to more.csv
        plumbline generate --events 1000000 --format jsonl --to load.jsonl
        plumbline generate --cases 20 --format yaml --to load
        plumbline replay load
        plumbline generate --cases 20000 --closeness
        plumbline generate --cases 20000 --closeness --format html > closeness.html
        plumbline generate --like my_statistics.yaml --cases 50

      Exit status: 0 made, 2 bad input.
      """)

  @Option(help: ArgumentHelp("How many cases; without it, and without --events, 100.", valueName: "number"))
  var cases: Int?

  @Option(help: ArgumentHelp("How many events at least, in place of a number of cases.", valueName: "number"))
  var events: Int?

  @Option(help: ArgumentHelp("The number from which all else is drawn.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The number of the first case, so that a load can be made in parts.", valueName: "number"))
  var from = 1

  @Option(
    help: ArgumentHelp(
      """
      How to write the cases: csv, jsonl (JSON Lines), or yaml (a history for each case, in a folder); without it csv. With \
      --closeness text or html.
      """, valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "The file to write, or the folder for histories; without it standard output.", valueName: "path"))
  var to: String?

  @Flag(help: "With --to, write over files that are already there.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "A file of statistics of your own; without it those of England that are built in.", valueName: "file"))
  var like: String?

  @Flag(help: "In place of the cases, tell how near they come to the statistics.")
  var closeness = false

  func run() throws {
    try Shell.refuse("--replace", if: replace && to == nil, without: "--to")
    let progress = ProgressLine("Making up", of: events == nil ? "cases" : "events")
    defer { progress.end() }
    guard !closeness else { return try tellCloseness(progress) }
    let (asked, options) = (asked, Format.textOptions)
    if let to { try Shell.refuseToWriteOver([to], option: "--to") }
    let stream = GrowingFile(to)
    let answer = Answer.generate(
      asked, options: options, isThere: FoundFiles.exists, progress: { progress.show($0, of: $1) }, write: stream.take)
    progress.end()
    guard stream.end(keeping: answer.status == .clean) else { return try Shell.give(.loadNotWritten(to, options: options)) }
    try Shell.give(answer)
  }

  private func tellCloseness(_ progress: ProgressLine) throws {
    try Shell.refuse("--to", if: to != nil, with: "--closeness", mend: "Send the page on with >, or leave out --closeness.")
    if let format, let refusal = Answer.closenessRefused(as: format, messages: Terminal.standardError.dress) {
      return try Shell.give(refusal)
    }
    let options = try (format.map(Format.init(argument:)) ?? .text).options(of: .generate)
    let answer = Answer.closeness(asked, options: options) { progress.show($0, of: $1) }
    progress.end()
    try Shell.give(answer)
  }

  private var asked: GenerateRequest {
    var asked = GenerateRequest()
    (asked.cases, asked.events, asked.seed, asked.first) = (cases, events, seed, from)
    (asked.form, asked.place, asked.existing) = (format, to, replace ? .replaced : .kept)
    asked.statistics = like.map(FoundFiles.file)
    return asked
  }
}

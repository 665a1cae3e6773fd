import ArgumentParser
import Foundation
import Workbench

/// `plumbline replay HISTORY…`.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replay case histories under a procedure and report where they left it.",
    discussion: """
      EXAMPLES
        plumbline replay simulations/theo.yaml
        plumbline replay simulations --only certain --only missed
        plumbline replay case.yaml --procedure my/procedure --profile none --as-of 2019-04-30
        plumbline replay simulations/theo.yaml --format html > theo.html
        plumbline replay simulations --pages report
        plumbline replay simulations --format csv --table clocks > clocks.csv
        plumbline replay case.yaml --format junit --fail-on certain > results.xml
        plumbline replay - --format json --fail-on certain --fail-on high < case.yaml
        plumbline replay cases.csv
        plumbline replay cases.csv --format csv --lenient > findings.csv
        plumbline replay census.xml --format jsonl > findings.jsonl
        plumbline replay part-3.csv --format csv --table brief --to findings/part-3.csv --manifest
        plumbline replay - --extract csv --format csv < cases.csv > findings.csv

      An extract of many cases (CSV, JSON Lines, XES, XML, a workbook) streams by: text is then a summary, csv and jsonl its findings.

      Exit status: 0 clean, 1 findings at or over --fail-on, 2 bad input. What is not recorded never fails.
      """)

  @Argument(help: "A history, a folder of histories, an extract, or - for standard input.")
  var history: [String]

  @OptionGroup var judging: JudgingOptions

  @OptionGroup var extracts: ExtractOptions

  @Option(help: Format.help(of: .replay))
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      """
      With --format csv, the table to print: findings, brief (for very many cases: what was found with its rule, days and \
      evidence, but without sentences and without what was not recorded), clocks (all that was \
      judged, kept or not) or states (every stay of a child in a state). Without it findings.
      """, valueName: "table"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      """
      Tell only findings of this kind, child, workflow, certainty (certain, possible) or severity (low, medium, high). May \
      be given again. Where a word may mean two things, write kind:WORD, child:WORD and so on.
      """,
      valueName: "word"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      From which findings on to exit with 1: none, possible, certain, low, medium or high. Given again, all must hold. \
      Without it any finding does.
      """, valueName: "level"))
  var failOn: [String] = []

  @Flag(help: "Name every rule under which nothing was judged, in place of a count for each workflow.")
  var allRules = false

  @Option(
    help: ArgumentHelp(
      "Write a page for each case, and index.html of all that leads to them, into this folder, in place of a report.",
      valueName: "folder"))
  var pages: String?

  @Option(
    help: ArgumentHelp("With an extract and csv or jsonl, the file to write the findings to.", valueName: "file"))
  var to: String?

  @Flag(help: "With --to, go on with a run that was broken off.")
  var resume = false

  @Flag(
    help: ArgumentHelp(
      """
      With --to, write FILE.manifest.json behind the findings, which says of what they were made. Where one is there and agrees, \
      nothing is written: the command may be given again, and twice at once.
      """))
  var manifest = false

  @Flag(help: "With --pages or --to, write over files that are already there.")
  var replace = false

  func run() throws {
    let options = try format.options(of: .replay, naming: allRules ? .named : .counted)
    try Shell.refuse("--replace", if: replace && pages == nil && to == nil, without: "--pages or --to")
    try Shell.refuse("--resume", if: resume && to == nil, without: "--to")
    try refuseWithManifest()
    let filter = FindingFilter(only: only.flatMap(Replay.words), failOn: failOn.flatMap(Replay.words), table: table)
    guard !extracts.areMeant(by: history) else { return try replayExtracts(filter, options) }
    if let given = extracts.given ?? to.map({ _ in "--to" }) { try Shell.refuse(given, if: true, without: "an extract") }
    let files = history.flatMap(FoundFiles.histories)
    let progress = ProgressLine("Replaying", files.count, of: "histories")
    let answer: Answer
    if let pages {
      let folder = PageFolder(pages, existing: replace ? .replaced : .kept, isRead: ReadFiles.contain)
      answer = Answer.replay(
        files, judging.request, filter: filter, into: folder, options: options, isThere: FoundFiles.exists,
        progress: { progress.show($0) }, write: { (try? WrittenFiles.write($0)) != nil })
    } else {
      answer = Answer.replay(files, judging.request, filter: filter, options: options) { done in progress.show(done) }
    }
    progress.end()
    try Shell.give(answer)
  }

  /// What of extracts is to be replayed, and by what.
  private struct Asked {
    let inputs: [ExtractInput]
    let extracts: ExtractRequest
    let judging: ReplayRequest
  }

  private func replayExtracts(_ filter: FindingFilter, _ options: OutputOptions) throws {
    try Shell.refuse("--pages", if: pages != nil, without: "histories")
    try Shell.refuse("--to", if: to != nil && options.format == .text, without: "--format csv or jsonl")
    // Each reads the files that it names, once.
    let asked = Asked(inputs: extracts.inputs(history), extracts: extracts.request, judging: judging.request)
    guard let to else {
      return try Shell.give(replayed(asked, filter, options, BulkOutput(write: { Shell.write($0) })))
    }
    let besides = manifest ? [to + ManifestedOutput.suffix] : ResumableFile.besides.map { WrittenFiles.place(to) + $0 }
    try Shell.refuseToWriteOver([to] + besides, option: "--to")
    guard !manifest else { return try Shell.give(replayed(asked, filter, options, underManifest: to)) }
    let file = ResumableFile(to)
    switch file.begin(isResumed: resume, isReplaced: replace) {
    case .refused(let answer): try Shell.give(answer)
    case .begun(let output):
      let answer = replayed(asked, filter, options, output)
      // A faulty extract has a report as well, of all that could be read.
      guard file.end(isWhole: answer.isWhole), !file.hasFailed else {
        return try Shell.give(.reportNotWritten(to, messages: options.messages))
      }
      try Shell.give(answer)
    }
  }

  private func refuseWithManifest() throws {
    try Shell.refuse("--manifest", if: manifest && to == nil, without: "--to")
    guard manifest else { return }
    try Shell.refuse("--resume", if: resume, with: "--manifest", mend: "Leave it out: what was broken off begins anew.")
    try Shell.refuse(
      "--manifest", if: history.contains("-"), with: "standard input",
      mend: "Name a file, which can be held against the manifest again.")
  }

  private func replayed(
    _ asked: Asked, _ filter: FindingFilter, _ options: OutputOptions, underManifest path: String
  ) -> Answer {
    let file = ManifestedFile(path)
    let progress = ProgressLine("Replaying", of: "cases")
    defer {
      progress.end()
      file.end()
    }
    return Answer.replay(
      asked.inputs, asked.extracts, asked.judging, filter: filter, options: options, progress: { progress.show($0) },
      under: file.output(isReplaced: replace))
  }

  private func replayed(
    _ asked: Asked, _ filter: FindingFilter, _ options: OutputOptions, _ output: BulkOutput
  ) -> Answer {
    let progress = ProgressLine("Replaying", of: "cases")
    defer { progress.end() }
    return Answer.replay(
      asked.inputs, asked.extracts, asked.judging, filter: filter, options: options, progress: { progress.show($0) },
      output: output)
  }

  /// Several words may stand in one, parted by commas.
  private static func words(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}

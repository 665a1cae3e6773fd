import Diagnostics
import Histories
import Procedures
import Replay
import Reporting

extension Answer {
  /// Replays histories and reports on them, in the order given.
  ///
  /// A history with a fault is told and passed by; the others are reported all the same.
  ///
  /// Codes: PL6006, PL6007, PL6031, PL6032, and those of finding and reading a procedure and a history.
  /// - Parameters:
  ///   - filter: which findings to tell and from which on the replay counts as failed, as typed.
  ///   - progress: called before each history with how many are done.
  public static func replay(
    _ histories: [InputFile], _ request: ReplayRequest, filter: FindingFilter = FindingFilter(),
    options: OutputOptions = OutputOptions(), progress: (Int) -> Void = { _ in }
  ) -> Answer {
    let bench = ReplayBench(histories, request, filter, options, progress)
    guard bench.canReport else { return bench.answer(bench.annotations) }
    let (cases, selection) = (bench.cases, bench.selection)
    let report: String
    switch options.format {
    case .json: report = JSONReport(selection: selection).render(cases)
    case .text:
      report = TextReport(style: options.output.style, selection: selection, unused: options.unused.inReports).render(cases)
    case .html:
      report = cases.count == 1 ? CasePage(cases[0], selection: selection).html : CorpusPage(selection: selection).html(cases)
    case .csv: report = bench.table.csv(cases, selection: selection)
    case .jsonLines: report = cases.map { JSONReport(selection: selection).lines(of: $0) }.joined()
    case .junit: report = ReplayJUnit(selection: selection, threshold: bench.threshold).render(cases)
    case .github:
      report = bench.annotations + GitHubAnnotations.text(of: cases, selection: selection, threshold: bench.threshold)
    case .sarif: return .unknownFormat(options.format.rawValue, of: .replay, messages: options.messages)
    }
    return bench.answer(report)
  }

  /// Replays histories and writes a page for each, and one of all that leads to them.
  ///
  /// Codes: PL6034, PL6061 to PL6063, and those of `replay`.
  /// - Parameters:
  ///   - pages: where they go.
  ///   - isThere: whether something already is at a path.
  ///   - progress: called before each history with how many are done.
  ///   - write: writes one page, and says whether it could; each is made only when it is written.
  /// - Returns: what was written; nothing is where the folder already has one of the pages and files are kept.
  public static func replay(
    _ histories: [InputFile], _ request: ReplayRequest, filter: FindingFilter = FindingFilter(), into pages: PageFolder,
    options: OutputOptions = OutputOptions(), isThere: (String) -> Bool = { _ in false }, progress: (Int) -> Void = { _ in },
    write: (OutputFile) -> Bool
  ) -> Answer {
    var bench = ReplayBench(histories, request, filter, options, progress)
    if ![.text, .html].contains(options.format) {
      bench.problems.append(
        .ofCommand(
          .pagesAreHTML, "Pages are HTML, and --format asks for \(options.format.rawValue).", option: "--pages",
          mend: "Leave out --format, or --pages."))
    }
    guard bench.canReport, !bench.problems.contains(where: { $0.code == .pagesAreHTML }) else { return bench.answer("") }
    let paths = pages.paths(of: bench.cases.map(\.history.name))
    let index = pages.path(of: "index")
    let faults = ([index] + paths).compactMap { path in
      OutputFile(path: path, text: "").problem(
        .pageExists, unless: pages.existing, isThere: isThere, mendBy: "another folder with --pages")
    }
    let read = ([index] + paths).filter(pages.isRead).map { Diagnostic.writtenIsRead($0, "--pages") }
    bench.problems += (read + faults).prefix(1)
    guard read.isEmpty, faults.isEmpty else { return bench.answer("", isBad: true) }
    for (number, reported) in bench.cases.enumerated() {
      let page = OutputFile(path: paths[number], text: CasePage(reported, selection: bench.selection).html)
      guard write(page) else { return bench.answer("", unwritten: page) }
    }
    let links = bench.cases.indices.map { PageFolder.name(inPath: paths[$0]) }
    let all = OutputFile(path: index, text: CorpusPage(selection: bench.selection, links: links).html(bench.cases))
    guard write(all) else { return bench.answer("", unwritten: all) }
    return bench.answer("wrote \(index) and \(counted(bench.cases.count, "page")) of cases beside it\n")
  }
}

/// A folder of pages.
public struct PageFolder: Sendable {
  let folder: String
  let existing: ConversionRequest.Existing
  /// Whether a path leads to a file that is read.
  let isRead: @Sendable (String) -> Bool

  public init(
    _ folder: String, existing: ConversionRequest.Existing = .kept,
    isRead: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.isRead = isRead
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.existing = existing
  }

  func path(of name: String) -> String { "\(folder)\(name).html" }

  static func name(inPath path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A path for each case by its name; cases of one name are numbered, and none takes the place of the page of all.
  func paths(of names: [String]) -> [String] {
    var taken: Set<String> = ["index"]
    return names.map { name in
      let plain = String(name.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" })
      var free = plain
      var number = 2
      while !taken.insert(free.lowercased()).inserted {
        free = "\(plain)-\(number)"
        number += 1
      }
      return path(of: free)
    }
  }
}

/// Histories as they were replayed, with what is wrong with them and with what was asked.
private struct ReplayBench {
  private(set) var cases: [ReportedCase] = []
  private(set) var selection = FindingSelection()
  let threshold: FindingThreshold
  let table: CaseTable
  var problems: [Diagnostic]
  private let hasSelection: Bool
  private let sources: [SourceText]
  private let files: [InputFile]
  private let options: OutputOptions

  init(
    _ histories: [InputFile], _ request: ReplayRequest, _ filter: FindingFilter, _ options: OutputOptions,
    _ progress: (Int) -> Void
  ) {
    files = histories
    self.options = options
    var bench = Workbench(request)
    let (threshold, thresholdProblems) = filter.threshold()
    let (table, tableProblems) = filter.table(in: options.format)
    self.threshold = threshold
    self.table = table
    let optionProblems = thresholdProblems + tableProblems
    if !(bench.diagnostics + optionProblems).hasErrors {
      for (done, file) in histories.enumerated() {
        progress(done)
        if let reported = bench.reportedCase(file) { cases.append(reported) }
      }
    }
    let (selection, selectionProblems) = filter.selection(among: cases)
    self.selection = selection
    hasSelection = selectionProblems.isEmpty
    problems = bench.diagnostics + optionProblems + selectionProblems
    sources = bench.sources
    if cases.isEmpty, problems.isEmpty {
      problems.append(
        .ofCommand(
          .nothingToRead, "There is no history among these files.", option: "replay",
          mend: "Name a file that begins with `history:`, or a folder that holds one."))
    }
  }

  var canReport: Bool { !cases.isEmpty && hasSelection }

  /// The problems as annotations, where that is the format.
  var annotations: String { problems.told(sources: sources, files: files, options).output }

  /// The answer with what it prints, and with the status that the problems and the findings come to.
  func answer(_ output: String, isBad: Bool = false) -> Answer {
    let messages = problems.told(sources: sources, files: files, options).messages
    guard canReport, !problems.hasErrors, !isBad else {
      return Answer(output: output, messages: messages, status: .badInput)
    }
    let reached = cases.contains { reported in
      reported.replay.findings.contains { selection.takes($0, of: reported.procedure) && threshold.isReached(by: $0) }
    }
    return Answer(output: output, messages: messages, status: reached ? .findings : .clean)
  }

  func answer(_ output: String, unwritten file: OutputFile) -> Answer {
    var bench = self
    bench.problems.append(file.unwritten(.pageNotWritten, option: "--pages"))
    return bench.answer(output, isBad: true)
  }
}

import CaseLoads
import Diagnostics
import Notation
import Reporting

extension Answer {
  /// Makes up cases whose figures follow those of statistics, and gives them out as they are made.
  ///
  /// No more than one case and the bytes not yet given out are held, however many are asked for.
  /// - Parameters:
  ///   - isThere: whether a file or folder of this path is there.
  ///   - progress: called now and then with how many cases or events are made, and how many are asked for.
  ///   - write: takes a part of the load, in order; false where it cannot be written, and then nothing more is made.
  ///
  /// Codes: PL6033, PL8501 to PL8525, and those of reading a file.
  public static func generate(
    _ request: GenerateRequest, options: OutputOptions = OutputOptions(), isThere: (String) -> Bool = { _ in false },
    progress: (Int, Int) -> Void = { _, _ in }, write: (GeneratedPart) -> Bool
  ) -> Answer {
    var problems = request.sizeProblems + request.formProblems
    if problems.isEmpty { problems = request.placeProblems(isThere) }
    let (load, sources) = request.load(&problems)
    guard let load, problems.isEmpty, let form = request.knownForm else { return bad(problems, sources, options) }
    var output = LoadOutput(form, of: load, request)
    let isWhole = request.forEachCase(of: load, progress: progress) { output.take($0, write) }
    guard isWhole, output.end(write) else { return loadNotWritten(request.place, options: options) }
    return Answer(output: request.place == nil ? "" : output.told, status: .clean)
  }

  /// Makes the same cases, counts what they come to, and holds that against the figures by which they were made.
  public static func closeness(
    _ request: GenerateRequest, options: OutputOptions = OutputOptions(), progress: (Int, Int) -> Void = { _, _ in }
  ) -> Answer {
    if let refusal = options.refusal(by: .generate) { return refusal }
    var problems = request.sizeProblems
    let (load, sources) = request.load(&problems)
    guard let load, problems.isEmpty else { return bad(problems, sources, options) }
    var measure = LoadMeasure(of: load)
    _ = request.forEachCase(of: load, progress: progress) { made in
      measure.add(made)
      return true
    }
    let report = ClosenessReport(measure.closeness)
    return Answer(output: options.format == .html ? report.html : report.text(style: options.output.style), status: .clean)
  }

  /// What is answered where the closeness is asked for in a form of the cases themselves; `nil` for any other word.
  ///
  /// Code: PL8522.
  public static func closenessRefused(as word: String, messages: OutputOptions.Dress = .plain) -> Answer? {
    guard CaseLoadForm(rawValue: word) != nil else { return nil }
    let problem = Diagnostic.ofCommand(
      .loadFormUnknown, "Cases are written as \(word), and how near they come is not.", option: "--format",
      mend: "Write text or html, or leave out --closeness.")
    return Answer(messages: [problem].messages(sources: [], dress: messages), status: .badInput)
  }

  /// What is answered where a load could not be written.
  ///
  /// Code: PL8524.
  public static func loadNotWritten(_ place: String?, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = OutputFile(path: place ?? "standard output", text: "").unwritten(.loadNotWritten, option: "--to")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }

  private static func bad(_ problems: [Diagnostic], _ sources: [SourceText], _ options: OutputOptions) -> Answer {
    Answer(messages: problems.messages(sources: sources, dress: options.messages), status: .badInput)
  }
}

extension GenerateRequest {
  /// The load, where its statistics can be read.
  fileprivate func load(_ problems: inout [Diagnostic]) -> (CaseLoad?, [SourceText]) {
    let (named, faults) = statistics?.decoded() ?? (CaseLoadBench.builtIn, [])
    problems += faults
    guard let source = named else { return (nil, []) }
    let (statistics, found) = CaseLoadBench.statistics(in: source)
    problems += found
    return (statistics.map { CaseLoad($0, seed: seed) }, [source])
  }

  /// Makes one case after another until there are as many as are asked for; false where one was not taken.
  fileprivate func forEachCase(of load: CaseLoad, progress: (Int, Int) -> Void, _ take: (MadeCase) -> Bool) -> Bool {
    let wanted = events ?? cases ?? GenerateRequest.usualCases
    var (number, made) = (first, 0)
    while made < wanted {
      let one = load.makeCase(number)
      guard take(one) else { return false }
      number += 1
      made += events == nil ? 1 : one.events.count
      progress(min(made, wanted), wanted)
    }
    return true
  }
}

/// A load under way to where it is written.
private struct LoadOutput {
  /// How many bytes are given out together.
  private static let portion = 1 << 16

  private let form: CaseLoadForm
  private let writer: CaseLoadWriter
  private let request: GenerateRequest
  private var bytes: [UInt8] = []
  private var cases = 0
  private var events = 0

  init(_ form: CaseLoadForm, of load: CaseLoad, _ request: GenerateRequest) {
    (self.form, self.request) = (form, request)
    writer = CaseLoadWriter(form, of: load)
    bytes.reserveCapacity(LoadOutput.portion * 2)
    bytes.append(contentsOf: writer.head.utf8)
  }

  mutating func take(_ made: MadeCase, _ write: (GeneratedPart) -> Bool) -> Bool {
    (cases, events) = (cases + 1, events + made.events.count)
    writer.write(made, to: &bytes)
    guard form == .yaml || bytes.count >= LoadOutput.portion else { return true }
    return give(as: form == .yaml ? request.path(of: made.name) : nil, write)
  }

  mutating func end(_ write: (GeneratedPart) -> Bool) -> Bool { bytes.isEmpty || give(as: nil, write) }

  private mutating func give(as path: String?, _ write: (GeneratedPart) -> Bool) -> Bool {
    defer { bytes.removeAll(keepingCapacity: true) }
    guard let path else { return write(.bytes(bytes)) }
    return write(.file(OutputFile(path: path, text: String(decoding: bytes, as: UTF8.self))))
  }

  /// What was written, in a line.
  var told: String {
    let place = form == .yaml ? "\(request.path(of: "case-\(request.first)")) and so on" : request.place ?? ""
    return "wrote \(place): \(cases) \(cases == 1 ? "case" : "cases"), \(events) events\n"
  }
}

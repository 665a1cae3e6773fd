import Anonymising
import Diagnostics
import Procedures
import Reporting
import SecretKeys

/// What is needed to make cases anonymous, what is wrong with that, and what came of it.
struct AnonymiseBench {
  private let request: AnonymiseRequest
  private let output: OutputOptions
  private let isThere: (String) -> Bool
  private let write: (GeneratedPart) -> Bool
  /// How many rare combinations are told where no file is named for the report.
  private static let mostCombinations = 12
  let options: AnonymisingOptions
  private let key: PseudonymKey?
  /// Faults that let nothing be done.
  private var refusals: [Diagnostic] = []
  /// Faults of what is read, without which the rest is done.
  var problems: [Diagnostic] = []
  private var sources: [SourceText] = []

  init(
    _ request: AnonymiseRequest, _ output: OutputOptions, _ isThere: @escaping (String) -> Bool,
    _ write: @escaping (GeneratedPart) -> Bool
  ) {
    (self.request, self.output, self.isThere, self.write) = (request, output, isThere, write)
    var refusals: [Diagnostic] = []
    options = request.options(&refusals)
    key = request.pseudonymKey(&refusals)
    self.refusals = refusals
  }

  /// The form, with whatever is wrong with where it is to be written.
  mutating func form(otherwise usual: AnonymousForm, inputs: [String], _ isSame: (String, String) -> Bool) -> AnonymousForm {
    let form = request.knownForm(otherwise: usual, &refusals)
    refusals += request.placeProblems(form, inputs: inputs, isThere: isThere, isSame: isSame)
    return form
  }

  mutating func take(_ found: [Diagnostic], _ texts: [SourceText]) {
    problems += found
    sources += texts
  }

  /// Whether nothing was asked for that lets nothing be done.
  var canGoOn: Bool { !refusals.hasErrors }

  struct Setting {
    let pseudonyms: Pseudonyms
    let combinations: CombinationCounts
  }

  /// The pseudonyms and what is counted; `nil` where something is wrong with what was asked for.
  mutating func setting(_ procedure: Procedure) -> Setting? {
    let identifiers = request.quasiIdentifiers(in: procedure.vocabulary, &refusals)
    guard canGoOn, let key else { return nil }
    return Setting(
      pseudonyms: Pseudonyms { key.digest($0) }, combinations: CombinationCounts(of: identifiers, atLeast: request.least))
  }

  // MARK: - Answers

  var refusal: Answer {
    Answer(messages: (refusals + problems).messages(sources: sources, dress: output.messages), status: .badInput)
  }

  /// - Parameter reading: what came of reading extracts.
  func answer(_ made: AnonymousOutput, _ reading: BulkOutcome? = nil) -> Answer {
    var told = problems + (reading?.faults ?? []) + made.faults
    let untold = (reading.map { $0.faultCount - $0.faults.count } ?? 0) + made.faultCount - made.faults.count
    // A file may be given on together with the cases; only messages tell where a case stood.
    let report = AnonymisingReport(
      made.tally, options, isKeyGiven: request.key != nil, isSeeded: request.seed != nil,
      withheldAt: request.report == nil ? made.withheldAt : [])
    var end = ""
    let isNothing = made.tally.written == 0 && made.tally.withheld.isEmpty
    if isNothing {
      end = told.isEmpty ? "There is no case to make anonymous.\n" : ""
    } else if let path = request.report {
      let text = path.hasSuffix(".json") ? report.json : report.text(style: .plain)
      let file = OutputFile(path: path, text: text)
      if !write(.file(file)) { told.append(file.unwritten(.anonymousNotWritten, option: "--report")) }
      end = zip(made.tally.withheld, made.withheldAt).map { "withheld: \($0), \($1.file):\($1.line)\n" }.joined()
    } else {
      end = report.text(style: output.messages == .colour ? .colour : .plain, most: AnonymiseBench.mostCombinations)
    }
    let isStrict = request.extracts.strictness == .strict
    let isBad = told.hasErrors && (reading == nil || isStrict || (reading?.isBrokenOff ?? false) || made.faultCount > 0)
    var messages = told.messages(sources: sources, dress: output.messages)
    if untold > 0 { messages += "\(untold) more are not told one by one.\n" }
    messages += (reading?.passedOver ?? []).map { "not read: \($0)\n" }.joined()
    if !messages.isEmpty, !end.isEmpty { messages += "\n" }
    return Answer(
      messages: messages + end, status: isBad ? .badInput : made.tally.withheld.isEmpty ? .clean : .findings)
  }
}

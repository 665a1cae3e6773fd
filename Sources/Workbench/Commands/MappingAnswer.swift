import Diagnostics
import Extracts
import Notation
import Procedures
import Reporting

/// What a mapping is to be begun from.
public struct MappingRequest: Sendable {
  /// The field that names the case, the event, and its day; `nil` is that of an event log.
  public var caseField: String?
  public var event: String?
  public var when: String?
  public var encoding: String?

  public init() {}
}

extension Answer {
  /// Begins a mapping of an extract with a record for each event: every word for an event, with how often it stands there.
  ///
  /// A word that is the name of an event already is mapped to it; every other to `unknown`, so that the mapping reads the
  /// extract as it is and can be filled in word by word.
  ///
  /// Codes: PL6006, PL8105, and those of reading an extract.
  public static func beginMapping(
    of input: ExtractInput, _ request: MappingRequest, options: OutputOptions = OutputOptions()
  ) -> Answer {
    var extracts = ExtractRequest()
    extracts.encoding = request.encoding
    var (encoding, problems) = extracts.textEncoding()
    let isLog = input.format == .xes
    let hasEventsAsRecords = isLog || input.format == .csv || input.format == .jsonLines
    if !hasEventsAsRecords {
      problems.append(
        .ofCommand(
          .mappingNotBegun, "A mapping is begun from an event log, a CSV or JSON Lines with a record for each event.",
          option: "mapping",
          mend:
            "Copy one of the built-in mappings in place of it: they are in workflows/extracts. --mapping tells what one reads."
        ))
    }
    for (option, field) in [("--case", request.caseField), ("--event", request.event), ("--when", request.when)]
    where field == nil && !isLog && hasEventsAsRecords {
      problems.append(
        .ofCommand(
          .mappingNotBegun, "It is not known which column that is.", option: option,
          mend: "Write \(option) COLUMN, with the name in the first row."))
    }
    guard !problems.hasErrors else {
      return Answer(messages: problems.messages(sources: [], dress: options.messages), status: .badInput)
    }
    encoding = encoding ?? .utf8
    let fields = MappingBeginning.Fields(
      case: request.caseField ?? "concept:name", event: request.event ?? "concept:name", when: request.when ?? "time:timestamp")
    let beginning = MappingBeginning(of: input, fields, encoding ?? .utf8)
    problems += beginning.faults
    return Answer(
      output: beginning.isBrokenOff ? "" : beginning.text, messages: problems.messages(sources: [], dress: options.messages),
      status: problems.hasErrors ? .badInput : .clean)
  }
}

extension Answer {
  /// Tells what a mapping reads of extracts: which events come of them, what it asks for in vain, and what it passes over.
  ///
  /// Codes: PL8102, and those of reading extracts and mappings.
  public static func useOfMapping(
    of inputs: [ExtractInput], _ extracts: ExtractRequest, _ request: ReplayRequest, options: OutputOptions = OutputOptions()
  ) -> Answer {
    var bench = ExtractBench(inputs, extracts, request, FindingFilter(), OutputOptions(messages: options.messages))
    guard let replay = bench.replay(), let mapping = replay.reader.mapping else { return bench.refusal }
    var use = MappingUse(of: mapping)
    var events: [String: Int] = [:]
    var outcome = BulkOutcome(replay.reader.procedure)
    replay.steps.read(inputs) { step in
      switch step {
      case .fault(let fault): outcome.tell(fault)
      case .brokenOff(let fault): outcome.breakOff(fault)
      case .gathered(let extracted):
        use.add(extracted)
        let reading = replay.reader.read(extracted)
        for fault in reading.faults { outcome.tell(fault) }
        for event in reading.tree?["events"]?.list ?? [] { events[event["event"]?.scalar ?? "", default: 0] += 1 }
      }
      return true
    }
    let told = bench.answer(outcome, nil, of: replay)
    return Answer(
      output: MappingUseReport(use, events, mapping).text(style: options.output.style), messages: told.messages,
      status: told.status)
  }
}

extension MappingUseReport {
  fileprivate init(_ use: MappingUse, _ events: [String: Int], _ mapping: Mapping) {
    func name(_ asked: MappingUse.Asked) -> String {
      "\(asked.names.joined(separator: ", ")) (\(asked.place.line):\(asked.place.column))"
    }
    let named = mapping.records.flatMap(\.events).flatMap { event -> [String] in
      switch event.event {
      case .stated(let node): [node.scalar].compactMap(\.self)
      case .taken(_, let words): (words ?? [:]).values.compactMap(\.scalar).filter { $0 != ValueMapping.unknown }
      }
    }
    let all = Set(named).union(events.keys).sorted()
    self.init(
      "What \(mapping.name) reads", counts: [("Cases", use.caseCount), ("Records", use.recordCount)],
      [
        Section("Events", otherwise: "None.", all.map { Line($0, events[$0] ?? 0) }),
        Section(
          "What the mapping asks for and no record says anything in, with its line and column in the mapping",
          otherwise: "Nothing.",
          use.missing.map { Line(name($0), nil, $0.nearest.map { "Did you mean `\($0)`?" } ?? "") }),
        Section("What the mapping does not ask for", otherwise: "Nothing.", use.unread.map { Line($0.path, $0.count) }),
        Section(
          "Words that say nothing", otherwise: "None.",
          use.words.map { word in
            Line("\(word.path): \(word.text)", word.count, word.isMapped ? "unknown" : "not among the words of the mapping")
          }),
      ])
  }
}

/// A mapping under way, with the words that were found.
private final class MappingBeginning {
  struct Fields {
    let `case`: String
    let event: String
    let when: String
  }

  /// So many different words at most are told: beyond that the field is none that names events.
  private static let mostWords = 1000

  private let input: ExtractInput
  private let fields: Fields
  private let encoding: TextEncoding
  private var words: [String: Int] = [:]
  private var (cases, records, dated) = (0, 0, 0)
  private(set) var faults: [Diagnostic] = []
  private(set) var isBrokenOff = false

  init(of input: ExtractInput, _ fields: Fields, _ encoding: TextEncoding) {
    (self.input, self.fields, self.encoding) = (input, fields, encoding)
    let steps = ExtractSteps(
      mapping: nil, encoding: encoding, attributes: [], fields: [fields.case, fields.event, fields.when])
    steps.read([input]) { [self] step in
      take(step)
      return words.count <= MappingBeginning.mostWords
    }
    if words.count > MappingBeginning.mostWords {
      isBrokenOff = true
      faults = [
        .ofCommand(
          .mappingNotBegun, "The field holds more than \(MappingBeginning.mostWords) different words, so it names no events.",
          option: "--event", mend: "Name the field that does.")
      ]
    }
  }

  private func take(_ step: ExtractStep) {
    switch step {
    case .fault(let fault): if faults.count < BulkOutcome.mostFaults { faults.append(fault) }
    case .brokenOff(let fault):
      isBrokenOff = true
      faults.append(fault)
    case .gathered(let extracted):
      cases += 1
      for record in input.format == .xes ? extracted.records.flatMap(\.records) : extracted.records { take(record) }
    }
  }

  private func take(_ record: ExtractRecord) {
    records += 1
    for field in record.fields where field.name == fields.event { words[field.text, default: 0] += 1 }
    if record.fields.contains(where: { $0.name == fields.when && !$0.text.isEmpty }) { dated += 1 }
  }

  /// The mapping as a file.
  var text: String {
    let format = input.format == .xes ? "xes" : input.format == .jsonLines ? "json lines" : "csv"
    let name = SourceText(name: input.name, text: "").nameWithoutEnding.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    let begin = name.first?.isLetter ?? false ? "" : "extract_"
    let vocabulary = BuiltInProcedure.named("england")?.vocabulary
    let lines = words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { word, count in
      let own = String(word.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
      let event = vocabulary?.event(named: own) == nil ? ValueMapping.unknown : own
      return "            \(YAMLText.quoted(word)): \(event) # \(counted(count, "time"))\n"
    }
    return """
      # Begun from \(counted(records, "record")) of \(counted(cases, "case")), \(dated) with a day. Put an event of the vocabulary in \
      place of each
      # `unknown` that is one, and see the guide to extracts and their mappings for attributes and for what is complete.
      mapping: \(begin + String(name))
      reads: \(format)
      \(encoding == .utf8 ? "" : "encoding: \(encoding.rawValue)\n")procedure: england
      dates: [yyyy-mm-dd, dd/mm/yyyy]
      case: \(YAMLText.quoted(fields.case))
      records:
        - \(input.format == .xes ? "from: event\n    " : "")events:
            - event:
                field: \(YAMLText.quoted(fields.event))
                words:
      \(lines.joined())        when: \(YAMLText.quoted(fields.when))

      """
  }
}

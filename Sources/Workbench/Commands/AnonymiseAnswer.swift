import Anonymising
import Diagnostics
import Extracts
import Histories
import Procedures
import Reporting

extension Answer {
  /// Makes histories anonymous, each with the procedure that it names.
  ///
  /// A history with a fault is told and passed by.
  ///
  /// Codes: PL8601 to PL8611, and those of finding and reading a procedure and a history.
  /// - Parameters:
  ///   - isThere: whether a file or folder of this path is there.
  ///   - isSame: whether two paths lead to one file.
  ///   - progress: called with how many are done.
  ///   - write: takes what is written, in order; false where it cannot be written, and then nothing more is read.
  public static func anonymise(
    _ histories: [InputFile], _ request: AnonymiseRequest, options: OutputOptions = OutputOptions(),
    isThere: @escaping (String) -> Bool = { _ in false }, isSame: (String, String) -> Bool = { $0 == $1 },
    progress: (Int) -> Void = { _ in }, write: @escaping (GeneratedPart) -> Bool
  ) -> Answer {
    var bench = AnonymiseBench(request, options, isThere, write)
    let form = bench.form(otherwise: .yaml, inputs: histories.map(\.name), isSame)
    var judging = Workbench(request.judging)
    var read: [(subject: AnonymousSubject, key: ProcedureShelf.Key, procedure: Procedure)] = []
    for file in histories where bench.canGoOn {
      guard let tree = judging.historyTree(file), let (found, procedure) = judging.findProcedure(for: tree) else { continue }
      let (history, problems) = HistoryReader.read(tree, procedure: procedure)
      bench.problems += problems.map(\.withoutWordsOfTheRecord)
      if let history { read.append((AnonymousSubject(tree, history), found.key, procedure)) }
    }
    // No line of a history is shown, for it may hold a name.
    let names = Set(histories.map(\.name))
    bench.take(judging.diagnostics, judging.sources.filter { !names.contains($0.name) })
    if read.isEmpty, bench.canGoOn, !bench.problems.hasErrors { bench.problems.append(.nothingToAnonymise) }
    guard bench.canGoOn, let first = read.first, let setting = bench.setting(first.procedure) else { return bench.refusal }
    let attributes = Set(read.flatMap(\.procedure.vocabulary.attributeNames)).sorted()
    let writer = AnonymousWriter(form, attributes: attributes)
    let output = AnonymousOutput(writer, setting.combinations, request, isThere: isThere, write: write)
    var makers: [ProcedureShelf.Key: AnonymousMaker] = [:]
    for (number, next) in read.enumerated() where !output.isStopped {
      let maker =
        makers[next.key]
        ?? AnonymousMaker(CaseAnonymiser(next.procedure, setting.pseudonyms, bench.options), writer, setting.combinations)
      makers[next.key] = maker
      output.take(maker.make(next.subject, request.random(ofCase: number)), at: next.subject.place)
      progress(number + 1)
    }
    output.end()
    return bench.answer(output)
  }

  /// Makes the cases of extracts anonymous as they stream by.
  ///
  /// **Memory:** what is kept does not grow with the number of cases, but for eight bytes of each pseudonym, by which two cases
  /// of one are known, the pseudonyms of cases that are withheld, and the number of each combination.
  ///
  /// Codes: PL8601 to PL8611, and those of reading extracts, mappings and histories.
  public static func anonymise(
    _ inputs: [ExtractInput], _ request: AnonymiseRequest, options: OutputOptions = OutputOptions(),
    isThere: @escaping (String) -> Bool = { _ in false }, isSame: (String, String) -> Bool = { $0 == $1 },
    progress: @escaping (Int) -> Void = { _ in }, write: @escaping (GeneratedPart) -> Bool
  ) -> Answer {
    var bench = AnonymiseBench(request, options, isThere, write)
    var extracts = ExtractSetting(inputs, request.extracts)
    extracts.readOptions()
    bench.take(extracts.problems, extracts.sources)
    let isLines = extracts.mapping == nil && inputs.contains { $0.format == .jsonLines }
    let form = bench.form(otherwise: isLines ? .jsonl : .csv, inputs: inputs.map(\.name), isSame)
    guard bench.canGoOn, !bench.problems.hasErrors else { return bench.refusal }
    var judging = Workbench(request.judging)
    let found = judging.findProcedure(for: extracts.probe)
    bench.take(judging.diagnostics, judging.sources)
    guard !bench.problems.hasErrors, let (shelved, procedure) = found, let setting = bench.setting(procedure) else {
      return bench.refusal
    }
    let steps = extracts.steps(under: procedure)
    let writer = AnonymousWriter(form, attributes: steps.attributeColumns(of: inputs, under: procedure))
    let output = AnonymousOutput(writer, setting.combinations, request, isThere: isThere, write: write)
    let anonymising = BulkAnonymising(
      reader: ExtractedCaseReader(procedure, mapping: extracts.mapping, request.extracts.strictness), steps: steps,
      procedureName: shelved.key.procedure, pseudonyms: setting.pseudonyms, options: bench.options, writer: writer,
      combinations: setting.combinations, request: request)
    return bench.answer(output, anonymising.run(inputs, into: output, progress: progress))
  }
}

extension Answer {
  /// What is answered where anonymous cases could not be put where they were to be.
  ///
  /// Code: PL8608.
  public static func anonymousNotWritten(_ place: String?, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = OutputFile(path: place ?? "standard output", text: "").unwritten(.anonymousNotWritten, option: "--to")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

extension Diagnostic {
  fileprivate static let nothingToAnonymise = Diagnostic.ofCommand(
    .nothingToRead, "There is no history among these files.", option: "anonymise",
    mend: "Name a file that begins with `history:`, a folder that holds one, or an extract.")
}

extension ExtractSteps {
  /// The attributes that cases of these extracts may state: those of the mapping, those of the first rows, or all.
  fileprivate func attributeColumns(of inputs: [ExtractInput], under procedure: Procedure) -> [String] {
    let all = procedure.vocabulary.attributeNames
    if let mapping {
      let stated = Set(mapping.records.flatMap(\.events).flatMap { $0.attributes.map(\.name) })
      return all.filter(stated.contains)
    }
    guard inputs.allSatisfy({ isInBulkForm($0) }) else { return all }
    var names: Set<String> = []
    for input in inputs {
      let goesOn: (ExtractStep) -> Bool = { _ in true }
      open(input, goesOn) { source in names.formUnion(table(input).header(source, goesOn)?.0.names ?? []) }
    }
    return all.filter(names.contains)
  }
}

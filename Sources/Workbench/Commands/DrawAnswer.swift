import Conditions
import Diagnostics
import Exploration
import Histories
import Notation
import Procedures
import Reporting

extension Answer {
  /// Draws workflows and cases.
  ///
  /// - Parameters:
  ///   - isThere: whether something already is at a path.
  ///   - progress: called with how many workflows were drawn, and of how many.
  /// - Returns: what to print, and the files to write by the paths they go to; none where something is wrong.
  ///
  /// Codes: PL6051 to PL6055, and those of finding and reading what is drawn.
  public static func draw(
    _ asked: DrawingRequest, _ request: ReplayRequest, options: OutputOptions = OutputOptions(),
    isThere: (String) -> Bool = { _ in false }, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> (answer: Answer, files: [OutputFile]) {
    var bench = DrawingBench(asked, request)
    let drawings = bench.drawings(progress)
    let files = bench.placed(drawings, isThere: isThere)
    let messages = bench.diagnostics.messages(sources: bench.sources, dress: options.messages)
    guard !bench.diagnostics.hasErrors else { return (Answer(messages: messages, status: .badInput), []) }
    let output = asked.output == nil ? drawings.first?.text ?? "" : files.map { "wrote \($0.path)\n" }.joined()
    return (Answer(output: output, messages: messages, status: .clean), files)
  }

  /// What is answered where a drawing could not be written.
  ///
  /// Code: PL6056.
  public static func drawingNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.drawnNotWritten, option: "--output")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

/// Drawings in the making.
private struct DrawingBench {
  struct Drawing {
    let name: String
    let text: String
  }

  /// What is found where something is to be drawn.
  private enum Subject {
    case workflow(WorkflowIndex, Procedure)
    case history(InputFile)
  }

  let asked: DrawingRequest
  let request: ReplayRequest
  private(set) var sources: [SourceText] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ asked: DrawingRequest, _ request: ReplayRequest) {
    self.asked = asked
    self.request = request
  }

  private var format: DrawingRequest.Format { asked.format ?? asked.output.flatMap(DrawingRequest.Format.init(ofFile:)) ?? .svg }

  /// The ending of a file of another kind that the output names, such as a photograph's.
  private var unknownEnding: String? {
    guard let output = asked.output, DrawingRequest.Format(ofFile: output) == nil, !output.hasSuffix("/"),
      let name = output.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex
    else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.count <= 4 && !ending.isEmpty && ending.allSatisfy(\.isLetter) ? String(ending) : nil
  }

  mutating func drawings(_ progress: (_ done: Int, _ total: Int) -> Void) -> [Drawing] {
    if let unknownEnding {
      diagnostics.append(
        .ofCommand(
          .drawnFormatUnfit, "Nothing can be drawn as .\(unknownEnding).", option: "--output",
          mend: "End the name of a file in .svg, .mmd, .dot or .bpmn, and that of a folder in /."))
      return []
    }
    let subjects = subjects()
    guard !diagnostics.hasErrors else { return [] }
    if subjects.count > 1, asked.output.map({ DrawingRequest.Format(ofFile: $0) != nil }) ?? true {
      diagnostics.append(
        .ofCommand(
          .drawnNeedsFolder, "\(subjects.count) drawings are asked for, and one goes to a file or to standard output.",
          option: "--output", mend: "Name a folder for them, or one thing to draw."))
      return []
    }
    return subjects.enumerated().compactMap { number, subject in
      progress(number, subjects.count)
      return drawing(of: subject)
    }
  }

  private mutating func drawing(of subject: Subject) -> Drawing? {
    switch subject {
    case .workflow(let index, let procedure):
      let drawn = DrawnWorkflow(index, of: procedure, holes: Explorer(procedure).driftHoles(of: index))
      let text =
        switch format {
        case .svg: StatechartPicture(drawn).svg
        case .mermaid: MermaidText(drawn).text
        case .dot: DOTText(drawn).text
        case .bpmn: BPMNText(drawn).text
        }
      return Drawing(name: procedure.workflows[index].name, text: text)
    case .history(let file): return timeline(file)
    }
  }

  private mutating func timeline(_ file: InputFile) -> Drawing? {
    guard format == .svg else {
      diagnostics.append(
        .ofCommand(
          .drawnFormatUnfit, "A case cannot be drawn as \(format.rawValue).", option: "--format",
          mend: "Write --format svg, or leave it out."))
      return nil
    }
    var bench = Workbench(request)
    let reported = bench.reportedCase(file)
    diagnostics += bench.diagnostics
    sources += bench.sources
    return reported.map { Drawing(name: $0.history.name, text: CasePicture($0).svg) }
  }
}

// MARK: - What is drawn

extension DrawingBench {
  private mutating func subjects() -> [Subject] {
    let names = asked.subjects.compactMap { if case .workflow(let name) = $0 { name } else { nil } }
    let fromNames = asked.subjects.isEmpty || !names.isEmpty ? workflows(named: names) : []
    return fromNames
      + asked.subjects.flatMap { subject -> [Subject] in
        if case .file(let file, let besides) = subject { self.subjects(in: file, besides) } else { [] }
      }
  }

  /// Workflows of the procedure that is asked for; all of it where none is named.
  private mutating func workflows(named names: [String]) -> [Subject] {
    guard let procedure = procedure(request.naming("england")) else { return [] }
    let known = procedure.workflows.map(\.name)
    for name in names where !known.contains(name) {
      diagnostics.append(
        .ofCommand(
          .unknownDrawnWorkflow, "There is no file and no workflow \"\(name)\".", option: "draw",
          mend: Suggestion.mend(for: name, among: known, otherwise: "Known: \(known.sorted().joined(separator: ", "))."))
      )
    }
    return known.indices.filter { names.isEmpty || names.contains(known[$0]) }.map { .workflow($0, procedure) }
  }

  private mutating func procedure(_ request: ReplayRequest) -> Procedure? {
    var shelf = ProcedureShelf(request)
    let found = shelf.procedure(for: PlacedNode(.nothing, at: .whole("draw")))
    diagnostics += shelf.diagnostics + found.diagnostics
    sources += shelf.sources + found.sources
    return found.procedure
  }

  private mutating func subjects(in file: InputFile, _ besides: [InputFile]) -> [Subject] {
    let (source, faults) = file.decoded()
    guard let source else {
      diagnostics += faults
      return []
    }
    if source.looksLikeXML { return fromSCXML(source) }
    let (node, problems) = YAMLReader.read(source)
    guard node != nil || source.isOfNoKind(problems) else {
      sources.append(source)
      diagnostics += problems
      return []
    }
    switch node?.entries?.first.flatMap({ FileKind(rawValue: $0.key) }) {
    case .history: return [.history(file)]
    case .workflow: return fromYAML(file, besides)
    default:
      tellNothingToDraw(source)
      return []
    }
  }

  private mutating func tellNothingToDraw(_ source: SourceText) {
    let seeming = source.seemingKind.map { ", but \($0)" } ?? ""
    let meant = workflow(meantBy: source).map { "Did you mean the workflow \($0)? " } ?? ""
    diagnostics.append(
      Diagnostic(
        .drawnIsNothing, "This is no workflow, no SCXML file and no history\(seeming).", at: .whole(source.name),
        mend: meant
          + "Name a file that begins with `workflow:`, `history:` or `<scxml>`, or a workflow by its name; "
          + "the file to draw to stands behind --output."))
  }

  /// The workflow that is called as the file is, or nearly so.
  private func workflow(meantBy source: SourceText) -> String? {
    var shelf = ProcedureShelf(request.naming("england"))
    let known = shelf.procedure(for: PlacedNode(.nothing, at: .whole("draw"))).procedure?.workflows.map(\.name) ?? []
    let name = source.nameWithoutEnding
    return known.contains(name) ? name : Suggestion.nearest(to: name, among: known)
  }

  private mutating func fromYAML(_ file: InputFile, _ besides: [InputFile]) -> [Subject] {
    var request = request
    if case .asTheHistorySays = request.procedure { request.procedure = .files([file] + besides.filter { $0.name != file.name }) }
    guard let procedure = procedure(request) else { return [] }
    return procedure.workflows.indices.filter { procedure.workflows[$0].place.file == file.name }.map { .workflow($0, procedure) }
  }

  private mutating func fromSCXML(_ source: SourceText) -> [Subject] {
    sources.append(source)
    let (workflow, problems) = SCXMLReader.read(source)
    diagnostics += problems
    guard let workflow else { return [] }
    let (files, faults) = WorkflowConverter.files(of: workflow, readFrom: source)
    diagnostics += faults
    guard !faults.hasErrors else { return [] }
    let texts = files.map { SourceText(name: $0.name, text: $0.text) }
    let (procedure, unread) = ProcedureReader.read(texts)
    diagnostics += unread.filter { $0.severity == .error }
    sources += texts
    return procedure.map { read in read.workflows.indices.map { .workflow($0, read) } } ?? []
  }
}

// MARK: - Where it goes

extension DrawingBench {
  mutating func placed(_ drawings: [Drawing], isThere: (String) -> Bool) -> [OutputFile] {
    guard let output = asked.output else { return [] }
    let isFile = DrawingRequest.Format(ofFile: output) != nil
    let folder = output.hasSuffix("/") ? output : output + "/"
    let files = drawings.map { drawing in
      OutputFile(path: isFile ? output : "\(folder)\(drawing.name).\(format.ending)", text: drawing.text)
    }
    diagnostics += files.compactMap {
      $0.problem(.drawnExists, unless: asked.existing, isThere: isThere, mendBy: "another place with --output")
    }
    return files
  }
}

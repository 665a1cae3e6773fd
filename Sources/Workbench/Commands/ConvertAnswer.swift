import Diagnostics
import Notation
import Procedures

extension Answer {
  /// Converts a workflow between the workflow language and SCXML.
  ///
  /// - Parameter isThere: whether something already is at a path.
  /// - Returns: what to print, and the files to write by the paths they go to; none where something is wrong.
  ///
  /// Codes: PL6002, PL9401 to PL9406, PL9408, and those of reading and converting.
  public static func convert(
    _ request: ConversionRequest, options: OutputOptions = OutputOptions(), isThere: (String) -> Bool = { _ in false }
  ) -> (answer: Answer, files: [OutputFile]) {
    var conversion = Conversion(request)
    let converted = conversion.converted()
    let files = converted.isEmpty ? [] : conversion.placed(converted, isThere: isThere)
    let messages = conversion.diagnostics.messages(sources: conversion.sources, dress: options.messages)
    guard !conversion.diagnostics.hasErrors else { return (Answer(messages: messages, status: .badInput), []) }
    guard request.output == nil else {
      let told = files.map { "wrote \($0.path)\n" }.joined()
      return (Answer(output: told, messages: messages, status: .clean), files)
    }
    return (Answer(output: converted.first?.text ?? "", messages: messages, status: .clean), [])
  }
}

extension Answer {
  /// What is answered where a file could not be written.
  ///
  /// - Parameter written: the files that were, before it.
  ///
  /// Code: PL9407.
  public static func notWritten(
    _ file: OutputFile, after written: [OutputFile], _ converted: Answer, options: OutputOptions = OutputOptions()
  ) -> Answer {
    let fault = file.unwritten(.convertedNotWritten, option: "--output")
    return Answer(
      output: written.map { "wrote \($0.path)\n" }.joined(),
      messages: converted.messages + [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

/// A conversion under way.
private struct Conversion {
  let request: ConversionRequest
  private(set) var sources: [SourceText] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ request: ConversionRequest) { self.request = request }

  /// The files it gives, the workflow first; none where something is wrong.
  mutating func converted() -> [ConvertedFile] {
    switch request.input {
    case .workflow(let name): return fromBuiltIn(name)
    case .file(let file, let besides):
      let (source, problems) = file.decoded()
      diagnostics += problems
      guard let source else { return [] }
      sources.append(source)
      return source.looksLikeXML ? fromSCXML(source) : fromYAML(source, besides)
    }
  }

  // MARK: - From each language

  private mutating func fromBuiltIn(_ name: String) -> [ConvertedFile] {
    let (profile, isFound) = profile(among: [.embedded])
    guard isFound else { return [] }
    let read = WorkflowLibrary.embedded.procedures.map { ProcedureReader.read($0.documents, profile: profile) }
    let procedures = read.compactMap(\.procedure)
    guard !procedures.isEmpty else {
      diagnostics += read.flatMap(\.diagnostics)
      return []
    }
    for procedure in procedures {
      if let workflow = procedure.workflows.first(where: { $0.name == name }) { return write(workflow, of: procedure) }
    }
    let known = procedures.flatMap { $0.workflows.map(\.name) }
    diagnostics.append(
      .ofCommand(
        .convertedWorkflowUnknown, "There is no file and no built-in workflow \"\(name)\".", option: "convert",
        mend: Suggestion.mend(for: name, among: known, otherwise: "Built in: \(known.sorted().joined(separator: ", ")).")))
    return []
  }

  private mutating func fromYAML(_ source: SourceText, _ besides: [InputFile]) -> [ConvertedFile] {
    let (node, faults) = YAMLReader.read(source)
    guard !source.isOfNoKind(faults) else { return tellNoWorkflow(source) }
    diagnostics += faults
    guard let node else { return [] }
    guard node.entries?.first?.key == FileKind.workflow.rawValue else { return tellNoWorkflow(source) }
    let others = besides.filter { $0.name != source.name }.map { $0.decoded() }
    let library = WorkflowLibrary(files: [source] + others.compactMap(\.source))
    guard let folder = library.procedures.first(where: { $0.files.contains { $0.name == source.name } }), folder.name != nil
    else { return tellNoProcedure(source, others.flatMap(\.diagnostics)) }
    let (profile, isFound) = profile(among: [library, .embedded])
    guard isFound else { return [] }
    let (procedure, problems) = ProcedureReader.read(folder.documents, profile: profile)
    diagnostics += problems
    sources += folder.files.filter { $0.name != source.name }
    guard let procedure else {
      diagnostics += others.flatMap(\.diagnostics)
      return []
    }
    return procedure.workflows.first { $0.place.file == source.name }.map { write($0, of: procedure) } ?? tellNoWorkflow(source)
  }

  /// The profile that is asked for, if any, and whether it is there.
  private mutating func profile(among libraries: [WorkflowLibrary]) -> (SourceText?, isFound: Bool) {
    let (profile, problem) = WorkflowLibrary.profile(request.profile, among: libraries)
    if let profile { sources.append(profile) }
    if let problem { diagnostics.append(problem) }
    return (profile, problem == nil)
  }

  private mutating func tellNoProcedure(_ source: SourceText, _ faults: [Diagnostic]) -> [ConvertedFile] {
    diagnostics += faults
    diagnostics.append(
      Diagnostic(
        .convertedWithoutProcedure, "A workflow is read with the procedure it is a part of, and none lies beside it.",
        at: .whole(source.name), mend: "Name it in the folder of its procedure, or name a workflow that is built in."))
    return []
  }

  private mutating func tellNoWorkflow(_ source: SourceText) -> [ConvertedFile] {
    diagnostics.append(
      Diagnostic(
        .convertedIsNoWorkflow, "This is no workflow and no SCXML file\(source.seemingKind.map { ", but \($0)" } ?? "").",
        at: .whole(source.name),
        mend: "Name a file that begins with `workflow:` or `<scxml>`."))
    return []
  }

  private mutating func write(_ workflow: Workflow, of procedure: Procedure) -> [ConvertedFile] {
    guard request.language != .yaml else { return tellSame("the workflow language", "scxml") }
    let (text, losses) = SCXMLWriter.write(workflow, in: procedure)
    diagnostics += losses
    return [ConvertedFile(name: "\(workflow.name).scxml", text: text)]
  }

  private mutating func fromSCXML(_ source: SourceText) -> [ConvertedFile] {
    guard request.language != .scxml else { return tellSame("SCXML", "yaml") }
    if case .withoutProfile = request.profile {} else { tellProfileUnneeded() }
    let (workflow, problems) = SCXMLReader.read(source)
    diagnostics += problems
    guard let workflow else { return [] }
    let (files, faults) = WorkflowConverter.files(of: workflow, readFrom: source)
    diagnostics += faults
    return files
  }

  private mutating func tellProfileUnneeded() {
    diagnostics.append(
      .ofCommand(
        .convertedProfileUnneeded, "A profile changes a workflow of its procedure, and this is SCXML.", option: "--profile",
        mend: "Leave it out."))
  }

  private mutating func tellSame(_ language: String, _ other: String) -> [ConvertedFile] {
    diagnostics.append(
      .ofCommand(
        .convertedAlready, "It is in \(language) already.", option: "--to", mend: "Write --to \(other), or leave it out."))
    return []
  }

  // MARK: - Where it goes

  /// The ending of the files that are written, by the ending of a path that is a file.
  private static let languages = [".scxml": ".scxml", ".xml": ".scxml", ".yaml": ".yaml", ".yml": ".yaml"]

  /// The files under the paths they go to.
  mutating func placed(_ files: [ConvertedFile], isThere: (String) -> Bool) -> [OutputFile] {
    guard let output = request.output, let first = files.first else { return [] }
    let isFile = Self.languages.keys.contains { output.hasSuffix($0) }
    if let language = Self.languages.first(where: { output.hasSuffix($0.key) })?.value, !first.name.hasSuffix(language) {
      diagnostics.append(
        .ofCommand(
          .convertedNameMisleads, "What is written is \"\(first.name)\", and \"\(output)\" is the name of another kind of file.",
          option: "--output", mend: "Write a name that ends in \(language == ".yaml" ? ".scxml" : ".yaml"), or a folder."))
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    let placed =
      isFile
      ? [OutputFile(path: output, text: first.text)] : files.map { OutputFile(path: folder + $0.name, text: $0.text) }
    diagnostics += placed.compactMap {
      $0.problem(.convertedFileExists, unless: request.existing, isThere: isThere, mendBy: "another with --output")
    }
    return placed
  }
}

import Diagnostics
import Notation

/// The lists of timescales among files, and the procedures that lie with them.
struct FoundLists {
  let lists: [SourceText]
  private(set) var sources: [SourceText] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The files of procedures and profiles, if there is any procedure among them.
  private let procedures: [InputFile]

  /// - Parameter files: what was found; `nil` takes what is built in.
  init(_ files: [InputFile]?) {
    guard let files else {
      lists = WorkflowLibrary.embedded.timescales
      procedures = []
      return
    }
    var texts: [SourceText] = []
    for file in files {
      let (source, problems) = file.decoded()
      texts += [source].compactMap(\.self)
      diagnostics += problems
    }
    let library = WorkflowLibrary(files: texts)
    sources = texts
    lists = library.timescales
    procedures = library.procedures.contains { $0.name != nil } ? files : []
  }

  /// The request, with the procedures that lie beside the lists where it names none.
  func request(from request: ReplayRequest) -> ReplayRequest {
    guard case .asTheHistorySays = request.procedure, !procedures.isEmpty else { return request }
    var request = request
    request.procedure = .files(procedures)
    return request
  }
}

import Diagnostics

/// Which two procedures are compared, and what is asked besides.
public struct ComparisonRequest: Sendable {
  public var old = ReplayRequest()
  public var new = ReplayRequest()
  /// Whether to look for drift holes that open or close, and for examples of what no history shows.
  public var isSearching = true
  /// The folder for the examples, as typed.
  public var folder: String?
  public var existing = ConversionRequest.Existing.kept

  /// The path behind --procedure, as typed.
  public var procedurePath: String?

  public init() {}
}

extension ComparisonRequest {
  /// Options that can have no effect beside the others.
  ///
  /// Code: PL6033.
  var optionsWithoutEffect: [Diagnostic] {
    var problems: [Diagnostic] = []
    if folder != nil, !isSearching {
      problems.append(
        .withoutEffect(
          "--save", because: "With --without-search no examples are made.", mend: "Leave out --save, or --without-search."))
    }
    if procedurePath != nil, !old.isOfLoneName, !new.isOfLoneName {
      problems.append(
        .withoutEffect(
          "--procedure", because: "Both that are compared name their procedure.",
          mend: "Leave out --procedure, or name a profile alone."))
    }
    return problems
  }
}

extension ReplayRequest {
  fileprivate var isOfLoneName: Bool { if case .loneArgument = typed { true } else { false } }
}

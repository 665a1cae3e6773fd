/// One thing that is wrong with an input, with its place, its stable code and its mend.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable {
    case error
    case warning
  }

  /// A second place that helps to see the fault, such as where a name was first declared.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let place: Place?

    public init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// The stable code, `PL` and four digits, from the closed list in `DiagnosticCode`.
  public let code: DiagnosticCode
  public let severity: Severity
  /// What is wrong, as one plain sentence without data about a person.
  public let message: String
  public let place: Place
  public let notes: [Note]
  /// What to do about it, as one plain sentence; `nil` where the message already says it.
  public let mend: String?

  public init(
    _ code: DiagnosticCode, _ message: String, at place: Place, mend: String? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.severity = code.severity
    self.message = message
    self.place = place
    self.mend = mend
    self.notes = notes
  }
}

extension Sequence<Diagnostic> {
  /// Every diagnostic once, in the order of places and then of codes.
  public func inReadingOrder() -> [Diagnostic] {
    Array(Set(self)).sorted { a, b in
      (a.place, a.code.rawValue, a.message) < (b.place, b.code.rawValue, b.message)
    }
  }

  public var hasErrors: Bool { contains { $0.severity == .error } }
}

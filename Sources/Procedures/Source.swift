public import Diagnostics

/// An instrument from which rules are taken.
public struct Source: Sendable {
  public let name: String
  public let title: String
  public let publisher: String?
  /// When it was published or last amended, as written: `2021-03`, `1989`.
  public let dated: String?
  public let force: Force
  public let place: Place

  public init(name: String, title: String, publisher: String?, dated: String?, force: Force, place: Place) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.dated = dated
    self.force = force
    self.place = place
  }
}

/// How strongly a source binds, strongest first.
public enum Force: String, Sendable, CaseIterable, Comparable {
  case act
  case regulations
  case practiceDirection = "practice_direction"
  case statutoryGuidance = "statutory_guidance"
  case practiceGuidance = "practice_guidance"
  case dataStandard = "data_standard"
  case local
  /// What a published review says the procedure required.
  case review
  /// A figure of Plumbline's own, which no source gives.
  case ours

  /// The force in words for a report.
  public var inWords: String {
    switch self {
    case .act: "Act of Parliament"
    case .regulations: "regulations"
    case .practiceDirection: "practice direction"
    case .statutoryGuidance: "statutory guidance"
    case .practiceGuidance: "practice guidance"
    case .dataStandard: "data standard"
    case .local: "local procedure"
    case .review: "procedure as a published review describes it"
    case .ours: "a figure of Plumbline's own"
    }
  }

  public static func < (a: Force, b: Force) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// How far the text behind a rule was read.
public enum Evidence: String, Sendable, CaseIterable {
  case primary = "read"
  case secondHand = "second hand"
  case unverified

  public var inWords: String {
    switch self {
    case .primary: "primary text read"
    case .secondHand: "read second-hand"
    case .unverified: "from knowledge, not verified"
    }
  }
}

/// The source of one rule or figure, and the place in it.
public struct Citation: Sendable {
  /// An index into the procedure's sources.
  public let source: Int
  /// Section, regulation, chapter or topic.
  public let at: String?
  public let evidence: Evidence?

  public init(source: Int, at: String?, evidence: Evidence?) {
    self.source = source
    self.at = at
    self.evidence = evidence
  }
}

import Diagnostics

/// What may be written at one place of a file.
indirect enum Shape: Sendable {
  case scalar(ScalarShape)
  case list(Shape)
  /// A mapping with described keys, by its name in the ``FileDescription``.
  case mapping(MappingName)
  /// Free names, each with a value.
  case names(ScalarShape, Shape)
  /// One of several mappings, told apart by a key that only one of them has.
  case oneOf([MappingName], whenUnclear: DiagnosticCode?)
  /// One of several shapes, told apart by whether a scalar, a list or a mapping is written.
  case either([Shape])
  case anything

  /// One, or a list of several.
  static func oneOrMany(_ shape: ScalarShape) -> Shape { .either([.scalar(shape), .list(.scalar(shape))]) }

  static let text = Shape.scalar(.text)
  static let name = Shape.scalar(.name)
  static let truth = Shape.scalar(.truth)

  static func words(_ words: [String], _ code: DiagnosticCode = .wrongShape) -> Shape { .scalar(.words(words, code)) }
}

/// What a single word or text may be.
enum ScalarShape: Sendable {
  /// Anything that is not empty.
  case text
  /// A name in lower case, its words joined by `_`.
  case name
  /// The name of a procedure, profile or history, whose words may also be joined by `-`.
  case fileName
  /// Names joined by dots: a state inside another, or the rule of a workflow.
  case path
  /// A day: four digits, two and two.
  case date
  /// `true` or `false`.
  case truth
  /// 1, 2, 3 and so on.
  case wholeNumber
  /// One of a closed list of words, and the code that tells any other.
  case words([String], DiagnosticCode)
}

/// One key of a mapping, with all that is known of it.
struct KeyShape: Sendable {
  let key: Key
  let shape: Shape
  /// The code that tells its absence; `nil` where it may be left out.
  let whenMissing: DiagnosticCode?
  /// What the key says, in one plain sentence.
  let explanation: String

  static func required(
    _ key: Key, _ shape: Shape, _ explanation: String, whenMissing: DiagnosticCode = .missingKey
  ) -> KeyShape {
    KeyShape(key: key, shape: shape, whenMissing: whenMissing, explanation: explanation)
  }

  static func optional(_ key: Key, _ shape: Shape, _ explanation: String) -> KeyShape {
    KeyShape(key: key, shape: shape, whenMissing: nil, explanation: explanation)
  }
}

/// The names of the described mappings.
enum MappingName: String, CaseIterable, Sendable {
  case procedure, vocabulary, workflow, profile, history
  case source, parameter
  case datedValues = "dated_values"
  case citation
  case role, event
  case state, transition, raising, sending
  case deadline, cadence, check, invariant
  case extensionOfDeadline = "extension"
  case historySource = "history_source"
  case child, completeness, occurrence
  case findingsTable = "findings_table"
  case findingsRow = "findings_row"
  case listedFinding = "listed_finding"
  case unmatchedFlag = "unmatched_flag"
  case timescales, timescale
  case expectations
  case expectedJudgement = "expected_judgement"
  case expectedDeparture = "expected_departure"
  case expectedState = "expected_state"
  case scenario, decision, choice
  case extractMapping = "extract_mapping"
  case extractRecord = "extract_record"
  case extractEvent = "extract_event"
  case extractValue = "extract_value"
  case statistics
  case publishedTable = "published_table"
  case statisticalFigure = "statistical_figure"
}

/// A mapping with described keys.
struct MappingShape: Sendable {
  let name: MappingName
  /// What it is called in a message: "rule", "state".
  let noun: String
  let explanation: String
  let keys: [KeyShape]
  /// What may stand under any other key, and how such a key is written; `nil` where there are no other keys.
  var others: (key: ScalarShape, value: Shape)?
  /// Keys of which at least one must stand.
  var needsOneOf: [Key] = []
  /// The keys by which it is told from its alternatives; none for one that has free keys.
  var toldBy: [Key] = []
  /// What it and its alternatives are called together.
  var family = "rule"
}

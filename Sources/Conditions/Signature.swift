/// One way to call a function of the standard: what it takes, by name and in order, and what it gives.
struct Signature {
  /// What may stand for a parameter.
  indirect enum Kind: Equatable {
    case number, text, date, time, dateTime, days, months, duration
    /// A date, or a date with a time.
    case day
    case list
    /// A list of texts, of which some may be null.
    case texts
    /// A list of numbers, or numbers one after the other.
    case numbers
    case range
    /// A value with an order, but no range.
    case point
    case anything
    /// A value that can be written: a word of a closed list is a name, which has no text.
    case writable
    /// Null as well.
    case orNull(Kind)
  }

  /// The type of what a function gives.
  enum Result {
    case type(ConditionType)
    /// The type of the first argument.
    case first
    /// A list of what the lists and single values among the arguments hold.
    case joined
    /// A list of the innermost members of a list of lists.
    case flattened
  }

  struct Parameter {
    let name: String
    let kind: Kind
    let isOptional: Bool

    init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  let parameters: [Parameter]
  /// Whether the last parameter may be given any number of times.
  let isRepeated: Bool
  let result: Result

  init(_ parameters: [Parameter], isRepeated: Bool = false, gives result: Result) {
    self.parameters = parameters
    self.isRepeated = isRepeated
    self.result = result
  }

  init(_ parameters: Parameter..., gives type: ConditionType) {
    self.init(parameters, gives: .type(type))
  }

  var fewest: Int { parameters.count { !$0.isOptional } }

  func takes(_ count: Int) -> Bool { count >= fewest && (isRepeated || count <= parameters.count) }

  /// The names of the parameters in order: `n, scale?` where the last may be left out, `list, item...` where it may be
  /// repeated.
  var shape: String {
    let names = parameters.map { $0.name + ($0.isOptional ? "?" : "") }
    return names.joined(separator: ", ") + (isRepeated ? "..." : "")
  }

  /// The parameter that an argument stands for.
  func parameter(at place: Int) -> Parameter { parameters[min(place, parameters.count - 1)] }
}

extension Signature.Kind {
  func admits(_ type: ConditionType) -> Bool {
    switch self {
    case .number: type == .number
    case .text: type == .text
    case .date: type == .date
    case .time: type == .time
    case .dateTime: type == .dateTime
    case .day: type == .date || type == .dateTime
    case .days: type == .daysDuration
    case .months: type == .monthsDuration
    case .duration: type.isDuration
    case .list: type.isPlain && type.isList
    case .texts: type == .list(.text) || type == .list(.null)
    case .numbers: type == .list(.number) || type == .list(.null)
    case .range: if case .range = type { true } else { false }
    case .point: type.isOrdered
    case .anything: type.isPlain
    case .writable: type.isPlain && !type.holdsWords
    case .orNull(let kind): type == .null || kind.admits(type)
    }
  }

  var admitsNull: Bool {
    switch self {
    case .anything, .writable, .orNull: true
    default: false
    }
  }

  var inWords: String {
    switch self {
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .time: "a time"
    case .dateTime: "a date and time"
    case .day: "a date, or a date and time"
    case .days: "a duration of days and time"
    case .months: "a duration of years and months"
    case .duration: "a duration"
    case .list: "a list of values"
    case .texts: "a list of texts"
    case .numbers: "a list of numbers"
    case .range: "a range"
    case .point: "a number, text, date, time or duration"
    case .anything: "a value"
    case .writable: "a value that is no word of a closed list"
    case .orNull(let kind): kind.inWords
    }
  }
}

extension ConditionType {
  /// Whether the standard knows values of the type, so that its functions can take them.
  var isPlain: Bool {
    switch self {
    case .set, .occurrences, .occurrence, .children, .child: false
    case .list(let member), .range(let member): member.isPlain
    case .context(let fields): fields.allSatisfy(\.type.isPlain)
    default: true
    }
  }

  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }

  /// Whether there are words of a closed list in it.
  var holdsWords: Bool {
    switch self {
    case .choice, .set: true
    case .list(let member), .range(let member): member.holdsWords
    case .context(let fields): fields.contains { $0.type.holdsWords }
    default: false
    }
  }
}

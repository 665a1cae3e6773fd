/// An expression as it is written, before any name is looked up.
struct Syntax: Sendable {
  indirect enum Form: Sendable {
    case number(Decimal128)
    case text(String)
    case truth(Bool)
    case null
    /// `@"2020-01-31"`: a date or duration written as a text.
    case dated(String)
    case name(String)
    case member(Syntax, Name)
    case call(Name, [Syntax])
    /// A call whose arguments have names.
    case namedCall(Name, [Argument])
    case index(Syntax, Syntax)
    case and(Syntax, Syntax)
    case or(Syntax, Syntax)
    case compare(Comparison, Syntax, Syntax)
    case arithmetic(Arithmetic, Syntax, Syntax)
    case negative(Syntax)
    case within(Syntax, [Test])
    case choose(Syntax, Syntax, Syntax)
    case quantified(Quantifier, Name, over: Syntax, satisfies: Syntax)
    case list([Syntax])
    /// `for x in L return e`, over a list or from one number to another.
    case each([Iterator], gives: Syntax)
    case context([Argument])
    case range(Range)
    /// `(< 10)`: a range with one end.
    case bound(Comparison, Syntax)
    case instance(Syntax, TypePattern)
  }

  /// What a `for` goes through.
  enum Iteration: Sendable {
    case list(Syntax)
    case series(Syntax, Syntax)
  }

  /// A name of a `for` and what it stands for, one after the other.
  struct Iterator: Sendable {
    let name: Name
    let over: Iteration
  }

  /// A named argument of a call, or a named value of a context.
  struct Argument: Sendable {
    let name: Name
    let value: Syntax
  }

  /// One of the tests behind `in`.
  enum Test: Sendable {
    case value(Syntax)
    case comparison(Comparison, Syntax)
    case range(Range)
  }

  /// A range from one value to another, each with whether it belongs to the range.
  struct Range: Sendable {
    let low: Syntax
    let lowIncluded: Bool
    let high: Syntax
    let highIncluded: Bool
  }

  enum Quantifier: Sendable {
    case some
    case every
  }

  struct Name: Sendable {
    let text: String
    let start: Int
    let end: Int
  }

  let form: Form
  /// Where the expression begins and ends, in Unicode scalars from the start of the text.
  let start: Int
  let end: Int
  /// How many levels of expressions it holds.
  let depth: Int

  /// Deeper expressions are refused, so that no text can exhaust the stack.
  static let greatestDepth = 200

  var isNull: Bool {
    if case .null = form { true } else { false }
  }

  /// The expressions of a `for` that what it goes through is made of.
  static func parts(of iteration: Iteration) -> [Syntax] {
    switch iteration {
    case .list(let list): [list]
    case .series(let first, let last): [first, last]
    }
  }

  /// The names of a path of plain names: `workflow.outer.inner`; `nil` for anything else.
  var path: [Name]? {
    switch form {
    case .name(let text): [Name(text: text, start: start, end: end)]
    case .member(let base, let member): base.path.map { $0 + [member] }
    default: nil
    }
  }
}

/// What stands in a column of a table, for a program that reads it.
struct TableColumn {
  /// What a cell holds, by the words of the Table Schema.
  enum Kind: String {
    /// A text.
    case string
    /// A whole number.
    case integer
    /// A day, as year-month-day.
    case date
    /// `true` or `false`.
    case boolean
  }

  let name: String
  let kind: Kind
  /// What it says, in a sentence.
  let says: String
}

extension TableColumn {
  /// The column of this name; the same in every table that has it.
  static func named(_ name: String) -> TableColumn? {
    if let (kind, says) = told[name] { return TableColumn(name: name, kind: kind, says: says) }
    for (end, which) in [("_earliest", "The earliest day"), ("_latest", "The latest day")] where name.hasSuffix(end) {
      return spans[String(name.dropLast(end.count))].map {
        TableColumn(name: name, kind: .date, says: "\(which) on which \($0).")
      }
    }
    return nil
  }

  private static let spans = [
    "opened": "the clock may have opened, or the check was made", "due": "it may have fallen due, the day itself in time",
    "happened": "it may have been done or ended, or shown to have happened", "ended": "it may have ended",
    "entered": "the state may have been entered", "left": "the state may have been left",
    "observed_until": "observation may have ended",
  ]

  private static let told: [String: (Kind, String)] = [
    "case": (.string, "The name of the case."),
    "procedure": (.string, "The name of the procedure by which it was judged."),
    "profile": (.string, "The name of the profile; empty without one."),
    "as_of": (.date, "The day with which observation was ended; empty where the whole record was replayed."),
    "child": (.string, "The name of the child in the case."),
    "workflow": (.string, "The name of the workflow."),
    "rule": (.string, "The full name of the rule; empty where the finding is of the order of steps."),
    "form": (.string, "Whether the rule is a deadline, cadence, check or standing condition."),
    "episode": (.integer, "Which run of the workflow, from 1."),
    "member": (.string, "The one of several that is meant, where a rule asks something of each."),
    "kind": (.string, "The kind of the finding."),
    "certainty": (.string, "Whether it holds under every dating, certain, or under some, possible."),
    "severity": (.string, "How severe: low, medium or high."),
    "verdict": (.string, "How the rule was judged; empty where the finding is of the order of steps."),
    "ending": (.string, "What ended it."),
    "late_least": (.integer, "How late it was at least, in late_unit."),
    "late_most": (.integer, "How late it was at most, in late_unit."),
    "late_unit": (.string, "What lateness is counted in: hour, day, working day, week, month or year."),
    "intervals": (.integer, "How many whole intervals of a cadence went by at least."),
    "steps_passed_over": (.string, "The required steps that were jumped, parted by a semicolon and a blank."),
    "not_recorded": (.string, "What the record does not say and this hangs on, parted by a semicolon and a blank."),
    "rests_on": (.string, "The events that it rests on, by their names, parted by a semicolon and a blank."),
    "sentence": (.string, "What was found, in a sentence."),
    "says": (.string, "What the rule says."),
    "source": (.string, "The source of the rule, with its force."),
    "finding": (.string, "The name of the finding, as `plumbline explain` takes it."),
    "opened_with": (.string, "The event with which it opened."),
    "ended_with": (.string, "The event with which it ended."),
    "state": (.string, "The state, with the states around it before it."),
    "entered_with": (.string, "The event with which the state was entered."),
    "left_with": (.string, "The event with which the state was left."),
    "still_there": (.boolean, "Whether the child is in the state when observation ends."),
  ]
}

extension CaseTable {
  /// The name of its declaration, such as `table.brief`.
  public var declarationName: String { "table.\(rawValue)" }

  /// The name and version of its form. A column that is added, goes, moves or is of another type changes the number; a new word
  /// in a column does not.
  public var form: String { "plumbline.\(declarationName)/1" }

  /// The table of this name, such as `table.brief`, or of this form, such as `plumbline.table.brief/1`.
  public init?(declared name: String) {
    guard let table = CaseTable.allCases.first(where: { $0.declarationName == name || $0.form == name }) else { return nil }
    self = table
  }

  /// The columns that are filled in every row; any other may be empty.
  private var filled: Set<String> {
    let subject: Set = ["case", "child", "workflow", "episode"]
    return switch self {
    case .brief: subject.union(["kind", "certainty", "severity", "finding"])
    case .findings: subject.union(["procedure", "kind", "certainty", "severity", "sentence", "finding"])
    case .clocks: subject.union(["procedure", "rule", "form", "verdict", "certainty", "ending"])
    case .states:
      subject.union([
        "procedure", "state", "entered_earliest", "entered_latest", "still_there", "observed_until_earliest",
        "observed_until_latest",
      ])
    }
  }

  /// Its columns, in their order, with whether they may be empty.
  var declared: [(column: TableColumn, isFilled: Bool)] {
    columnNames.compactMap { name in TableColumn.named(name).map { ($0, filled.contains(name)) } }
  }

  private var columnNames: [String] { header.dropLast(1).split(separator: ",").map(String.init) }

  /// What the table's columns hold, so that a program reads it without guessing: a Table Schema in JSON, the same text on every
  /// run.
  ///
  /// **Source:** Data Package Standard 2.0, Table Schema.
  public var declaration: String {
    let fields = declared.map { column, isFilled in
      JSONValue.members([
        ("name", .text(column.name)), ("type", .text(column.kind.rawValue)), ("description", .text(column.says)),
        ("constraints", .members([("required", .truth(isFilled))])),
      ])
    }
    return JSONValue.members([
      ("$schema", .text("https://datapackage.org/profiles/2.0/tableschema.json")),
      ("title", .text(form)),
      ("description", .text("What `plumbline replay --format csv --table \(rawValue)` prints.")),
      ("fields", .list(fields)),
      ("fieldsMatch", .list([.text("exact")])),
      ("missingValues", .texts([""])),
    ]).document
  }
}

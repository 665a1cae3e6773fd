extension FileDescription {
  static let timescales = MappingShape(
    name: .timescales, noun: "list of timescales",
    explanation: "The durations of a table of timescales, each with what carries it in a procedure, or why nothing does.",
    keys: [
      .required(.timescales, .scalar(.fileName), "The name of the list."),
      .required(.title, .text, "The name of the table for people."),
      .required(.procedure, .scalar(.fileName), "The procedure that is to carry the durations."),
      .required(.sections, .list(.text), "The sections of the table that the list answers for, those within them too."),
      .required(.rows, .list(.mapping(.timescale)), "The durations, in the order of the table."),
    ])

  /// Names alone, or each with the figure it must have.
  private static func carriers(_ name: ScalarShape) -> Shape { .either([.list(.scalar(name)), .names(name, .text)]) }

  static let timescale = MappingShape(
    name: .timescale, noun: "timescale", explanation: "One duration of the table, or several that one cell gives together.",
    keys: [
      .required(.section, .text, "The section of the table: 2.2."),
      .required(.row, .text, "The row, by its identifier, or by its first words where it has none."),
      .required(.figure, .text, "The figure as the table gives it."),
      .optional(.unit, .text, "The unit as the table gives it, where that stands in a column of its own."),
      .optional(.profile, .scalar(.fileName), "The profile in which the rules and parameters stand."),
      .optional(.rules, carriers(.path), "The rules that carry it, each with the figure that it must have."),
      .optional(.parameters, carriers(.name), "The parameters that carry it, each with the figure that it must have."),
      .optional(.leftOut, .text, "Why no rule carries it."),
    ], needsOneOf: [.rules, .parameters, .leftOut])
}

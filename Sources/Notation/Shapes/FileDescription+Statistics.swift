import Diagnostics

extension FileDescription {
  static let statistics = MappingShape(
    name: .statistics, noun: "file of statistics",
    explanation: "The figures by which case loads are made: published ones with their tables, and assumptions that say so.",
    keys: [
      .required(.statistics, .scalar(.fileName), "The name of the statistics."),
      .required(.title, .text, "What the statistics are of, for people."),
      .required(.procedure, .scalar(.fileName), "The procedure whose events the cases are made of."),
      .required(.from, .scalar(.date), "The first day on which a case may begin."),
      .required(.until, .scalar(.date), "The last day on which a case may begin."),
      .required(.tables, .names(.name, .mapping(.publishedTable)), "The published tables from which figures are taken, by name."),
      .required(.figures, .names(.name, .mapping(.statisticalFigure)), "The figures, each by its name, none left out."),
    ])

  static let publishedTable = MappingShape(
    name: .publishedTable, noun: "published table", explanation: "A table that somebody published.",
    keys: [
      .required(.title, .text, "What the table is of."),
      .required(.publisher, .text, "Who published it, and in which series."),
      .required(.licence, .text, "The licence under which it may be used."),
      .required(.file, .text, "The name of its file, or its address."),
    ])

  static let statisticalFigure = MappingShape(
    name: .statisticalFigure, noun: "figure",
    explanation: "A share, or how something spreads over words or lengths, with where that was read or that it is assumed.",
    keys: [
      .required(.says, .text, "What the figure is of, in one plain sentence."),
      .optional(.count, .scalar(.wholeNumber), "Of a share: how many there are."),
      .optional(.of, .scalar(.wholeNumber), "Of a share: of how many."),
      .optional(
        .counts, .names(.text, .scalar(.wholeNumber)),
        "How many there are of each word, or of each length from one number to another: 11 to 15."),
      .optional(.within, .scalar(.wholeNumber), "The longest length that a timescale allows, in the unit of the figure."),
      .optional(.table, .oneOrMany(.name), "The table, or the tables, in which the numbers stand."),
      .optional(.row, .text, "The row of the table: its year, its area, and what else tells it from others."),
      .optional(.columns, .list(.text), "The columns in which the numbers stand, in the order of the numbers."),
      .optional(.assumption, .text, "What is assumed, and that it is; beside a table, what the table leaves open."),
    ], needsOneOf: [.table, .assumption])
}

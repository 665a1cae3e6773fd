extension FileDescription {
  private static let formats = ["csv", "json lines", "xes", "xml", "workbook"]

  static let extractMapping = MappingShape(
    name: .extractMapping, noun: "mapping",
    explanation: "How the records of an extract from another system become the events of case histories.",
    keys: [
      .required(.mapping, .scalar(.fileName), "The name of the mapping."),
      .optional(.title, .text, "The name of the extract for people."),
      .optional(.sources, .names(.name, .mapping(.source)), "Where the extract and its code lists are laid down."),
      .required(
        .reads, .either([.words(formats), .list(.words(formats))]),
        "The format, or several of which the end of a file's name tells; a file that ends otherwise is read as the first."),
      .optional(.encoding, .words(["utf-8", "windows-1252"]), "How the text of tables is written; utf-8 if not said."),
      .optional(.separator, .text, "What parts the fields of a table: one character, or tab; a comma if not said."),
      .optional(.procedure, .scalar(.fileName), "The procedure by which the cases are judged."),
      .optional(.profile, .scalar(.fileName), "The profile by which they are judged."),
      .optional(.eachCase, .text, "In XML, the names of elements from that of the document to that of a case, parted by /."),
      .optional(
        .tables, .names(.text, .list(.text)),
        "In a set of tables or a workbook, each table with the columns by which it is known."),
      .required(.case, .oneOrMany(.text), "The field that names the case; of several the first that says something."),
      .optional(.child, .oneOrMany(.text), "The field that names the child; without it a case is one child."),
      .optional(.born, .oneOrMany(.text), "The field that holds the day of birth."),
      .optional(.known, .oneOrMany(.text), "The field that holds the day on which judging begins."),
      .optional(.until, .oneOrMany(.text), "The field that holds the day on which judging ends."),
      .optional(.observedUntil, .oneOrMany(.text), "The field that holds the last observed day, or that day itself."),
      .optional(
        .completeFor, .either([.words(["everything"]), .list(.either([.name, .mapping(.completeness)]))]),
        "The events of which the extract holds every one; it is left out for a case of which a record was passed over."),
      .optional(
        .dates, .either([.words(["yyyy-mm-dd", "dd/mm/yyyy"]), .list(.words(["yyyy-mm-dd", "dd/mm/yyyy"]))]),
        "How days are written; yyyy-mm-dd if not said."),
      .required(.records, .list(.mapping(.extractRecord)), "What becomes of the records, by kind."),
    ])

  static let extractRecord = MappingShape(
    name: .extractRecord, noun: "kind of record", explanation: "What becomes of the records of one kind.",
    keys: [
      .optional(
        .from, .oneOrMany(.text),
        "The names of elements below that of the case, parted by /, or the table; any row, or the case itself, if not said."),
      .required(.events, .list(.mapping(.extractEvent)), "The events it tells of, in their order within a day."),
    ])

  static let extractEvent = MappingShape(
    name: .extractEvent, noun: "event of a mapping", explanation: "An event that a record tells of.",
    keys: [
      .required(
        .event, .either([.name, .mapping(.extractValue)]), "The event of the vocabulary, or the field that tells which."),
      .required(.when, .oneOrMany(.text), "The field that holds its day; where it is empty the record tells of no such event."),
      .optional(
        .where, .names(.text, .oneOrMany(.text)),
        "What fields must say: a word, one of several, anything, or nothing."),
      .optional(.done, .either([.words(["no"]), .mapping(.extractValue)]), "no: the step was not done."),
      .optional(.with, .names(.name, .either([.text, .list(.text), .mapping(.extractValue)])), "Its attributes."),
      .optional(.cite, .text, "Where in the extract it stands, for whoever reads a finding."),
    ])

  static let extractValue = MappingShape(
    name: .extractValue, noun: "value from a field", explanation: "What a field says, in the words of the vocabulary.",
    keys: [
      .required(.field, .oneOrMany(.text), "The field; of several the first that says something."),
      .optional(
        .words, .names(.text, .either([.text, .list(.text)])),
        "What each word of the extract means; unknown where it says nothing. Without it the word itself counts."),
    ])
}

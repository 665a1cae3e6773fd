/// Every key that may stand in a file of Plumbline, as it is written.
enum Key: String, CaseIterable, Sendable {
  // The kinds of file.
  case procedure, vocabulary, workflow, profile, history, findings, timescales, expectations, scenario, statistics
  // All kinds.
  case title, sources, parameters, source
  // Procedure.
  case calendar, months
  case publisher, dated, force
  case value, says
  case of, at, read
  // Vocabulary.
  case roles, events, attributes, context
  // Workflow.
  case `for`, start, states, transitions, rules, signals
  case end, parallel, otherwise
  case onEntry = "on entry"
  case onExit = "on exit"
  case raise, send, after
  case on, signal, completed, from, to, when, name, optional, leaves
  case `do`
  // Rules.
  case finds, each
  case inForce = "in force"
  case within, ahead
  case orWithin = "or within"
  case expect, `while`, unless, counting
  case extendedBy = "extended by"
  case event, by
  case atMost = "at most"
  case every, first, slots
  case require
  case forMoreThan = "for more than"
  // Profiles.
  case extends
  // Histories.
  case children, known, born, until
  case startsIn = "starts in"
  case completeFor = "complete for"
  case observedUntil = "observed until"
  case id, done, time, order, cite
  // Tables of findings.
  case rows, unmatched
  case row, machine, required, note
  case notSeen = "not seen"
  case child, rule, member, kind, certainty, finding, reason
  // Timescales.
  case sections, section, figure, unit
  case leftOut = "left out"
  // Expectations.
  case asOf = "as of"
  case never
  case nothingElse = "nothing else"
  case verdict, opened, due, ended, intervals, times
  case openedBy = "opened by"
  case closedBy = "closed by"
  case lateBy = "late by"
  case restsOn = "rests on"
  case shownBy = "shown by"
  case passedOver = "passed over"
  case state
  // Scenarios.
  case teaches, decisions, decision, tells, choices, choice, does, then, answer, found
  case onlyAfter = "only after"
  // Mappings of extracts.
  case mapping, reads, encoding, separator, tables, dates, records, with, field, words
  case eachCase = "each case"
  case `case`
  case `where`
  // Statistics.
  case figures, table, licence, file, columns, counts, count, assumption
}

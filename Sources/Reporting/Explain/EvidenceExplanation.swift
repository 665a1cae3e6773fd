import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// The part of an explanation that tells the events a finding rests on, as the history states them.
struct EvidenceExplanation {
  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ finding: Finding, on page: inout TextPage) {
    page.heading("Events it rests on", underlinedWith: "-")
    let evidence = reported.evidence(of: finding)
    guard !evidence.isEmpty else { return page.paragraph("None: it rests on where the record begins and ends.") }
    for (place, number) in evidence.enumerated() {
      if place > 0 { page.gap() }
      write(number, child: finding.child, on: &page)
    }
  }

  private func write(_ number: Int, child: Int, on page: inout TextPage) {
    let entry = reported.history.events[number]
    let title = reported.procedure.vocabulary.events[entry.event].title
    page.paragraph("\(entry.identifier): \(title)\(entry.wasDone ? "" : ", recorded as not done")", accent: .heading)
    if let when = reported.words.when(entry.identifier) { page.field("Stated", when, indent: 2) }
    page.field("Fits", reported.span(of: number).inWords, indent: 2)
    if let cite = entry.cite { page.field("Cited at", cite, indent: 2) }
    for (name, value) in reported.attributes(of: entry, child: child) { page.field("Records", "\(name): \(value)", indent: 2) }
  }
}

extension ReportedCase {
  /// What an entry states for a child, each attribute by its name with its value in words.
  func attributes(of entry: HistoryEvent, child: Int) -> [(String, String)] {
    let declared = procedure.vocabulary.events[entry.event].attributes
    return history.attributes(of: entry).compactMap { stated in
      guard stated.children & (1 << UInt64(child)) != 0,
        let attribute = declared.first(where: { $0.index == stated.attribute })
      else { return nil }
      return (attribute.name.asWords, inWords(stated.value, of: attribute.type))
    }
  }
}

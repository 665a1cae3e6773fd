import Conditions
public import Procedures
import Replay

/// What many cases come to, for a person to read.
public struct CorpusReport: Sendable {
  private let procedure: Procedure
  private let selection: FindingSelection
  private let style: TextStyle
  private let unused: UnusedRules

  public init(
    _ procedure: Procedure, selection: FindingSelection = FindingSelection(), style: TextStyle = .plain,
    unused: UnusedRules = .counted
  ) {
    self.procedure = procedure
    self.selection = selection
    self.style = style
    self.unused = unused
  }

  /// - Parameter passedOver: what was not read, a sentence each.
  public func text(_ tally: CorpusTally, passedOver: [String] = []) -> String {
    var page = TextPage(style: style)
    page.heading("\(CorpusReport.grouped(tally.cases)) \(tally.cases == 1 ? "case" : "cases")", underlinedWith: "=")
    page.field("Children", CorpusReport.grouped(tally.children), indent: 0, column: 16)
    page.field("Events", CorpusReport.grouped(tally.events), indent: 0, column: 16)
    page.field("With findings", withFindings(tally), indent: 0, column: 16)
    page.field("Procedure", "\(procedure.title) (\(procedure.name))", indent: 0, column: 16)
    page.field("Profile", procedure.profile ?? "none", indent: 0, column: 16)
    if !selection.isEverything { page.field("Only", selection.inWords, indent: 0, column: 16) }
    for (number, sentence) in passedOver.enumerated() {
      page.field(number == 0 ? "Not read" : "", sentence, indent: 0, column: 16)
    }
    SummaryPages(procedure, RuleTallies(procedure, tally.rules, selection), tally.kinds, unused).write(on: &page)
    return page.text
  }

  private func withFindings(_ tally: CorpusTally) -> String {
    guard tally.cases > 0 else { return "0" }
    let share = Double(tally.casesWithFindings) / Double(tally.cases) * 1000
    let tenths = Int(share.rounded())
    return "\(CorpusReport.grouped(tally.casesWithFindings)) (\(tenths / 10).\(tenths % 10)%)"
  }

  /// A number with a comma between its thousands.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}

public import Anonymising
public import Diagnostics

/// What came of making cases anonymous, for who did it; cases go by their pseudonyms.
public struct AnonymisingReport: Sendable {
  let tally: AnonymisingTally
  let options: AnonymisingOptions
  let rarity: Rarity
  /// Whether the pseudonyms come of a key that was given.
  let isKeyGiven: Bool
  /// Whether the numbers of weeks come of a seed, so that they are no secret.
  let isSeeded: Bool
  /// Where the cases that were withheld stand in what was read, for who may read that; in no form that is kept.
  private let withheldAt: [Place]

  /// - Parameter withheldAt: where the cases stand that were withheld, in the order of the tally; empty where that is not to be told.
  public init(
    _ tally: AnonymisingTally, _ options: AnonymisingOptions, isKeyGiven: Bool, isSeeded: Bool, withheldAt: [Place] = []
  ) {
    self.tally = tally
    self.options = options
    self.withheldAt = withheldAt
    self.isKeyGiven = isKeyGiven
    self.isSeeded = isSeeded
    rarity = tally.combinations.rarity
  }

  static let title = "Cases made anonymous"
  private static let unsaid = "not stated"

  var keyInWords: String {
    isKeyGiven
      ? "Given; with it, and only with it, the same names become the same pseudonyms again."
      : "Made anew for this run and kept nowhere: no other run gives these pseudonyms."
  }

  var datesInWords: String {
    let range = "a whole number of weeks, up to \(options.mostWeeks) back or forward, kept nowhere"
    let moved =
      switch options.dates {
      case .shift: "All dates of a case are moved together by \(range)."
      case .relations: "All dates of a case but one are days from an event, and that one is moved by \(range)."
      }
    return isSeeded ? moved + " A seed was given: who knows it can undo the moves. For tests alone." : moved
  }

  /// Among how many moves those that were taken hide.
  private var hidingInWords: String {
    let many = AnonymisingOptions.manyMoves
    let least = max(options.leastMoves, many)
    let barely = "\(counted(tally.barelyHidden, "case")) among fewer than \(many)"
    let told =
      tally.barelyHidden == 0
      ? "Every case hides among \(least) moves or more that would do."
      : "\(barely) that would do, the others among more: --among \(many) withholds \(tally.barelyHidden == 1 ? "it" : "them")."
    return "Who knows how it was done can try moves, too. " + told
  }

  /// Tries for each case that was written, with one decimal.
  var meanTries: String {
    guard tally.written > 0 else { return "none" }
    let tenths = (tally.tries * 10 + tally.written / 2) / tally.written
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension AnonymisingReport {
  /// - Parameter most: how many rare combinations are told, those of the fewest cases first; `nil` for all.
  public func text(style: TextStyle, most: Int? = nil) -> String {
    var page = TextPage(style: style)
    page.heading(AnonymisingReport.title, underlinedWith: "=")
    func field(_ label: String, _ text: String) { page.field(label, text, indent: 0, column: 10) }
    let events = tally.written == 0 ? "" : ", with \(counted(tally.events, "event"))"
    field("Cases", "\(tally.written) written\(events); \(tally.withheld.count) withheld.")
    field("Names", keyInWords)
    field("Dates", datesInWords)
    if tally.written > 0 {
      field(
        "Tries",
        "\(meanTries) for each case written, at most \(tally.mostTries); \(options.mostTries) are allowed.")
      field("Hidden", hidingInWords)
    }
    if !tally.withheld.isEmpty { writeWithheld(on: &page) }
    if tally.written > 0 { writeRarity(on: &page, most: most ?? rarity.rare.count) }
    return page.text
  }

  private func writeWithheld(on page: inout TextPage) {
    page.heading("Withheld", underlinedWith: "-")
    let moves =
      options.leastMoves == 1
      ? "No move that was tried leaves" : "Fewer than \(options.leastMoves) of the moves that were tried leave"
    page.paragraph("\(moves) every verdict of these cases as it was. They were not written.")
    for (number, name) in tally.withheld.enumerated() {
      let place = number < withheldAt.count ? ", \(withheldAt[number].file):\(withheldAt[number].line)" : ""
      page.paragraph("- \(name)\(place)", indent: 2, hanging: 2)
    }
    page.paragraph(
      "A verdict hangs on more than days between events: on public holidays, and on the day from which a rule or a place in "
        + "guidance holds. \(withheldMend)")
  }

  /// What whoever misses a case may do.
  private var withheldMend: String {
    if options.leastMoves > 1 { return "A lower --among withholds fewer, each hidden less." }
    let all = options.mostWeeks * 2
    return options.mostTries < all
      ? "\(options.mostTries) of \(all) moves were tried: more behind --tries may find one."
      : "All moves of up to \(options.mostWeeks) weeks were tried: more behind --weeks and --tries may find one."
  }

  private func writeRarity(on page: inout TextPage, most: Int) {
    page.heading("Rare combinations", underlinedWith: "-")
    let names = rarity.identifiers.map(\.name).joined(separator: ", ")
    page.paragraph("Counted over \(names).")
    page.paragraph(
      "\(counted(rarity.rareCases, "case")) of \(rarity.cases) \(rarity.rareCases == 1 ? "is" : "are") in a combination of fewer "
        + "than \(rarity.least) (\(rarity.rare.count) of \(counted(rarity.combinationCount, "combination"))).")
    guard !rarity.rare.isEmpty else { return }
    for (place, identifier) in rarity.identifiers.enumerated() where rarity.rareCasesWithout[place] < rarity.rareCases {
      page.paragraph("- Without \(identifier.name) it would be \(rarity.rareCasesWithout[place]).", indent: 2, hanging: 2)
    }
    for combination in rarity.rare.sorted(by: { $0.names.count < $1.names.count }).prefix(most) {
      page.gap()
      let said = pairs(combination).filter { $0.1 != AnonymisingReport.unsaid }.map { "\($0) \($1)" }
      page.paragraph(said.isEmpty ? "nothing stated" : said.joined(separator: "; "), indent: 2, hanging: 2)
      let by = combination.rareBy.map { rarity.identifiers[$0].name }
      page.field("Rare by", by.isEmpty ? "several together" : by.joined(separator: ", each alone "), indent: 4)
      page.field("Cases", combination.names.joined(separator: ", "), indent: 4)
    }
    if most < rarity.rare.count {
      page.gap()
      page.paragraph("\(rarity.rare.count - most) more are told with --report.", indent: 2)
    }
  }

  func pairs(_ combination: Rarity.Combination) -> [(String, String)] {
    zip(rarity.identifiers, combination.values).map { ($0.name, $1.isEmpty ? AnonymisingReport.unsaid : $1) }
  }
}

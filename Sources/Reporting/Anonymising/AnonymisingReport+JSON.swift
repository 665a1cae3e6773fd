import Anonymising

extension AnonymisingReport {
  /// The same as a JSON document.
  public var json: String {
    JSONValue.members([
      ("cases", .number(tally.written)),
      ("events", .number(tally.events)),
      ("withheld", .texts(tally.withheld)),
      ("key", .text(isKeyGiven ? "given" : "made_anew")),
      ("dates", .text(options.dates.rawValue)),
      ("seeded", .truth(isSeeded)),
      ("most_weeks", .number(options.mostWeeks)),
      ("tries_allowed", .number(options.mostTries)),
      ("least_moves", .number(options.leastMoves)),
      ("tries", .number(tally.tries)),
      ("most_tries", .number(tally.mostTries)),
      ("many_moves", .number(AnonymisingOptions.manyMoves)),
      ("barely_hidden", .number(tally.barelyHidden)),
      ("rarity", rarityDocument),
    ]).document
  }

  private var rarityDocument: JSONValue {
    .members([
      ("least", .number(rarity.least)),
      ("combinations", .number(rarity.combinationCount)),
      ("rare_cases", .number(rarity.rareCases)),
      (
        "rare_cases_without",
        .members(zip(rarity.identifiers, rarity.rareCasesWithout).map { ($0.name, .number($1)) })
      ),
      (
        "rare",
        .list(
          rarity.rare.map { combination in
            .members([
              ("values", .members(pairs(combination).map { ($0, .text($1)) })),
              ("rare_by", .texts(combination.rareBy.map { rarity.identifiers[$0].name })),
              ("cases", .texts(combination.names)),
            ])
          })
      ),
    ])
  }
}

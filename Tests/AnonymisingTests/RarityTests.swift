import Anonymising
import Diagnostics
import Procedures
import Testing

@Suite struct `Rare combinations` {
  private static func counts(_ words: [String], atLeast least: Int) throws -> CombinationCounts {
    let vocabulary = try #require(England.procedure).vocabulary
    return CombinationCounts(of: try words.map { try #require(QuasiIdentifier($0, in: vocabulary)) }, atLeast: least)
  }

  @Test func `Are those of fewer cases, with what makes them rare`() throws {
    var counts = try Self.counts(["children", "category"], atLeast: 3)
    for number in 1...3 { counts.add(["1", "neglect"], name: "case-a\(number)") }
    for number in 1...2 { counts.add(["2", "neglect"], name: "case-b\(number)") }
    counts.add(["5", "sexual_abuse"], name: "case-c")
    let rarity = counts.rarity
    #expect(rarity.cases == 6 && rarity.combinationCount == 3)
    #expect(rarity.rareCases == 3)
    #expect(rarity.rare.map(\.names) == [["case-b1", "case-b2"], ["case-c"]])
    // Without the number of children the two are among five of neglect; the last stays alone either way.
    #expect(rarity.rare.map(\.rareBy) == [[0], []])
    #expect(rarity.rareCasesWithout == [1, 3])
  }

  @Test func `Do not hold the names of cases that are not rare`() throws {
    var counts = try Self.counts(["children"], atLeast: 2)
    for number in 1...1_000 { counts.add(["1"], name: "case-\(number)") }
    #expect(counts.rarity.rare.isEmpty && counts.rarity.rareCases == 0 && counts.cases == 1_000)
    #expect(!"\(counts)".contains("case-17"))
  }

  private static let family = """
    history: family
    procedure: england
    children: {a: {born: 2015-03-01}, b: {born: 2021-12-01}, c: {born: 2019-05}, d: {}}
    observed until: 2022-02-10
    events:
      - {event: referral_received, when: 2022-01-10, for: [a]}
      - {event: child_protection_plan_started, when: 2022-02-01, for: {a: {category: neglect}, c: {category: several}}}
      - {event: child_protection_plan_ended, when: 2022-02-08, for: [a, b, d]}
      - {event: child_died, done: no, from: 2022-01-10, until: 2022-02-10}
    """

  @Test(arguments: [
    ("children", "4"), ("ages", "0 2 6 unknown"), ("category", "neglect several"), ("lives_with", ""), ("child_died", "no"),
    ("child_protection_plan_ended", "yes"),
  ])
  func `Are made of what a case says in no order`(word: String, value: String) throws {
    let anonymous = try #require(try England.anonymous(Self.family))
    #expect(try Self.counts([word], atLeast: 2).combination(of: anonymous) == [value])
  }

  @Test func `Have months of birth only after the move`() throws {
    let anonymous = try #require(try England.anonymous(Self.family))
    let births = try Self.counts(["births"], atLeast: 2).combination(of: anonymous)[0].split(separator: " ")
    #expect(births.count == 4 && births.last == "unknown")
    #expect(births.dropLast().allSatisfy { $0.wholeMatch(of: /\d{4}-\d{2}/) != nil })
    let born = anonymous.tree["children"]?.entries?.first?.value["born"]?.scalar
    #expect(born.map { births.contains($0.prefix(7)) } ?? false)
  }
}

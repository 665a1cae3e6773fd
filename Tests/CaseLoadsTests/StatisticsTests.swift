import CaseLoads
import Diagnostics
import Testing

@Suite struct `A file of statistics` {
  /// The codes with their lines, in reading order.
  private func faults(_ written: String, _ instead: String) throws -> [String] {
    #expect(England.statisticsText.contains(written), "\(written)")
    return England.read(England.statisticsText.replacing(written, with: instead, maxReplacements: 1)).diagnostics.map(
      \.code.label)
  }

  @Test func `The one of England is read without a word`() throws {
    let (statistics, diagnostics) = England.read(England.statisticsText)
    #expect(diagnostics.map(\.message) == [])
    #expect(try #require(statistics).inOrder.map(\.name) == FigureName.allCases)
  }

  @Test func `The one of England has the published numbers`() throws {
    let figures = try #require(England.statistics).inOrder
    func share(_ name: FigureName) throws -> [Int] {
      guard case .share(let count, let whole) = try #require(figures.first { $0.name == name }).value else { return [] }
      return [count, whole]
    }
    #expect(try share(.conferencesPerEnquiry) == [72_250, 224_520])
    #expect(try share(.plansPerConference) == [62_110, 72_250])
    #expect(try share(.secondOrLaterPlans) == [15_330, 62_110])
    #expect(try share(.plansReviewedInTime) == [31_500, 35_090])
    let lengths = try #require(figures.first { $0.name == .planLength })
    guard case .lengths(let counts, let unit) = lengths.value else { return }
    #expect(unit == .months)
    #expect(counts.map(\.count) == [10_240, 7_350, 27_240, 15_640, 2_400])
  }

  @Test(arguments: [
    ("  days_to_decision:", "  days_to_decisions:", ["PL8501", "PL8502"]),
    ("    count: 97\n    of: 100", "    counts: {yes: 97}", ["PL8503"]),
    ("counts: {assessed: 86,", "counts: {asessed: 86,", ["PL8504"]),
    ("counts: {0 to 1: 94", "counts: {0-1: 94", ["PL8505"]),
    ("counts: {0 to 1: 94", "counts: {1 to 0: 94", ["PL8505"]),
    ("counts: {1 to 3: 10240", "counts: {3 to 3: 10240", ["PL8505"]),
    ("counts: {28 to 42: 85, 43 to 70: 15}", "counts: {28 to 42: 85, 42 to 70: 15}", ["PL8506"]),
    ("    table: c2\n", "    table: c9\n", ["PL8507"]),
    ("    count: 97\n", "    count: 97\n    within: 3\n", ["PL8508"]),
    ("    count: 97\n    of: 100", "    count: 100\n    of: 97", ["PL8509"]),
    ("    count: 224520\n    of: 621880", "    count: 621880\n    of: 224520", ["PL8509"]),
    ("until: 2024-03-31", "until: 2020-03-31", ["PL8510"]),
    ("until: 2024-03-31", "until: 2024-02-30", ["PL8510"]),
    ("    assumption: No statistic tells how soon referrals are decided; the shares are ours.\n", "", ["PL2002"]),
    ("    count: 97\n", "    count: none\n", ["PL2207"]),
  ])
  func `Every fault is told by its code`(written: String, instead: String, codes: [String]) throws {
    #expect(try faults(written, instead) == codes)
  }

  @Test func `A fault has its place and its mend`() throws {
    let text = England.statisticsText.replacing("concern_at_referral:", with: "concern_at_referal:")
    let fault = try #require(England.read(text).diagnostics.first { $0.code == .figureUnknown })
    #expect(fault.mend == "Did you mean \"concern_at_referral\"?")
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("concern_at_referal:") }
    #expect(fault.place.line == line.map { $0 + 1 })
  }

  @Test func `Figures at their ends still make cases`() throws {
    let text = England.statisticsText
      .replacing("counts: {14 to 28: 90, 29 to 49: 10}", with: "counts: {1 to 1: 1}")
      .replacing("counts: {18 to 26: 35, 27 to 40: 35, 41 to 60: 30}", with: "counts: {1 to 1: 1}")
      .replacing("counts: {10 to 16: 55, 17 to 30: 45}", with: "counts: {1 to 1: 1}")
      .replacing("counts: {1 to 3: 10240,", with: "counts: {0 to 1: 10, 1 to 3: 10240,")
      .replacing("counts: {28 to 42: 85, 43 to 70: 15}", with: "counts: {1 to 2: 1}")
    let load = CaseLoad(try #require(England.read(text).statistics), seed: 1)
    for number in 1...1_500 {
      let made = load.makeCase(number)
      #expect(zip(made.events, made.events.dropFirst()).allSatisfy { $0.day <= $1.day })
    }
  }
}

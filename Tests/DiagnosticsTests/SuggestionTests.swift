import Testing

@testable import Diagnostics

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("core_group_heldd", "core_group_held"), ("halth_visitor", "health_visitor"), ("haelth_visitor", "health_visitor"),
  ])
  func `A name that is nearly right is answered with the right one`(typed: String, meant: String) {
    #expect(Suggestion.nearest(to: typed, among: ["core_group_held", "health_visitor", "police"]) == meant)
  }

  @Test func `A name that is like no other has no suggestion`() {
    #expect(Suggestion.nearest(to: "banana", among: ["core_group_held", "health_visitor"]) == nil)
  }

  @Test func `Equal distances are settled by the alphabet`() {
    #expect(Suggestion.nearest(to: "bat", among: ["cat", "bar"]) == "bar")
  }

  /// The distance from the whole table of beginnings.
  private func plainDistance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          rows[i][j] = max(i, j)
          continue
        }
        let replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1) }
      }
    }
    return rows[a.count][b.count]
  }

  @Test func `A distance that is given up early is that of the whole table, or more than was asked for`() {
    let letters: [Character] = ["a", "b", "c", "é"]
    func word() -> [Character] { (0..<Int.random(in: 0...9)).map { _ in letters.randomElement()! } }
    for _ in 0..<20_000 {
      let (a, b, limit) = (word(), word(), Int.random(in: 0...5))
      let plain = plainDistance(a, b)
      #expect(Suggestion.editDistance(a, b, atMost: limit) == (plain <= limit ? plain : nil), "\(a) \(b) \(limit)")
    }
  }
}

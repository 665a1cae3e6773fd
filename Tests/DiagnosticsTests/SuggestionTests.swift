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
}

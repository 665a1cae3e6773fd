import Histories
import Replay

extension ReportedCase {
  /// The name of a child as people read it: "day_ten" becomes "Day ten".
  func name(ofChild child: Int) -> String { history.children[child].name.asName }

  /// The names of children: "Ruby and Theo".
  func names(of children: [Int]) -> String { children.map(name(ofChild:)).joinedInWords() }
}

extension Finding {
  /// The name of the child as people read it.
  var childInWords: String { childName.asName }
}

extension String {
  /// The identifier of a child as its name.
  var asName: String { asWords.capitalised }
}

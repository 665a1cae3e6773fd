import Replay

extension Judgement.Ending {
  var inWords: String {
    switch self {
    case .fulfilled: "it was done"
    case .left: "the rule ceased to apply"
    case .excepted: "what the rule excepts happened"
    case .observationEnded: "the record ends"
    case .atOnce: "it is judged at once"
    case .slotPassed: "the interval went by"
    case .restored: "it was mended, or no longer asked for"
    }
  }
}

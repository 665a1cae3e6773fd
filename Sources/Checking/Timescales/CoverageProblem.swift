import Diagnostics

/// What can be wrong with an entry of a list of timescales, without its wording.
enum CoverageProblem {
  case unknownProfile(String)
  case unknownRule(String, known: [String])
  case unknownParameter(String, known: [String])
  case figureDiffers(Carrier.Kind, String, stated: String, has: [String])
  case carriedAndLeftOut
  case nothingNamed
}

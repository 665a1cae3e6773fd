import Procedures
import Replay

extension Finding {
  /// "late, certain"; what is not recorded is neither certain nor possible.
  var kindInWords: String { kind == .notRecorded ? kind.rawValue : "\(kind.rawValue), \(certainty.inWords)" }
}

import Conditions
import Procedures

/// The set that a rule's `each` runs over.
enum CompiledSet: BitwiseCopyable {
  /// The same words on every day and for every case, bit by bit.
  case fixed(UInt128)
  /// `this.attribute`.
  case this(Int32)
  /// `trigger.attribute`.
  case trigger(Int32)
  /// Anything else, by its number among the sets that are evaluated.
  case evaluated(Int32)
}

public import CivilTime
import Conditions

extension Procedure {
  /// The length that a limit has on a day; `nil` where it is worked out from the case, or not exactly known.
  public func period(_ length: LimitLength, on day: Day) -> Period? {
    switch length {
    case .literal(let period): return period
    case .parameter(let parameter):
      guard case .duration(let range)? = parameters[parameter].value(on: day) else { return nil }
      return range.exact
    case .expression: return nil
    }
  }
}

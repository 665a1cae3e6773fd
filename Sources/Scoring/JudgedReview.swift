import Procedures
public import Replay

/// A case as it was judged by its own profile, and by the profiles that single rows of its table ask for.
public struct JudgedReview: Sendable {
  public let own: JudgedCase
  private let others: [String: JudgedCase]

  public init(own: JudgedCase, others: [String: JudgedCase] = [:]) {
    self.own = own
    self.others = others
  }

  /// The case as that profile judged it; its own profile where none is named.
  func judged(by profile: String?) -> JudgedCase? {
    isOwn(profile) ? own : profile.flatMap { others[$0] }
  }

  func isOwn(_ profile: String?) -> Bool { profile == nil || profile == own.procedure.profile }
}

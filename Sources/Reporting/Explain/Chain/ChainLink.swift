import CivilTime

/// One link of the chain that led to a finding.
struct ChainLink {
  enum Kind: String, CaseIterable {
    /// The child came into a state.
    case state
    /// A condition held, by what made it hold.
    case condition
    /// The clock opened, the check was made, or what breaks began.
    case opening
    /// From when a clock counts, where that is not when it opened.
    case counting
    /// An event that bears on the verdict besides.
    case event
    case due
    /// What ended it, or that nothing did.
    case end
    /// A step that was passed over.
    case step
    /// The event that came without what must go before it.
    case departure
  }

  let kind: Kind
  /// `nil` for what stands under the link before it, or has no time.
  let happened: Span?
  /// The event, by its number in the history.
  let event: Int?
  let text: String

  init(_ kind: Kind, _ happened: Span?, event: Int? = nil, _ text: String) {
    self.kind = kind
    self.happened = happened
    self.event = event
    self.text = text
  }
}

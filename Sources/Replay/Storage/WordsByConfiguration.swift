/// Words of 64 bits that hang on the configuration of a machine alone, remembered once they have been asked.
struct WordsByConfiguration: ~Copyable {
  /// Of configurations beyond so many, what was asked is not remembered.
  private static let configurations = 64

  private var isKnown = Column<Bool>()
  private var words = Column<UInt64>()

  /// - Parameter count: how many words there are in one configuration.
  init(_ count: Int) {
    isKnown.fill(count * WordsByConfiguration.configurations, with: false)
    words.fill(count * WordsByConfiguration.configurations, with: 0)
  }

  /// The word, if it has been asked in that configuration.
  @inline(__always) subscript(word: Int, configuration: ConfigurationIndex) -> UInt64? {
    guard configuration < WordsByConfiguration.configurations else { return nil }
    let place = word * WordsByConfiguration.configurations + configuration
    return isKnown[place] ? words[place] : nil
  }

  mutating func remember(_ bits: UInt64, _ word: Int, in configuration: ConfigurationIndex) {
    guard configuration < WordsByConfiguration.configurations else { return }
    let place = word * WordsByConfiguration.configurations + configuration
    isKnown[place] = true
    words[place] = bits
  }
}

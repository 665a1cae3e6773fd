/// A promise of a reader that an input shows to be broken.
struct BrokenPromise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Holds a reader to a promise.
func promise(_ isKept: Bool, _ sentence: @autoclosure () -> String) throws(BrokenPromise) {
  guard isKept else { throw BrokenPromise(sentence()) }
}

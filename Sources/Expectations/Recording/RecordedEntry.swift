/// One key with its value, as it is written.
struct RecordedEntry: Hashable {
  let key: String
  let value: String

  init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

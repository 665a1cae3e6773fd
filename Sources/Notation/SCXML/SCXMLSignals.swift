/// The signals that the actions of an SCXML file make its machine hear, numbered as they are first met.
struct SCXMLSignals {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// - Parameter declared: the signals that a file written by Plumbline declares, in their order.
  init(declared: [String] = []) { for name in declared { _ = number(of: name) } }

  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  func known(_ name: String) -> Int? { numbers[name] }
}

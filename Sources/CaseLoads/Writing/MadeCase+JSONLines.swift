import CaseWriting
import CivilTime

extension MadeCase {
  /// An object for each event, on a line of its own, with the keys that say something.
  func writeJSONLines(to bytes: inout [UInt8]) {
    for (place, event) in events.enumerated() {
      let child = newChild(at: place)
      var isFirst = true
      func entry(_ key: String, _ text: String) {
        bytes.append(UInt8(ascii: isFirst ? "{" : ","))
        isFirst = false
        FieldText.writeJSON(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        FieldText.writeJSON(text, to: &bytes)
      }
      entry("case", name)
      let named = childrenText(of: event, isFirst: child != nil)
      if !named.isEmpty { entry("child", named) }
      entry("event", event.name.rawValue)
      entry("when", event.day.description)
      entry("id", "e\(place + 1)")
      if let child { entry("born", child.born.description) }
      if place == 0 {
        entry("observed_until", observedUntil.description)
        entry("complete_for", CaseLoadColumns.complete)
      }
      let stated = attributes(of: event)
      for name in AttributeName.allCases {
        if let attribute = stated.first(where: { $0.name == name }) { entry(name.rawValue, attribute.value.text) }
      }
      bytes += [UInt8(ascii: "}"), 10]
    }
  }
}

import CaseWriting
import CivilTime

extension MadeCase {
  /// A line for each event.
  func writeCSV(to bytes: inout [UInt8]) {
    for (place, event) in events.enumerated() {
      let child = newChild(at: place)
      func field(_ text: String) {
        FieldText.writeCSV(text, to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      func nothing(_ fields: Int) { for _ in 0..<fields { bytes.append(UInt8(ascii: ",")) } }
      field(name)
      field(childrenText(of: event, isFirst: child != nil))
      field(event.name.rawValue)
      field(event.day.description)
      // Nothing was not done, and no event stretches to another day.
      nothing(2)
      field("e\(place + 1)")
      nothing(1)
      if let child { field(child.born.description) } else { nothing(1) }
      nothing(1)
      if place == 0 { field(observedUntil.description) } else { nothing(1) }
      if place == 0 { field(CaseLoadColumns.complete) } else { nothing(1) }
      writeAttributes(of: event, to: &bytes)
    }
  }

  private func writeAttributes(of event: MadeEvent, to bytes: inout [UInt8]) {
    let stated = attributes(of: event)
    for name in AttributeName.allCases {
      if let attribute = stated.first(where: { $0.name == name }) {
        if case .words(let words) = attribute.value {
          FieldText.writeSet(words, to: &bytes)
        } else {
          FieldText.writeCSV(attribute.value.text, to: &bytes)
        }
      }
      bytes.append(UInt8(ascii: ","))
    }
    bytes.removeLast()
    bytes += [13, 10]
  }
}

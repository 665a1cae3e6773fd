public import CivilTime

/// A case that was made up: the children of one family, and what happened in the order of days.
public struct MadeCase: Sendable {
  /// The place of the case in its load, from 1.
  public let number: Int
  public let children: [MadeChild]
  /// In the order of days, those of one day in the order in which they came.
  public let events: [MadeEvent]
  /// What the events say of themselves, those of one event beside one another.
  let attributes: [MadeAttribute]
  /// The last day on which the record was kept.
  public let observedUntil: Day

  /// "case-12".
  public var name: String { "case-\(number)" }

  /// What an event says of itself.
  func attributes(of event: MadeEvent) -> ArraySlice<MadeAttribute> {
    attributes[Int(event.firstAttribute)..<Int(event.firstAttribute) + Int(event.attributeCount)]
  }

  /// The word that an event says under a name; `nil` where it says none.
  func word(_ name: AttributeName, of event: MadeEvent) -> String? {
    for attribute in attributes(of: event) where attribute.name == name {
      if case .word(let word) = attribute.value { return word }
    }
    return nil
  }
}

public struct MadeChild: Sendable {
  public let name: String
  public let born: Day
}

/// Something that happened to some or all children of a case.
public struct MadeEvent: Sendable {
  public let name: EventName
  /// A bit for each child, the first child's the lowest.
  let children: UInt8
  public let day: Day
  let firstAttribute: Int32
  let attributeCount: Int32
}

struct MadeAttribute: Sendable {
  enum Value: Sendable {
    case word(String)
    case words([String])
    case truth(Bool)
    /// A length of time as histories write it: "4 weeks".
    case length(String)
  }

  let name: AttributeName
  let value: Value

  static func word(_ name: AttributeName, _ word: String) -> MadeAttribute { MadeAttribute(name: name, value: .word(word)) }

  static func words(_ name: AttributeName, _ words: [String]) -> MadeAttribute {
    MadeAttribute(name: name, value: .words(words))
  }

  static func truth(_ name: AttributeName, _ truth: Bool) -> MadeAttribute { MadeAttribute(name: name, value: .truth(truth)) }
}

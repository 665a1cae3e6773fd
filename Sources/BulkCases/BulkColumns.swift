import Conditions
import Extracts
import Procedures

/// What each column of a table in bulk form is for, under one procedure.
struct BulkColumns: Sendable {
  enum Role: Sendable {
    case key, child, event, when, until, identifier, cite, born, known, judgedUntil, observedUntil, completeFor
    /// A time of day, `done`, or a stretch that is complete: read the careful way.
    case rare
    case attribute
  }

  let roles: [Role]
  let caseColumn: Int
  let events: WordTable
  /// By event and column: the attribute that stands there; `nil` where the event has none of that name.
  private let slots: [AttributeSlot?]

  struct AttributeSlot: Sendable {
    let attribute: AttributeIndex
    let kind: Kind

    enum Kind: Sendable {
      case truth, number, date, text
      /// Read the careful way, once for each text.
      case duration
      case choice(Int)
      case set(Int)
    }
  }

  /// The words of each list that an attribute may hold.
  let choices: [WordTable]

  /// `nil` where the columns are not those of the form.
  init?(_ names: [String], _ procedure: Procedure) {
    guard let caseColumn = names.firstIndex(of: "case") else { return nil }
    self.caseColumn = caseColumn
    roles = names.map { BulkColumns.roles[$0] ?? .attribute }
    events = WordTable(procedure.vocabulary.events.map(\.name))
    var choices: [ChoiceType: Int] = [:]
    var tables: [WordTable] = []
    func number(of choice: ChoiceType) -> Int {
      if let number = choices[choice] { return number }
      choices[choice] = tables.count
      tables.append(WordTable(choice.members))
      return tables.count - 1
    }
    slots = procedure.vocabulary.events.flatMap { event in
      names.map { name -> AttributeSlot? in
        guard BulkColumns.roles[name] == nil, let attribute = event.attribute(named: name) else { return nil }
        let kind: AttributeSlot.Kind? =
          switch attribute.type {
          case .truth: .truth
          case .number: .number
          case .date: .date
          case .text: .text
          case .duration: .duration
          case .choice(let choice): .choice(number(of: choice))
          case .set(let choice): .set(number(of: choice))
          default: nil
          }
        return kind.map { AttributeSlot(attribute: attribute.index, kind: $0) }
      }
    }
    self.choices = tables
  }

  func slot(of event: EventIndex, _ column: Int) -> AttributeSlot? { slots[event * roles.count + column] }

  private static let roles: [String: Role] = [
    "case": .key, "child": .child, "event": .event, "when": .when, "until": .until, "id": .identifier, "cite": .cite,
    "born": .born, "known": .known, "judged_until": .judgedUntil, "observed_until": .observedUntil,
    "complete_for": .completeFor, "time": .rare, "done": .rare, "complete_from": .rare, "complete_until": .rare,
  ]
}

/// A child of a record, under the record's own name for the child.
public struct RecordedChild: Hashable, Sendable {
  public let name: String
}

/// For which children something is recorded.
public struct Participants: Sendable, ExpressibleByArrayLiteral {
  /// The names of the children; `nil` is all of them.
  let names: [String]?

  private init(names: [String]?) { self.names = names }

  public init(arrayLiteral children: RecordedChild...) { names = children.map(\.name) }

  public init(_ children: [RecordedChild]) { names = children.map(\.name) }

  /// Every child of the record.
  public static let all = Participants(names: nil)

  /// Nobody's event: something that happened in the world.
  public static let world = Participants(names: ["world"])
}

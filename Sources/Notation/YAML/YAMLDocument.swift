public import Diagnostics

/// A text with the tree that was read of it, so that those who ask for it in turn need not each read it anew.
public struct YAMLDocument: Sendable {
  public let source: SourceText
  /// `nil` where there is at least one diagnostic.
  public let node: PlacedNode?
  /// What was wrong with it as YAML, in reading order.
  public let diagnostics: [Diagnostic]

  /// Reads a text as `YAMLReader` does.
  public init(_ source: SourceText) {
    self.source = source
    (node, diagnostics) = YAMLReader.read(source)
  }
}

import Diagnostics

extension SourceText {
  /// Whether the first thing in it is a tag.
  var looksLikeXML: Bool {
    text.first { !$0.isWhitespace } == "<" || name.hasSuffix(".scxml") || name.hasSuffix(".xml")
  }
}

import Foundation

/// The words that the tests of the W3C leave to whoever runs them, put into those of SCXML.
///
/// **Source:** W3C SCXML 1.0 Implementation Report Plan, "Conformance namespace".
enum W3CWording {
  /// The text with its `conf:` words replaced; what needs a data model keeps them.
  static func plain(_ text: String) -> String {
    var text = text
    for (word, plain) in [
      (#"conf:datamodel="""#, #"datamodel="null""#), (#"conf:targetpass="""#, #"target="pass""#),
      (#"conf:targetfail="""#, #"target="fail""#), ("<conf:pass/>", #"<final id="pass"/>"#),
      ("<conf:fail/>", #"<final id="fail"/>"#),
    ] { text = text.replacingOccurrences(of: word, with: plain) }
    text = text.replacing(/conf:delay="([0-9.]+)"/) { "delay=\"\($0.1)s\"" }
    return text.replacing(/conf:inState="([^"]*)"/) { "cond=\"In('\($0.1)')\"" }
  }
}

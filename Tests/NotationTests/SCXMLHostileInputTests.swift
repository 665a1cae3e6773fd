import Diagnostics
import SeededNumbers
import Testing

@testable import Notation

@Suite struct SCXMLHostileInputTests {
  private static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a lift -->
    <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" initial="both" datamodel="null">
      <parallel id="both">
        <onentry><raise event="a.b"/><send event="late" delay="1.5s" id="i"/><cancel sendid="i"/></onentry>
        <state id="x" initial="x1 "><state id="x1"><transition event="a.* b" cond="In('y1') &amp;&amp; !In('x2')" target="x2"/></state>
          <state id="x2"><onexit><if cond="In('y1')"><log expr="'here'"/><elseif cond="false"/><else/></if></onexit></state>
          <history id="h" type="deep"><transition target="x1"/></history></state>
        <state id="y"><initial><transition target="y1"><raise event="c"/></transition></initial>
          <state id="y1"><transition type="internal" event="*" target="h"/></state><final id="y2"/></state>
      </parallel>
      <![CDATA[ ]]>
    </scxml>
    """

  /// There must be a workflow or an error, and every place must lie in the text.
  private func expectAnswer(_ bytes: [UInt8], _ comment: Comment) {
    let (source, faults) = SourceText.decoding(name: "a", bytes: bytes)
    guard let source else {
      #expect(!faults.isEmpty, comment)
      return
    }
    let (workflow, diagnostics) = SCXMLReader.read(source)
    #expect((workflow == nil) == diagnostics.hasErrors, comment)
    for diagnostic in diagnostics {
      #expect((1...(source.lines.count + 1)).contains(diagnostic.place.line) && diagnostic.place.column >= 1, comment)
    }
    if let workflow {
      #expect(SCXMLReader.read(SourceText(name: "b", text: SCXMLWriter.write(workflow).text)).workflow != nil, comment)
      _ = WorkflowConverter.files(of: workflow)
    }
  }

  @Test func `A good file is read without a word`() {
    #expect(SCXMLReader.read(SourceText(name: "a", text: Self.good)).diagnostics == [])
  }

  @Test func `A file that breaks off anywhere gets an answer`() {
    let bytes = Array(Self.good.utf8)
    for length in 0..<bytes.count { expectAnswer(Array(bytes.prefix(length)), "cut at \(length)") }
  }

  @Test func `A file with bytes changed gets an answer`() {
    var numbers = SeededNumbers(seed: 20_260_402)
    let marks = Array("<>/=\"'&;!-?[] \n\t\r.:*()#_xylia0".utf8)
    for round in 0..<1500 {
      var bytes = Array(Self.good.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let index = Int.random(in: bytes.indices, using: &numbers)
        bytes[index] = marks.randomElement(using: &numbers) ?? 0
      }
      expectAnswer(bytes, "seed 20260402, round \(round)")
    }
  }

  @Test func `Random bytes and random pieces of XML get an answer`() {
    var numbers = SeededNumbers(seed: 13)
    let pieces = [
      "<scxml>", "</scxml>", "<state id='a'>", "</state>", "<a", "/>", ">", " b='", "'", "\"", "&amp;", "&#65;", "&", ";",
      "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<?xml version='1.0'?>", "<!DOCTYPE a", "[", "xmlns:p='q'", "p:",
      " ", "\r\n",
    ]
    for round in 0..<2000 {
      let count = Int.random(in: 1...60, using: &numbers)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      let text = (0..<count / 2).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      expectAnswer(round % 4 == 0 ? noise : Array(text.utf8), "seed 13, round \(round)")
    }
  }

  private static func condition(_ text: String) -> String {
    "<scxml><state id='a'><transition cond='\(text)'/></state></scxml>"
  }

  static let bombs: [(name: String, text: String)] = [
    ("open tags", String(repeating: "<a>", count: 500_000)),
    ("nested states", "<scxml>" + String(repeating: "<state>", count: 100_000)),
    ("one long attribute", "<scxml name='\(String(repeating: "x", count: 1_000_000))'><state/></scxml>"),
    ("many attributes", "<scxml \((0..<20_000).map { "a\($0)='1'" }.joined(separator: " "))/>"),
    ("many states", "<scxml>" + (0..<20_000).map { "<state id='s\($0)'/>" }.joined() + "</scxml>"),
    (
      "many unknown targets",
      "<scxml>" + (0..<5_000).map { "<state id='state\($0)'><transition target='stata\($0)'/></state>" }.joined() + "</scxml>"
    ),
    ("a long condition", condition(String(repeating: "In(a)||", count: 50_000) + "true")),
    ("a deep condition", condition(String(repeating: "(!", count: 50_000))),
    ("references", "<scxml name='\(String(repeating: "&#x41;", count: 200_000))'><state/></scxml>"),
    ("open comment", "<scxml><!--" + String(repeating: "-", count: 500_000)),
    ("many comments", String(repeating: "<!---->", count: 200_000)),
    ("namespaces", "<scxml>" + (0..<150).map { "<state xmlns:n\($0)='u\($0)'>" }.joined()),
  ]

  @Test(arguments: bombs.indices) func `A text made to exhaust the reader gets an answer`(_ index: Int) {
    let (workflow, diagnostics) = SCXMLReader.read(SourceText(name: "a", text: Self.bombs[index].text))
    #expect((workflow == nil) == diagnostics.hasErrors, "\(Self.bombs[index].name)")
  }
}

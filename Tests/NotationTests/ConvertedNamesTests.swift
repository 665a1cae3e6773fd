import Diagnostics
import Testing

@testable import Notation

/// What is called how in a machine that goes from SCXML to the workflow language, and in one that goes the other way.
@Suite struct `Names in converted machines` {
  private static let head = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\""

  private func files(
    of text: String, in file: String = "lift.scxml", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [ConvertedFile] {
    let source = SourceText(name: file, text: text)
    let (workflow, faults) = SCXMLReader.read(source)
    #expect(!faults.hasErrors, "\(faults.map(\.message))", sourceLocation: sourceLocation)
    let (files, unsaid) = WorkflowConverter.files(of: try #require(workflow), readFrom: source)
    #expect(!unsaid.hasErrors, "\(unsaid.map(\.message))", sourceLocation: sourceLocation)
    let (procedure, problems) = ProcedureReader.read(files.map { SourceText(name: $0.name, text: $0.text) })
    #expect(problems.map(\.message) == [], sourceLocation: sourceLocation)
    #expect(procedure != nil, sourceLocation: sourceLocation)
    return files
  }

  @Test func `A name that is allowed stays, whatever is renamed before it`() throws {
    let text = """
      \(Self.head)><state id="fooBar"><transition event="Go.Now" target="foo_bar"/>
      <transition event="go_now" target="FooBar"/></state><state id="foo_bar"/><state id="FooBar"/></scxml>
      """
    let workflow = try files(of: text)[0].text
    #expect(workflow.contains("  - {on: go_now_2, from: foo_bar_2, to: foo_bar}\n"))
    #expect(workflow.contains("  - {on: go_now, from: foo_bar_2, to: foo_bar_3}\n"))
  }

  @Test func `What comes from outside and from the machine under one name has one name`() throws {
    let text = """
      \(Self.head)><state id="a"><onentry><raise event="too_long"/><raise event="unheard"/></onentry>
      <transition event="Too.Long" target="b"/><transition event="too_long" target="a"/></state><state id="b"/></scxml>
      """
    let converted = try files(of: text)
    #expect(converted[0].text.contains("  - {on: too_long, from: a, to: a}\n  - {signal: too_long, from: a, to: a}\n"))
    #expect(converted[0].text.contains("on entry: [{raise: too_long}, {raise: unheard}]"))
    #expect(converted[1].text.hasSuffix("events:\n  too_long_2: {}\n  too_long: {}\n"))
  }

  @Test func `A condition is written without what holds always or never`() throws {
    let text = """
      \(Self.head)><state id="a"><transition event="e" target="a" cond="In('b') &amp;&amp; (true &amp;&amp; !false)"/>
      <transition event="e" target="b" cond="true || In('b')"/><transition cond="!(false || In('a'))" target="b"/></state>
      <state id="b"/></scxml>
      """
    let workflow = try files(of: text)[0].text
    #expect(workflow.contains("to: a, when: 'lift.b'}") && workflow.contains("to: b, when: 'not(lift.b)'}"))
    #expect(workflow.contains("{from: a, to: b, when: 'not(lift.a)'}"))
  }

  /// An editor keeps what it does not know, and adds states without a name of Plumbline's.
  @Test func `States that an editor added to a file of Plumbline's get names of the language`() throws {
    let text = """
      \(Self.head) xmlns:plumbline="urn:plumbline:workflow" name="open" plumbline:signals="">
      <state id="open" initial="open-raised">
      <state id="open-raised" plumbline:name="raised"><transition event="e" target="open-NewState"/></state>
      <state id="open-NewState"/><state id="again" plumbline:name="raised"/></state>
      <state id="Last"/></scxml>
      """
    let workflow = try files(of: text)[0].text
    #expect(workflow.contains("      raised: {}\n      open_new_state: {}\n      again: {}\n  last: {}\n"))
    #expect(workflow.contains("#   last: Last\n#   open_new_state: open-NewState\n"))
  }

  @Test(arguments: [("a/lift.scxml", "lift"), ("lift.xml", "lift"), ("Lift 2.scxml", "lift_2"), ("-", "machine")])
  func `A machine without a name is called after its file`(_ file: String, _ name: String) throws {
    let converted = try files(of: "\(Self.head)><state id='a'/></scxml>", in: file)
    #expect(converted[0].name == "\(name).yaml")
    #expect(!converted[0].text.contains("title: '-'"))
  }

  @Test(arguments: ["UTF-8", "us-ascii", "ISO-8859-1", "windows-1252", "UTF-16"])
  func `A text of ASCII is read whatever it says that it is in`(_ encoding: String) throws {
    let text = "<?xml version='1.0' encoding='\(encoding)'?>\(Self.head)><state id='a'/></scxml>"
    #expect(SCXMLReader.read(SourceText(name: "a", text: text)).diagnostics == [])
  }

  @Test func `A data model without data is read`() {
    let text = "\(Self.head) datamodel='ecmascript'><datamodel></datamodel><state id='a'><datamodel/></state></scxml>"
    #expect(SCXMLReader.read(SourceText(name: "a", text: text)).diagnostics == [])
  }

  /// **Source:** W3C SCXML 1.0, B.1: the null data model knows `In()` alone, and no texts.
  @Test(arguments: [
    ("<state id='a'/>", "null"), ("<state id='a'><transition event='e' cond=\"!In('a')\"/></state>", "ecmascript"),
    ("<state id='a'><onentry><log expr='&quot;x&quot;'/></onentry></state>", "ecmascript"),
    ("<state id='a'><onexit><if cond='true'/></onexit><onexit/></state>", "ecmascript"),
  ])
  func `A file asks for the data model that its conditions need`(_ states: String, _ model: String) throws {
    let workflow = try #require(SCXMLReader.read(SourceText(name: "a", text: "\(Self.head)>\(states)</scxml>")).workflow)
    #expect(SCXMLWriter.write(workflow).text.contains(" datamodel=\"\(model)\" "))
  }
}

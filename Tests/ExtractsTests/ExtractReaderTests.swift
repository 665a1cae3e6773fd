import Diagnostics
import Extracts
import Foundation
import Testing

@Suite struct `Names of cases` {
  @Test func `No two become one, and what is a name stays`() {
    func name(_ text: String) -> String {
      let place = Place(file: "a.csv", line: 2, column: 1)
      return ExtractedCase(key: ExtractField(name: "case", text: text, place: place), records: []).historyName
    }
    for kept in ["case_12_3", "LA-7.b", "Åsa", "_u", "_u5", "a_u5", "_ux_"] { #expect(name(kept) == kept) }
    #expect(name("Case 7") == "Case_u20_7" && name("A/1") == "A_u2f_1" && name("_u20_") == "_u5f_u20_u5f_")
    // Every text of up to six of these characters.
    let characters = ["_", "u", "5", "f", " ", "2"]
    var texts = [""]
    var all: Set<String> = []
    for length in 1...6 {
      texts = texts.flatMap { begun in characters.map { begun + $0 } }
      for text in texts {
        #expect(all.insert(name(text)).inserted, "\(text) has the name of another of \(length) characters or fewer")
      }
    }
  }
}

@Suite struct `Reading the cases of extracts` {
  private func csv(_ text: String, needed: [String] = ["case"], known: [String]? = nil) -> [String] {
    let columns = CSVCases.Columns(needed: needed, known: known, caseField: ["case"])
    var steps: [String] = []
    CSVCases(file: "f", form: CSVReader.Form(), columns: columns).read(source(text)) { step in
      steps.append(told(step))
      return true
    }
    return steps
  }

  @Test(arguments: [
    ("case,a\nx,1\nx,2\ny,3\n", ["x: case=x a=1 | case=x a=2", "y: case=y a=3"]),
    ("a,case\n1,x\n", ["x: a=1 case=x"]),
    // What is passed over may have belonged to the case before it, or to the one after it.
    ("case,a\nx,1\nx\ny,3\nz,4\n", ["8134 at 3:1", "x!: case=x a=1", "y!: case=y a=3", "z: case=z a=4"]),
    ("case,a\n,1\nx,2\n", ["8122 at 2:1", "x!: case=x a=2"]),
    // A case that comes again is told once.
    ("case,a\nx,1\ny,2\nx,3\nx,4\nz,5\n", ["x: case=x a=1", "y: case=y a=2", "8121 at 4:1", "z: case=z a=5"]),
    ("case,a\nx,\"1\ny,2\n", ["8141 at 2:3", "y!: case=y a=2"]),
    ("", ["broken off 8145 at 0:0"]),
    ("a,b\n1,2\n", ["broken off 8131 at 1:1"]),
    ("case,a,a\nx,1,2\n", ["broken off 8133 at 1:8"]),
  ])
  func `Rows of a case that stand together are one`(text: String, expected: [String]) { #expect(csv(text) == expected) }

  @Test func `A column that is not known is told where only known ones may stand`() {
    #expect(csv("case,whenn\nx,1\n", known: ["case", "when"]) == ["broken off 8132 at 1:6"])
  }

  @Test func `Reading ends where nothing more is taken`() {
    var count = 0
    let columns = CSVCases.Columns(needed: [], known: nil, caseField: ["case"])
    CSVCases(file: "f", form: CSVReader.Form(), columns: columns).read(source("case\na\nb\nc\nd\n")) { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  private func lines(_ text: String, piece: Int = 1 << 16) -> [String] {
    var steps: [String] = []
    JSONLineCases(file: "f", caseField: ["case"], longestLine: 64).read(source(text, piece: piece)) { step in
      steps.append(told(step))
      return true
    }
    return steps
  }

  @Test(arguments: [
    (#"{"case":"x","a":1}"# + "\n" + #"{"case":"x","a":true,"b":null,"c":["p","q"]}"#, ["x: case=x a=1 | case=x a=yes c=p q"]),
    ("\u{FEFF}{\"case\":\"\\u00e9\\ud83d\\ude00\\n\"}\r\n", ["é😀\n: case=é😀\n"]),
    (#"{"case":"x","a":{"b":-1.5e3}}"#, ["x: case=x a{b=-1.5e3}"]),
    (#"{"case":"x"}"# + "\n" + #"{"case":"x","a":01}"# + "\n" + #"{"case":"y"}"#, ["8151 at 2:17", "x!: case=x", "y!: case=y"]),
    (#"{"case":"x","case":"y"}"#, ["8152 at 1:13"]),
    (#"["case"]"#, ["8152 at 1:1"]),
    (#"{"case":"x"} 1"#, ["8151 at 1:14"]),
    (#"{"case":"\ud800"}"#, ["8151 at 1:16"]),
    (#"{"case":"x"#, ["8151 at 1:11"]),
    ("{\"case\":\"" + String(repeating: "x", count: 200) + "\"}\n{\"case\":\"y\"}\n", ["8144 at 1:1", "y!: case=y"]),
    ("", ["broken off 8145 at 0:0"]),
  ])
  func `Each line of JSON is a record`(text: String, expected: [String]) {
    #expect(lines(text) == expected)
    #expect(lines(text, piece: 7) == expected)
  }

  @Test func `A line that is no text is told from the first wrong byte on`() {
    var steps: [String] = []
    let bytes = Array("{\"case\":\"é".utf8) + [0xFF] + Array("\"}\n".utf8)
    JSONLineCases(file: "f", caseField: ["case"]).read(source(bytes)) { step in
      steps.append(told(step))
      return true
    }
    #expect(steps == ["8142 at 1:11"])
  }

  private func xml(_ text: String, piece: Int = 1 << 16) -> [String] {
    var steps: [String] = []
    XMLCases(file: "f", casePath: ["M", "Cs", "C"], caseField: ["Ids/Id"]).read(source(text, piece: piece)) { step in
      steps.append(told(step))
      return true
    }
    return steps
  }

  @Test(arguments: [
    ("<M><H><Y>2026</Y></H><Cs><C><Ids><Id>x</Id></Ids><E><D> 1 </D><D>2</D></E></C></Cs></M>", ["x: Ids{Id=x} E{D=1 D=2}"]),
    ("<M><Cs>\n<C><Ids><Id>x</Id>stray</Ids></C></Cs></M>", ["8162 at 2:19", "x!: Ids{Id=x}"]),
    ("<M><Cs><C><Ids/></C></Cs></M>", ["8122 at 1:10"]),
    ("<M><Cs><C><Ids><Id>x</Id></Ids></C><C><Ids><Id>x</Id></Ids></C></Cs></M>", ["x: Ids{Id=x}", "8121 at 1:48"]),
    ("<N/>", ["broken off 8162 at 1:3"]),
    ("<M><Cs><C><Ids><Id>x</Id></Ids></C><C>", ["x: Ids{Id=x}", "broken off 8161 at 1:39"]),
    ("", ["broken off 8145 at 0:0"]),
    ("<M><Cs><C><Ids><Id a='1&amp;2'>&lt;x&gt;</Id></Ids></C></Cs></M>", []),
  ])
  func `Each element at the path is a case`(text: String, expected: [String]) {
    // An element with attributes and no elements within is a record, whose text is no field of it.
    let expected = expected.isEmpty ? ["8122 at 1:10"] : expected
    #expect(xml(text) == expected)
  }

  private func xml(_ bytes: [UInt8], piece: Int = 1 << 16) -> [String] {
    var steps: [String] = []
    XMLCases(file: "f", casePath: ["M", "C"], caseField: ["Id"]).read(source(bytes, piece: piece)) { step in
      steps.append(told(step))
      return true
    }
    return steps
  }

  @Test(arguments: [
    ("<M><!-- caf\u{1} --><C><Id>x</Id></C></M>", ["broken off 8142 at 1:12"]),
    ("<M>\n<C><Id>x</Id></C><?caf\u{1}?></M>", ["x: Id=x", "broken off 8142 at 2:23"]),
    ("<M><caf\u{1}/></M>", ["broken off 8142 at 1:8"]),
    ("<M a\u{1}='1'><C><Id>x</Id></C></M>", ["broken off 8142 at 1:5"]),
    ("<M><C><Id>x\u{1}</Id></C></M>", ["broken off 8142 at 1:12"]),
    ("<M><C><Id>x</Id></C></M><!-- \u{1} -->", ["x: Id=x", "broken off 8142 at 1:30"]),
    ("<M><C><Id>x</Id></C></M>\u{1}", ["x: Id=x", "broken off 8142 at 1:25"]),
  ])
  func `Bytes that are no text break a document off wherever they stand`(text: String, expected: [String]) {
    let bytes = text.utf8.map { $0 == 1 ? 0xE9 : $0 }
    for piece in [1, 7, 1 << 16] { #expect(xml(bytes, piece: piece) == expected) }
  }

  @Test(arguments: [
    ("<M><C><Id><![CDATA[x]]></Id></C></M>", ["x: Id=x"]),
    ("<M><C><Id>a<![CDATA[<&é]]>b</Id></C></M>", ["a<&éb: Id=a<&éb"]),
    ("<!-- - <!DOCTYPE > --><?p <!DOCTYPE?>\n<M><C><Id>x</Id></C></M>", ["x: Id=x"]),
    ("<?xml version='1.0'?>\n<!DOCTYPE M [<!ENTITY d 'x'>]><M><C><Id>&d;</Id></C></M>", ["broken off 8162 at 2:1"]),
    (" <!DOCTYPE M SYSTEM 'm.dtd'><M><C><Id>&d;</Id></C></M>", ["broken off 8162 at 1:2"]),
    ("<M><C><Id>&d;</Id></C></M>", ["broken off 8161 at 1:14"]),
    ("<M><x:y/><C><Id>x</Id></C></M>", ["broken off 8161 at 1:8"]),
    ("<?xml version='1.0' encoding='nonsense'?><M/>", ["broken off 8142 at 1:21"]),
    ("<?xml version='1.0' encoding='UTF-16'?><M/>", ["broken off 8142 at 1:21"]),
  ])
  func `Nothing of a document is left out in silence`(text: String, expected: [String]) {
    for piece in [1, 7, 1 << 16] { #expect(xml(Array(text.utf8), piece: piece) == expected) }
  }

  private func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  @Test func `The encodings that a document may declare are read alike`() {
    func document(_ encoding: String) -> String { "<?xml version='1.0' encoding='\(encoding)'?><M><C><Id>é😀</Id></C></M>" }
    let narrow = document("ISO-8859-1").replacing("😀", with: "").unicodeScalars.map { UInt8($0.value) }
    let western = document("windows-1252").replacing("😀", with: "\u{80}").unicodeScalars.map { UInt8($0.value) }
    let big = wide("\u{FEFF}" + document("UTF-16"), isBigEndian: true)
    let little = wide("\u{FEFF}" + document("UTF-16"), isBigEndian: false)
    let marked = Array("\u{FEFF}\(document("utf-8"))".utf8)
    for piece in [1, 3, 1 << 16] {
      #expect(xml(narrow, piece: piece) == ["é: Id=é"])
      #expect(xml(western, piece: piece) == ["é€: Id=é€"])
      for bytes in [big, little, Array(big[2...]), marked] { #expect(xml(bytes, piece: piece) == ["é😀: Id=é😀"]) }
      #expect(xml(little.dropLast(), piece: piece).last == "broken off 8142 at 1:64")
    }
    let half = wide("<M><C><Id>", isBigEndian: true) + [0xD8, 0, 0, 0x78]
    #expect(xml(half) == ["broken off 8142 at 1:11"])
  }

  @Test func `What stands about cases is at hand with each`() {
    var years: [String?] = []
    let text = "<M><H><Y>2026</Y></H><Cs><C><Id>x</Id></C><C><Id>y</Id></C></Cs></M>"
    XMLCases(file: "f", casePath: ["M", "Cs", "C"], caseField: ["Id"]).read(source(text)) { step in
      if case .gathered(let extracted) = step {
        years.append(extracted.document?.records.first { $0.name == "H" }?.fields.first?.text)
        #expect(extracted.document?.records.contains { $0.name == "Cs" && $0.records.isEmpty } == true)
      }
      return true
    }
    #expect(years == ["2026", "2026"])
  }

  @Test func `Attributes of an event log are fields under their keys`() {
    let log = """
      <log><string key="creator" value="c"/><trace><string key="concept:name" value="t1"/>
      <event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-02T03:04:05.000+01:00"/></event>
      </trace></log>
      """
    var steps: [String] = []
    XMLCases(eventLog: "f", caseField: ["concept:name"]).read(source(log)) { step in
      steps.append(told(step))
      return true
    }
    #expect(steps == ["t1: concept:name=t1 event{concept:name=a time:timestamp=2026-01-02T03:04:05.000+01:00}"])
  }

  @Test func `A workbook is read by its sheets, with days as days`() throws {
    let url = try #require(Bundle.module.url(forResource: "lists", withExtension: "xlsx", subdirectory: "Fixtures"))
    let bytes = Array(try Data(contentsOf: url))
    let book = try #require(ExcelWorkbook(bytes))
    #expect(book.sheets.map(\.name) == ["Referrals", "Notes"])
    let cells = book.sheets[0].rows.map { row in row.cells.map { "\(row.number):\($0.column) \($0.text)" } }
    #expect(
      cells == [
        ["1:1 Child Unique ID", "1:2 Date of Referral", "1:27 Referral Source"],
        ["2:1 c1", "2:2 2020-09-16", "2:27 q) 6: Police"],
        ["4:1 7", "4:2 2020-09-17 12:00"],
        ["5:1 61", "5:2 yes"],
      ])
    // Cut short anywhere it is none.
    for tenth in 0..<10 { #expect(ExcelWorkbook(Array(bytes.prefix(bytes.count * tenth / 10))) == nil) }
  }

  @Test func `What gzip pressed together is read as it was`() throws {
    // Made by `printf 'one\n' | gzip -n` twice, one behind the other.
    let member: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0xCF, 0x4B, 0xE5, 2, 0, 0x9F, 0xA8, 0x17, 0xF8, 4, 0, 0, 0,
    ]
    func text(_ bytes: [UInt8], piece: Int) -> (String, Bool) {
      let zipped = GzipSource(source(bytes, piece: piece))
      var text: [UInt8] = []
      var room = [UInt8](repeating: 0, count: 3)
      while true {
        let count = room.withUnsafeMutableBytes { zipped.read($0) }
        if count == 0 { return (String(decoding: text, as: UTF8.self), zipped.isDamaged) }
        text += room[..<count]
      }
    }
    for piece in [1, 5, 100] {
      #expect(text(member + member, piece: piece) == ("one\none\n", false))
      #expect(text(Array(member.dropLast()), piece: piece).1)
      #expect(text([1, 2, 3], piece: piece).1)
    }
  }
}

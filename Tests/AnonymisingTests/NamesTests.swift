import Anonymising
import CaseWriting
import Diagnostics
import Foundation
import Histories
import SecretKeys
import Testing

@Suite struct `Names of anonymous cases` {
  /// **Source:** RFC 4231, test cases 6 and 7, whose keys are long enough.
  @Test(arguments: [
    (
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      "This is a test using a larger than block-size key and a larger than block-size data. "
        + "The key needs to be hashed before being used by the HMAC algorithm.",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ])
  func `The digest is that of the standard`(message: String, digest: String) throws {
    let key = try #require(PseudonymKey([UInt8](repeating: 0xAA, count: 131)))
    #expect(key.digest(Array(message.utf8)).map { String(format: "%02x", $0) }.joined() == digest)
  }

  @Test func `A key of a file may be bytes or hexadecimal digits, and is not too short`() throws {
    let digits = England.key.map { String(format: "%02x", $0) }.joined()
    let message = Array("a".utf8)
    let written = try #require(PseudonymKey(fileContent: Array("\(digits)\n".utf8)))
    #expect(written.digest(message) == (try #require(PseudonymKey(England.key)).digest(message)))
    #expect(PseudonymKey(fileContent: Array(digits.dropLast(2).utf8)) == nil)
    #expect(PseudonymKey(fileContent: Array("a short key".utf8)) == nil)
    #expect(PseudonymKey(fileContent: Array("thirty-two bytes are long enough".utf8)) != nil)
    #expect(!"\(written)".contains("0001") && !String(reflecting: written).contains("0001"))
  }

  @Test func `The same key gives the same names, another key others`() throws {
    let text = try #require(try England.load(4...4).first)
    let one = try #require(try England.anonymous(text, seed: 1))
    let same = try #require(try England.anonymous(text, seed: 2))
    let other = try #require(try England.anonymous(text, key: England.key.reversed(), seed: 1))
    #expect(one.name == same.name)
    #expect(one.history.children.map(\.name) == same.history.children.map(\.name))
    #expect(one.name != other.name)
    #expect(Set(one.history.children.map(\.name)).isDisjoint(with: other.history.children.map(\.name)))
    #expect(one.name.wholeMatch(of: /case-[0-9a-f]{16}/) != nil)
  }

  @Test func `A child of one name has another pseudonym in another case, and a text too`() throws {
    let pseudonyms = try England.pseudonyms()
    #expect(pseudonyms.ofChild("ann", inCase: "a") != pseudonyms.ofChild("ann", inCase: "b"))
    #expect(pseudonyms.ofText("ann", inCase: "a") != pseudonyms.ofText("ann", inCase: "b"))
    #expect(pseudonyms.ofChild("b", inCase: "aa") != pseudonyms.ofChild("ab", inCase: "a"))
  }

  private static let planted = """
    # Jane Roe wrote this.
    history: roe-family
    title: The Roe family of Plantedtown
    source: {title: Plantedtown review, publisher: Plantedtown, dated: 2024-02}
    procedure: england
    children:
      jane: {born: 2018-03-04, known: plantedevent}
      jim: {born: 2019-04}
    complete for: [action_agreed, {event: core_group_held, for: [jane], from: plantedevent, until: 2023-06}]
    observed until: 2023-06
    events:
      - {id: plantedevent, event: referral_received, when: 2022-01-05, cite: Plantedtown 2.1}
      - {id: p2, event: action_agreed, action: Ring Jane's aunt in Plantedtown, when: 2 days after plantedevent}
      - {id: p3, event: context_noted, for: {jane: {topic: calendar}, jim: {}}, when: early 2022-01}
      - {id: p4, event: action_completed, action: Ring Jane's aunt in Plantedtown, when: about 3 weeks after p2}
    """

  @Test(arguments: AnonymisingOptions.Dates.allCases)
  func `Nothing is left of names, of free text and of dates`(dates: AnonymisingOptions.Dates) throws {
    var options = AnonymisingOptions()
    options.dates = dates
    let anonymous = try #require(try England.anonymous(Self.planted, options))
    let text = HistoryText.yaml(anonymous.tree)
    for word in ["jane", "jim", "roe", "planted", "aunt", "2022-01-05", "2018-03-04", "2019-04,", "cite", "title", "source"] {
      #expect(!text.lowercased().contains(word), "\(word) in \(text)")
    }
    #expect(text.contains("about 3 weeks after e2"))
    // One text joins what was agreed and what was done.
    let texts = text.matches(of: /text-[0-9a-f]{16}/).map { String($0.output) }
    #expect(texts.count == 2 && Set(texts).count == 1)
  }
}

import CaseLoads
import Testing

@Suite struct `A load that is made again` {
  @Test(arguments: CaseLoadForm.allCases) func `Has the same bytes`(_ form: CaseLoadForm) throws {
    #expect(try England.bytes(1...200, seed: 7, as: form) == England.bytes(1...200, seed: 7, as: form))
  }

  @Test(arguments: [1, 2, 77, 199]) func `Has the same bytes if it is made in two parts`(_ last: Int) throws {
    let parts = try England.bytes(1...last, seed: 7) + England.bytes((last + 1)...200, seed: 7)
    #expect(try parts == England.bytes(1...200, seed: 7))
  }

  @Test func `Is another with another seed`() throws {
    let (one, other) = (try England.load(seed: 1), try England.load(seed: 2))
    let alike = (1...300).count { number in
      let (a, b) = (one.makeCase(number), other.makeCase(number))
      return a.events.map(\.day) == b.events.map(\.day)
    }
    #expect(alike < 3)
    #expect(try England.bytes(1...20, seed: 1) != England.bytes(1...20, seed: UInt64.max))
  }

  /// A digest that was seen once, so that a machine on which numbers are drawn or rounded otherwise is found out.
  ///
  /// **Source:** FNV-1a, 64 bits.
  @Test func `Has the bytes that it had on the machine on which this was written`() throws {
    let digest = try England.bytes(1...500, seed: 7).reduce(0xCBF2_9CE4_8422_2325 as UInt64) { digest, byte in
      (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    #expect(digest == 1_660_091_211_466_947_996)
  }
}

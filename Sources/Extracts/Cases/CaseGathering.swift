import Diagnostics

/// Gathers records that come one after another into cases: those of one case stand together.
struct CaseGathering {
  private let caseField: [String]
  private var current: ExtractedCase?
  private var seen: SeenCases
  /// The case whose records are being passed over, for it was there before.
  private var repeated: String?
  /// Whether something was passed over that may belong to the record that comes next.
  private var isNextDamaged = false

  /// Cases that were met before what is read.
  private let earlier: Set<String>

  init(caseField: [String], seen: SeenCases = SeenCases(), earlier: Set<String> = []) {
    self.caseField = caseField
    self.seen = seen
    self.earlier = earlier
  }

  /// Takes a record; gives the case that ended with the one before it, and what is wrong with this one.
  mutating func take(_ record: ExtractRecord) -> [ExtractStep] {
    let key = caseField.lazy.compactMap { name in record.field(name) }.first
    guard let key else {
      noteFault()
      return [
        .fault(
          Diagnostic(
            .caseUnnamed, "The record does not say of which case it is.", at: record.place,
            mend: "Fill in the column `\(caseField[0])`, or leave the record out."))
      ]
    }
    if current?.key.text == key.text {
      current?.records.append(record)
      isNextDamaged = false
      return []
    }
    if repeated == key.text { return [] }
    repeated = nil
    let ended = finish()
    guard !earlier.contains(key.text), seen.insert(key.text) else {
      repeated = key.text
      return ended + [
        .fault(
          Diagnostic(
            .caseComesAgain, "Records of this case stand further up already, with those of others between.", at: key.place,
            mend: "Sort the file by case, so that the records of one stand together; these are not read."))
      ]
    }
    current = ExtractedCase(key: key, records: [record], isDamaged: isNextDamaged)
    isNextDamaged = false
    return ended
  }

  /// Notes that something was passed over: it may have belonged to the case at hand or to the one after it.
  mutating func noteFault() {
    current?.isDamaged = true
    isNextDamaged = true
  }

  /// The case at hand, which has no more records.
  mutating func finish() -> [ExtractStep] {
    defer { current = nil }
    return current.map { [.gathered($0)] } ?? []
  }
}

/// The functions whose names have a word in them that FEEL keeps for itself.
enum FunctionName {
  static let withReservedWords = [
    ["date", "and", "time"], ["years", "and", "months", "duration"], ["working", "days", "between"],
  ]
}

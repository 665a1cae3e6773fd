extension Unicode.Scalar {
  /// Whether it may stand as it is within a line of a YAML text.
  ///
  /// **Source:** YAML 1.2.2, 5.1, without the line ends that only some editors know.
  var standsInYAMLLine: Bool {
    switch value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

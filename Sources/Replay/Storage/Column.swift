/// Plain values side by side in one block of memory, which is kept and filled anew for every case.
///
/// Reading and writing count no references and, once the block is large enough, allocate nothing. A place beyond the end
/// stops the program.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 16
    base = .allocate(capacity: capacity)
  }

  /// A column of the values of a list.
  init(_ values: [Element]) {
    self.init()
    for value in values { append(value) }
  }

  deinit { base.deallocate() }

  /// - Complexity: O(1).
  subscript(place: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
      return base[place]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
      yield &base[place]
    }
  }

  var isEmpty: Bool { count == 0 }

  /// A copy of what it holds.
  var values: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  var indices: Range<Int> { 0..<count }

  @inline(__always) mutating func append(_ value: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: value)
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// Drops what stands at a place and after it.
  mutating func removeAll(from place: Int) { count = min(count, place) }

  /// Replaces everything by so many of one value.
  mutating func fill(_ count: Int, with value: Element) {
    if count > capacity { grow(to: count) }
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Replaces everything by what is made of each value of a list.
  @inline(__always) mutating func fill<Source>(from list: [Source], _ make: (borrowing Source) -> Element) {
    if list.count > capacity { grow(to: list.count) }
    list.withUnsafeBufferPointer { list in
      for place in 0..<list.count { (base + place).initialize(to: make(list[place])) }
    }
    count = list.count
  }

  /// Replaces everything by what another column holds.
  mutating func fill(from other: borrowing Column) {
    if other.count > capacity { grow(to: other.count) }
    base.update(from: other.base, count: other.count)
    count = other.count
  }

  /// Replaces everything by a run of what another column holds.
  mutating func fill(from other: borrowing Column, in places: Places) {
    let range = places.range
    precondition(range.upperBound <= other.count)
    if range.count > capacity { grow(to: range.count) }
    base.update(from: other.base + range.lowerBound, count: range.count)
    count = range.count
  }

  /// Adds everything that another column holds, and tells where.
  @discardableResult
  mutating func append(from other: borrowing Column) -> Places {
    if count + other.count > capacity { grow(to: count + other.count) }
    (base + count).initialize(from: other.base, count: other.count)
    defer { count += other.count }
    return Places(first: count, count: other.count)
  }

  /// Adds so many of one value.
  mutating func append(_ value: Element, times: Int) {
    if count + times > capacity { grow(to: count + times) }
    (base + count).initialize(repeating: value, count: times)
    count += times
  }

  /// A value put in at a place, before what stood there.
  mutating func insert(_ value: Element, at place: Int) {
    precondition(place >= 0 && place <= count)
    append(value)
    var index = count - 1
    while index > place {
      base[index] = base[index - 1]
      index -= 1
    }
    base[place] = value
  }

  /// Takes the last value away.
  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count -= 1
    return base[count]
  }

  func contains(where isSought: (Element) -> Bool) -> Bool {
    for place in 0..<count where isSought(base[place]) { return true }
    return false
  }

  /// The first place in a range whose value is sought; -1 for none.
  @inline(__always) func first(in range: Range<Int>, where isSought: (UnsafePointer<Element>) -> Bool) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    for place in range where isSought(UnsafePointer(base + place)) { return place }
    return -1
  }

  /// A copy of a run of its values.
  func values(in places: Places) -> [Element] {
    precondition(places.range.upperBound <= count)
    return Array(UnsafeBufferPointer(start: base + places.range.lowerBound, count: places.range.count))
  }

  var last: Element? { count > 0 ? base[count - 1] : nil }

  @inline(never) private mutating func grow(to least: Int) {
    let larger = max(least, capacity * 2)
    let block = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    block.moveInitialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (block, larger)
  }
}

extension Column where Element: Equatable {
  /// Whether it holds a value at some place from one on.
  func contains(_ value: Element, from place: Int) -> Bool {
    first(in: place..<count) { $0.pointee == value } >= 0
  }
}

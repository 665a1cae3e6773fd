@testable import Workbench

extension Answer {
  /// What a check of these files answers; nothing is written.
  static func check(
    _ files: [InputFile]?, focus: String? = nil, options: OutputOptions = OutputOptions()
  ) -> Answer {
    var request = CheckRequest(files: files)
    request.focus = focus
    return check(request, options: options).answer
  }
}

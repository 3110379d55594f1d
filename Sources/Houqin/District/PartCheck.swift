import LedgerKit

/// Which parts belong together: one semester, no school twice.
enum PartCheck {
  /// The semester most schools are of; of equally many the later one.
  static func semester(of parts: [SchoolPart]) -> Semester? {
    let counts = Dictionary(parts.compactMap { $0.aggregate.map { ($0.semester, 1) } }, uniquingKeysWith: +)
    return counts.max { ($0.value, $0.key.window.first) < ($1.value, $1.key.window.first) }?.key
  }

  /// The parts in the order of their folders; those of another semester, and copies of a school, do not count and say why.
  static func settled(_ parts: [SchoolPart]) -> [SchoolPart] {
    guard let semester = semester(of: parts) else { return parts }
    var firstOf: [String: String] = [:]
    return parts.sorted { $0.folder < $1.folder }.map { part in
      guard let aggregate = part.aggregate else { return part }
      let reason: String
      if aggregate.semester != semester {
        reason = "是\(aggregate.semester.title)，多数学校是\(semester.title)。它自己的总结已经写好；请核对 设置.csv 的学年和学期，改后重新汇总。"
      } else if let other = firstOf[aggregate.fingerprint] {
        reason = "各个文件与“\(other)”的完全相同，是同一所学校的副本。请删去一份，再重新汇总。"
      } else {
        firstOf[aggregate.fingerprint] = part.folder
        return part
      }
      return SchoolPart(folder: part.folder, outcome: .failed(reason))
    }
  }

  /// Refuses parts that do not belong together, naming the files.
  static func refuseStrangers(_ parts: [(file: String, part: SchoolPart)]) throws(HouqinError) {
    var fileOf: [String: String] = [:]
    var firstOf: [String: String] = [:]
    let semester = semester(of: parts.map(\.part))
    for (file, part) in parts {
      if let other = fileOf.updateValue(file, forKey: part.folder) {
        throw .unreadableFile(file, message: "与“\(other)”都是“\(part.folder)”", fix: "同一所学校只给一份；两所学校的文件夹同名时，请给文件夹改名，再重新运行 houqin partial。")
      }
      guard let aggregate = part.aggregate, let semester else { continue }
      if aggregate.semester != semester {
        throw .unreadableFile(
          file, message: "是\(aggregate.semester.title)，别的是\(semester.title)", fix: "一次只汇总一个学期；请核对这所学校 设置.csv 的学年和学期。")
      }
      if let other = firstOf.updateValue(file, forKey: aggregate.fingerprint) {
        throw .unreadableFile(file, message: "与“\(other)”的来源文件完全相同，是同一所学校的副本", fix: "请去掉一份。")
      }
    }
  }
}

import LedgerKit

/// When two names of places mean the same place; domain §1.1.1.
public enum AreaNames {
  private static let synonyms: [[String]] = [
    ["食堂", "厨房", "食堂操作间", "操作间"], ["寝室", "午睡室", "睡眠室"], ["户外场地", "室外场地", "户外", "操场"],
    ["盥洗室", "卫生间", "厕所"], ["大门及门卫室", "大门", "门卫室", "门卫", "保安室", "传达室"], ["大型玩具", "户外大型玩具", "大型器械"],
    ["走廊楼梯", "走廊", "楼梯", "楼道"], ["食品库房", "食堂库房", "食品仓库"], ["燃气间", "燃气表房", "煤气间"],
    ["活动室", "班级", "各班", "活动室(班级)"], ["围墙周界", "围墙", "周界"], ["消防设施", "消防器材", "消防"], ["教室", "各班教室"],
  ]

  /// Names that head a column of a sheet with a place in each.
  static let headers: Set<String> = Set(
    (synonyms.flatMap { $0 } + ["配电房", "配电室", "监控室", "保健室", "仓库", "办公室", "教室", "实验室", "宿舍", "图书馆", "体育馆", "多功能厅", "锅炉房", "专用活动室"])
      .map(Folding.header))

  /// For each name the place in the list of those it shares a place with.
  private static let groups: [String: Int] = Dictionary(
    synonyms.enumerated().flatMap { group in group.element.map { ($0, group.offset) } }, uniquingKeysWith: { first, _ in first })

  /// The form two names of one place share.
  public static func canonical(_ raw: String) -> String {
    let name = Folding.compact(raw)
    return groups[name].flatMap { synonyms[$0].first } ?? name
  }

  /// Whether what a clerk wrote covers a place of the list: the same place, a part of it, or a list that names it.
  public static func covers(_ area: String, written raw: String) -> Bool {
    let wanted = Place(area)
    return places(in: raw).contains { wanted.holds(Place($0)) }
  }

  /// The places a cell names: 1、2、3号楼 and 1-3号楼 are three (domain §5.1, 97); 各楼层 names none in particular.
  static func places(in raw: String) -> [String] {
    let parts = raw.split(whereSeparator: { "、,，;；/".contains($0) }).map { Folding.compact(String($0)) }
    guard parts.count > 1 else { return range(Folding.compact(raw)) ?? [raw] }
    let ending = parts.last.map { String($0.drop { $0.isASCII && $0.isNumber }) } ?? ""
    return parts.flatMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? [part + ending] : range(part) ?? [part] }
  }

  /// 1-3号楼 as three places; nil where the text is no such range.
  private static func range(_ text: String) -> [String]? {
    let first = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(first.count)
    guard let sign = rest.first, "-~—至到".contains(sign) else { return nil }
    let last = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let a = Int(first), let b = Int(last), a < b, b - a < 20 else { return nil }
    return (a...b).map { String($0) + rest.dropFirst(1 + last.count) }
  }

  /// A written place, folded once to be compared with many; as bytes, since whole characters are found as bytes too.
  struct Place {
    let name: [UInt8]
    private let length: Int
    let isClassroom: Bool
    /// Rooms in general, of which every class has one.
    let isRoomOfClasses: Bool
    /// Other names of it: 一楼走廊 is a part of 走廊楼梯, because it ends with one of them.
    let others: [[UInt8]]

    init(_ raw: String) {
      let text = canonical(raw)
      name = Array(text.utf8)
      length = text.count
      isClassroom = AreaNames.isClassroom(text)
      isRoomOfClasses = text == "活动室" || text == "教室"
      others = (groups[text].map { synonyms[$0] } ?? []).map { Array($0.utf8) }
    }

    /// Whether two written places may be one: the same name, or one names a part of the other.
    func isNear(_ other: Place) -> Bool { holds(other) || other.holds(self) }

    /// Whether the other is this place or a part of it.
    func holds(_ other: Place) -> Bool {
      if other.name == name || (isRoomOfClasses && other.isClassroom) { return true }
      if others.contains(where: { other.name.reversed().starts(with: $0.reversed()) }) { return true }
      return length >= 2 && other.length >= 2 && (Folding.contains(other.name, name) || Folding.contains(name, other.name))
    }
  }

  /// 大一班, 中(3)班, 三3班: a class is a place too.
  static func isClassroom(_ name: String) -> Bool { name.hasSuffix("班") && name.count <= (name.holds("级") ? 9 : 6) }
}

/// 全体师生 where a number of people belongs: taken from 设置.csv only where the school says so; domain §5.1, 42.
enum WholeRoll {
  static func reading(of body: String, _ context: inout ReadingContext) -> CellReading? {
    guard !body.contains(where: \.isNumber), ["全体", "全园", "全校", "师生"].contains(where: body.hasPrefix), body.count <= 8 else { return nil }
    guard context.frame.answer(.wholeRoll) == "是" else {
      return context.frame.answer(.wholeRoll) == nil ? .unusable(.undecided(.wholeRoll)) : .unusable(.unreadableNumber)
    }
    guard let people = people(body, context.frame) else { return .unusable(.unreadableNumber) }
    (context.repair, context.precision) = (.roll, .about)
    return .noted(Int64(people), .fromRoll(people))
  }

  private static func people(_ body: String, _ frame: ReadingFrame) -> Int? {
    let hasStaff = ["教", "师", "员工", "职工"].contains(where: body.holds)
    let hasChildren = ["幼儿", "学生", "孩子", "师生"].contains(where: body.holds)
    switch (hasChildren, hasStaff) {
    case (true, false): return frame.children
    case (false, true): return frame.staff
    default: return frame.children.flatMap { children in frame.staff.map { children + $0 } }
    }
  }
}

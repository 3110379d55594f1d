import LedgerKit

/// GEN-001…, domain §2.2: what is met while a cell is read.
enum CellRules {
  static let all: [Rule] = dates + numbers + words + texts

  private static let dates: [Rule] = [
    rule(
      "GEN-001", "日期无法识别", .error, "不认识的日期写法，这一行不能归入哪个月、哪个学期。",
      bad: ["三月上旬", "开学初", "6/3/2023", "周三", "第5周", "3月份"], good: ["2023年3月17日上午9:30", "20230317"]
    ) { trouble in
      switch trouble {
      case .unreadableDate: return Offense(nil, "看不懂这个日期", fix: "请写成 2023-03-06 这样的日期。")
      case .undecided(.dateOrder): return Offense(nil, "分不清哪个是月、哪个是日", fix: "请写成 2023-03-06 这样的日期；整份表都这样写的，\(Question.dateOrder.remedy)。")
      case .recurring: return Offense(nil, "这是周期，不是哪一天的记录", fix: "请每次写一行，填当天的日期，如 2023-03-06。")
      case .weekUnknown: return Offense(nil, "不知道第几周是哪几天", fix: "请写成 2023-03-06 这样的日期，或在 设置.csv 填写“学期开始”。")
      case .dayUnknown(let month):
        return Offense(nil, "只写到月份，按\(month.month)月计，不知道是哪一天", fix: "请写全年月日；不写日的不计入天数。", severity: .warning)
      case .letterForDigit(let day): return Offense(nil, "数字里夹了字母，读作 \(day.iso)", fix: "请把字母改成数字。", severity: .warning)
      case .noDeadline: return Offense(nil, "没有确定的期限，按没有期限计", fix: "请写明哪天以前完成；确属长期工作的不用处理。", severity: .warning)
      default: return nil
      }
    },
    rule("GEN-002", "日期不存在", .error, "日历上没有这一天，多半是写错了。", bad: ["2023-2-30", "2023.4.31"], good: ["2023-02-28"]) {
      $0 == .impossibleDate ? Offense(nil, "日历上没有这一天", fix: "请核对月和日。") : nil
    },
    rule("GEN-003", "日期缺年份", .info, "只写月日的，按本学期补上年份；补不出唯一年份的无法使用。", bad: ["3月17日", "3.17", "9月1日"], good: ["2023/3/17"]) {
      switch $0 {
      case .yearInferred(let day): return Offense(nil, "没有写年份，按本学期读作 \(day.iso)", fix: "读得不对时，请写全年月日。")
      case .dayOfWeek(let day): return Offense(nil, "按教学周推算为 \(day.iso)", fix: "推算得不对时，请写全年月日。")
      case .yearUndecided: return Offense(nil, "没有写年份，无法确定是哪一年", fix: "请写全年月日，如 2023-03-06。", severity: .error)
      default: return nil
      }
    },
    rule("GEN-012", "日期序列号", .info, "日期导出成了Excel的序号，已换算。", bad: ["45002"], good: ["2023-03-17"]) {
      guard case .serialDate(let day) = $0 else { return nil }
      return Offense(nil, "日期导出成了数字，按Excel序号读作 \(day.iso)", fix: "换算不对时，请把这一列设为日期格式后重新导出。")
    },
    rule(
      "GEN-021", "多值单元格", .info, "一格里写了几个日期或几个问题；分得清的按一种办法计，分不清的不用。", bad: ["3月5日、3月12日", "3.6/3.20", "3月6日-10日"],
      good: ["2023-03-06"]
    ) { trouble in
      switch trouble {
      case .severalValues: return Offense(nil, "一格里有几个值，分不清用哪一个", fix: "请一行写一个；起止日期请写成“3月6日-10日”。", severity: .error)
      case .period(let day): return Offense(nil, "写的是一段时间，按开始的 \(day.iso) 计", fix: "不对时请写明哪一天。")
      case .splitProblems(let n):
        return Offense(nil, "一格里编号写了\(n)个问题，按\(n)处计", fix: "不对时请分行填写；不要分开计的，\(Question.splitProblems.remedy("否"))。")
      case .unsplitProblems: return Offense(nil, "一格里像有几个问题，没有编号，按1处计", fix: "是几处隐患的，请分行填写，或编上1、2、3。", severity: .warning)
      default: return nil
      }
    },
    rule("GEN-026", "星期与日期不符", .warning, "写的星期与日历不符，日期多半写错了一位；照日期计入。", bad: ["2023年3月17日星期一"], good: ["2023年3月17日（星期五）"]) {
      guard case .weekdayMismatch(let fact) = $0 else { return nil }
      return Offense(nil, "\(fact)，与写的星期不符", fix: "请核对日期和星期，改正写错的一个。")
    },
  ]

  private static let numbers: [Rule] = [
    rule(
      "GEN-007", "数值无法识别", .error, "不是数，无法相加；这一格不计入合计。", column: 2, bad: ["一些", "若干", "20+5", "全体师生"], good: ["560人", "幼儿514、教师46"]
    ) { trouble in
      switch trouble {
      case .unreadableNumber: return Offense(nil, "不是可以计算的数", fix: "请填数字；单位写在表头或另一列。")
      case .dittoNumber: return Offense(nil, "数字不能写“同上”", fix: "请填数字，与上一行相同的也要填。")
      case .undecided(.wholeRoll): return Offense(nil, "没有写人数", fix: "请填数字；都按在册人数计的，\(Question.wholeRoll.remedy("是"))。")
      case .extraText(let value): return Offense(nil, "数字写法不规范，读作\(value)", fix: "读得不对时，请只填数字；说明写在备注。", severity: .warning)
      default: return nil
      }
    },
    rule("GEN-009", "模糊数值", .warning, "带“约”“余”“多”的数已按写出的数计入，不够准确。", column: 2, bad: ["约560人", "560余人"], good: ["560"]) { trouble in
      switch trouble {
      case .approximate: return Offense(nil, "这是约数，按写出的数计入", fix: "请填准确的数。")
      case .upperBound:
        return Offense(nil, "只知道不超过这个时间，不参加平均和比较", fix: "请填实际的用时，如 1分50秒。", severity: .info)
      case .fromRoll(let people): return Offense(nil, "没有写人数，按在册人数\(people)估算", fix: "请填实到人数。")
      default: return nil
      }
    },
    rule("GEN-011", "Excel 错误值", .error, "公式出错或列太窄，原来的内容已经丢失。", column: 2, bad: ["#REF!", "######"], good: ["560"]) {
      switch $0 {
      case .excelError: Offense(nil, "Excel导出的错误值，原来的内容已丢失", fix: "请在原表中修好公式或拉宽这一列，再另存为CSV。")
      case .digitsLost: Offense(nil, "号码太长，被Excel改成了科学计数法，后面几位已经丢失", fix: "请把原表这一列设为“文本”格式，照票据重新输入号码，再另存为CSV。")
      default: nil
      }
    },
    purchase(
      "GEN-015", "单位缺失或不符", .warning, "格子里的单位与表头或“单位”一列不同；能换算的换算，不能的不用。", header: "数量（瓶）", bad: ["3箱(36瓶)"], good: ["36瓶"],
      also: [.table(pricesOfOtherUnits)]
    ) { trouble in
      switch trouble {
      case .unitUnclear: return Offense(nil, "单位与表头不同，无法换算", fix: "请按表头的单位填数字。", severity: .error)
      case .converted(let value) where !value.hasSuffix("元"): return Offense(nil, "单位与表头不同，换算为\(value)", fix: "换算不对时，请按表头的单位填写。")
      default: return nil
      }
    },
    drill(
      "GEN-016", "百分比越界", .error, "百分比应在0到100之间。", header: "参与率", bad: ["105%", "-3%"], good: ["98%", "百分之百"]
    ) { $0 == .percentOutOfRange ? Offense(nil, "百分比不在0到100之间", fix: "请改为0到100之间的数，如 98%。") : nil },
    Rule(
      "GEN-017", "百分比量纲不明", .warning, .data, citation: .sheet, rationale: "一列里有的写0.98、有的写97，分不清是98%还是0.98%；小于等于1的没有采用。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,参与率\n2023-03-17,消防,560,↓0.98\n2023-04-14,地震,560,97\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,参与率\n2023-03-17,消防,560,98%\n2023-04-14,地震,560,97\n")],
      check: .cell { trouble in
        guard trouble == .smallShare else { return nil }
        return Offense(nil, "这一列有的像小数、有的像百分数，分不清，没有采用", fix: "请统一写成98%这样；\(Question.smallShare.remedy)。")
      }),
    purchase("GEN-022", "金额单位", .info, "万元、角分和大写金额已换算成元。", header: "金额", bad: ["1.2万元", "壹仟贰佰元整", "12元5角"], good: ["42.00", "42元"]) {
      guard case .converted(let value) = $0, value.hasSuffix("元") else { return nil }
      return Offense(nil, "换算为\(Format.grouped(value))", fix: "换算不对时，请填以元为单位的数字。")
    },
  ]

  /// 12.5元/斤 in a row whose unit is 公斤. Such a price is not a plain number, so it was repaired.
  @Sendable private static func pricesOfOtherUnits(_ table: Table, _ scope: Scope) -> [Offense] {
    guard let price = table.ledger.column("price"), let unit = table.ledger.column("unit") as? Column<Text> else { return [] }
    let rows = table.repairedRows(of: price)
    if rows.isEmpty { return [] }
    return table.judgedRows(ofAllPeriods: true).filter { rows.contains($0.index) }.flatMap { priceOfOtherUnit($0, price, unit) }
  }

  private static func priceOfOtherUnit(_ row: Row, _ price: AnyColumn, _ column: Column<Text>) -> [Offense] {
    guard let unit = row[column]?.string, row.stored(price) != nil else { return [] }
    let written = Folding.compact(row.raw(price))
    guard let slash = written.lastIndex(of: "/"), !written[slash...].contains(where: \.isNumber) else { return [] }
    let own = String(written[written.index(after: slash)...])
    guard own != Folding.compact(unit) else { return [] }
    return [Offense(row, at: price, "单价是每\(own)的，这一行的单位却是“\(unit)”", fix: "请按同一个单位填写单价和数量。")]
  }

  private static let words: [Rule] = [
    rule("GEN-008", "取值不在允许范围", .warning, "不认识的写法，保留原文，按其他计。", column: 1, bad: ["跳绳比赛"], good: ["消防应急疏散演练"]) { trouble, column in
      switch trouble {
      case .notInVocabulary(let term):
        let choices = column.terms.isEmpty ? "请改用常用说法" : "请改为其中一种：\(column.terms.joined(separator: "、"))"
        return Offense(nil, term.isEmpty ? "不认识这种写法，没有采用" : "不认识这种写法，按“\(term)”计", fix: choices + "；都不合适的，在备注中说明。")
      case .undecided(let question) where question != .dateOrder && question != .wholeRoll:
        let choices = "“" + question.choices.joined(separator: "”还是“") + "”"
        return Offense(nil, "说不清是\(choices)，没有采用", fix: "请写明是哪一种；整份表都是一个意思的，\(question.remedy)。", severity: .error)
      case .reservation: return Offense(nil, "先说正常，又说有问题，按存在隐患计", fix: "请在检查结果写“存在隐患”，把问题写到存在问题一列。")
      default: return nil
      }
    },
    rule("GEN-013", "指代词无前值", .error, "写了“同上”，上面却没有内容。", column: 1, bad: ["同上"], good: ["消防"]) {
      $0 == .dittoWithoutPrevious ? Offense(nil, "写了“同上”，上一行没有可用的内容", fix: "请直接填写内容。") : nil
    },
    drill("GEN-023", "应填姓名", .warning, "签名栏里是勾或“已签字”，看不出是谁。", header: "总指挥", bad: ["√", "已签字", "见纸质"], good: ["王建国"]) {
      $0 == .notAName ? Offense(nil, "这里应当是姓名", fix: "请填写本人姓名。") : nil
    },
    drill("GEN-027", "代签", .warning, "由别人代签的，记在代签人名下；重要签名应由本人签。", header: "总指挥", bad: ["王建国(代)", "代签"], good: ["王建国"]) {
      $0 == .proxy ? Offense(nil, "这是代签", fix: "请由本人补签，或在备注写明代签的原因。") : nil
    },
  ]

  private static let texts: [Rule] = [
    drill("GEN-014", "占位文字", .warning, "还留着“待补”“××”这样的占位文字，没有填真实内容。", header: "演练总结", bad: ["待补", "××负责", "20__年下学期"], good: ["秩序良好"]) {
      $0 == .placeholder ? Offense(nil, "这是占位文字，还没有填写", fix: "请填写真实内容。") : nil
    },
    drill(
      "GEN-018", "含身份证号或手机号", .warning, "台账里的身份证号、手机号不应外传；各种输出中都已遮盖。", header: "演练总结", bad: ["联系王老师13812345678"], good: ["联系保安室"],
      citation: Laws.personalData
    ) { $0 == .personalData ? Offense(nil, "含手机号或身份证号，输出时已遮盖", fix: "用不着的请删去。") : nil },
    drill(
      "GEN-019", "疑似幼儿姓名", .warning, "不满十四周岁的孩子，姓名属敏感个人信息，总结和台账都不宜写。", header: "演练总结", bad: ["大一班刘某某小朋友摔倒"], good: ["全体小朋友有序撤离"],
      kind: .hint, citation: Laws.personalData
    ) { $0 == .childName ? Offense(nil, "可能写了孩子的姓名", fix: "建议核对，改为“一名幼儿”。") : nil },
    rule("GEN-020", "全角或不可见字符", .info, "全角数字、字母和看不见的字符已按普通字符读取。", column: 2, bad: ["５６０人", "560\u{3000}"], good: ["560人"]) {
      $0 == .folded ? Offense(nil, "有全角或看不见的字符，已按普通字符读取", fix: "不用处理；方便时请改为半角。") : nil
    },
    rule("GEN-024", "像公式的内容", .warning, "以 = + - @ 开头的内容会被表格软件当成公式；输出时已加引号。", column: 2, bad: ["=SUM(C2:C9)"], good: ["560"]) { trouble in
      switch trouble {
      case .formula: return Offense(nil, "公式导出成了文字，没有数值", fix: "请在原表中把公式换成数值，再另存为CSV。", severity: .error)
      case .formulaPrefix: return Offense(nil, "以 = + - @ 开头，会被当成公式", fix: "请在前面加一个字，或删去这个符号。")
      default: return nil
      }
    },
  ]

  private typealias Check = @Sendable (CellTrouble) -> Offense?
  private typealias ColumnCheck = @Sendable (CellTrouble, AnyColumn) -> Offense?

  /// Examples are drills whose date, kind or number of people is the cell in question.
  private static func rule(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ rationale: String, column: Int = 0, bad: [String], good: [String],
    _ check: @escaping Check
  ) -> Rule {
    rule(id, title, severity, rationale, column: column, bad: bad, good: good) { trouble, _ in check(trouble) }
  }

  /// The same, where the remedy depends on what the column may hold.
  private static func rule(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ rationale: String, column: Int = 0, bad: [String], good: [String],
    _ check: @escaping ColumnCheck
  ) -> Rule {
    func example(_ cell: String, marked: Bool) -> Example {
      var cells = ["2023-03-17", "消防", "560"]
      cells[column] = (marked ? "↓" : "") + "\"\(cell)\""
      return .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n" + cells.joined(separator: ",") + "\n")
    }
    return make(
      id, title, severity, rationale, bad.map { example($0, marked: true) }, good.map { example($0, marked: false) }, .columnCell(check))
  }

  /// Examples are drills with one more column, whose cell is in question.
  private static func drill(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ rationale: String, header: String, bad: [String], good: [String],
    kind: Rule.Kind = .data, citation: Citation = .sheet, _ check: @escaping Check
  ) -> Rule {
    func example(_ cell: String, _ mark: String) -> Example {
      .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,\(header)\n2023-03-17,消防,560,\(mark)\"\(cell)\"\n")
    }
    return make(id, title, severity, rationale, bad.map { example($0, "↓") }, good.map { example($0, "") }, .cell(check), kind, citation)
  }

  /// Examples are purchases whose quantity or amount is the cell in question.
  private static func purchase(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ rationale: String, header: String, bad: [String], good: [String],
    also: [Rule.Check] = [], _ check: @escaping Check
  ) -> Rule {
    func example(_ cell: String, _ mark: String) -> Example {
      let isAmount = header == "金额"
      let (quantity, amount) = isAmount ? ("", "\(mark)\"\(cell)\"") : ("\(mark)\"\(cell)\"", "42.00")
      return .sheet(
        "采购台账.csv",
        "采购日期,品名,\(isAmount ? "数量" : header),金额,审批人,采购人,验收人\n2023-03-08,消毒液,\(quantity),\(amount),王建国,李秀英,赵海燕\n")
    }
    return make(id, title, severity, rationale, bad.map { example($0, "↓") }, good.map { example($0, "") }, .cell(check), also: also)
  }

  private static func make(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ rationale: String, _ triggers: [Example], _ passes: [Example],
    _ check: Rule.Check, _ kind: Rule.Kind = .data, _ citation: Citation = .sheet, also: [Rule.Check] = []
  ) -> Rule {
    Rule(
      id, title, severity, kind, citation: citation, rationale: rationale, triggers: triggers, passes: passes, checks: [check] + also
    )
  }
}

import LedgerKit

/// FIL-001…, domain §2.1: what is wrong with a file as a whole or with a record of it.
enum FileRules {
  static let all: [Rule] = [
    rule(
      "FIL-001", "编码无法识别", .error, .data, "文字编码坏了就读不出内容；只坏一行的，只有那一行不计入。",
      triggers: [
        .sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n\(String(repeating: "\u{0}\u{1}", count: 40))\n")
      ],
      passes: [.sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n")]
    ) { trouble in
      switch trouble.what {
      case .undecodable:
        return Offense(file: trouble.file, "文件的文字编码无法识别，没有读入", fix: "请在Excel或WPS中打开原表，另存为“CSV UTF-8（逗号分隔）”后重新放入。")
      case .damagedRow:
        return Offense(file: trouble.file, record: trouble.record, "这一行有损坏的文字，无法还原，整行不计入", fix: "请在原表中重新输入这一行的文字，再另存为CSV。")
      case .foreign(let kind, isSpreadsheet: true):
        return Offense(
          file: trouble.file, "这是\(kind)，不是CSV表格，没有读入", fix: "请在Excel或WPS中打开，用“另存为”选择“CSV UTF-8（逗号分隔）”，把得到的文件放进来。")
      case .foreign(let kind, isSpreadsheet: false):
        var offense = Offense(file: trouble.file, "这是\(kind)，不是台账，没有读入", fix: "与台账无关的文件可以移走；里面如有台账，请另存为CSV放进来。")
        offense.severity = .warning
        offense.title = "不是台账的文件"
        return offense
      case .unreadable(let reason):
        return Offense(file: trouble.file, "文件读不出来：\(reason)", fix: "请检查文件是否被占用、权限是否正确，或重新复制一份。")
      default: return nil
      }
    },
    rule(
      "FIL-002", "无法识别台账类型", .warning, .data, "文件名和表头都看不出是哪种台账，内容没有用上。",
      triggers: [.sheet("新建表格.csv", "列1,列2,列3\n1,2,3\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")]
    ) { trouble in
      switch trouble.what {
      case .unrecognized:
        return Offense(file: trouble.file, "看不出是哪种台账，没有读入", fix: "请把文件改成台账的名字（如 采购台账.csv），并核对表头；与总结无关的文件可以移走。")
      case .misnamed(let named, let read):
        return Offense(file: trouble.file, "文件名像“\(named)”，表头却是“\(read)”，已按表头读入", fix: "请核对文件名与内容，名实不符的请改名。")
      case .unsupported(let title):
        var offense = Offense(file: trouble.file, "“\(title)”暂不支持，这一版还不读取", fix: "不用处理，文件可以留在原处；总结中相应内容请手工补写。")
        offense.severity = .info
        offense.title = "暂不支持的台账"
        return offense
      default: return nil
      }
    },
    rule(
      "FIL-003", "缺少必填列", .error, .data, "缺少必填的一列，用到这一列的统计就无法计算。",
      triggers: [.sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,2023-03-15,2023-03-12,已整改\n")],
      passes: [.sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,责任人,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,2023-03-12,已整改\n")]
    ) { trouble in
      guard case .missingColumn(let column) = trouble.what else { return nil }
      let names = column.headers.prefix(3).joined(separator: "、")
      var offense = Offense(file: trouble.file, "没有“\(column.title)”这一列", fix: "请补上这一列，表头可写：\(names)。")
      if column.traits.contains(.fromFileName) { offense.severity = .warning }
      return offense
    },
    rule(
      "FIL-004", "表头重复", .error, .data, "两列表头相同，分不清该用哪一列，这一列都不采用。",
      triggers: [.sheet("安全检查记录.csv", "检查日期,检查部位,检查日期,检查人,检查结果\n2023-03-06,大门,2023-03-07,王建国、李秀英,正常\n")],
      passes: [.sheet("采购台账.csv", "采购日期,验收日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n")]
    ) { trouble in
      guard case .repeatedHeader(let header) = trouble.what else { return nil }
      return Offense(file: trouble.file, header: header, "表头“\(header)”出现了两次", fix: "请删去多余的一列，或把其中一列改成它真正的名字。")
    },
    rule(
      "FIL-006", "未识别的列", .info, .data, "表头不在已知名称之内，这一列没有用上。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,领导批示\n2023-03-17,消防,560,同意\n")],
      passes: [.sheet("应急演练记录.csv", "序号,演练日期,演练类型,参加人数\n1,2023-03-17,消防,560\n")]
    ) { trouble in
      guard case .unknownHeader(let header) = trouble.what else { return nil }
      return Offense(file: trouble.file, header: header, "不认识“\(header)”这一列，没有采用", fix: "如果它是必需的内容，请改用台账说明中的表头名称；否则不用处理。")
    },
    rule(
      "FIL-007", "空台账", .warning, .data, "只有表头没有记录，分不清是没有发生，还是没有导出；不会据此写0。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n,,\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")]
    ) { trouble in
      guard case .empty = trouble.what else { return nil }
      return Offense(file: trouble.file, "表里没有记录", fix: "如果是导出漏了，请重新导出；如果确实没有发生，请在总结中用文字说明。")
    },
    rule(
      "FIL-008", "重复投递", .error, .data, "同一份文件放了两次，只读一份，避免重复计算。",
      triggers: [
        Example(
          ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"), ("应急演练记录(1).csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
      ],
      passes: [
        Example(("演练3月.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"), ("演练5月.csv", "演练日期,演练类型,参加人数\n2023-05-12,地震,560\n"))
      ]
    ) { trouble in
      guard case .repeatedFile(let other) = trouble.what else { return nil }
      return Offense(file: trouble.file, "与“\(other)”内容完全相同，没有重复计算", fix: "请删去其中一份。")
    },
    rule(
      "FIL-010", "列数不一致", .error, .data, "这一行的格子与表头对不上，读入会错位，整行不计入。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n↓2023-03-17,消防,560,多余\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560,,\n")]
    ) { trouble in
      switch trouble.what {
      case .surplusCells:
        Offense(file: trouble.file, record: trouble.record, "格子比表头多，内容错位，整行不计入", fix: "多半是某一格里有逗号，请在原表中核对这一行后重新另存为CSV。")
      case .unclosedQuote:
        Offense(file: trouble.file, record: trouble.record, "有一个引号没有成对，无法分清格子，整行不计入", fix: "请删去这一行多余的引号，再另存为CSV。")
      default: nil
      }
    },
    rule(
      "FIL-011", "合计行与明细不符", .error, .data, "表内合计与明细相加不一致，可能漏行或改过数字。统计按明细计算。",
      citation: Citation("《会计法》第十七条", .V1),
      triggers: [
        .sheet(
          "采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,王建国,李秀英,赵海燕\n2023-03-09,纸,4,20,80,王建国,李秀英,赵海燕\n合计,,,,↓210,,,\n"
        )
      ],
      passes: [
        .sheet(
          "采购台账.csv",
          "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,王建国,李秀英,赵海燕\n2023-03-09,纸,4,20,80,王建国,李秀英,赵海燕\n合 计,,,,200.00,,,\n")
      ]
    ) { trouble in
      guard case .totalMismatch(let mismatch, let header) = trouble.what else { return nil }
      return Offense(
        file: trouble.file, record: trouble.record, header: header, value: trouble.value,
        "合计\(Format.grouped(Format.yuan(mismatch.stated)))，上面各行相加为\(Format.grouped(Format.yuan(mismatch.sum)))",
        fix: "请核对是否漏了行、有无隐藏行或读不出的金额，再更正合计。")
    },
  ]

  private static func rule(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ kind: Rule.Kind, _ rationale: String, citation: Citation = .sheet,
    triggers: [Example], passes: [Example], _ check: @escaping @Sendable (FileTrouble) -> Offense?
  ) -> Rule {
    Rule(id, title, severity, kind, citation: citation, rationale: rationale, triggers: triggers, passes: passes, check: .file(check))
  }
}

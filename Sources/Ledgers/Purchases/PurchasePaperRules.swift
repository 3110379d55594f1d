import LedgerKit

/// PUR-008 and PUR-012…015: limits, invoices, suppliers and assets; domain §2.3.
enum PurchasePaperRules {
  private typealias P = Purchases

  static let all: [Rule] = [overLimit, noInvoice, noSupplier, unmarkedAsset, free]

  private static let overLimit = Rule(
    "PUR-008", "超授权限额", .error, .compliance, ledger: "purchases", citation: .own("采购审批权限"),
    rationale: "达到限额的采购，要由园长（校长）审批，并按规定的方式采购。限额各地各校不同，只在设置写明“采购限额”时判断。", parameters: [PurchaseLimit.parameter],
    triggers: [
      limited("CG001,2023-03-08,地垫,1,6800,6800,周海燕,李秀英,赵海燕,↓自行采购"), limited("CG001,2023-03-08,地垫,1,6800,6800,↓孙志强,李秀英,赵海燕,询价"),
      limited("CG001,2023-03-08,地垫,1,2800,2800,周海燕,李秀英,赵海燕,↓自行采购\nCG001,2023-03-08,爬行垫,1,2800,2800,周海燕,李秀英,赵海燕,自行采购"),
    ],
    passes: [
      limited("CG001,2023-03-08,地垫,1,6800,6800,周海燕,李秀英,赵海燕,询价"), limited("CG001,2023-03-08,地垫,1,800,800,孙志强,李秀英,赵海燕,自行采购"),
      .sheet("采购台账.csv", "采购日期,品名,数量,金额,审批人,采购人,验收人,采购方式\n2023-03-08,地垫,1,6800,孙志强,李秀英,赵海燕,自行采购\n"),
    ],
    check: .table { table, scope in
      guard let limit = PurchaseLimit.value(scope) else { return [] }
      let posts = Dictionary((scope.staff ?? []).map { ($0.name, $0.post) }) { first, _ in first }
      return PurchaseOrder.all(in: table) { _ in 0 }.flatMap(\.value).filter { $0.sum >= limit }.compactMap { order in
        let row = order.first
        let told = "这一单合计\(Format.grouped(Format.yuan(order.sum)))元，达到限额\(Format.grouped(limit.plain))元"
        if row.has(P.method), row[P.method].map({ $0 == .own }) ?? row.isEmpty(P.method) {
          return Offense(row, at: P.method, told + "，" + (row.isEmpty(P.method) ? "没有写采购方式" : "却是自行采购"), fix: "请按本单位规定的方式采购；填错的请改正采购方式。")
        }
        guard let approver = row[P.approver], !approver.individuals.isEmpty, approver.count == approver.individuals.count,
          approver.individuals.allSatisfy({ name in posts[name].map { !Self.isHead($0) } ?? false })
        else { return nil }
        return Offense(row, at: P.approver, told + "，审批人“\(approver.text)”不是园长（校长）", fix: "请补报园长（校长）审批；花名册岗位有误的请更正。")
      }
    })

  private static func isHead(_ post: String) -> Bool { ["园长", "校长", "院长", "书记", "法人", "董事长"].contains(where: post.holds) }

  private static let noInvoice = Rule(
    "PUR-012", "缺票据号", .warning, .compliance, ledger: "purchases", citation: .own("票据报销"),
    rationale: "有收款收据或发票才能报销，登记票据号才能与账目核对。",
    triggers: [sheet("2023-03-08,A4纸,10,22.00,220.00,办公用品,明德文具店,↓,")],
    passes: [sheet("2023-03-08,A4纸,10,22.00,220.00,办公用品,明德文具店,00123456,"), sheet("2023-03-08,台灯,2,0,0,办公用品,明德文具店,,赠送")],
    check: .row(where: .lacks(P.invoiceNo)) { row, _ in
      guard row[P.amount].map({ $0.amount != .zero }) ?? true else { return nil }
      return Offense(row, at: P.invoiceNo, "没有发票（票据）号", fix: "请补填；还没有取得发票的请向供货方索要。")
    })

  private static let vague: WordList = ["网购", "零买", "网上", "市场", "零星", "淘宝", "京东", "拼多多"]
  private static let supplierFloor = Parameter("PUR-013", "金额", 1000, "元")

  private static let noSupplier = Rule(
    "PUR-013", "缺供应商", .warning, .compliance, ledger: "purchases", citation: .own("采购登记"),
    rationale: "写明向谁买的，才能核价、退换和追溯。金额较大的必须写明。", parameters: [supplierFloor],
    triggers: [sheet("2023-03-08,A4纸,10,22.00,220.00,办公用品,↓,00123456,"), sheet("2023-03-08,A4纸,10,22.00,220.00,办公用品,↓网购,00123456,")],
    passes: [sheet("2023-03-08,A4纸,10,22.00,220.00,办公用品,明德文具店,00123456,")],
    check: .row(where: .has(P.supplier) && (.empty(P.supplier) || .holds(P.supplier, vague))) { row, scope in
      let written = row[P.supplier].map { Folding.compact($0.string) }
      guard written.map({ vague.words.contains($0) }) ?? true else { return nil }
      let isLarge = (row[P.amount]?.amount ?? .zero) >= scope[supplierFloor]
      return Offense(
        row, at: P.supplier, written == nil ? "没有供应商" : "“\(written ?? "")”不是供应商的名称", fix: "请填写供应商的全称；网购的请写店铺名称。",
        severity: isLarge ? .error : nil)
    })

  private static let assetPrice = Parameter("PUR-014", "单价", 1000, "元")
  private static let durables: WordList = [
    "打印机", "复印机", "一体机", "电脑", "计算机", "投影", "电视", "空调", "冰箱", "冰柜", "洗衣机", "消毒柜", "热水器", "摄像机", "相机", "录像机", "硬盘录像", "音响", "功放", "钢琴",
    "电子琴", "服务器", "交换机", "显示屏", "显示器", "净水器", "饮水机", "割草机", "烤箱", "蒸饭柜", "和面机", "绞肉机", "设备", "家具", "电器", "书柜", "文件柜", "办公桌", "会议桌", "沙发",
    "滑梯",
  ]

  private static let unmarkedAsset = Rule(
    "PUR-014", "资产未标注", .warning, .compliance, ledger: "purchases",
    citation: Laws.fixedAssets,
    rationale: "单价一千元以上、能用一年以上的设备、家具属于固定资产，类别要写明，才能登记资产台账。", for: Applicability(isPublic: true), parameters: [assetPrice],
    triggers: [sheet("2023-03-08,激光打印机,1,1580,1580,↓办公用品,联智数码,00123456,")],
    passes: [sheet("2023-03-08,激光打印机,1,1580,1580,设备（固定资产）,联智数码,00123456,"), sheet("2023-03-08,打印机墨盒,1,158,158,办公用品,联智数码,00123456,")],
    check: .row(
      where: .scoped { .stored(P.price, in: $0[assetPrice].millionths...Int64.max) } && .has(P.category)
        && !.is(P.category, .equipment, .service) && .holds(P.item, durables)
    ) { row, _ in
      guard let price = row[P.price]?.amount, let item = row[P.item], let word = item.word(of: durables) else { return nil }
      return Offense(
        row, at: P.category, "单价\(Format.grouped(Format.yuan(price)))元的\(word == item.string ? "物品" : "“\(item.string)”")没有标为设备（固定资产）",
        fix: "属于固定资产的，请把类别改为“设备（固定资产）”并登记资产。")
    })

  private static let free = Rule(
    "PUR-015", "金额为零未说明", .info, .data, ledger: "purchases", citation: .sheet, rationale: "金额为零的，是赠送、捐赠还是漏填，要写明。",
    onlyTells: true,
    triggers: [sheet("2023-03-08,台灯,2,0,↓0,办公用品,明德文具店,00123456,")],
    passes: [sheet("2023-03-08,台灯,2,0,0,办公用品,明德文具店,00123456,家长捐赠")],
    check: .row(where: .stored(P.amount, in: 0...0)) { row, _ in
      if row.mentions(["捐赠", "赠送", "赠品", "免费", "补送", "换货"]) { return nil }
      return Offense(row, at: P.amount, "金额为零，没有说明原因", fix: "赠送、捐赠的请在备注写明；漏填的请补填金额。")
    })

  private static func sheet(_ row: String) -> Example {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    let line = (cells.prefix(5) + ["王建国", "李秀英", "赵海燕"] + cells.dropFirst(5)).joined(separator: ",")
    return .sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人,类别,供应商,发票号,备注\n\(line)\n")
  }

  private static func limited(_ rows: String) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n采购限额,5000\n"),
      ("花名册.csv", "姓名,岗位\n周海燕,园长\n孙志强,后勤主任\n李秀英,采购员\n赵海燕,保管员\n"),
      ("采购台账.csv", "单号,采购日期,品名,数量,单价,金额,审批人,采购人,验收人,采购方式\n" + rows + "\n"))
  }
}

/// The school's own limit: set as a number of the rule, or in 设置.csv. No law sets one for all (domain §7.3, 19).
enum PurchaseLimit {
  static let parameter = Parameter("PUR-008", "限额", 0, "元（0为不判断）")

  /// In yuan; nil where none is set.
  static func value(_ scope: Scope) -> Fixed? {
    let own = scope[parameter]
    if own > .zero { return own }
    return scope.profile.purchaseLimit.flatMap { $0 > 0 ? Fixed($0) : nil }
  }
}

/// An order, or the part of it that belongs to one supplier or category.
struct PurchaseOrder {
  /// Its first row.
  let first: Row
  let day: Day
  private(set) var sum: Fixed

  private mutating func add(_ amount: Fixed) { sum = sum + amount }

  /// The orders of a table, grouped by a number of their rows; rows without one belong to none.
  static func all(in table: Table, by group: (Row) -> Int32?) -> [Int32: [PurchaseOrder]] {
    var result: [Int32: [PurchaseOrder]] = [:]
    var places: [Int32: [OccasionKey: Int]] = [:]
    for row in table.rows(for: [Purchases.date, Purchases.amount]) {
      guard let number = group(row), let key = Purchases.order(row), let day = row.date, let amount = row[Purchases.amount]?.amount else {
        continue
      }
      if let place = places[number]?[key] {
        result[number]?[place].add(amount)
      } else {
        places[number, default: [:]][key] = result[number]?.count ?? 0
        result[number, default: []].append(PurchaseOrder(first: row, day: day, sum: amount))
      }
    }
    return result
  }
}

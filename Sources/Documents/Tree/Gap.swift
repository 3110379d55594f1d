/// The wording of a place where a person still has to write.
enum Gap {
  /// 【待补写：topic】请写入 file，重新生成后会放在这里。
  static func sentence(topic: String, file: String) -> [Inline] {
    [.text("【待补写：\(topic)】请写入 \(file)，重新生成后会放在这里。")]
  }
}

import Tabular
import Testing

@Suite("Content that is not delimited text")
struct ForeignFormatTests {
  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], .zipOrXLSX),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], .legacyOffice),
      ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .legacyOffice),
      (Array("%PDF-1.7".utf8), .pdf),
      (Array("{\\rtf1\\ansi".utf8), .rtf),
      ([0x1F, 0x8B, 0x08], .gzip),
      (Array("Rar!\u{1A}\u{07}".utf8), .archive),
      (Array("SQLite format 3\0".utf8), .sqlite),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
      ([0xFF, 0xD8, 0xFF, 0xE0], .image),
      (Array("BM".utf8) + [0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0], .image),
      (Array("RIFF1234WEBPVP8 ".utf8), .image),
      (Array("\r\n  <!DOCTYPE HTML>".utf8), .html),
      (Array("<HTML xmlns:x=\"urn\">".utf8), .html),
      (Array("\u{FEFF}<!-- 导出 --><table border=1>".utf8), .html),
      ([0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }, .html),
      (Array("<?xml version=\"1.0\"?><html xmlns=\"\">".utf8), .html),
      (Array("<?xml version=\"1.0\"?><Workbook>".utf8), .xml),
    ] as [([UInt8], ForeignFormat)])
  func detects(bytes: [UInt8], format: ForeignFormat) {
    #expect(ForeignFormat.detect(bytes) == format)
  }

  @Test(arguments: [
    "", "编号,姓名\n", "BM,编号,姓名,数量\n", "PK,1\n", "<5>,<6>\n", "学校<table>\n", "GIF,动画\n", "RIFF,a,b,c,d,e\n", "\t\t1\n", "\"{\\rtf\"\n",
  ])
  func leavesTextAlone(_ text: String) {
    #expect(ForeignFormat.detect(Array(text.utf8)) == nil)
  }
}

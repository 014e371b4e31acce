import Foundation

/// Reports for the tests of the pages.
enum ReviewSamples {
    /// A report of 54 measures, each with all that a measure may have.
    static let many = Data(
        (head
            + (1...54).map { number in
                """
                \(thai(number))\to\(number % 43 + 1) มาตรการที่ \(thai(number)) การเปิดเผยข้อมูลสาธารณะ\t๑. จัดทำร่าง\
                <br>๒. เสนอผู้บริหาร<br>๓. เผยแพร่บนเว็บไซต์\t- สำนักปลัด<br>- กองคลัง\tต.ค. ๒๕๖๖ - มี.ค. ๒๕๖๗\t\
                \(thai(number * 1000)).-\t\(number % 3 == 0 ? "อยู่ระหว่างดำเนินการ" : "ดำเนินการแล้วเสร็จ")\t\
                ประชุมเมื่อวันที่ ๑๔ ธันวาคม ๒๕๖๖ ใช้เงิน ๕๐๐ บาท https://example.go.th/\(number)

                """
            }.joined()).utf8)

    /// What a report holds whose author wants more than to be read.
    static let hostile = Data(
        """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส </title><script>window.stolen = 1</script>
        เทศบาลตำบล"><img src=x onerror=stolen=1> อำเภอเมือง จังหวัดลำปาง
        ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ \u{202E}txet desrever\u{202C} \u{2066}isolate\u{2069} \u{1}\u{7F}\u{200F}

        ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินงาน
        ๑\t"><script>window.stolen = 2</script> จัดทำคู่มือ\t๑. ร่าง <!-- คู่มือ\tสำนักปลัด' onclick='stolen=3\tมีนาคม ๒๕๖๗\t\
        ดำเนินการแล้วเสร็จ </article></main></body>
        ๓\tเผยแพร่ " onmouseover="stolen=4 &lt;b&gt; &#60;\t๑. จัดทำ\tกองคลัง\tต.ค. ๒๕๖๖ - มี.ค. ๒๕๖๗\t\
        อยู่ระหว่างดำเนินการ javascript:stolen=5 http://example.go.th/"onclick="stolen=6 <![CDATA[ ]]> </style>

        """.utf8)

    private static let head = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
        เทศบาลตำบลทุ่งตัวอย่าง อำเภอเมือง จังหวัดลำปาง
        ประจำปีงบประมาณ พ.ศ. ๒๕๖๗

        ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tงบประมาณ\tสถานะ\tผลการดำเนินงาน

        """

    private static func thai(_ number: Int) -> String {
        String(
            String.UnicodeScalarView("\(number)".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0x0E50 - 0x30) })
        )
    }
}

internal import ThaiText

/// The body that reports, and the place it lies in.
extension Mapper {
    /// A name that begins with an abbreviation, as the text writes it out.
    private mutating func writtenOut(_ name: AgencyName) -> FieldText? {
        guard let range = name.writtenOut(in: report.text) else { return nil }
        cell.load(0..<1, of: [Piece(range)], of: report.text, spaces: &spaces)
        return text(cell.all, owner: nil)
    }

    /// How far behind the name of a body its address may name the district, in bytes.
    private static let reachOfAddress = 200

    /// The district in the address that stands behind a further mention of the body:
    /// `สถานีตำรวจภูธร… ตั้งอยู่เลขที่ ๙ อำเภอ…`.
    private mutating func districtBehind(
        _ agency: AgencyName, _ head: [Slice32], _ segmentation: Segmentation
    ) -> FieldText? {
        let name = PhraseSearch(agency.bytes)
        for (block, slice) in head.enumerated().prefix(12) where block != agency.block {
            load(slice, of: segmentation)
            guard let start = name.first(in: cell.bytes, cell.all) else { continue }
            let end = start + agency.bytes.count
            guard let district = PlaceName.read(cell.bytes, from: end).district,
                district.lowerBound - end <= Self.reachOfAddress,
                cell.bytes.hasPrefix(Self.districtWord, at: district.lowerBound - Self.districtWord.count)
            else { continue }
            return text(district, owner: nil)
        }
        return nil
    }

    /// The district that the line below the name of a body tells with the province of that name.
    private mutating func districtBelow(
        _ agency: AgencyName, _ province: Range<Int>, _ head: [Slice32], _ segmentation: Segmentation
    ) -> FieldText? {
        let name = Array(cell.bytes[province])
        guard agency.block + 1 < head.count else { return nil }
        load(head[agency.block + 1], of: segmentation)
        let place = PlaceName.read(cell.bytes, from: 0)
        guard let district = place.district, let other = place.province, cell.bytes[other].elementsEqual(name) else {
            return nil
        }
        return text(district, owner: nil)
    }

    private static let districtWord = Array("อำเภอ".utf8)

    /// The body that reports stands in one of the first texts.
    static let coverBlocks = 4

    private static let provinceWord = Array("จังหวัด".utf8)

    /// A province that reports for itself: `จังหวัดน่าน` alone on a line of the cover.
    private mutating func readProvince(_ head: [Slice32], _ segmentation: Segmentation) -> Bool {
        var isBelowTitle = true
        for slice in head.prefix(Self.coverBlocks) {
            load(slice, of: segmentation)
            // Below the name of a body or of a district the province says where that is.
            defer { isBelowTitle = titleStart() != nil }
            guard isBelowTitle, cell.bytes.hasPrefix(Self.provinceWord, at: 0),
                let (length, _) = Vocabulary.standard.provinces.longestPhrase(
                    in: cell.bytes, at: Self.provinceWord.count)
            else { continue }
            let end = Self.provinceWord.count + length
            let rest = cell.bytes.skipBlanks(from: end, to: cell.bytes.count)
            guard rest == cell.bytes.count || cell.bytes[rest] == 0x28,
                let name = text(0..<end, owner: nil),
                let province = text(Self.provinceWord.count..<end, owner: nil)
            else { continue }
            report.agency = Agency(name: name, kind: "province", district: nil, province: province)
            return true
        }
        return false
    }

    mutating func readAgency(_ head: [Slice32], _ segmentation: Segmentation) {
        var candidates: [AgencyName] = []
        for (index, slice) in head.enumerated() {
            load(slice, of: segmentation)
            candidates += AgencyName.all(in: cell.bytes, block: index, spaces: &spaces)
        }
        let counts = AgencyName.counts(of: candidates, in: report.text)
        let likeliest = zip(candidates, counts).max { AgencyName.score($0) < AgencyName.score($1) }?.0
        // `เทศบาลตำบลบางใหม่ตรวจสอบข้อมูล…`: the cover says where the name ends.
        let best =
            candidates.first { name in
                likeliest.map {
                    name.block < $0.block && name.isWhole && $0.bytes.count > name.bytes.count
                        && $0.bytes.starts(with: name.bytes)
                } ?? false
            } ?? likeliest
        if (best?.block ?? .max) >= Self.coverBlocks, readProvince(head, segmentation) { return }
        guard let best else { return }
        load(head[best.block], of: segmentation)
        guard let short = text(best.range, owner: nil) else { return }
        let name = writtenOut(best) ?? short
        var agency = Agency(name: name, kind: best.kind, district: nil, province: nil)
        // The place stands near the name: in the same block or in the next ones.
        for block in head[best.block...].prefix(3) where agency.province == nil {
            load(block, of: segmentation)
            let from = block == head[best.block] ? best.range.lowerBound : 0
            let place = PlaceName.read(cell.bytes, from: from)
            if let district = place.district { agency.district = text(district, owner: nil) }
            if let province = place.province { agency.province = text(province, owner: nil) }
            // `สำนักงานจังหวัดแพร่` is in the province of its name; the line below names the district.
            if let own = place.province, block == head[best.block], best.range.contains(own.lowerBound) {
                agency.district = agency.district ?? districtBelow(best, own, head, segmentation)
            }
        }
        if agency.province == nil {
            for block in head.prefix(12) where agency.province == nil {
                load(block, of: segmentation)
                let place = PlaceName.read(cell.bytes, from: 0)
                guard let province = place.province else { continue }
                if let district = place.district, agency.district == nil {
                    agency.district = text(district, owner: nil)
                }
                agency.province = text(province, owner: nil)
            }
        }
        if agency.district == nil { agency.district = districtBehind(best, head, segmentation) }
        if agency.province == nil {
            // `องค์การบริหารส่วนจังหวัดน่าน` names its province itself.
            load(head[best.block], of: segmentation)
            if let range = PlaceName.provinceInside(best.range, of: cell.bytes) {
                agency.province = text(range, owner: nil)
            }
        }
        report.agency = agency
    }
}

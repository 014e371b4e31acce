import Foundation
import Testing

@Suite("Reading in processes of their own")
struct WorkerTests {
    private static let formats = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus/formats")

    private func replies(_ requests: [String]) throws -> [[String: Any]] {
        let run = try Program.run(["worker"], input: Data((requests.joined(separator: "\n") + "\n").utf8))
        #expect(run.status == 0)
        return try run.output.split(separator: 0x0A).map { try Parsed.object(Data($0)) }
    }

    @Test func requestsAreAnsweredInTheirOrder() throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        let replies = try replies([
            #"{"id": 7, "path": "\#(folder.url.path)/a.txt", "name": "first"}"#,
            #"{"id": "b", "name": "second", "bytes_base64": "\#(Sample.report.base64EncodedString())"}"#,
            #"{"id": 8, "path": "/nowhere/c.txt"}"#, "no request", #"{"id": 9}"#,
        ])
        #expect(replies.count == 5)
        #expect(replies.map { $0["id"] as? Int } == [7, nil, 8, nil, 9])
        #expect(replies[1]["id"] as? String == "b")
        let names = replies.map { (($0["report"] as? [String: Any])?["source"] as? [String: Any])?["name"] as? String }
        #expect(names == ["first", "second", nil, nil, nil])
        let codes = replies.map { ($0["error"] as? [String: Any])?["code"] as? String }
        #expect(codes == [nil, nil, "not-found", "bad-request", "not-found"])
        #expect((replies[0]["report"] as? [String: Any])?["measures"] as? [Any] != nil)
    }

    @Test func aRequestSaysWhatItWants() throws {
        let file = Sample.report.base64EncodedString()
        let replies = try replies([
            #"{"id": 1, "bytes_base64": "\#(file)", "format": "csv"}"#,
            #"{"id": 2, "bytes_base64": "\#(file)", "format": "jsonl", "text": true}"#,
            #"{"id": 3, "bytes_base64": "\#(file)", "format": "xlsx"}"#,
        ])
        #expect(CSVRows.parse(replies[0]["report"] as? String ?? "").count == 3)
        #expect((replies[1]["report"] as? String)?.split(separator: "\n").count == 2)
        #expect(replies[1]["text"] as? String == String(decoding: Sample.report, as: UTF8.self))
        #expect((replies[2]["error"] as? [String: Any])?["code"] as? String == "bad-request")
    }

    @Test func aWorkerSaysOfAFileWhatConvertSays() throws {
        for name in ["word-tables.docx", "encrypted.docx", "sheet.xlsx"] {
            let path = Self.formats.appending(path: name).path
            let converted = try Program.run(["convert", path])
            let reply = try #require(try replies([#"{"id": 1, "path": "\#(path)", "name": "\#(name)"}"#]).first)
            if converted.status == 0 {
                let report = try Parsed.object(converted.output)
                #expect(NSDictionary(dictionary: report) == (reply["report"] as? NSDictionary), "\(name)")
            } else {
                let text = try #require((reply["error"] as? [String: Any])?["text"] as? String)
                #expect(converted.errors.contains(text), "\(name)")
            }
        }
    }

    @Test("a file that takes too much memory fails alone")
    func memory() throws {
        let folder = try Folder()
        try folder.write("in/a.txt", Sample.report)
        try folder.write("in/b.docx", try Data(contentsOf: Self.formats.appending(path: "word-tables.docx")))
        try folder.write("in/c.txt", Sample.report)
        // Less than the program itself takes.
        let run = try Program.run(["convert", "in", "-o", "out", "--max-memory", "64", "-j", "1"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("in/b.docx: the process that read it ended"))
        #expect(run.errors.contains("(--max-memory) [reader-died]"))
        #expect(try folder.manifest("out").map { $0["state"] as? String } == ["converted", "failed", "converted"])
    }

    @Test("a file that takes too long fails alone, and the next one has a new process")
    func timeLimit() throws {
        let folder = try Folder()
        // A program that never answers, under the name of the one that reads PDFs.
        try folder.write("bin/pdfinfo", Data("#!/bin/sh\nexec sleep 600\n".utf8))
        try folder.write("in/a.pdf", Data("%PDF-1.4\n".utf8))
        try folder.write("in/b.docx", try Data(contentsOf: Self.formats.appending(path: "word-tables.docx")))
        let run = try Program.run(
            ["convert", "in", "-o", "out", "--timeout", "1", "-j", "1"], in: folder.url,
            shell: "chmod +x bin/pdfinfo; PATH=$PWD/bin:$PATH exec \"$@\"")
        #expect(run.status == 1)
        #expect(run.errors.contains("in/a.pdf: reading it took longer than 1 seconds (--timeout) [time-limit]"))
        #expect(try folder.manifest("out").map { $0["state"] as? String } == ["failed", "converted"])
    }
}

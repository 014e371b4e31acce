internal import ReportParser

@main
struct Bench {
    static func main() {}
}

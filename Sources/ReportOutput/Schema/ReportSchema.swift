/// The JSON Schema of `itaparse/report/1`.
public enum ReportSchema {
    /// The schema as it stands in `report.schema.json`.
    public static var json: String { String(decoding: PackageResources.report_schema_json, as: UTF8.self) }
}

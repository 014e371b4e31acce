#!/usr/bin/env python3
"""Hold itaparse's JSON against its schema, and against what a schema cannot say.

usage: validate.py SCHEMA FILE...

A FILE holds one report, or one a line; lines of `--format jsonl` (a measure a
line) are held against $defs/line.  Beyond the schema it is checked that
  - no object has a key twice;
  - ids of measures are unique and begin with the source's hash, ordinals run
    from 1, and findings name measures that are there;
  - coverage adds up and drops nothing;
  - spans lie within the text and within their record, and none overlaps
    another of its record, text or furniture;
  - rows are as wide as their table, and the fiscal year is one year.

Needs the PyPI package jsonschema.  Exit status: 0 all passed, 1 some failed,
2 wrong usage.
"""
import itertools
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("validate.py: needs jsonschema: pip install jsonschema")

SHOWN = 5  # errors a report


def unique_keys(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"key {next(k for k in keys if keys.count(k) > 1)!r} stands twice in an object")
    return result


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


def parse(text):
    return json.loads(text, object_pairs_hook=unique_keys, parse_constant=no_constant)


def reports(path):
    """The reports of a file with their names; a ValueError in the place of one that cannot be read."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        yield path, ValueError("holds no report")
        return
    # One that is indented does not end on its first line.
    if len(lines) > 1 and lines[0][1].rstrip().endswith("}"):
        parts = [(f"{path}:{number}", line) for number, line in lines]
    else:
        parts = [(path, text)]
    for name, part in parts:
        try:
            yield name, parse(part)
        except ValueError as error:
            yield name, error


def overlaps(spans):
    """The pairs of neighbours that share bytes."""
    ordered = sorted(spans)
    return [(a, b) for a, b in itertools.pairwise(ordered) if b[0] < a[1]]


def span_faults(path, spans, outer):
    """Faults of spans that should lie within `outer`."""
    for index, (start, end) in enumerate(spans):
        if start >= end:
            yield f"{path}[{index}]", f"span [{start}, {end}] is empty or reversed"
        elif start < outer[0] or end > outer[1]:
            yield f"{path}[{index}]", f"span [{start}, {end}] lies outside {outer}"


def place_faults(path, place, size):
    start, end = place["bytes"]
    if start > end or end > size:
        yield f"{path}.bytes", f"[{start}, {end}] is reversed or beyond the text"
    if place["lines"][0] > place["lines"][1]:
        yield f"{path}.lines", f"{place['lines']} is reversed"


def text_size(report):
    """The most bytes that the decoded text can have."""
    source = report["source"]
    broken = any(finding["rule"] == "undecodable-bytes" for finding in report.get("findings", ()))
    # A byte of another encoding, or one that none knows, takes three in UTF-8.
    return source["bytes"] * (1 if source["encoding"] == "utf-8" and not broken else 3)


def measure_faults(path, measure, report, size):
    if measure["id"].split("-")[0] != report["source"]["sha256"][:12]:
        yield f"{path}.id", f"{measure['id']} does not begin with the source's hash"
    yield from place_faults(f"{path}.source", measure["source"], size)
    for field, spans in measure["fields"].items():
        # A cell that covers several rows stands outside of all but the first.
        yield from span_faults(f"{path}.fields.{field}", spans, [0, size])
    for a, b in overlaps(span for spans in measure["fields"].values() for span in spans):
        yield f"{path}.fields", f"{a} overlaps {b}"


def fact_faults(report, size):
    facts = report["report"]
    year, period = facts["fiscal_year"], facts["period"]
    if year:
        ce = year["be"] - 543
        if (year["ce"], year["start"], year["end"]) != (ce, f"{ce - 1:04}-10-01", f"{ce:04}-09-30"):
            yield "$.report.fiscal_year", f"{year} is no fiscal year"
    if period and period["start"] > period["end"]:
        yield "$.report.period", "ends before it begins"
    for fact, spans in facts["fields"].items():
        yield from span_faults(f"$.report.fields.{fact}", spans, [0, size])


def faults(report):
    """What is wrong with a report that fits the schema: JSON path and message."""
    size = text_size(report)
    yield from fact_faults(report, size)
    if "measure" in report:
        yield from measure_faults("$.measure", report["measure"], report, size)
        return
    ids = set()
    for index, measure in enumerate(report["measures"]):
        path = f"$.measures[{index}]"
        if measure["id"] in ids:
            yield f"{path}.id", f"{measure['id']} is another measure's id too"
        ids.add(measure["id"])
        if measure["ordinal"] != index + 1:
            yield f"{path}.ordinal", f"{measure['ordinal']} should be {index + 1}"
        yield from measure_faults(path, measure, report, size)
    for index, table in enumerate(report["tables"]):
        path = f"$.tables[{index}]"
        yield from place_faults(f"{path}.source", table["source"], size)
        yield from span_faults(f"{path}.spans", table["spans"], table["source"]["bytes"])
        for number, row in enumerate(table["rows"]):
            if len(row) < len(table["columns"]):
                yield f"{path}.rows[{number}]", f"{len(row)} cells under {len(table['columns'])} columns"
    for index, block in enumerate(report["text"]):
        path = f"$.text[{index}]"
        yield from place_faults(f"{path}.source", block["source"], size)
        yield from span_faults(f"{path}.spans", block["spans"], block["source"]["bytes"])
    for index, item in enumerate(report["furniture"]):
        yield from span_faults(f"$.furniture[{index}].spans", item["spans"], [0, size])
    for a, b in overlaps(span for item in report["text"] + report["furniture"] for span in item["spans"]):
        yield "$", f"spans {a} and {b} of text or furniture overlap"
    for index, finding in enumerate(report["findings"]):
        path = f"$.findings[{index}]"
        if finding["measure"] is not None and finding["measure"] not in ids:
            yield f"{path}.measure", f"{finding['measure']} is no measure's id"
        if finding["source"]:
            yield from place_faults(f"{path}.source", finding["source"], size)
    coverage = report["coverage"]
    parts = sum(count for key, count in coverage.items() if key != "characters")
    if coverage["dropped"] != 0 or parts != coverage["characters"]:
        yield "$.coverage", f"{coverage} drops characters or does not add up"


def main(arguments):
    if len(arguments) < 2:
        print("usage: validate.py SCHEMA FILE...", file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        schema = parse(file.read())
    Draft202012Validator.check_schema(schema)
    of_report = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    of_line = of_report.evolve(schema={**schema, **schema["$defs"]["line"]})
    passed = failed = 0
    for path in arguments[1:]:
        try:
            for name, report in reports(path):
                if isinstance(report, ValueError):
                    found = [("$", str(report))]
                else:
                    validator = of_line if isinstance(report, dict) and "measure" in report else of_report
                    found = [(error.json_path, error.message) for error in validator.iter_errors(report)]
                    # The other checks take the shape for granted.
                    found = found or list(faults(report))
                for place, message in found[:SHOWN]:
                    print(f"{name}: {place}: {message if len(message) < 300 else message[:300] + '...'}")
                if len(found) > SHOWN:
                    print(f"{name}: and {len(found) - SHOWN} more")
                passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
        except (OSError, UnicodeDecodeError) as error:
            print(f"{path}: {error}")
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

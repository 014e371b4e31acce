# make run     sets up what is missing, builds, and converts the sample reports
# make test    sets up what is missing, and passes all tests
# make bench   speed, against ICU's own word-break pass in the same run
# make fuzz    looks for inputs that break a parser: make fuzz TARGET=dates SECONDS=600
# make setup   only installs what is missing
# make format  puts the sources in the project's style
# make clean   takes away what was built

SAMPLES := Tests/Corpus/reports
OUT := out
TARGET := report
SECONDS := 60

.PHONY: run test bench fuzz setup format clean

run:
	@scripts/setup
	swift build -c release --product itaparse
	@"$$(swift build -c release --show-bin-path)/itaparse" convert $(SAMPLES) -o $(OUT) --verbose
	@printf '\nThe records: %s/NAME.json, a file a report; %s/manifest.jsonl, a line a report.\n' $(OUT) $(OUT)
	@printf 'The program: .build/release/itaparse\n'

test:
	@scripts/setup --tests
	@scripts/test

bench:
	@scripts/setup
	swift run -c release bench

fuzz:
	@scripts/setup
	@scripts/fuzz $(TARGET) $(SECONDS)

setup:
	@scripts/setup --tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources

clean:
	rm -rf .build $(OUT)

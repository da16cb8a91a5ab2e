# Ahd. `make help` lists the verbs; CONTRIBUTING.md says how to work with them.

MODE      ?= debug
PREFIX    ?= /usr/local
PAGES     ?= examples
DB        ?= ahd.db
PORT      ?= 8320
SHARED    ?= ../shared
FUZZ_TIME ?= 60
TREES     ?= models/article/trees.tsv
VERSION   := 0.1.0
ABI       := 0
OUT       := build/$(MODE)

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wundef -Wvla \
        -Wmissing-prototypes -Wformat=2 -Wcast-qual -Wpointer-arith \
        -Wwrite-strings -Wswitch-enum -Werror
flags.debug   := -O1 -g
flags.release := -O2 -g -DNDEBUG
# gcc sees uninitialised memory in what the sanitiser itself adds, and strings
# read beyond an end that it takes for theirs.
flags.asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
                 -Wno-maybe-uninitialized -Wno-stringop-overread
flags.tsan    := -O1 -g -fsanitize=thread
flags.cov     := -O0 -g --coverage
flags.fuzz    := -O1 -g -fsanitize=address,undefined,fuzzer-no-link \
                 -Wno-format-nonliteral -Wno-unused-value
MODEFLAGS     := $(or $(flags.$(MODE)),$(error MODE is one of debug release asan tsan cov fuzz))

LIB_NEEDS := sqlite3 jansson zlib libdeflate libzstd libbrotlidec libarchive \
             icu-i18n icu-uc libxml-2.0 libsodium libcurl
APP_NEEDS := libmicrohttpd
pkg        = $(shell pkg-config $(1) $(2) 2>/dev/null)
XML       := $(call pkg,--cflags,libxml-2.0)
INCLUDES  := $(XML) -Iinclude -Isrc -Iapp -Itests -I$(OUT)
C11       := -std=c11 -D_POSIX_C_SOURCE=200809L $(INCLUDES)
CFLAGS    += $(C11) $(call pkg,--cflags,$(LIB_NEEDS) $(APP_NEEDS)) $(WARN) \
             $(MODEFLAGS) -U_FORTIFY_SOURCE -pthread -fPIC -fvisibility=hidden
LIB_LIBS  := -Wl,--as-needed $(call pkg,--libs,$(LIB_NEEDS)) -lm -pthread
APP_LIBS  := $(LIB_LIBS) $(call pkg,--libs,$(APP_NEEDS))

# The understanding modules: no I/O, clock, locale, allocation but base/'s.
PURE   := lang html page text morph chunks numbers tagger names time events quotes acts agreements stories reviews search

comma  := ,
object  = $(patsubst %.c,$(OUT)/%.o,$(filter-out %_test.c,$(1))) \
          $(patsubst %.S,$(OUT)/%.o,$(2))
LIB    := $(call object,$(wildcard src/*/*.c),$(wildcard src/*/*.S))
APP    := $(call object,$(wildcard app/*/*.c),$(wildcard app/*/*.S))
KBC    := $(call object,$(wildcard tools/kbc*.c) tools/compiled.c,)
LANGC  := $(call object,$(wildcard tools/langc*.c) tools/compiled.c tools/weights_pack.c tools/names_pack.c \
            $(patsubst %,src/morph/%.c,analyse choices clues known letters pattern rank),)
TESTS  := $(patsubst %.c,$(OUT)/%,$(wildcard src/*/*_test.c app/*/*_test.c))
DUMPS  := $(patsubst %.c,$(OUT)/%,$(wildcard tests/cases/*/dump.c))
FUZZ   := $(patsubst %.c,$(OUT)/%,$(wildcard fuzz/*.c))
DATA   := $(shell find data -name '*.tsv' ! -path 'data/lang/*')
LISTED := $(file <$(OUT)/data.list)
WORDS  := $(shell find data/lang $(addprefix models/,acts chunks english morph names words) \
            -name '*.tsv' ! -name labels.tsv 2>/dev/null)
SOURCE := $(wildcard src/*/*.c app/*/*.c)
CHECKED = $(filter-out %_test.c,$(SOURCE))
HEADER := $(wildcard include/*.h src/*/*.h app/*/*.h)

build: $(OUT)/ahd $(OUT)/libahd.so $(OUT)/libahd.a

# ------------------------------------------------------------------ building

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<
$(OUT)/%.o: %.S Makefile
	@mkdir -p $(@D)
	@echo "as $<"
	@$(CC) $(INCLUDES) -Ibuild -c -o $@ $<

# What Ahd knows: data/ through tools/kbc into one file, embedded in the library.
$(OUT)/src/kb/embed.o: $(OUT)/kb.bin $(OUT)/lang.bin
$(OUT)/kb.bin: $(OUT)/kbc $(DATA) $(OUT)/data.list $(OUT)/gazetteer/places/geonames.tsv
	@echo "kbc data"
	@ASAN_OPTIONS=detect_leaks=0 $(OUT)/kbc $@.new data $(OUT)/gazetteer && mv $@.new $@
# Which tables there are, so that the rows of one that is gone go as well.
$(OUT)/data.list: $(if $(filter-out $(DATA),$(LISTED))$(filter-out $(LISTED),$(DATA)),relist)
	@mkdir -p $(@D)
	@printf '%s\n' $(DATA) > $@
relist:
# Places of Debian's geonames beside those of data/places.
$(OUT)/gazetteer/places/geonames.tsv: $(OUT)/tools/gazetteer $(wildcard data/places/*.tsv) \
                                      data/gazetteer/countries.tsv
	@mkdir -p $(@D)
	@ASAN_OPTIONS=detect_leaks=0 $< data/gazetteer/countries.tsv data/places/*.tsv > $@.new && mv $@.new $@
$(OUT)/tools/gazetteer.o: CFLAGS += $(call pkg,--cflags,geonames)
$(OUT)/tools/gazetteer: $(OUT)/tools/gazetteer.o $(OUT)/tools/romanised.o $(OUT)/libkbc.a
	@echo "ld $@"
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS) $(call pkg,--libs,geonames)
$(OUT)/kbc: $(KBC) $(OUT)/libkbc.a
	@echo "ld $@"
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/libkbc.a: $(filter-out %embed.o %embedded.o,$(filter $(OUT)/src/base/% $(OUT)/src/kb/% $(OUT)/src/lang/% $(OUT)/src/doc/tags.o,$(LIB)))
	@rm -f $@ && $(AR) rcs $@ $^
# Words and weights: data/lang, models/morph, models/chunks and the lexicons that Debian packages,
# through tools/langc into a second file.
$(OUT)/lang.bin: $(OUT)/langc $(WORDS)
	@echo "langc data/lang"
	@ASAN_OPTIONS=detect_leaks=0 $(OUT)/langc $@.new && mv $@.new $@
$(OUT)/langc: $(LANGC) $(OUT)/libkbc.a
	@echo "ld $@"
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
# The tables of src/html: data/html and the list of elements through tools/htmlc.
$(OUT)/src/html/entity.o: $(OUT)/html_entities.inc
$(OUT)/src/html/element.o: $(OUT)/html_elements.inc
$(OUT)/html_entities.inc: $(OUT)/htmlc data/html/entities.tsv
	@ASAN_OPTIONS=detect_leaks=0 $(OUT)/htmlc entities data/html/entities.tsv > $@.new && mv $@.new $@
$(OUT)/html_elements.inc: $(OUT)/htmlc
	@ASAN_OPTIONS=detect_leaks=0 $(OUT)/htmlc elements > $@.new && mv $@.new $@
# What every character is, for src/lang.
$(OUT)/src/lang/letter.o: $(OUT)/letters.inc
$(OUT)/letters.inc: $(OUT)/letterc
	@ASAN_OPTIONS=detect_leaks=0 $(OUT)/letterc > $@.new && mv $@.new $@
$(OUT)/letterc: $(OUT)/tools/letterc.o $(OUT)/src/base/utf8.o
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
# The months of the Umm al-Qura calendar, for src/base/hijri.c.
$(OUT)/src/base/hijri.o: $(OUT)/hijri.inc
$(OUT)/hijri.inc: $(OUT)/hijric
	@ASAN_OPTIONS=detect_leaks=0 $(OUT)/hijric > $@.new && mv $@.new $@
$(OUT)/hijric: $(OUT)/tools/hijric.o
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
# Which weights a reading was made by.
$(OUT)/src/output/json.o: $(OUT)/models.inc
$(OUT)/models.inc: $(filter-out %/labels.tsv,$(wildcard models/*/*.tsv))
	@printf '#define AHD_MODELS "%08x"\n' $$(cat $^ | cksum | cut -d' ' -f1) > $@
# The judgement of lines: models/article as C, for src/page/keep.c.
$(OUT)/src/page/keep.o: $(OUT)/article_trees.inc
$(OUT)/article_trees.inc: $(TREES) tools/trees.awk
	@awk -f tools/trees.awk $< > $@.new && mv $@.new $@
$(OUT)/htmlc: $(OUT)/tools/htmlc.o $(OUT)/src/base/utf8.o
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
# The learned weights of src/page, as C.
$(OUT)/src/page/weigh.o: $(OUT)/line_weights.inc
$(OUT)/line_weights.inc: models/lines/weights.tsv
	@mkdir -p $(@D)
	@awk -F'\t' '!/^#/ && NR > 1 { printf "{%sf, %sf}, /* %s */\n", $$2, $$3, $$1 }' $< > $@
# What it costs to write one letter for another, as C, for src/names/near.c.
$(OUT)/src/names/near.o: $(OUT)/spelling_costs.inc
$(OUT)/spelling_costs.inc: models/spelling/costs.tsv
	@mkdir -p $(@D)
	@awk -F'\t' '/^[0-9]/ { near[$$1, $$2] = near[$$2, $$1] = 100 - $$3 } \
	    END { for (i = 0; i < 96; i++) for (j = 0; j < 96; j++) \
	    printf "%s%d,%s", j ? "" : "{", near[i, j], j < 95 ? "" : "},\n" }' $< > $@
# The files that the pages of the web UI are made of are embedded as well, with
# faces of type from npm.
$(filter $(OUT)/app/%,$(patsubst %.S,$(OUT)/%.o,$(wildcard app/*/*.S))): build/faces/faces.css build/land.svg \
    $(shell find app -path '*/ui/*' -type f ! -path '*/node_modules/*' 2>/dev/null)
build/faces/faces.css: app/web/ui/package-lock.json tools/faces.sh tools/faces.mjs
	@echo "npm app/web/ui"
	@tools/faces.sh $(@D)
# The outline of the world, for the map.
build/land.svg: build/faces/faces.css tools/land.sh tools/land.mjs
	@tools/land.sh build/faces $@

$(OUT)/libahd.a: $(LIB)
	@rm -f $@ && $(AR) rcs $@ $^
$(OUT)/libahd.so: $(LIB)
	@echo "ld $@"
	@$(CC) $(MODEFLAGS) -shared -Wl,-soname,libahd.so.$(ABI) -Wl,-z,noexecstack \
	    $(if $(filter debug release,$(MODE)),-Wl$(comma)-z$(comma)defs) -o $@ $^ $(LIB_LIBS)
$(OUT)/libapp.a: $(filter-out %/main.o,$(APP))
	@rm -f $@ && $(AR) rcs $@ $^
$(OUT)/ahd: $(APP) $(OUT)/libahd.a
	@echo "ld $@"
	@$(CC) $(MODEFLAGS) -Wl,-z,noexecstack -o $@ $^ $(APP_LIBS)
$(OUT)/src/%_test: $(OUT)/src/%_test.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/app/%_test: $(OUT)/app/%_test.o $(OUT)/libapp.a $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(APP_LIBS)
$(OUT)/tests/%: $(OUT)/tests/%.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/morph_train: $(call object,$(wildcard tools/morph_train*.c) tools/gold_file.c \
                    tools/weights_pack.c,) $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/acts_dump: $(OUT)/tools/acts_dump.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/linedump: $(OUT)/tools/linedump.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/spelling_train: $(OUT)/tools/spelling_train.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/chunks_train: $(OUT)/tools/chunks_train.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/english_train: $(call object,$(wildcard tools/english_train*.c),) $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/names_train: $(call object,$(wildcard tools/names_train*.c) tools/gold_file.c \
                    tools/names_pack.c tools/weights_pack.c,) $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/bench/%: $(OUT)/bench/%.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
$(OUT)/tools/article_lines: $(OUT)/tools/article_lines.o $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) -o $@ $^ $(LIB_LIBS)
# A fuzz target is a libFuzzer program in MODE=fuzz; elsewhere it replays files.
$(OUT)/fuzz/%: $(OUT)/fuzz/%.o $(if $(filter fuzz,$(MODE)),,$(OUT)/tests/replay.o) \
               $(OUT)/libapp.a $(OUT)/libahd.a
	@$(CC) $(MODEFLAGS) $(if $(filter fuzz,$(MODE)),-fsanitize=fuzzer) -o $@ $^ $(APP_LIBS)

# ------------------------------------------------------------------- running

run:
	@tools/install-packages.sh build
	@$(MAKE) --no-print-directory -s -j2 MODE=release build
	@exec tools/run.sh build/release/ahd "$(DB)" "$(PORT)" $(PAGES)

# Everything the tests need, then every suite; tests/check.sh counts.
check:
	@tools/install-packages.sh build test
	@tools/install-packages.sh --optional browser
	@tools/faces.sh --retry build/faces
	@tests/check.sh $(MODE) $(SHARED) $(SUITES)

# The suites by themselves: `make suite-unit`, `make suite-hostile` ...
suite-build:
	@for m in debug release; do $(MAKE) --no-print-directory -s MODE=$$m build \
	    && echo "ok build $$m" || { echo "FAIL build $$m: see above"; exit 1; }; done
suite-unit:
	@$(MAKE) --no-print-directory -k MODE=$(MODE) tests || \
	    echo "FAIL unit: not every test builds, see above"
	@tests/run_unit.sh $(TESTS)
tests: $(TESTS)
suite-cases: $(OUT)/ahd $(DUMPS)
	@tests/run_cases.sh $(OUT) $(UPDATE)
suite-replay:
	@$(MAKE) --no-print-directory -k MODE=$(MODE) fuzzers || \
	    echo "FAIL replay: not every target builds, see above"
	@tests/run_replay.sh $(FUZZ)
fuzzers: $(FUZZ)
HOUSE = PURE="$(PURE)" CC="$(CC)" CHECK_FLAGS="$(C11) $(WARN)"
suite-house: build
	@$(HOUSE) tests/house/run.sh $(OUT)
suite-house-broken: build
	@$(HOUSE) tests/house/selftest.sh $(MODE)
suite-api: build
	@CC="$(CC)" tests/api/run.sh $(MODE)
suite-pages: build
	@python3 tests/pages/compare.py $(OUT)/ahd tests/pages/*.json
suite-search: build $(OUT)/tests/search/keys
	@tests/run_suite.sh search $(OUT) $(SHARED)
suite-treebank: $(OUT)/morph_train
suite-%: build
	@tests/run_suite.sh $* $(OUT) $(SHARED)

score:
	@$(MAKE) --no-print-directory -s -j2 MODE=release build build/release/bench/slots
	@tools/score.sh build/release/ahd $(SHARED)
	@python3 bench/slots.py $(SHARED)
	@python3 bench/agreements.py $(SHARED)
bench:
	@$(MAKE) --no-print-directory -s -j2 MODE=release build
	@bench/run.sh build/release/ahd $(SHARED)
# What takes too long for every check: each script of tests/soak/ in turn.
soak:
	@$(MAKE) --no-print-directory -s -j2 MODE=release build
	@for s in tests/soak/*.sh; do echo "soak $$s"; \
	    sh $$s build/release $(SHARED) || exit 1; done
fuzz:
	@$(MAKE) --no-print-directory MODE=fuzz CC=clang run-fuzz
run-fuzz: $(FUZZ)
	@for f in $(FUZZ); do mkdir -p $$f.corpus fuzz/corpus/$$(basename $$f); \
	    $$f -max_total_time=$(FUZZ_TIME) $$f.corpus fuzz/corpus/$$(basename $$f) || exit 1; done
lint: $(addprefix $(OUT)/,html_entities.inc html_elements.inc article_trees.inc \
      line_weights.inc letters.inc hijri.inc models.inc spelling_costs.inc)
	@tools/install-packages.sh build lint
	@for c in $(CHECKED); do echo "gcc -fanalyzer $$c"; gcc $(C11) -O0 -Werror \
	    -fanalyzer -c -o /dev/null $$c || exit 1; done
	clang-tidy --quiet --warnings-as-errors="*" $(CHECKED) -- $(C11)
	cppcheck -q --enable=warning,portability --error-exitcode=1 \
	    --suppress=unknownMacro --suppress=comparePointers --suppress=internalAstError -Iinclude -Isrc -Iapp -I$(OUT) src app
format:
	clang-format -i $(HEADER) $(SOURCE) $(wildcard tests/*.[ch] tests/*/*.c fuzz/*.c tools/*.c)

DIR = $(DESTDIR)$(PREFIX)
install: build
	@install -D $(OUT)/ahd $(DIR)/bin/ahd
	@install -Dm644 -t $(DIR)/include/ahd include/*.h
	@for h in api str buf error; do \
	    install -Dm644 src/base/$$h.h $(DIR)/include/ahd/base/$$h.h || exit 1; done
	@install -Dm644 $(OUT)/libahd.a $(DIR)/lib/libahd.a
	@install -D $(OUT)/libahd.so $(DIR)/lib/libahd.so.$(VERSION)
	@ln -sf libahd.so.$(VERSION) $(DIR)/lib/libahd.so.$(ABI)
	@ln -sf libahd.so.$(ABI) $(DIR)/lib/libahd.so
	@install -d $(DIR)/lib/pkgconfig
	@sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
	    -e 's|@NEEDS@|$(call pkg,--libs,$(LIB_NEEDS))|' packaging/ahd.pc.in > $(DIR)/lib/pkgconfig/ahd.pc
	@install -Dm644 packaging/ahd.1 $(DIR)/share/man/man1/ahd.1
	@echo "installed in $(DIR)"
clean:
	rm -rf build

help:
	@echo 'make            build the program and the library into build/$$MODE'
	@echo 'make run        read the example pages, start the web UI  (PAGES=dir DB=file PORT=n)'
	@echo 'make check      run every test; the last line counts     (SUITES="unit house")'
	@echo 'make score      the scores on the development gold'
	@echo 'make bench      speed, beside other tools; appends to bench/RESULTS.md'
	@echo 'make soak       what takes long: thousands of tampered records and the like'
	@echo 'make fuzz       each fuzz target for FUZZ_TIME seconds, with clang'
	@echo 'make lint       gcc -fanalyzer, clang-tidy, cppcheck'
	@echo 'make format     clang-format the tree in place'
	@echo 'make install    into $$DESTDIR$$PREFIX                    (PREFIX=/usr/local)'
	@echo 'make clean      remove build/'
	@echo 'MODE is one of debug release asan tsan cov fuzz; now $(MODE)'

-include $(shell find $(OUT) -type f -name '*.d' 2>/dev/null)
.PHONY: build relist tests fuzzers run check score bench soak fuzz run-fuzz lint format install clean help
.SECONDARY:
.DELETE_ON_ERROR:

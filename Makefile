# handout: printable, tagged PDF handouts and large-type lobby screens from a clinic's own words.
#
#   make        install what is missing, build, render content/ into out/
#   make test   the same for the tests, then run them all
#   make help   every target

# What Debian 12 calls the things that the program needs, and the things that its tests need on top.
PACKAGES := gcc make pkg-config libpango1.0-dev libcairo2-dev libhpdf-dev libharfbuzz-dev \
	libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev liblcms2-dev libqrencode-dev \
	libjson-glib-dev libgdk-pixbuf-2.0-dev libpng-dev libglib2.0-dev \
	fonts-sil-andika fonts-noto-core
TEST_PACKAGES := libcmocka-dev clang-format valgrind python3-pytest python3-pikepdf python3-pil \
	python3-numpy poppler-utils qpdf zbar-tools fonts-noto-cjk maven default-jre-headless npm mandoc

# BUILD=release (default), debug, or asan (address and undefined-behaviour sanitizers).
BUILD ?= release
OUT := out
OBJ := $(OUT)/build/$(BUILD)
HANDOUT := $(OBJ)/handout

LIBRARIES := pangocairo pangofc pangoft2 harfbuzz harfbuzz-subset fontconfig cairo-ft gio-2.0 \
	json-glib-1.0 gdk-pixbuf-2.0 yaml-0.1 lcms2 libqrencode libpng libcmark-gfm
# libharu and the GitHub extensions of cmark come without a pkg-config file in Debian 12.
OTHER_LIBRARIES := -lcmark-gfm-extensions -lhpdf -lm

flags_release := -O2 -g
flags_debug := -O0 -g3
flags_asan := -O1 -g3 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
flags := $(flags_$(BUILD))
ifeq ($(flags),)
$(error BUILD=$(BUILD) is unknown: say release, debug or asan)
endif

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wswitch-enum -Wvla \
	-Wformat=2 -Wwrite-strings $(if $(WERROR),-Werror)
# Library headers are system headers: their warnings are not ours to mend.
includes = $(patsubst -I%,-isystem%,$(shell pkg-config --cflags $(LIBRARIES)))
base_cflags = -std=c17 -D_GNU_SOURCE $(flags) $(WARNINGS) -Isrc $(includes)
libs = $(shell pkg-config --libs $(LIBRARIES)) $(OTHER_LIBRARIES)

SOURCES := $(sort $(shell find src -name '*.c'))
OBJECTS := $(SOURCES:%.c=$(OBJ)/%.o)
# Everything but main: what unit tests link against.
MODULES := $(filter-out $(OBJ)/src/main.o,$(OBJECTS))

Q := $(if $(V),,@)

.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
.PHONY: all build unit

all: build ## install what is missing, build, render content/ into out/
	$(Q)$(HANDOUT) render

build: $(HANDOUT) ## build the program alone

$(HANDOUT): $(OBJECTS)
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs)

$(OBJ)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "CC   $<"
	$(Q)$(CC) $(base_cflags) $(CFLAGS) -MMD -MP -c $< -o $@

UNIT_TESTS := $(patsubst tests/unit/%.c,$(OBJ)/tests/unit/%,$(wildcard tests/unit/test_*.c))

$(OBJ)/tests/unit/%: $(OBJ)/tests/unit/%.o $(MODULES)
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs) -lcmocka

unit: $(UNIT_TESTS) ## run the unit tests
	$(Q)for test in $^; do $$test || exit 1; done

-include $(shell find $(OBJ) -name "*.d" 2>/dev/null)

# handout: printable, tagged PDF handouts and large-type lobby screens from a clinic's own words.
#
#   make        install what is missing, build, render content/ into out/
#   make quick  the tests of about a minute
#   make test   install what the tests need, then run them all
#   make soak   the same with every long one at its full length
#   make install DESTDIR= PREFIX=/usr/local
#   make help   every target

# What Debian 12 calls the things that the program needs, that its tests need on top, and that
# `make bench` compares with.
PACKAGES := gcc libc6-dev make pkg-config libpango1.0-dev libcairo2-dev libhpdf-dev libxxhash-dev libharfbuzz-dev \
	libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev liblcms2-dev libqrencode-dev \
	libjson-glib-dev libgdk-pixbuf-2.0-dev librsvg2-common libjpeg62-turbo-dev libpng-dev libdeflate-dev libmimalloc-dev libglib2.0-dev libglib2.0-dev-bin libxml2-dev libicu-dev \
	liblouis-dev liblouis-data libcups2-dev libsoup-3.0-dev libopusenc-dev \
	libhyphen-dev hyphen-en-us hyphen-en-gb hyphen-es hyphen-fr hyphen-pt-br hyphen-pt-pt hyphen-pl hyphen-de \
	hyphen-it hyphen-ru hyphen-hi hyphen-gu hyphen-pa hyphen-bn \
	fonts-sil-andika fonts-noto-core fonts-noto-mono espeak-ng
TEST_PACKAGES := libcmocka-dev libasan8 libubsan1 clang-format valgrind mandoc fonts-noto-cjk \
	tesseract-ocr tesseract-ocr-eng fontconfig python3-pytest python3-pytest-timeout python3-pip python3-pikepdf python3-pil python3-numpy python3-markdown-it python3-jsonschema \
	mpv vlc-bin vlc-plugin-base feh xvfb xauth strace systemd poppler-utils qpdf zbar-tools maven default-jre-headless clang libclang-rt-14-dev pandoc \
	gir1.2-poppler-0.18 python3-gi mupdf-tools diction festlex-cmu chromium chromium-driver python3-selenium unicode-cldr-core python3-louis libbrailleutils-java libxml2-utils \
	gettext po4a translate-toolkit firefox-esr python3-websockets webkit2gtk-driver opus-tools \
	cups cups-client cups-filters cups-ipp-utils avahi-daemon dbus dbus-bin desktop-file-utils lintian dpkg-dev debhelper fakeroot \
	qemu-user-static orca at-spi2-core parallel openssh-client openssh-server slurm-wlm
DEB_PACKAGES := dpkg-dev debhelper fakeroot
BENCH_PACKAGES := time python3-pikepdf python3-markdown-it python3-venv weasyprint

# BUILD=release (default), debug, asan (address and undefined-behaviour sanitizers), tsan (the thread
# sanitizer), or fuzz (as asan, with clang's fuzzer).
# WERROR=1 makes warnings errors; V=1 shows whole commands; OUT= builds and renders elsewhere.
BUILD ?= release
OUT := out
OBJ := $(OUT)/build/$(BUILD)
HANDOUT := $(OBJ)/handout

LIBRARIES := pango harfbuzz harfbuzz-subset fontconfig freetype2 cairo-ft \
	gio-2.0 gmodule-2.0 json-glib-1.0 gdk-pixbuf-2.0 yaml-0.1 lcms2 libqrencode libjpeg libpng libdeflate libcmark-gfm libxml-2.0 icu-uc \
	liblouis
# libharu, libhyphen and the GitHub extensions of cmark come without a pkg-config file in Debian 12.
OTHER_LIBRARIES := -lcmark-gfm-extensions -lhpdf -lhyphen -lm

flags_release := -O2 -g -DHAVE_MIMALLOC
flags_debug := -O0 -g3
flags_asan := -Og -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
flags_tsan := -O1 -g -fsanitize=thread -fno-omit-frame-pointer
flags_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
flags := $(flags_$(BUILD))
ifeq ($(BUILD),fuzz)
CC := clang
endif
ifeq ($(flags),)
$(error BUILD=$(BUILD) is unknown: say release, debug, asan, tsan or fuzz)
endif

PKG_CONFIG := pkg-config
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wswitch-enum -Wvla \
	-Wformat=2 -Wwrite-strings $(if $(WERROR),-Werror)
# Asked once and only when something is compiled: by then the packages are there.
# Library headers are system headers: their warnings are not ours to mend.
includes = $(eval includes := $$(patsubst -I%,-isystem%,$(shell $(PKG_CONFIG) --cflags $(LIBRARIES))))$(includes)
# The loader seeks each name in the libraries in this order, and most names are of these: first, they
# take a quarter off its work at every start.
sought_first := -lglib-2.0 -lc -lgobject-2.0 -lhpdf -lharfbuzz -lpng16
# Of these libraries each program is linked with those that it calls: none waits for one of another.
# Each is known by what it was linked of (src/base/program.h), also where that is not the compiler's rule.
libs = -Wl,--build-id -Wl,--as-needed $(sought_first) $(shell $(PKG_CONFIG) --libs $(LIBRARIES)) $(OTHER_LIBRARIES)
# Small ones that no other library calls stand within the main program: each that is loaded takes a
# fortieth of its start. What is called is sought once, at the start, and not at each first call; where
# pointers stand is told in 2 KB, not in 200.
within := -Wl,-z,now -Wl,-z,pack-relative-relocs -Wl,-Bstatic -lcmark-gfm-extensions -lcmark-gfm -ldeflate -Wl,-Bdynamic
# The main program's heap: of a long article, whose text is more than a processor has at hand, glibc's
# takes a quarter of all its time. Its names must be found before libc's, but GLib's are sought more.
# Sanitizers have heaps of their own.
heap := $(if $(findstring HAVE_MIMALLOC,$(flags)),-lglib-2.0 -lmimalloc)
# Hidden: no function of ours may take the place of a library's own (libyaml has a yaml_free, too).
base_cflags = -std=c17 -D_GNU_SOURCE -fvisibility=hidden $(flags) $(WARNINGS) -Isrc $(includes)

SOURCES := $(sort $(shell find src -name '*.c'))
RESOURCES := src/resources.gresource.xml
# Programs beside the main one, each with what libraries it alone needs: a folder of src/.
HELPERS := $(addprefix $(OBJ)/handout-,desk import print push speak)
HELPER_SOURCES := $(wildcard src/importer/*.c src/printer/*.c src/push/*.c src/serve/*.c src/speak/*.c)
# Parts of the program that are loaded when they are first needed (src/base/plugin.h).
PLUGIN_SOURCES := $(filter %_plugin.c,$(SOURCES))
PLUGINS := $(patsubst %_plugin.c,$(OBJ)/handout-%.so,$(notdir $(PLUGIN_SOURCES)))
# What these need of ours: it stands in them once more.
PLUGGED_SOURCES := $(addprefix src/,base/clip.c base/geometry.c base/no_memory.c content/image_color.c content/image_jpeg.c)
# Everything but main: what unit tests link against, too.
MODULES := $(patsubst %.c,$(OBJ)/%.o,$(filter-out src/main.c $(HELPER_SOURCES) $(PLUGIN_SOURCES),$(SOURCES))) \
	$(OBJ)/resources.o
UNIT_TESTS := $(patsubst tests/unit/%.c,$(OBJ)/tests/unit/%,$(wildcard tests/unit/test_*.c))

FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,$(OBJ)/tests/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
# How long `make fuzz` looks for input that breaks a target, for each of them.
FUZZ_SECONDS := 1200
# What `make test` has looked at again by sanitizers: whatever runs the program in a way of its own.
# The other end-to-end tests examine what these have had made, and their turn is in `make soak`.
E2E := tests/e2e
SANITIZED := $(addprefix tests/e2e/test_,$(addsuffix .py,check errors import new show_publishing \
	show_watch))

TOOLS := $(OUT)/tools
# Debian's own Python: its packages are not seen by another one that may come first in PATH.
PYTHON := /usr/bin/python3 -B
# A test that stands still fails after a time that none comes near, so that the others get their turn.
STANDSTILL_S = $(if $(HANDOUT_SOAK),10800,900)
PYTEST = HANDOUT=$(abspath $(HANDOUT)) HANDOUT_TOOLS=$(abspath $(TOOLS)) \
	HANDOUT_SUMMARY=$(abspath $(SUMMARY)) $(PYTHON) -m pytest -p no:cacheprovider -q --timeout=$(STANDSTILL_S)
# How long each part of `make test` took, what it skipped, and what a soak has to tell.
SUMMARY := $(OUT)/build/summary

# The leak checker of the asan build passes over what the file names, and says why.
export LSAN_OPTIONS := suppressions=$(CURDIR)/tests/support/lsan.supp:print_suppressions=0
# Likewise the thread sanitizer's. What GLib's slices hand on it would take for shared.
export TSAN_OPTIONS := suppressions=$(CURDIR)/tests/support/tsan.supp:history_size=5
ifeq ($(BUILD),tsan)
export G_SLICE := always-malloc
endif

Q := $(if $(V),,@)
SUBMAKE := +$(Q)$(MAKE) --no-print-directory

# Three at once for two processors, since browsers and printers wait as much as they work; -j of a
# command line goes before it.
AT_ONCE := $(shell seq $$(( ($$(nproc) * 3 + 1) / 2 )))
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(words $(AT_ONCE))
endif

# Where `make install` puts things; DESTDIR goes before all of it and is in none of the files.
PREFIX := /usr/local
COMMANDS = $(notdir $(basename $(shell grep -l '^const struct command command_' src/run/*.c)))

.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
.PHONY: all build install install-files deb render packages fonts-cjk quick test soak begin test-packages tools lint layers unit cases \
	conformance e2e asan asan-sample tsan fuzz fuzz-replay fuzz-targets fuzz-readers valgrind mutation readme format \
	accept bench looks pictures clean help FORCE

all: render ## install what is missing, build, render content/ into out/

build: $(HANDOUT) $(HELPERS) $(PLUGINS) $(OUT)/build/share/handout/fonts ## build the program

# From other folders the program finds its fonts as an installed one does.
$(OUT)/build/share/handout/fonts:
	@mkdir -p $(@D)
	$(Q)ln -sfn $(CURDIR)/fonts $@

install: build ## install below PREFIX (/usr/local)
	$(SUBMAKE) install-files

# What was built as it lies there. The page of each command is cut out of the one page that tells of
# all; units name the programs by their whole paths.
install-files:
	@echo "INSTALL $(DESTDIR)$(PREFIX)"
	$(Q)install -D $(HANDOUT) $(DESTDIR)$(PREFIX)/bin/handout
	$(Q)install -D -t $(DESTDIR)$(PREFIX)/libexec/handout $(HELPERS) $(PLUGINS) src/publish/units/handout-kiosk
	$(Q)install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/handout/fonts fonts/*
	$(Q)install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/handout src/publish/units/handout-policy.json
	$(Q)install -D -m 644 src/handout.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/handout
	$(Q)install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/applications src/handout.desktop
	$(Q)install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 src/handout.1
	$(Q)for name in $(COMMANDS); do \
		about=$$(sed -n 's/^ *\.help = "\(.*\)",$$/\1/p' src/run/$$name.c); \
		awk -v command=$$name -v about="$$about" -f src/manual.awk src/handout.1 \
			>$(DESTDIR)$(PREFIX)/share/man/man1/handout-$$name.1 || exit 1; \
	done
	$(Q)mkdir -p $(DESTDIR)$(PREFIX)/lib/systemd/user
	$(Q)for unit in $(notdir $(wildcard src/publish/units/*.service)); do \
		sed 's|/usr/local/bin/handout-|$(PREFIX)/libexec/handout/handout-|; s|/usr/local/|$(PREFIX)/|' \
			src/publish/units/$$unit >$(DESTDIR)$(PREFIX)/lib/systemd/user/$$unit; \
	done

# The Debian package is built in a copy of what it is made of. What runs with it and what it is made
# with stands in the list above: only fonts, patterns and tables are needed by their names later.
VERSION = $(shell sed -n 's/.*HANDOUT_VERSION "\(.*\)"/\1/p' src/base/program.h)
DEB_TREE = $(OUT)/build/deb/handout-$(VERSION)
DEB_DATA = $(filter fonts-% hyphen-% liblouis-data librsvg2-common,$(PACKAGES))
DEB_BUILD = $(filter-out gcc libc6-dev make espeak-ng $(DEB_DATA),$(PACKAGES))
NATIVE := $(shell dpkg --print-architecture 2>/dev/null)
ARCH := $(NATIVE)
FOREIGN = $(filter-out $(NATIVE),$(ARCH))
comma := ,
commas = $(subst $(eval) ,$(comma) ,$(strip $(1)))
# Another architecture than this machine's (ARCH=arm64: the Raspberry Pi behind the display) has its
# libraries in a folder of their own, since not all of them can be installed beside the machine's. apt
# finds and fetches them with lists that are kept there, too: the machine's own stay as they are.
SYSROOT = $(abspath $(OUT)/build/sysroot-$(ARCH))
SYSROOT_APT = apt-get -q -o APT::Architecture=$(ARCH) -o APT::Architectures=$(ARCH) -o Debug::NoLocking=1 \
	-o Dir::State=$(SYSROOT)/apt -o Dir::State::status=$(SYSROOT)/apt/status -o Dir::Cache=$(SYSROOT)/apt/cache
# Each package as dpkg would have recorded it: dpkg-shlibdeps asks which one a library is of. Links
# stay in the folder: one that leads out of it hides a library, and its archive is linked instead.
define sysroot_unpack
for deb in $(SYSROOT)/apt/cache/archives/*.deb; do \
	dpkg-deb -x $$deb $(SYSROOT)/files && dpkg-deb -e $$deb $(SYSROOT)/control || exit 1; \
	info=$(SYSROOT)/dpkg/info/$$(dpkg-deb -f $$deb Package); \
	{ dpkg-deb -f $$deb; printf 'Status: install ok installed\n\n'; } >>$(SYSROOT)/dpkg/status; \
	dpkg-deb --fsys-tarfile $$deb | tar -t | sed 's|^\.|$(SYSROOT)/files|; s|/$$||' >$$info.list; \
	for file in symbols shlibs; do \
		[ ! -e $(SYSROOT)/control/$$file ] || cp $(SYSROOT)/control/$$file $$info.$$file; \
	done; \
	rm -r $(SYSROOT)/control; \
done; \
find $(SYSROOT)/files -type l -lname '/*' -exec sh -c \
	'ln -sfn "$(SYSROOT)/files$$(readlink "$$1")" "$$1"' sh {} \;
endef

$(SYSROOT)/stamp: Makefile | packages
	$(call install,crossbuild-essential-$(ARCH))
	@echo "GET  $(SYSROOT)"
	$(Q)rm -rf $(SYSROOT)/files $(SYSROOT)/dpkg
	$(Q)mkdir -p $(SYSROOT)/files $(SYSROOT)/dpkg/info $(SYSROOT)/apt/lists/partial $(SYSROOT)/apt/cache/archives/partial
	$(Q): >$(SYSROOT)/apt/status && printf '%s\n' $(NATIVE) $(ARCH) >$(SYSROOT)/dpkg/arch
	$(Q){ $(SYSROOT_APT) update && $(SYSROOT_APT) autoclean && \
		$(SYSROOT_APT) -y --no-install-recommends --download-only install libc6-dev $(filter lib%-dev,$(DEB_BUILD)); \
	} >$(SYSROOT)/log 2>&1 </dev/null || { cat $(SYSROOT)/log; exit 1; }
	$(Q)$(sysroot_unpack)
	@touch $@

deb: packages $(if $(FOREIGN),$(if $(filter yes,$(CROSS)),$(SYSROOT)/stamp)) ## make a Debian package in out/build/deb (ARCH=arm64 CROSS=yes: for a Raspberry Pi)
	$(call install,$(DEB_PACKAGES))
	$(if $(FOREIGN),$(if $(filter yes,$(CROSS)),,$(error \
		ARCH=$(ARCH) is not this machine's: say CROSS=yes, which fetches its compiler and its libraries)))
	@echo "DEB  $(DEB_TREE)"
	$(Q)rm -rf $(OUT)/build/deb && mkdir -p $(DEB_TREE)/content
	$(Q)cp -R Makefile README.md fonts src $(DEB_TREE) && cp content/style.yaml $(DEB_TREE)/content
	$(Q)cp -R src/publish/debian $(DEB_TREE)
	$(Q)sed -i 's|@BUILD@|$(call commas,$(DEB_BUILD))|; s|@DATA@|$(call commas,$(DEB_DATA))|' $(DEB_TREE)/debian/control
	$(if $(DEBEMAIL),$(Q)sed -i 's#^\(Maintainer: \| -- \).* <[^>]*>#\1$(or $(DEBFULLNAME),$(DEBEMAIL)) <$(DEBEMAIL)>#' \
		$(DEB_TREE)/debian/control $(DEB_TREE)/debian/changelog)
	$(Q)cd $(DEB_TREE) && env -u MAKEFLAGS -u MAKELEVEL DEB_BUILD_OPTIONS="$(DEB_BUILD_OPTIONS) parallel=$(shell nproc)" \
		$(if $(FOREIGN),SYSROOT=$(SYSROOT)) dpkg-buildpackage -b -us -uc -a$(ARCH) $(if $(FOREIGN),-d) >../log 2>&1 || { tail -40 ../log; exit 1; }
	@ls $(OUT)/build/deb/*.deb

# CONTENT= renders another clinic's words.
CONTENT := content
render: build fonts-cjk ## render content/ into out/
	$(Q)$(HANDOUT) render --content $(CONTENT) --out $(OUT)

# Installs what is missing of the Debian packages $(1): silent when nothing is. What apt says goes to
# a log, which is shown when it fails. Other systems are left to their owners.
PACKAGES_LOG := $(OUT)/build/packages.log
define install
	@command -v dpkg-query >/dev/null || exit 0; \
	have=$$(dpkg-query -W -f='$${db:Status-Status} $${Package}\n' $(1) 2>/dev/null | sed -n 's/^installed //p'); \
	missing=$$(printf '%s\n' $(1) | grep -vxF "$$have" | tr '\n' ' '); \
	[ -n "$$missing" ] || exit 0; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "INSTALL $$missing"; \
	if [ -z "$$sudo" ] || command -v sudo >/dev/null; then \
		mkdir -p $(OUT)/build; \
		{ $$sudo apt-get -q update && \
			$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $$missing; \
		} >$(PACKAGES_LOG) 2>&1 </dev/null && exit 0; \
		cat $(PACKAGES_LOG) >&2; \
	fi; \
	echo "These Debian packages are needed and could not be installed. As root, run:" >&2; \
	echo "  apt-get install --no-install-recommends $$missing" >&2; \
	exit 1
endef

packages:
	$(call install,$(PACKAGES))

# 90 MB of faces that only Chinese, Japanese and Korean words need.
eastern = $(shell LC_ALL=C.UTF-8 grep -rlP '[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]' \
	--include='*.md' --include='*.yaml' $(CONTENT))
fonts-cjk: packages
	$(if $(eastern),$(call install,fonts-noto-cjk))

# GLib's locks and pools as the thread sanitizer understands them.
understood := $(if $(filter tsan,$(BUILD)),$(OBJ)/tests/support/tsan.o)

$(HANDOUT): $(OBJ)/src/main.o $(OBJ)/resources.o $(OBJ)/modules.a $(understood) | $(PLUGINS)
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(heap) $(within) $(libs)

# A plug-in needs nothing of the program; clang's sanitizers stand in the program alone. Debian wants
# each library to name libc, whether it calls it or not.
$(OBJ)/handout-braille.so: $(addprefix $(OBJ)/src/,export/braille_plugin.o base/no_memory.o)
$(OBJ)/handout-fontconfig.so: $(OBJ)/src/layout/fontconfig_plugin.o
$(OBJ)/handout-hyphenation.so: $(addprefix $(OBJ)/src/,layout/hyphenation_plugin.o base/no_memory.o)
$(OBJ)/handout-image.so: $(addprefix $(OBJ)/src/content/,image_plugin.o image_color.o image_jpeg.o)
$(OBJ)/handout-json.so: $(OBJ)/src/base/json_plugin.o
$(OBJ)/handout-png.so: $(addprefix $(OBJ)/src/,paint/png_plugin.o base/clip.o base/geometry.o base/no_memory.o)
$(OBJ)/handout-qr.so: $(OBJ)/src/base/qr_plugin.o
$(OBJ)/handout-unparted.so: $(OBJ)/src/base/unparted_plugin.o
$(PLUGINS):
	@echo "LINK $@"
	$(Q)$(CC) -shared $(if $(filter fuzz,$(BUILD)),,-Wl,-z,defs) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs) \
		-Wl,--no-as-needed -lc

$(patsubst %.c,$(OBJ)/%.o,$(PLUGIN_SOURCES) $(PLUGGED_SOURCES)): own_cflags = -fPIC

# From other folders tests find the program's parts as an installed one does.
TEST_PARTS := $(OBJ)/tests/libexec/handout
$(TEST_PARTS): | $(PLUGINS)
	@mkdir -p $(@D)
	$(Q)ln -sfn ../.. $@

$(OBJ)/handout-import: $(patsubst %.c,$(OBJ)/%.o,$(wildcard src/importer/*.c)) $(OBJ)/resources.o $(OBJ)/modules.a
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs)

$(OBJ)/handout-print: $(patsubst %.c,$(OBJ)/%.o,$(wildcard src/printer/*.c)) $(OBJ)/modules.a
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(shell $(PKG_CONFIG) --libs gio-2.0 gmodule-2.0) -lcups

$(OBJ)/handout-desk: $(patsubst %.c,$(OBJ)/%.o,$(wildcard src/serve/*.c)) $(OBJ)/resources.o $(OBJ)/modules.a
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs) $(shell $(PKG_CONFIG) --libs libsoup-3.0)

$(OBJ)/handout-push: $(patsubst %.c,$(OBJ)/%.o,$(wildcard src/push/*.c)) $(OBJ)/modules.a
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(shell $(PKG_CONFIG) --libs gio-2.0 gmodule-2.0 json-glib-1.0 libsoup-3.0) -lm

# Not for the thread sanitizer: it has one thread, and those that GLib waits in beside it are GLib's own.
unthreaded := $(if $(filter tsan,$(BUILD)),-fno-sanitize=thread)
$(OBJ)/handout-speak: $(patsubst %.c,$(OBJ)/%.o,$(wildcard src/speak/*.c))
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(unthreaded) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(shell $(PKG_CONFIG) --libs gio-2.0 libopusenc) -lm

$(OBJ)/src/speak/%.o: own_cflags = $(unthreaded) $(patsubst -I%,-isystem%,$(shell $(PKG_CONFIG) --cflags gio-unix-2.0 libopusenc))

$(OBJ)/src/push/%.o $(OBJ)/src/serve/%.o: own_cflags = $(patsubst -I%,-isystem%,$(shell $(PKG_CONFIG) --cflags libsoup-3.0))

$(OBJ)/%.o: %.c $(OBJ)/flags | packages
	@mkdir -p $(@D)
	@echo "CC   $<"
	$(Q)$(CC) $(base_cflags) $(own_cflags) $(CFLAGS) -MMD -MP -c $< -o $@

# The files that the program carries inside itself. What glib-compile-resources writes is not ours to
# mend, so it is compiled without our warnings.
$(OBJ)/resources.c: $(RESOURCES) | packages
	@mkdir -p $(@D)
	@echo "GEN  $@"
	$(Q)glib-compile-resources --sourcedir=$(dir $<) --generate-source --internal --generate-phony-targets \
		--dependency-file=$(OBJ)/resources.d --target=$@ $<
	$(Q)sed -i '1s|^[^:]*:|$@:|' $(OBJ)/resources.d

$(OBJ)/resources.o: $(OBJ)/resources.c $(OBJ)/flags
	@echo "CC   $<"
	$(Q)$(CC) $(filter-out $(WARNINGS),$(base_cflags)) $(CFLAGS) -c $< -o $@

# Changes when the flags do, so that nothing is linked from two kinds of objects.
$(OBJ)/flags: FORCE | packages
	@mkdir -p $(@D)
	@echo '$(base_cflags) $(CFLAGS)' | cmp -s - $@ || echo '$(base_cflags) $(CFLAGS)' >$@

$(UNIT_TESTS:=.o): | test-packages

# All programs are linked with what they call and no more: unit tests in a seventh of the time.
$(OBJ)/modules.a: $(MODULES)
	$(Q)rm -f $@ && $(AR) rcsT $@ $^

$(OBJ)/tests/unit/%: $(OBJ)/tests/unit/%.o $(OBJ)/resources.o $(OBJ)/modules.a | $(TEST_PARTS)
	@echo "LINK $@"
	$(Q)$(CC) $(flags) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs) -lcmocka

# Runs the target $(1) as a part, and remembers how long it took. Parts run one after another even
# under -j: they share the screen and the machine.
define part
	+$(Q)begin=$$(date +%s); $(MAKE) --no-print-directory $(1) || exit 1; \
		printf '%6d s  %s\n' $$(($$(date +%s) - begin)) '$(lastword $(1))' >>$(SUMMARY)
endef

# Says what the parts took and told.
define end
	@awk '{ print } /^ *[0-9]+ s  / { sum += $$1 } END { printf "%6d s  in all\n", sum }' $(SUMMARY)
	@echo "$(1)"
endef

quick: ## run the tests of about a minute: units, cases, layers, format, the clinic's own PDFs
	$(SUBMAKE) begin
	$(call part,WERROR=1 lint)
	$(call part,WERROR=1 unit)
	$(call part,WERROR=1 cases)
	$(call part,WERROR=1 conformance)
	$(call end,All quick tests passed.)

test: ## install what the tests need, then run them all, of the long ones a fixed sample
	$(SUBMAKE) begin
	$(call part,WERROR=1 lint)
	$(call part,tools)
	$(call part,WERROR=1 unit)
	$(call part,WERROR=1 cases)
	$(call part,WERROR=1 e2e)
	$(call part,WERROR=1 asan-sample)
	$(call part,fuzz-replay)
	$(call part,WERROR=1 valgrind)
	$(call part,readme)
	$(call end,All tests passed.)

# An hour or more: fuzzing, sanitizers over everything, whole matrices, months of a lobby in minutes.
soak: ## run the long tests whole, each with a figure at the end
	$(SUBMAKE) begin
	$(call part,HANDOUT_SOAK=1 e2e)
	$(call part,asan)
	$(call part,tsan)
	$(call part,fuzz)
	$(call part,mutation)
	$(call end,Nothing found.)

begin: test-packages
	@mkdir -p $(dir $(SUMMARY)) && : >$(SUMMARY)

test-packages: packages
	$(call install,$(TEST_PACKAGES))

tools: $(TOOLS)/stamp

# What Debian does not package: archives of Maven and one of Python, which is read and not installed.
$(TOOLS)/stamp: tests/tools/pom.xml tests/tools/html/pom.xml tests/tools/requirements.txt | test-packages
	@echo "GET  $(TOOLS)"
	$(Q)rm -rf $(TOOLS) && mkdir -p $(TOOLS)
	$(Q){ mvn -q -B -f tests/tools/pom.xml dependency:copy-dependencies -DoutputDirectory=$(abspath $(TOOLS)) && \
		mvn -q -B -f tests/tools/html/pom.xml dependency:copy-dependencies -DoutputDirectory=$(abspath $(TOOLS)/html) && \
		$(PYTHON) -m pip download -q --no-deps --only-binary :all: --require-hashes \
			-r tests/tools/requirements.txt -d $(TOOLS); \
	} >$(TOOLS)/log 2>&1 || { cat $(TOOLS)/log; exit 1; }
	$(Q)touch $@

lint: layers | test-packages ## check formatting, man page, #include lines, circles of calls, sizes of functions
	@echo "LINT"
	$(Q)find src tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
	$(Q)mandoc -T lint -W warning src/handout.1
	$(Q)$(PYTHON) tests/support/figures.py

# Circles of calls are read from the object files.
layers: $(HANDOUT) $(HELPERS) | test-packages
	$(Q)$(PYTEST) $(addprefix tests/e2e/test_,layers.py figures.py circles.py)

unit: $(UNIT_TESTS) ## run the unit tests
	$(Q)for test in $^; do $$test || exit 1; done

cases: $(HANDOUT) | test-packages ## render every case of tests/cases and compare with what is expected
	$(Q)$(PYTEST) tests/cases

conformance: $(HANDOUT) tools ## measure the clinic's own PDFs: PDF/UA-1 and PDF/A-2a
	$(Q)$(PYTEST) tests/e2e/test_conformance.py -k 'clinic or validator'

# Processes side by side, each of which takes file after file; PARTS=1 for one alone.
PARTS := $(AT_ONCE)
E2E_PARTS := $(PARTS:%=e2e-%)
E2E_QUEUE := $(OUT)/build/e2e-queue
.PHONY: e2e-queue $(E2E_PARTS)
e2e: $(E2E_PARTS) ## run the program as its users do and examine what it made
e2e-queue:
	@rm -rf $(E2E_QUEUE) && mkdir -p $(E2E_QUEUE)
$(E2E_PARTS): build tools e2e-queue
	$(Q)HANDOUT_QUEUE=$(abspath $(E2E_QUEUE)) $(PYTEST) $(E2E)

# The lobby player runs in a browser: a build with sanitizers has nothing to say about it. And they
# stand between the program and what lets its file calls fail, have heaps of their own, and need more
# room than any limit of memory that the program is to meet.
asan: ## run the unit tests, the cases and the end-to-end tests with sanitizers
	$(SUBMAKE) BUILD=asan unit
	$(SUBMAKE) BUILD=asan cases
	$(SUBMAKE) BUILD=asan e2e E2E="tests/e2e --ignore-glob=*/test_player_* --ignore=tests/e2e/test_faults.py --ignore=tests/e2e/test_heap.py \
		--ignore=tests/e2e/test_no_memory.py"

tsan: ## run the cases and the tests of the lobby's show with the thread sanitizer
	$(SUBMAKE) BUILD=tsan cases
	$(SUBMAKE) BUILD=tsan e2e E2E="$(addprefix tests/e2e/test_,show_publishing.py show_watch.py products.py)"

asan-sample:
	$(SUBMAKE) BUILD=asan unit
	$(SUBMAKE) BUILD=asan cases
	$(SUBMAKE) BUILD=asan e2e E2E="$(SANITIZED)"

# A target needs what reads content/ and nothing that draws, but the one that goes the whole way.
READERS := $(filter $(patsubst %,$(OBJ)/src/%/%,base content examine import) %/resources.o,$(MODULES))

WHOLE_WAY := $(OBJ)/tests/fuzz/fuzz_render
FUZZ_READERS := $(filter-out $(WHOLE_WAY),$(FUZZ_TARGETS))
$(WHOLE_WAY): $(MODULES)

$(OBJ)/tests/fuzz/%: $(OBJ)/tests/fuzz/%.o $(READERS) | $(TEST_PARTS)
	@echo "LINK $@"
	$(Q)$(CC) $(flags) -fsanitize=fuzzer $(CFLAGS) $(LDFLAGS) $^ -o $@ $(libs)

$(FUZZ_TARGETS:=.o): | test-packages

# Keeps what it learns in out/fuzz/corpus; input that breaks a target lands in out/fuzz/broken.
fuzz: ## look for input that breaks the program, FUZZ_SECONDS for each target
	$(SUBMAKE) BUILD=fuzz fuzz-targets
	$(Q)for target in $(notdir $(FUZZ_TARGETS)); do kind=$${target#fuzz_}; \
		mkdir -p $(OUT)/fuzz/corpus/$$kind $(OUT)/fuzz/broken; echo "FUZZ $$kind"; \
		log=$(OUT)/fuzz/$$kind.log; \
		nice -n 15 $(OUT)/build/fuzz/tests/fuzz/$$target -max_total_time=$(FUZZ_SECONDS) \
			-artifact_prefix=$(OUT)/fuzz/broken/$$kind- -max_len=16384 -timeout=10 \
			-verbosity=0 -print_final_stats=1 $(OUT)/fuzz/corpus/$$kind tests/fuzz/seeds/$$kind \
			>$$log 2>&1 || { cat $$log; exit 1; }; \
		sed -n "s/^stat::number_of_executed_units: */  fuzz $$kind: runs without a fault: /p" $$log | \
			tee -a $(SUMMARY); \
	done

fuzz-replay: ## run the fuzz targets of what reads content/ over their committed seeds once
	$(SUBMAKE) BUILD=fuzz fuzz-readers
	$(Q)for target in $(notdir $(FUZZ_READERS)); do echo "FUZZ $$target, seeds only"; \
		$(OUT)/build/fuzz/tests/fuzz/$$target -verbosity=0 -runs=0 tests/fuzz/seeds/$${target#fuzz_} || exit 1; done

fuzz-targets: $(FUZZ_TARGETS)
fuzz-readers: $(FUZZ_READERS)

valgrind: $(HANDOUT) | test-packages ## render content/ under valgrind
	@echo "VALGRIND"
	$(Q)valgrind -q --soname-synonyms='somalloc=libmimalloc*' --error-exitcode=99 --leak-check=full --show-leak-kinds=definite \
		--errors-for-leak-kinds=definite \
		--suppressions=tests/support/valgrind.supp $(HANDOUT) render --quiet --force --out $(OUT)/valgrind

mutation: | test-packages ## take each mending of meaning away once and see its test fail
	$(Q)$(PYTHON) tests/support/mutation.py

readme: | test-packages ## try every command that README.md shows, in a copy of the tree
	$(Q)$(PYTEST) tests/readme

format: ## format the C sources
	$(Q)find src tests -name '*.[ch]' -exec clang-format -i {} +

accept: $(HANDOUT) | test-packages ## take what the cases now give as what is expected (then read the diff)
	$(Q)HANDOUT_ACCEPT=1 $(PYTEST) tests/cases

bench: build ## measure time, memory and sizes, beside WeasyPrint and Typst
	$(call install,$(BENCH_PACKAGES))
	$(Q)$(PYTHON) tests/bench/bench.py $(HANDOUT) $(OUT)/bench

looks: $(HANDOUT) | test-packages ## make contact sheets of all products, to look at, in out/looks
	$(Q)$(PYTHON) tests/readme/looks.py $(abspath $(HANDOUT)) $(CONTENT) $(OUT)/looks

pictures: render | test-packages ## make the pictures of README.md again
	$(Q)$(PYTHON) tests/readme/pictures.py $(OUT) .readme

clean: ## remove everything made
	rm -rf $(OUT)

help: ## show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r target text; do \
		printf '  make %-11s %s\n' "$$target" "$$text"; done

-include $(shell find $(OBJ) -name '*.d' 2>/dev/null)

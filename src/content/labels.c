/*
 * Loads the program's own words for a language and fills in their places. The table below ties each
 * label to its key and to the places that its words must have; a file that lacks one is refused, so
 * that no product is ever printed with half a sentence. Awkward: times leave the choice between
 * {hour} and {hour24} to the language, so their places may be left out.
 */
#include "content/labels.h"

#include "base/file.h"
#include "content/yaml.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define MAX_PLACES 3

struct labels {
    char *lang;
    struct fact words[LABEL_COUNT];
    struct fact_list abbreviations;
    const char **abbreviation_words; /* NULL-terminated view of the list */
};

struct row {
    const char *key;
    const char *places[MAX_PLACES + 1]; /* NULL-terminated */
    bool places_optional;
};

static const struct row rows[] = {
    [LABEL_CONTACT_HEADING] = {"contact_heading", {NULL}, false},
    [LABEL_FACT_SEPARATOR] = {"fact_separator", {NULL}, false},
    [LABEL_CALL_US] = {"call_us", {NULL}, false},
    [LABEL_CALL_US_WRITE_IN] = {"call_us_write_in", {NULL}, false},
    [LABEL_EMAIL] = {"email", {NULL}, false},
    [LABEL_WEBSITE] = {"website", {NULL}, false},
    [LABEL_ADDRESS] = {"address", {NULL}, false},
    [LABEL_OPENING_HOURS] = {"opening_hours", {NULL}, false},
    [LABEL_SERVICES] = {"services", {NULL}, false},
    [LABEL_ASK_FRONT_DESK] = {"ask_front_desk", {NULL}, false},
    [LABEL_PAGE_OF] = {"page_of", {"page", "pages"}, false},
    [LABEL_PART_OF] = {"part_of", {"part", "parts"}, false},
    [LABEL_ABOUT_HEADING] = {"about_heading", {NULL}, false},
    [LABEL_VERSION] = {"version", {NULL}, false},
    [LABEL_REVIEWED] = {"reviewed", {NULL}, false},
    [LABEL_REVIEW_DUE] = {"review_due", {NULL}, false},
    [LABEL_PRODUCER] = {"producer", {NULL}, false},
    [LABEL_APPROVED_BY] = {"approved_by", {NULL}, false},
    [LABEL_APPROVED_ON] = {"approved_on", {NULL}, false},
    [LABEL_AUDIENCE] = {"audience", {NULL}, false},
    [LABEL_PURPOSE] = {"purpose", {NULL}, false},
    [LABEL_FUNDING] = {"funding", {NULL}, false},
    [LABEL_FEEDBACK] = {"feedback", {NULL}, false},
    [LABEL_SOURCES] = {"sources", {NULL}, false},
    [LABEL_VERIFIED_ON] = {"verified_on", {NULL}, false},
    [LABEL_CRISIS_HEADING] = {"crisis_heading", {NULL}, false},
    [LABEL_CRISIS_CALL] = {"crisis_call", {NULL}, false},
    [LABEL_CRISIS_TEXT] = {"crisis_text", {NULL}, false},
    [LABEL_QR_CAPTION] = {"qr_caption", {"url"}, false},
    [LABEL_QR_ALT] = {"qr_alt", {"url"}, false},
    [LABEL_LINK_TELEPHONE] = {"link_telephone", {"number"}, false},
    [LABEL_LINK_EMAIL] = {"link_email", {"address"}, false},
    [LABEL_LINK_WEBSITE] = {"link_website", {"name"}, false},
    [LABEL_LINK_OUT] = {"link_out", {"text"}, false},
    [LABEL_TASK_OPEN] = {"task_open", {NULL}, false},
    [LABEL_TASK_DONE] = {"task_done", {NULL}, false},
    [LABEL_BLANK] = {"blank", {NULL}, false},
    [LABEL_DELETED] = {"deleted", {"text"}, false},
    [LABEL_ADDED] = {"added", {"text"}, false},
    [LABEL_MONDAY] = {"monday", {NULL}, false},
    [LABEL_TUESDAY] = {"tuesday", {NULL}, false},
    [LABEL_WEDNESDAY] = {"wednesday", {NULL}, false},
    [LABEL_THURSDAY] = {"thursday", {NULL}, false},
    [LABEL_FRIDAY] = {"friday", {NULL}, false},
    [LABEL_SATURDAY] = {"saturday", {NULL}, false},
    [LABEL_SUNDAY] = {"sunday", {NULL}, false},
    [LABEL_DAY_RANGE] = {"day_range", {"first", "last"}, false},
    [LABEL_DAY_AND] = {"day_and", {"first", "last"}, false},
    [LABEL_DAY_COMMA] = {"day_comma", {NULL}, false},
    [LABEL_HOURS_LINE] = {"hours_line", {"days", "times"}, false},
    [LABEL_TIME_RANGE] = {"time_range", {"from", "to"}, false},
    [LABEL_TIME_AND] = {"time_and", {"first", "second"}, false},
    [LABEL_CLOSED] = {"closed", {NULL}, false},
    [LABEL_PUBLIC_HOLIDAYS] = {"public_holidays", {NULL}, false},
    [LABEL_ALWAYS_OPEN] = {"always_open", {NULL}, false},
    [LABEL_TIME_AM] = {"time_am", {"hour", "hour24"}, true},
    [LABEL_TIME_PM] = {"time_pm", {"hour", "hour24"}, true},
    [LABEL_TIME_AM_MINUTES] = {"time_am_minutes", {"hour", "hour24", "minute"}, true},
    [LABEL_TIME_PM_MINUTES] = {"time_pm_minutes", {"hour", "hour24", "minute"}, true},
    [LABEL_NOON] = {"noon", {NULL}, false},
    [LABEL_MIDNIGHT] = {"midnight", {NULL}, false},
    [LABEL_KEY_POINTS] = {"key_points", {NULL}, false},
    [LABEL_QUESTIONS] = {"questions", {NULL}, false},
    [LABEL_SLIP_TITLE] = {"slip_title", {"clinic"}, false},
    [LABEL_SLIP_INTRO] = {"slip_intro", {NULL}, false},
    [LABEL_SLIP_NAME] = {"slip_name", {NULL}, false},
    [LABEL_SLIP_TELEPHONE] = {"slip_telephone", {NULL}, false},
    [LABEL_SLIP_EMAIL] = {"slip_email", {NULL}, false},
    [LABEL_SLIP_PREFERRED] = {"slip_preferred", {NULL}, false},
    [LABEL_PANEL_COVER] = {"panel_cover", {NULL}, false},
    [LABEL_PANEL_INSIDE] = {"panel_inside", {"number"}, false},
    [LABEL_PANEL_FLAP] = {"panel_flap", {NULL}, false},
    [LABEL_PANEL_BACK] = {"panel_back", {NULL}, false},
    [LABEL_SHEET_OUTSIDE] = {"sheet_outside", {NULL}, false},
    [LABEL_SHEET_INSIDE] = {"sheet_inside", {NULL}, false},
    [LABEL_SAMPLE] = {"sample", {NULL}, false},
    [LABEL_SCREEN_MORE] = {"screen_more", {NULL}, false},
    [LABEL_PLAYER_SHOW] = {"player_show", {"name"}, false},
    [LABEL_PLAYER_CAROUSEL] = {"player_carousel", {NULL}, false},
    [LABEL_PLAYER_SLIDE] = {"player_slide", {NULL}, false},
    [LABEL_PLAYER_SLIDE_OF] = {"player_slide_of", {"slide", "slides"}, false},
    [LABEL_PLAYER_CONTROLS] = {"player_controls", {NULL}, false},
    [LABEL_PLAYER_PAUSE] = {"player_pause", {NULL}, false},
    [LABEL_PLAYER_PLAY] = {"player_play", {NULL}, false},
    [LABEL_PLAYER_PREVIOUS] = {"player_previous", {NULL}, false},
    [LABEL_PLAYER_NEXT] = {"player_next", {NULL}, false},
    [LABEL_PLAYER_TEXT_SIZE] = {"player_text_size", {NULL}, false},
    [LABEL_PLAYER_COLORS] = {"player_colors", {NULL}, false},
    [LABEL_PLAYER_COLORS_LIGHT] = {"player_colors_light", {NULL}, false},
    [LABEL_PLAYER_COLORS_NIGHT] = {"player_colors_night", {NULL}, false},
    [LABEL_PLAYER_COLORS_CONTRAST] = {"player_colors_contrast", {NULL}, false},
    [LABEL_PLAYER_LANGUAGE] = {"player_language", {NULL}, false},
    [LABEL_PLAYER_READ_ALL] = {"player_read_all", {NULL}, false},
    [LABEL_PLAYER_RESUMES] = {"player_resumes", {"seconds"}, false},
    [LABEL_PLAYER_PICTURE_MISSING] = {"player_picture_missing", {NULL}, false},
    [LABEL_TRANSCRIPT_TITLE] = {"transcript_title", {"name"}, false},
    [LABEL_TRANSCRIPT_BACK] = {"transcript_back", {NULL}, false},
    [LABEL_QR_HANDOUT] = {"qr_handout", {"url"}, false},
};
static_assert(G_N_ELEMENTS(rows) == LABEL_COUNT, "every label has a key");

/* One {place} of a pattern. */
struct place {
    const char *open; /* at its '{' */
    size_t length;    /* of the name between the braces */
};

/* The first place at or after `pattern`; false when there is none. */
static bool find_place(const char *pattern, struct place *out)
{
    const char *open = strchr(pattern, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close)
        return false;
    *out = (struct place){.open = open, .length = (size_t)(close - open - 1)};
    return true;
}

static bool place_is(const struct place *place, const char *name)
{
    return strlen(name) == place->length && strncmp(place->open + 1, name, place->length) == 0;
}

static bool has_place(const char *pattern, const char *name)
{
    struct place place;
    for (const char *p = pattern; find_place(p, &place); p = place.open + place.length + 2)
        if (place_is(&place, name))
            return true;
    return false;
}

static bool check_missing_places(const struct row *row, const struct fact *word, struct diag *diag)
{
    bool ok = true;
    for (const char *const *name = row->places; *name && !row->places_optional; name++) {
        if (has_place(word->value, *name))
            continue;
        ok = false;
        diag_report(diag, RULE_LABELS_INCOMPLETE, word->pos,
                    "the words of '%s' leave out '{%s}': put it where the program shall fill it in",
                    row->key, *name);
    }
    return ok;
}

static bool check_unknown_places(const struct row *row, const struct fact *word, struct diag *diag)
{
    bool ok = true;
    struct place place;
    for (const char *p = word->value; find_place(p, &place); p = place.open + place.length + 2) {
        bool known = false;
        for (const char *const *name = row->places; *name; name++)
            known |= place_is(&place, *name);
        if (known)
            continue;
        ok = false;
        diag_report(diag, RULE_VALUE, word->pos, "'%s' has no place '{%.*s}': see en.yaml",
                    row->key, (int)place.length, place.open + 1);
    }
    return ok;
}

static bool check_words(const struct labels *labels, struct diag *diag)
{
    bool ok = true;
    for (size_t i = 0; i < LABEL_COUNT; i++) {
        const struct fact *word = &labels->words[i];
        if (word->value) {
            ok &= check_missing_places(&rows[i], word, diag);
            ok &= check_unknown_places(&rows[i], word, diag);
            continue;
        }
        ok = false;
        diag_report(diag, RULE_LABELS_INCOMPLETE, word->pos, "the label '%s' has no words",
                    rows[i].key);
    }
    return ok;
}

static bool read_labels(const char *path, struct labels *labels, struct diag *diag)
{
    struct yaml_key keys[LABEL_COUNT + 1];
    for (size_t i = 0; i < LABEL_COUNT; i++)
        keys[i] = (struct yaml_key){rows[i].key, YAML_WANT_TEXT,
                                    offsetof(struct labels, words) + i * sizeof(struct fact)};
    keys[LABEL_COUNT] =
        (struct yaml_key){"abbreviations", YAML_WANT_TEXTS, offsetof(struct labels, abbreviations)};
    g_autofree char *text = file_read_text(path, diag);
    if (!text)
        return false;
    struct yaml *yaml = yaml_parse(text, path, 1, diag);
    bool ok = yaml && yaml_read(yaml, path, keys, G_N_ELEMENTS(keys), labels, diag);
    ok = ok && check_words(labels, diag);
    yaml_tree_free(yaml);
    return ok;
}

static void view_abbreviations(struct labels *labels)
{
    const GPtrArray *items = labels->abbreviations.items;
    labels->abbreviation_words = g_new0(const char *, items->len + 1);
    for (unsigned i = 0; i < items->len; i++)
        labels->abbreviation_words[i] = ((const struct fact *)items->pdata[i])->value;
}

/* The nearest language with a file of its own, by taking subtags off the end (RFC 4647, 3.4); NULL
 * for none. */
static char *find_language(const char *directory, const char *lang)
{
    g_autofree char *tag = g_strdup(lang);
    while (*tag) {
        g_autofree char *name = g_strconcat(tag, ".yaml", NULL);
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&tag);
        char *dash = strrchr(tag, '-');
        *(dash ? dash : tag) = '\0';
    }
    return NULL;
}

struct labels *labels_load(const char *directory, const char *lang, struct pos from,
                           struct diag *diag)
{
    struct labels *labels = g_new0(struct labels, 1);
    labels->lang = find_language(directory, lang);
    if (!labels->lang) {
        labels->lang = g_strdup("en");
        diag_report(diag, RULE_LABELS_MISSING, from,
                    "'%s' has no labels, so English ones are printed: add '%s/%s.yaml'", lang,
                    directory, lang);
    }
    g_autofree char *name = g_strconcat(labels->lang, ".yaml", NULL);
    g_autofree char *path = g_build_filename(directory, name, NULL);
    if (!read_labels(path, labels, diag)) {
        labels_free(labels);
        return NULL;
    }
    view_abbreviations(labels);
    return labels;
}

void labels_free(struct labels *labels)
{
    if (!labels)
        return;
    for (size_t i = 0; i < LABEL_COUNT; i++)
        fact_clear(&labels->words[i]);
    fact_list_clear(&labels->abbreviations);
    g_free(labels->abbreviation_words);
    g_free(labels->lang);
    g_free(labels);
}

const char *labels_lang(const struct labels *labels)
{
    return labels->lang;
}

const char *labels_key(enum label label)
{
    return rows[label].key;
}

const char *labels_get(const struct labels *labels, enum label label)
{
    g_assert((unsigned)label < LABEL_COUNT);
    return labels->words[label].value;
}

/* The value given for a place: `pairs` alternates names and values. */
static const char *value_of(const struct place *place, const GPtrArray *pairs)
{
    for (unsigned i = 0; i + 1 < pairs->len; i += 2)
        if (place_is(place, pairs->pdata[i]))
            return pairs->pdata[i + 1];
    g_error("a label's place '%.*s' was given no value", (int)place->length, place->open + 1);
}

char *labels_format(const struct labels *labels, enum label label, ...)
{
    g_autoptr(GPtrArray) pairs = g_ptr_array_new();
    va_list args;
    va_start(args, label);
    for (char *arg = va_arg(args, char *); arg; arg = va_arg(args, char *))
        g_ptr_array_add(pairs, arg);
    va_end(args);

    const char *rest = labels_get(labels, label);
    GString *out = g_string_new(NULL);
    struct place place;
    while (find_place(rest, &place)) {
        g_string_append_len(out, rest, place.open - rest);
        g_string_append(out, value_of(&place, pairs));
        rest = place.open + place.length + 2;
    }
    g_string_append(out, rest);
    return g_string_free(out, FALSE);
}

const char *const *labels_abbreviations(const struct labels *labels)
{
    return labels->abbreviation_words;
}

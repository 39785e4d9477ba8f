/*
 * What a person is told of an import: what was left out, what may have changed. Awkward: most of
 * what is left out is a page's furniture; a sentence among it may be the text itself, so sentences
 * come first.
 */
#include "base/paths.h"
#include "import/parts.h"

#include "base/pattern.h"
#include "base/sentence.h"
#include "base/words.h"
#include "content/address.h"

#include <string.h>

/* Fewer words are a label or a heading. */
#define SENTENCE_WORDS 6
/* With an amount, so many say something. */
#define DOSE_WORDS 4
/* The end of a telephone number that is its own, not its area's or its country's. */
#define LOCAL_DIGITS 7

static void drop_free(gpointer data)
{
    struct import_drop *drop = data;
    g_free(drop->text);
    g_free(drop);
}

static void change_free(gpointer data)
{
    struct import_change *change = data;
    g_free(change->text);
    g_free(change);
}

static void fate_free(gpointer data)
{
    struct import_fate *fate = data;
    g_free(fate->text);
    g_free(fate);
}

static void file_free(gpointer data)
{
    struct import_file *file = data;
    g_free(file->name);
    g_bytes_unref(file->bytes);
    g_free(file);
}

/* On one line, cells parted by bars; owned by the caller. */
static char *words_of(const char *text)
{
    g_autoptr(GString) words = g_string_new(text);
    g_string_replace(words, "\t", " | ", 0);
    return g_strdelimit(g_strdup(words->str), "\n", ' ');
}

/* The line's words, in Markdown where some are struck: a dose that is not to be taken would read as
 * one that is. Owned by the caller. */
static char *line_words(const struct input_line *line)
{
    const char *marked = line->kind != LINE_PRE ? line->marked : NULL;
    bool struck = marked && (strstr(marked, "~~") || strstr(marked, "<del>"));
    return words_of(struck ? marked : line->text);
}

/* The digits in the text; owned by the caller. */
static char *digits_of(const char *text)
{
    GString *digits = g_string_new(NULL);
    for (; *text; text++)
        if (g_ascii_isdigit(*text))
            g_string_append_c(digits, *text);
    return g_string_free(digits, FALSE);
}

/* True when the words say the number or mail address that a link leads to. A number may stand
 * there without the code of its country. */
static bool says_address(const char *words, const char *to, enum address_kind kind)
{
    if (kind == ADDRESS_MAIL)
        return strstr(words, to);
    g_autofree char *said = digits_of(words), *digits = digits_of(to);
    size_t length = strlen(digits);
    return strstr(said, digits + (length > LOCAL_DIGITS ? length - LOCAL_DIGITS : 0));
}

/* What is left out of the line: its words, and the numbers and mail addresses that only its links
 * say; owned by the caller. */
static char *lost_in(const struct input_line *line)
{
    static struct pattern link = PATTERN("(?<=\\]\\()[^)]+");
    g_autofree char *words = line_words(line);
    GString *lost = g_string_new(words);
    struct range at = {0, 0};
    while (line->marked && pattern_find(&link, line->marked, at.end, &at)) {
        g_autofree char *url = g_strndup(line->marked + at.start, at.end - at.start);
        enum address_kind kind = address_kind(url);
        g_autofree char *to =
            kind == ADDRESS_MAIL || kind == ADDRESS_TELEPHONE ? address_to(url) : NULL;
        if (to && !says_address(words, to, kind))
            g_string_append_printf(lost, " <%s>", to);
    }
    return g_string_free(lost, FALSE);
}

/* True for a line that may be text of the article, which the page did not hide: a sentence, or some
 * words with an amount. Whose the page is, is neither. */
static bool looks_like_text(const struct input_line *line)
{
    static struct pattern copyright = PATTERN("^(?i:copyright|\u00A9|\\(c\\))");
    static struct pattern amount = PATTERN(
        "\\d ?(?:mg|mcg|[\u00B5\u03BC]g|g|kg|ml|mL|l|L|IU|mmol|mmHg|%|\u00B0)(?!\\p{L}{2})");
    size_t length = strlen(line->text);
    gunichar last = length ? g_utf8_get_char(g_utf8_prev_char(line->text + length)) : 0;
    unsigned words = words_count(line->text, length);
    bool sentence = sentence_is_stop(last) && words >= SENTENCE_WORDS;
    struct range found;
    bool dose = words >= DOSE_WORDS && pattern_find(&amount, line->text, 0, &found);
    return line->number > 0 && (sentence || dose) && *line->text != '<' && *line->text != '[' &&
           !pattern_find(&copyright, line->text, 0, &found);
}

static void add_drops(GPtrArray *dropped, const struct source *source, bool text)
{
    for (unsigned i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (!line->why || looks_like_text(line) != text)
            continue;
        struct import_drop *drop = g_new(struct import_drop, 1);
        *drop =
            (struct import_drop){.pos = {.file = paths_number(source->path), .line = line->number},
                                 .text = lost_in(line),
                                 .why = line->why};
        g_ptr_array_add(dropped, drop);
    }
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const struct import_change *one = *(void *const *)a, *other = *(void *const *)b;
    return one->line - other->line;
}

static GPtrArray *list_changes(const struct source *source)
{
    GPtrArray *changed = g_ptr_array_new_with_free_func(change_free);
    for (guint i = 0; i < source->changes->len; i++) {
        const struct change *from = source->changes->pdata[i];
        struct import_change *change = g_new(struct import_change, 1);
        *change = (struct import_change){
            .pos = {.file = paths_number(source->path), .line = from->line->number},
            .line = from->line->draft,
            .text = words_of(from->text),
            .why = from->why};
        g_ptr_array_add(changed, change);
    }
    g_ptr_array_sort(changed, by_place);
    return changed;
}

static GPtrArray *list_fates(const struct source *source)
{
    GPtrArray *fates = g_ptr_array_new_with_free_func(fate_free);
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_BLANK && !line->is_title)
            continue;
        struct import_fate *fate = g_new(struct import_fate, 1);
        *fate =
            (struct import_fate){.pos = {.file = paths_number(source->path), .line = line->number},
                                 .text = line_words(line),
                                 .line = line->draft,
                                 .is_fact = line->is_fact,
                                 .why = line->why};
        g_ptr_array_add(fates, fate);
    }
    return fates;
}

static GPtrArray *list_files(const struct source *source)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(file_free);
    for (guint i = 0; i < source->pictures->len; i++) {
        const struct import_picture *picture = source->pictures->pdata[i];
        if (!picture->bytes)
            continue;
        struct import_file *file = g_new(struct import_file, 1);
        *file = (struct import_file){g_strdup(picture->name), g_bytes_ref(picture->bytes)};
        g_ptr_array_add(files, file);
    }
    return files;
}

void import_report(struct import *import, struct source *source)
{
    import->dropped = g_ptr_array_new_with_free_func(drop_free);
    add_drops(import->dropped, source, true);
    add_drops(import->dropped, source, false);
    import->changed = list_changes(source);
    import->fates = list_fates(source);
    import->files = list_files(source);
}

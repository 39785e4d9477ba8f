/*
 * Plain text that is no table: what its lines are by their form. Awkward: a line may end because
 * the next word had no room, or because its author wanted it to ("Morning: 5 mg⏎Night: 10 mg"), and
 * nothing tells but its length.
 */
#include "base/pattern.h"
#include "content/address.h"
#include "import/text_parts.h"

#include <string.h>

#define WHY_DRAWN "a line drawn with characters"
#define WHY_GAP   "a gap in a line with numbers: check whether it parts columns"
#define WHY_TORN  "a hyphen and a blank between numbers: check whether they are a range"
#define WHY_FLAT  "a figure that may have stood raised, as in 10\u2079: check it"

/* Lines that were parted for want of room are about so long: people and programs part none that is
 * shorter, and what is longer than the second is not parted at all. [characters] */
#define WIDTH_LEAST 40
#define WIDTH_MOST  100
/* A line that the next word would have fitted into this part of is ended on purpose. */
#define WIDTH_SURE 0.8

/* A heading that is underlined is no longer. [characters] */
#define HEADING_LENGTH 80

static bool is_blank(const struct text_line *line)
{
    return *line->wide == '\0';
}

static int length_of(const struct text_line *line)
{
    return (int)g_utf8_strlen(line->wide, -1);
}

int text_find_width(const struct text_line *lines, guint n)
{
    int width = WIDTH_LEAST;
    for (guint i = 0; i + 1 < n; i++)
        if (!is_blank(&lines[i]) && !is_blank(&lines[i + 1]) && !lines[i].bar)
            width = MAX(width, MIN(length_of(&lines[i]), WIDTH_MOST));
    return width;
}

/* True when the text is no more than an address of mail or web. */
static bool is_address(const char *text)
{
    return address_is_mail(text) || address_is_web(text) || g_str_has_prefix(text, "www.");
}

/* True when both lines begin with what only lines of their own begin with: a label, or a number as
 * Chinese and Japanese write it. */
static bool begin_alike(const char *line, const char *before)
{
    static struct pattern starts[] = {PATTERN("^\\s*\\p{Lu}[^.:!?,;]{0,30}: "),
                                      PATTERN("^\\s*（?[一二三四五六七八九十]{1,3}[、）]")};
    struct range found;
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (pattern_find(&starts[i], line, 0, &found) &&
            pattern_find(&starts[i], before, 0, &found))
            return true;
    return false;
}

/* A row of dots leads from words to what is said of them. */
static bool has_leader(const char *line)
{
    return strstr(line, "....") || strstr(line, ". . . ") || strstr(line, "……");
}

/* True when the author ended the line before `line` on purpose. */
static bool begins_anew(const struct text_line *line, const struct text_line *before, int width)
{
    const char *words = line->wide + strspn(line->wide, " ");
    int first = (int)g_utf8_strlen(words, (gssize)strcspn(words, " \t"));
    bool fits = length_of(before) + 1 + first <= width * WIDTH_SURE;
    bool quoted = *words == '>' || before->wide[strspn(before->wide, " ")] == '>';
    bool runs_on = g_unichar_islower(g_utf8_get_char(words)) && !is_address(words);
    return quoted || (fits && !runs_on) || begin_alike(line->wide, before->wide) ||
           has_leader(line->wide) || has_leader(before->wide);
}

/* "=====", "-----", or "--" above a mail's signature. */
static bool parts_text(const struct text_line *line)
{
    g_autofree char *signs = g_strstrip(g_strdup(line->text));
    return strcmp(signs, "--") == 0 || (strlen(signs) >= 3 && text_is_drawn(signs, "-=_*~#"));
}

/* True for a line by itself that has a ruler below it. */
static bool is_underlined(const struct text_line *line, const struct text_line *before,
                          const struct text_line *next)
{
    bool alone = !before || is_blank(before) || parts_text(before);
    return alone && next && !is_blank(line) && !parts_text(line) && line->cells->len == 1 &&
           next->ruler && strlen(next->wide) >= 3 && !strchr(next->wide, ' ') &&
           length_of(line) <= HEADING_LENGTH;
}

/* The first line of all is the title. */
static bool is_first(const struct source *source)
{
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK && !line->why)
            return false;
    }
    return true;
}

/* Double lines stand below the higher headings. */
static void add_heading(struct source *source, int number, const char *words, const char *ruler)
{
    int level = is_first(source) ? 1 : *ruler == '=' ? 2 : 3;
    source_add(source, LINE_HEADING, number, words)->level = level;
}

static void add_prose(struct source *source, int number, const struct text_line *text)
{
    static struct pattern torn = PATTERN("\\d[-\u2013] \\d");
    static struct pattern flat =
        PATTERN("(?<![\\w])(?:\\d+ ?)?[cdkm]?m[23](?!\\w)|[x\u00D7*] ?10-?\\d{1,2}(?!\\w)"
                "|(?<!\\w)10(?:3|6|9|12)(?= ?/ ?(?:[Ll]|m[Ll]|\u00B5[Ll]|mm)(?!\\w))");
    struct input_line *line = source_add(source, LINE_TEXT, number, text->text);
    struct range found = {0, 0};
    line->indent = text->indent;
    line->words = text->words;
    if (line->kind == LINE_BLANK)
        return;
    line->gap = text->cells->len > 1;
    if (line->gap && strpbrk(text->text, "0123456789"))
        source_changed(source, line, line->text, WHY_GAP);
    if (pattern_find(&torn, line->text, 0, &found))
        source_changed(source, line, line->text, WHY_TORN);
    found.end = 0;
    while (pattern_find(&flat, line->text, found.end, &found)) {
        g_autofree char *figure = g_strndup(line->text + found.start, found.end - found.start);
        source_changed(source, line, figure, WHY_FLAT);
    }
}

void text_add_line(struct source *source, int number, const struct text_line *lines, guint at,
                   guint n, int width)
{
    const struct text_line *text = &lines[at], *before = at > 0 ? text - 1 : NULL;
    if (parts_text(text))
        source_add(source, LINE_TEXT, number, text->text)->why = WHY_DRAWN;
    else if (is_underlined(text, before, at + 1 < n ? text + 1 : NULL))
        add_heading(source, number, text->text, text[1].text);
    else {
        add_prose(source, number, text);
        struct input_line *line = source->lines->pdata[source->lines->len - 1];
        line->breaks = before && !is_blank(before) && begins_anew(text, before, width);
    }
}

/* "Subject: words" at the start of a line, or "Subject:" with a tab behind. */
static bool is_field(const char *text, const char *name)
{
    static struct pattern field = PATTERN("^[A-Z][A-Za-z-]*:\\s");
    struct range found;
    return name ? g_str_has_prefix(text, name) && pattern_find(&field, text, 0, &found)
                : pattern_find(&field, text, 0, &found);
}

/* A long value goes on in lines that are set in. */
static bool goes_on(const char *text)
{
    return (*text == ' ' || *text == '\t') && text[strspn(text, " \t")] != '\0';
}

/* The lines of the head of a mail (RFC 5322) that the text begins with; 0: it has none. */
static guint count_fields(const struct text_line *lines, guint n)
{
    guint fields = 0;
    bool from = false, subject = false;
    for (; fields < n && !is_blank(&lines[fields]); fields++) {
        const char *text = lines[fields].text;
        if (!is_field(text, NULL) && (fields == 0 || !goes_on(text)))
            return 0;
        from |= is_field(text, "From:");
        subject |= is_field(text, "Subject:");
    }
    return from && subject ? fields : 0;
}

guint text_add_head(struct source *source, const struct text_line *lines, guint n)
{
    guint fields = count_fields(lines, n);
    for (guint i = 0; i < fields; i++) {
        const char *text = lines[i].text;
        if (is_field(text, "Subject:"))
            source_add(source, LINE_HEADING, (int)i + 1, text + strlen("Subject:"))->level = 1;
        else
            source_add(source, LINE_TEXT, (int)i + 1, text)->why = WHY_MAIL;
    }
    return fields;
}

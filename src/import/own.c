/*
 * Our own pages give back what they were made of: the lead below the title is the article's
 * summary, the lines about the handout are its front matter. Awkward: pages have dates in the words
 * of their language, front matter in figures; and a section that is not wholly ours is text.
 */
#include "import/parts.h"

#include "content/date.h"
#include "content/labels.h"

#include <string.h>

/* Years that handouts are made and checked in. */
#define YEAR_FIRST 1990
#define YEAR_LAST  2099

#define WHY_FRONT "it is in the front matter"

enum form { FORM_WORDS, FORM_DATE, FORM_LIST, FORM_COUNT };

static const struct {
    enum label label;
    const char *key;
    enum form form;
} rows[] = {
    {LABEL_AUDIENCE, "audience", FORM_WORDS},       {LABEL_PURPOSE, "purpose", FORM_WORDS},
    {LABEL_PRODUCER, "producer", FORM_WORDS},       {LABEL_FUNDING, "funding", FORM_WORDS},
    {LABEL_APPROVED_BY, "approved_by", FORM_WORDS}, {LABEL_APPROVED_ON, "approved_on", FORM_DATE},
    {LABEL_VERSION, "version", FORM_WORDS},         {LABEL_REVIEWED, "reviewed", FORM_DATE},
    {LABEL_REVIEW_DUE, "review_due", FORM_DATE},    {LABEL_SOURCES, "sources", FORM_LIST},
    {LABEL_FEEDBACK, "feedback", FORM_WORDS},
};

static void append_value(GString *out, const char *key, const char *value)
{
    g_autofree char *quoted = import_quote(value);
    g_string_append_printf(out, "%s: %s\n", key, quoted);
}

/* The words as an article has them within a line; owned by the caller. */
static char *marked_of(const struct input_line *line)
{
    GString *out = g_string_new(line->marked);
    if (!line->marked)
        import_escape(out, line->text, false);
    return g_string_free(out, FALSE);
}

static bool is_date(const struct labels *labels, const char *text, int year, int month, int day)
{
    g_autofree char *words = date_in_words(year, month, day, labels);
    return strcmp(words, text) == 0;
}

/* The date that these are the words of, in figures; owned by the caller; NULL: of none. */
static char *read_date(const struct labels *labels, const char *text)
{
    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
        g_autofree char *words = date_in_words(year, 0, 0, labels);
        if (strcmp(words, text) == 0)
            return g_strdup_printf("%d", year);
        for (int month = 1; strstr(text, words) && month <= 12; month++) {
            if (is_date(labels, text, year, month, 0))
                return g_strdup_printf("%d-%02d", year, month);
            for (int day = 1; day <= 31; day++)
                if (is_date(labels, text, year, month, day))
                    return g_strdup_printf("%d-%02d-%02d", year, month, day);
        }
    }
    return NULL;
}

/* Where one of several ends and the next begins, the page does not say: they stay together. */
static void append_list(GString *out, const char *key, const char *value)
{
    g_autofree char *quoted = import_quote(value);
    g_string_append_printf(out, "%s:\n  - %s\n", key, quoted);
}

static const char *skip_blanks(const char *text)
{
    while (g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text;
}

/* Behind `words` and the blanks there; NULL: the text begins with others. */
static const char *behind(const char *text, const char *words)
{
    return text && g_str_has_prefix(text, words) ? skip_blanks(text + strlen(words)) : NULL;
}

/* The label as pages have it before its value, without the blanks there; owned by the caller. */
static char *label_of(const struct labels *labels, enum label label)
{
    g_autofree char *whole =
        g_strconcat(labels_get(labels, label), labels_get(labels, LABEL_FACT_SEPARATOR), NULL);
    g_auto(GStrv) words = g_strsplit(whole, "\u00A0", -1);
    g_autofree char *plain = g_strjoinv(" ", words);
    return g_strdup(g_strstrip(plain));
}

/* What a line says behind its bold label, as Markdown; NULL: it has another form. */
static const char *marked_value(const char *marked, const char *label)
{
    const char *sign = g_str_has_prefix(marked, "**") ? "**" : "<strong>";
    const char *end = behind(behind(marked, sign), label);
    return behind(end, *sign == '*' ? "**" : "</strong>");
}

/* The line as front matter when the label is its; false: it is not. */
static bool append_row(GString *out, const struct labels *labels, size_t row,
                       const struct input_line *line)
{
    g_autofree char *label = label_of(labels, rows[row].label);
    const char *value = behind(line->text, label);
    const char *marked = value && line->marked ? marked_value(line->marked, label) : NULL;
    bool dated = value && rows[row].form == FORM_DATE;
    g_autofree char *date = dated ? read_date(labels, value) : NULL;
    if (!value || !*value || !marked || (dated && !date))
        return false;
    if (rows[row].form == FORM_LIST)
        append_list(out, rows[row].key, marked);
    else
        append_value(out, rows[row].key, dated ? date : value);
    return true;
}

static bool append_line(GString *out, const struct labels *labels, const struct input_line *line)
{
    for (size_t row = 0; row < G_N_ELEMENTS(rows); row++)
        if (append_row(out, labels, row, line))
            return true;
    return false;
}

/* The section about the handout, from its heading on; all of its lines, or none. */
static void take_about(struct source *source)
{
    const char *head = labels_get(source->labels, LABEL_ABOUT_HEADING);
    g_autoptr(GString) front = g_string_new(NULL);
    unsigned heads = 0;
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->of_page != OF_ABOUT || line->kind == LINE_BLANK)
            continue;
        bool is_head = line->kind == LINE_HEADING && strcmp(line->text, head) == 0;
        heads += is_head;
        if (heads != 1 || (!is_head && !append_line(front, source->labels, line)))
            return;
    }
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (line->of_page == OF_ABOUT && line->kind != LINE_BLANK)
            line->why = WHY_FRONT;
    }
    g_string_append(source->front, front->str);
}

static void take_lead(struct source *source)
{
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (line->of_page != OF_LEAD || line->kind != LINE_TEXT || line->why)
            continue;
        g_autofree char *words = marked_of(line);
        append_value(source->front, "summary", words);
        line->why = WHY_FRONT;
        return;
    }
}

void import_take_front(struct source *source)
{
    take_lead(source);
    take_about(source);
}

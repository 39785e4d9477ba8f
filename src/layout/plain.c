#include "layout/plain.h"

#include "base/letter.h"
#include "layout/plain_places.h"
#include "layout/plan.h"

/* A stretch of the text that Pango would make one run of. */
struct stretch {
    size_t start, end; /* bytes */
    bool bold;
    PangoLanguage *language;
    bool alone; /* what is told of it alone parts it from its neighbours */
};

/* Letters, figures and signs of Latin texts (Unicode 15, blocks "Basic Latin" to "Latin Extended-B"
 * and the quotes, dashes and dots of "General Punctuation"), without those that may be pictures and
 * the soft hyphen, which shows at ends of lines alone. */
static bool is_plain(gunichar c)
{
    enum { COPYRIGHT = 0xA9, REGISTERED = 0xAE, SOFT = 0xAD };
    return (c >= ' ' && c <= '~') ||
           (c >= 0xA0 && c <= 0x24F && c != COPYRIGHT && c != REGISTERED && c != SOFT) ||
           (c >= 0x2010 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201F) || c == 0x2022 ||
           c == 0x2026;
}

/* What is known of plain words. */
struct words {
    GUnicodeScript script; /* of their runs */
    int n_chars;
};

static bool read_words(const struct paragraph *p, struct words *words)
{
    *words = (struct words){G_UNICODE_SCRIPT_COMMON, 0};
    for (const char *c = p->text->str; *c; c = g_utf8_next_char(c), words->n_chars++) {
        gunichar letter = letter_at(c);
        if (!is_plain(letter))
            return false;
        if (words->script == G_UNICODE_SCRIPT_COMMON)
            words->script = g_unichar_get_script(letter);
    }
    return words->n_chars > 0 && fonts_has(p->setter->fonts, p->text->str);
}

static PangoLanguage *language_of(const struct paragraph *p, const struct span *span)
{
    const char *lang = element_lang(span->element);
    return lang ? pango_language_from_string(lang) : pango_context_get_language(p->setter->context);
}

/* In the face that its kind of text has, at its size; Pango takes Latin letters in other languages
 * for English. */
static bool is_plain_span(const struct paragraph *p, const struct span *span)
{
    return !span->code && !span->small && span->raise == 0 &&
           pango_language_includes_script(language_of(p, span), PANGO_SCRIPT_LATIN);
}

static bool has_plain_spans(const struct paragraph *p)
{
    for (guint i = 0; i < p->spans->len; i++)
        if (!is_plain_span(p, p->spans->pdata[i]))
            return false;
    return true;
}

static struct stretch stretch_of(const struct paragraph *p, guint index)
{
    const struct span *span = p->spans->pdata[index];
    bool last = index + 1 == p->spans->len;
    bool bold = span->strong || setter_look(p->setter, p->kind)->bold;
    return (struct stretch){.start = g_array_index(p->starts, guint, index),
                            .end = last ? p->text->len : g_array_index(p->starts, guint, index + 1),
                            .bold = bold,
                            .language = language_of(p, span),
                            .alone = bold || element_lang(span->element)};
}

/* The stretch that begins with that span; `index` goes on behind it. */
static struct stretch next_stretch(const struct paragraph *p, guint *index)
{
    struct stretch stretch = stretch_of(p, (*index)++);
    while (*index < p->spans->len) {
        struct stretch next = stretch_of(p, *index);
        bool empty = stretch.start == stretch.end || next.start == next.end;
        if (!empty && (stretch.alone || next.alone))
            break;
        size_t start = stretch.start;
        stretch = stretch.start == stretch.end ? next : stretch;
        stretch.start = start;
        stretch.end = next.end;
        (*index)++;
    }
    return stretch;
}

static PangoGlyphItem *shape(const struct paragraph *p, const struct stretch *stretch,
                             GUnicodeScript script)
{
    struct fonts *fonts = p->setter->fonts;
    const char *text = p->text->str;
    int start = (int)stretch->start, length = (int)(stretch->end - stretch->start);
    struct plan_key key = {.font = fonts_font(fonts, stretch->bold),
                           .language = stretch->language,
                           .script = script,
                           .figures = paragraph_lines_figures_up(p)};
    PangoItem *item = pango_item_new();
    item->offset = start;
    item->length = length;
    item->num_chars = (int)g_utf8_strlen(text + start, length);
    item->analysis.font = g_object_ref(key.font);
    item->analysis.script = (guint8)script;
    item->analysis.language = stretch->language;
    PangoGlyphItem *run = g_slice_new0(PangoGlyphItem);
    run->item = item;
    run->glyphs = plans_shape(fonts_plans(fonts), &key, text, start, length);
    return run;
}

/* By its spans, where it has several. */
static GSList *part(struct paragraph *p, PangoGlyphItem *run)
{
    return p->spans->len > 1
               ? pango_glyph_item_apply_attrs(run, p->text->str, paragraph_attributes(p))
               : g_slist_prepend(NULL, run);
}

struct shaped *plain_shape(struct paragraph *p)
{
    struct words words;
    if (!has_plain_spans(p) || !read_words(p, &words))
        return NULL;
    GSList *runs = NULL;
    for (guint i = 0; i < p->spans->len;) {
        struct stretch stretch = next_stretch(p, &i);
        if (stretch.start < stretch.end)
            runs = g_slist_concat(runs, part(p, shape(p, &stretch, words.script)));
    }
    struct vocabulary *vocabulary = plans_vocabulary(fonts_plans(p->setter->fonts));
    PangoLogAttr *places = plain_places(vocabulary, p->text->str, (int)p->text->len, words.n_chars);
    return shaped_new(p->text->str, words.n_chars, places, runs);
}

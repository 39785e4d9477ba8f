/*
 * Paragraphs: spans joined into one text with Pango attributes.
 *
 * The awkward fact: Pango knows attributes, not elements. Each span therefore carries its index in
 * an attribute of our own kind, which has no effect on shaping but makes Pango cut its runs at the
 * spans' edges.
 */
#include "layout/paragraph.h"

#include "base/direction.h"
#include "base/signs.h"
#include "layout/isolates.h"
#include "layout/paragraph_room.h"

#include <math.h>
#include <string.h>

static PangoAttribute *copy_span_attribute(const PangoAttribute *attribute)
{
    PangoAttrInt *copy = g_new(PangoAttrInt, 1);
    *copy = *(const PangoAttrInt *)attribute;
    return &copy->attr;
}

static void free_span_attribute(PangoAttribute *attribute)
{
    g_free(attribute);
}

static gboolean same_span_attribute(const PangoAttribute *a, const PangoAttribute *b)
{
    return ((const PangoAttrInt *)a)->value == ((const PangoAttrInt *)b)->value;
}

static gpointer make_span_class(gpointer unused)
{
    (void)unused;
    PangoAttrClass *class = g_new(PangoAttrClass, 1);
    *class = (PangoAttrClass){.type = pango_attr_type_register("handout-span"),
                              .copy = copy_span_attribute,
                              .destroy = free_span_attribute,
                              .equal = same_span_attribute};
    return class;
}

static const PangoAttrClass *span_class(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, make_span_class, NULL);
}

static PangoAttribute *new_span_attribute(int index)
{
    PangoAttrInt *attribute = g_new(PangoAttrInt, 1);
    pango_attribute_init(&attribute->attr, span_class());
    attribute->value = index;
    return &attribute->attr;
}

/* `attribute` passes to the paragraph, for the bytes [start, end). */
static void add_attribute(struct paragraph *p, PangoAttribute *attribute, size_t start, size_t end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(p->attributes, attribute);
}

double paragraph_ratio(const struct paragraph *p, const struct span *span)
{
    return span->raise == 0 && !span->small ? 1 : p->setter->profile->script_ratio;
}

static void add_span_attributes(struct paragraph *p, guint index, size_t start, size_t end)
{
    const struct span *span = p->spans->pdata[index];
    const double em_units = SHAPING_EM * PANGO_SCALE;
    const char *lang = element_lang(span->element);
    if (start == end)
        return;
    add_attribute(p, new_span_attribute((int)index), start, end);
    if (span->strong || (setter_look(p->setter, p->kind)->bold && !span->small))
        add_attribute(p, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, end);
    if (span->raise != 0 || span->small)
        add_attribute(
            p, pango_attr_size_new_absolute((int)lround(em_units * paragraph_ratio(p, span))),
            start, end);
    if (span->code)
        add_attribute(p, pango_attr_family_new(FONTS_CODE_FAMILY), start, end);
    if (lang)
        add_attribute(p, pango_attr_language_new(pango_language_from_string(lang)), start, end);
}

/*
 * Scripts whose letters stand by themselves. All others join them, stack them or write a vowel in
 * parts about its letter (Unicode 15, chapters 9 and 12 to 17; HarfBuzz shapes them as "Arabic",
 * "Indic", "Khmer", "Myanmar", "Thai" or "Universal"): space between letters takes such a shape
 * apart, and shapers then leave ligatures out, which in these scripts are the spelling.
 */
static bool stands_alone(GUnicodeScript script)
{
    static const GUnicodeScript scripts[] = {
        G_UNICODE_SCRIPT_COMMON,   G_UNICODE_SCRIPT_INHERITED,
        G_UNICODE_SCRIPT_UNKNOWN,  G_UNICODE_SCRIPT_LATIN,
        G_UNICODE_SCRIPT_GREEK,    G_UNICODE_SCRIPT_CYRILLIC,
        G_UNICODE_SCRIPT_ARMENIAN, G_UNICODE_SCRIPT_GEORGIAN,
        G_UNICODE_SCRIPT_HEBREW,   G_UNICODE_SCRIPT_COPTIC,
        G_UNICODE_SCRIPT_ETHIOPIC, G_UNICODE_SCRIPT_CHEROKEE,
        G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA,
        G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_BOPOMOFO,
        G_UNICODE_SCRIPT_HANGUL,   G_UNICODE_SCRIPT_YI,
        G_UNICODE_SCRIPT_LISU,     G_UNICODE_SCRIPT_TIFINAGH,
        G_UNICODE_SCRIPT_VAI,      G_UNICODE_SCRIPT_BAMUM,
        G_UNICODE_SCRIPT_OSAGE,    G_UNICODE_SCRIPT_DESERET,
        G_UNICODE_SCRIPT_BRAILLE,  G_UNICODE_SCRIPT_CANADIAN_ABORIGINAL,
        G_UNICODE_SCRIPT_GOTHIC,   G_UNICODE_SCRIPT_GLAGOLITIC,
        G_UNICODE_SCRIPT_RUNIC,    G_UNICODE_SCRIPT_OGHAM};
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (scripts[i] == script)
            return true;
    return false;
}

static bool can_be_tracked(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!stands_alone(g_unichar_get_script(g_utf8_get_char(text))))
            return false;
    return true;
}

/* In Latin letters ligatures only hide letters from those who learn to read; signs go with the
 * letters before them. */
static void part_ligatures(struct paragraph *p)
{
    static const char features[] = "liga=0, clig=0";
    const char *text = p->text->str;
    bool latin = true;
    size_t start = 0;
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(c));
        bool sign = script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED;
        if (sign || latin == (script == G_UNICODE_SCRIPT_LATIN))
            continue;
        size_t at = (size_t)(c - text);
        if (latin && at > start)
            add_attribute(p, pango_attr_font_features_new(features), start, at);
        latin = !latin;
        start = at;
    }
    if (latin)
        add_attribute(p, pango_attr_font_features_new(features), start, p->text->len);
}

static size_t mark_length(const struct break_mark *mark)
{
    return (size_t)g_unichar_to_utf8(mark->sign, NULL);
}

/* Pango would draw hyphens wherever it breaks a word; they stand at soft hyphens alone. (It looks
 * at each attribute for each other one, so other marks part none.) */
static void forbid_hyphens(struct paragraph *p)
{
    size_t from = 0, before = 0;
    for (guint i = 0; i < p->marks->len; i++) {
        const struct break_mark *mark = &g_array_index(p->marks, struct break_mark, i);
        size_t at = mark->at + before;
        before += mark_length(mark);
        if (mark->sign != SOFT_HYPHEN)
            continue;
        add_attribute(p, pango_attr_insert_hyphens_new(FALSE), from, at);
        from = mark->at + before;
    }
    add_attribute(p, pango_attr_insert_hyphens_new(FALSE), from, p->text->len);
}

bool paragraph_lines_figures_up(const struct paragraph *p)
{
    return p->kind == TEXT_CELL || p->kind == TEXT_HEADER_CELL;
}

static void add_common_attributes(struct paragraph *p)
{
    const struct setter *setter = p->setter;
    size_t end = p->text->len;
    int em = SHAPING_EM * PANGO_SCALE;
    add_attribute(p, pango_attr_family_new(fonts_family(setter->fonts)), 0, end);
    add_attribute(p, pango_attr_size_new_absolute(em), 0, end);
    forbid_hyphens(p);
    part_ligatures(p);
    if (paragraph_lines_figures_up(p))
        add_attribute(p, pango_attr_font_features_new("tnum=1"), 0, end);
    if (p->tracking > 0)
        add_attribute(p, pango_attr_letter_spacing_new((int)lround(em * p->tracking)), 0, end);
}

/* A number of a note where there are none. */
static bool is_left_out(const struct setter *setter, const struct span *span)
{
    return setter->leave_references && element_note(span->element);
}

/* A soft hyphen only says where a hyphen might go; few ever go anywhere (rule T06). */
static void append_words(struct paragraph *p, const char *words)
{
    for (const char *hyphen; (hyphen = strstr(words, SOFT_HYPHEN_TEXT));
         words = hyphen + strlen(SOFT_HYPHEN_TEXT)) {
        g_string_append_len(p->words, words, hyphen - words);
        guint at = (guint)p->words->len;
        g_array_append_val(p->soft_hyphens, at);
    }
    g_string_append(p->words, words);
}

static void read_words(struct paragraph *p)
{
    for (guint i = 0; i < p->spans->len; i++) {
        guint start = (guint)p->words->len;
        g_array_append_val(p->starts, start);
        const struct span *span = p->spans->pdata[i];
        if (!is_left_out(p->setter, span))
            append_words(p, span->text);
    }
}

/* From here on the signs that isolate facts count as words. */
static void isolate_facts(struct paragraph *p)
{
    g_string_assign(p->text, p->words->str);
    isolates_insert(p);
    if (p->text->len > p->words->len)
        g_string_assign(p->words, p->text->str);
}

/* Puts the marks among the words; one between two spans belongs to the first. */
static void insert_marks(struct paragraph *p)
{
    size_t from = 0;
    g_string_truncate(p->text, 0);
    for (guint i = 0; i < p->marks->len; i++) {
        struct break_mark *mark = &g_array_index(p->marks, struct break_mark, i);
        g_string_append_len(p->text, p->words->str + from, (gssize)(mark->at - from));
        mark->place = (guint)p->text->len;
        g_string_append_unichar(p->text, mark->sign);
        from = mark->at;
    }
    g_string_append(p->text, p->words->str + from);
}

static size_t span_start(const struct paragraph *p, guint index)
{
    return index < p->starts->len ? g_array_index(p->starts, guint, index) : p->text->len;
}

PangoAttrList *paragraph_attributes(struct paragraph *p)
{
    if (p->attributes)
        return p->attributes;
    p->attributes = pango_attr_list_new();
    add_common_attributes(p);
    for (guint i = 0; i < p->spans->len; i++)
        add_span_attributes(p, i, span_start(p, i), span_start(p, i + 1));
    return p->attributes;
}

/* Codes have a family of their own. */
static void find_faces(struct paragraph *p)
{
    struct fonts *fonts = p->setter->fonts;
    for (guint i = 0; i < p->spans->len; i++)
        if (((const struct span *)p->spans->pdata[i])->code)
            fonts_widen(fonts);
    fonts_cover(fonts, p->setter->context, p->text->str);
}

/* In a document that reads from the right a paragraph may begin with a number or a foreign name; in
 * any, with words that its author turns. */
static bool reads_as_document(const struct paragraph *p)
{
    const struct span *first = p->spans->len > 0 ? p->spans->pdata[0] : NULL;
    return (p->setter->document->rtl && direction_has_rtl(p->text->str)) ||
           (first && element_turned(first->element));
}

void paragraph_init(struct paragraph *p, struct setter *setter, const GPtrArray *spans,
                    enum text_kind kind)
{
    *p = (struct paragraph){.setter = setter, .spans = spans, .kind = kind};
    p->unit = setter_size(setter, kind) / (SHAPING_EM * PANGO_SCALE);
    p->room = paragraph_room_take();
    p->words = p->room->words;
    p->text = p->room->text;
    p->starts = p->room->starts;
    p->soft_hyphens = p->room->soft_hyphens;
    p->marks = p->room->marks;
    p->whole = p->room->whole;
    read_words(p);
    isolate_facts(p);
    find_faces(p);
    p->tracking = setter->tracking > 0 && can_be_tracked(p->text->str) ? setter->tracking : 0;
    p->as_document = reads_as_document(p);
}

void paragraph_clear(struct paragraph *p)
{
    g_clear_pointer(&p->attributes, pango_attr_list_unref);
    paragraph_room_give(p->room);
}

static gint compare_marks(gconstpointer a, gconstpointer b)
{
    const struct break_mark *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

void paragraph_mark(struct paragraph *p, const GArray *marks)
{
    g_autofree size_t *starts = g_new(size_t, p->starts->len); /* in `words` */
    for (guint i = 0; i < p->starts->len; i++)
        starts[i] = paragraph_to_words(p, g_array_index(p->starts, guint, i));
    g_array_append_vals(p->marks, marks->data, marks->len);
    g_array_sort(p->marks, compare_marks);
    insert_marks(p);
    for (guint i = 0; i < p->starts->len; i++)
        g_array_index(p->starts, guint, i) = (guint)paragraph_from_words(p, starts[i]);
    g_clear_pointer(&p->attributes, pango_attr_list_unref);
    g_array_set_size(p->whole, 0);
}

/* How many marks stand before a byte of `text`. */
static guint count_marks(const struct paragraph *p, size_t offset)
{
    guint low = 0, high = p->marks->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        bool before = g_array_index(p->marks, struct break_mark, middle).place < offset;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* Bytes of the first `n` marks. */
static size_t marks_length(const struct paragraph *p, guint n)
{
    const struct break_mark *last =
        n > 0 ? &g_array_index(p->marks, struct break_mark, n - 1) : NULL;
    return last ? last->place - last->at + mark_length(last) : 0;
}

const struct break_mark *paragraph_mark_at(const struct paragraph *p, size_t offset)
{
    guint n = count_marks(p, offset);
    const struct break_mark *mark =
        n < p->marks->len ? &g_array_index(p->marks, struct break_mark, n) : NULL;
    return mark && mark->place == offset ? mark : NULL;
}

size_t paragraph_to_words(const struct paragraph *p, size_t offset)
{
    return offset - marks_length(p, count_marks(p, offset));
}

size_t paragraph_from_words(const struct paragraph *p, size_t at)
{
    guint low = 0, high = p->marks->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        bool before = g_array_index(p->marks, struct break_mark, middle).at <= at;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return at + marks_length(p, low);
}

/* Index of the span that a byte of `text` belongs to. */
static guint span_at(const struct paragraph *p, size_t offset)
{
    guint index = p->starts->len - 1;
    while (index > 0 && g_array_index(p->starts, guint, index) > offset)
        index--;
    return index;
}

const char *paragraph_lang(const struct paragraph *p, size_t offset)
{
    const struct span *span = p->spans->pdata[span_at(p, offset)];
    const char *lang = element_lang(span->element);
    return lang ? lang : p->setter->document->lang;
}

static bool is_soft_hyphen(const char *text)
{
    return g_utf8_get_char(text) == 0xAD;
}

/* A sign of the paragraph's that isolates a fact and is none of its author's. */
static bool is_inserted(const char *set, const char *written)
{
    gunichar c = g_utf8_get_char(set);
    return direction_is_isolate(c) && c != g_utf8_get_char(written);
}

guint paragraph_written(const struct paragraph *p, size_t offset, size_t *byte)
{
    guint index = span_at(p, offset);
    const char *text = ((const struct span *)p->spans->pdata[index])->text, *c = text;
    const char *set = p->words->str + paragraph_to_words(p, span_start(p, index));
    const char *end = p->words->str + paragraph_to_words(p, offset);
    while (*c && (set < end || is_soft_hyphen(c))) {
        bool ours = is_inserted(set, c);
        if (ours || !is_soft_hyphen(c))
            set = g_utf8_next_char(set);
        if (!ours)
            c = g_utf8_next_char(c);
    }
    *byte = (size_t)(c - text);
    return index;
}

struct pos paragraph_pos(const struct paragraph *p, size_t offset)
{
    size_t byte;
    const struct span *span = p->spans->pdata[paragraph_written(p, offset, &byte)];
    struct pos pos = span->pos.file ? span->pos : p->setter->document->root->pos;
    if (pos.col > 0 && p->kind != TEXT_CODE) /* which is one span of many lines */
        pos.col += (int)g_utf8_strlen(span->text, (gssize)byte);
    return pos;
}

guint paragraph_span(const PangoGlyphItem *run)
{
    for (GSList *l = run->item->analysis.extra_attrs; l; l = l->next) {
        const PangoAttribute *attribute = l->data;
        if (attribute->klass == span_class())
            return (guint)((const PangoAttrInt *)attribute)->value;
    }
    return 0;
}

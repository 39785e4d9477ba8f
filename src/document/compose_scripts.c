/*
 * Words in letters that their language is not written in, such as a Hebrew heading in an English
 * article, are of another language, even where the author does not say which. A screen reader that
 * is not told would spell them or pass them over (WCAG 2.2, 3.1.2). A block that is all in other
 * letters is marked itself; else a stretch of a span becomes an element of its own.
 *
 * Awkward: Latin letters stand for names, addresses and units in every language, so they count only
 * as a block of several words that is no fact; and Greek ones are signs where they stand alone.
 */
#include "document/compose.h"

#include "base/lang.h"
#include "base/letter.h"
#include "base/words.h"

#include <string.h>

/* What words in a script are likely to be in: the one language whose letters these are (CLDR,
 * likely subtags); else the script alone is named, which BCP 47 has "und" for. */
static const struct {
    GUnicodeScript script;
    const char *lang;
} likely[] = {
    {G_UNICODE_SCRIPT_ARMENIAN, "hy"}, {G_UNICODE_SCRIPT_BENGALI, "bn"},
    {G_UNICODE_SCRIPT_GEORGIAN, "ka"}, {G_UNICODE_SCRIPT_GREEK, "el"},
    {G_UNICODE_SCRIPT_GUJARATI, "gu"}, {G_UNICODE_SCRIPT_GURMUKHI, "pa"},
    {G_UNICODE_SCRIPT_HAN, "zh"},      {G_UNICODE_SCRIPT_HANGUL, "ko"},
    {G_UNICODE_SCRIPT_HEBREW, "he"},   {G_UNICODE_SCRIPT_HIRAGANA, "ja"},
    {G_UNICODE_SCRIPT_KANNADA, "kn"},  {G_UNICODE_SCRIPT_KHMER, "km"},
    {G_UNICODE_SCRIPT_LAO, "lo"},      {G_UNICODE_SCRIPT_MALAYALAM, "ml"},
    {G_UNICODE_SCRIPT_ORIYA, "or"},    {G_UNICODE_SCRIPT_SINHALA, "si"},
    {G_UNICODE_SCRIPT_TAMIL, "ta"},    {G_UNICODE_SCRIPT_TELUGU, "te"},
    {G_UNICODE_SCRIPT_THAANA, "dv"},   {G_UNICODE_SCRIPT_THAI, "th"},
    {G_UNICODE_SCRIPT_TIBETAN, "bo"},
};

/* Fewer Latin words are a name or a term. */
#define LATIN_WORDS 3

/* Owned by the caller. */
static char *likely_lang(GUnicodeScript script)
{
    for (size_t i = 0; i < G_N_ELEMENTS(likely); i++)
        if (likely[i].script == script)
            return g_strdup(likely[i].lang);
    guint32 code = g_unicode_script_to_iso15924(script);
    return g_strdup_printf("und-%c%c%c%c", (char)(code >> 24), (char)(code >> 16),
                           (char)(code >> 8), (char)code);
}

/* Of a character: COMMON for one that goes with any letters; all kana are one. */
static GUnicodeScript script_of(gunichar c)
{
    GUnicodeScript script = g_unichar_get_script(c);
    switch ((int)script) {
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_UNKNOWN:
        return G_UNICODE_SCRIPT_COMMON;
    case G_UNICODE_SCRIPT_KATAKANA:
        return G_UNICODE_SCRIPT_HIRAGANA;
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return G_UNICODE_SCRIPT_HAN;
    default:
        return script;
    }
}

/* The same of the character at `at`, which a Greek letter alone is a sign by. */
static GUnicodeScript script_at(const char *text, const char *at)
{
    GUnicodeScript script = script_of(g_utf8_get_char(at));
    if (script != G_UNICODE_SCRIPT_GREEK)
        return script;
    const char *next = g_utf8_next_char(at), *before = g_utf8_find_prev_char(text, at);
    bool word = (*next && script_of(g_utf8_get_char(next)) == script) ||
                (before && script_of(g_utf8_get_char(before)) == script);
    return word ? script : G_UNICODE_SCRIPT_COMMON;
}

/* Of the letters of a block's own words. */
struct letters {
    GUnicodeScript script; /* COMMON: none yet */
    bool mixed;            /* of several scripts */
    bool fact;             /* they are a fact or a name */
    unsigned words;        /* where the language has other letters than Latin ones */
};

struct marking {
    const struct document *document;
    GPtrArray *elements; /* of struct element *, by id */
    GHashTable *letters; /* element -> struct letters, owned */
    GHashTable *passed;  /* element -> the child of it that was met last */
    bool found;          /* letters that their language is not written in */
    const char *lang;    /* what was asked last: whether it is written in `script` */
    GUnicodeScript script;
    bool written;
};

static const char *lang_of(const struct marking *marking, const struct element *element)
{
    const char *lang = element_lang(element);
    return lang ? lang : marking->document->lang;
}

/* Letters of one script follow each other, so the last answer is mostly the next one. */
static bool is_written(struct marking *marking, const char *lang, GUnicodeScript script)
{
    if (marking->lang != lang || marking->script != script)
        marking->written = lang_has_script(lang, script);
    marking->lang = lang;
    marking->script = script;
    return marking->written;
}

/* True when kanji stand among kana, which are Japanese all together. */
static bool goes_with(GUnicodeScript script, GUnicodeScript other)
{
    return script == other ||
           (script == G_UNICODE_SCRIPT_HAN && other == G_UNICODE_SCRIPT_HIRAGANA) ||
           (script == G_UNICODE_SCRIPT_HIRAGANA && other == G_UNICODE_SCRIPT_HAN);
}

static void note_letters(struct marking *marking, struct letters *letters, const char *text,
                         const char *lang)
{
    bool latin = false; /* letters are noted: further ones of ASCII tell nothing new */
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        if (LETTER_IS_ASCII((guchar)*c) && (latin || !g_ascii_isalpha(*c)))
            continue;
        GUnicodeScript script = script_at(text, c);
        if (script == G_UNICODE_SCRIPT_COMMON)
            continue;
        bool first = letters->script == G_UNICODE_SCRIPT_COMMON;
        marking->found |= !is_written(marking, lang, script);
        letters->mixed |= !first && !goes_with(script, letters->script);
        if (first || script == G_UNICODE_SCRIPT_HIRAGANA)
            letters->script = script;
        latin = script == G_UNICODE_SCRIPT_LATIN && letters->script == script;
    }
}

typedef void visit_block(struct marking *marking, struct block *block);

static void visit_all(struct marking *marking, const GPtrArray *blocks, visit_block *visit)
{
    for (guint i = 0; i < blocks->len; i++) {
        struct block *block = blocks->pdata[i];
        visit(marking, block);
        visit_all(marking, block->children, visit);
        if (block->kind == BLOCK_TABLE && block->as.table.cards)
            visit_all(marking, block->as.table.cards, visit);
    }
}

static bool has_words(const struct span *span)
{
    return span->element && span->raise == 0;
}

static void note_block(struct marking *marking, struct block *block)
{
    if (!block->element || block->spans->len == 0)
        return;
    struct letters *letters = g_hash_table_lookup(marking->letters, block->element);
    if (!letters) {
        letters = g_new0(struct letters, 1);
        letters->script = G_UNICODE_SCRIPT_COMMON;
        g_hash_table_insert(marking->letters, (gpointer)block->element, letters);
    }
    letters->fact |= block->text_kind == TEXT_FACT || block->text_kind == TEXT_CLINIC;
    struct letters elsewhere = {0}; /* in a language of their own */
    for (guint i = 0; i < block->spans->len; i++) {
        const struct span *span = block->spans->pdata[i];
        if (!has_words(span))
            continue;
        bool own = element_lang(span->element) == element_lang(block->element);
        const char *lang = lang_of(marking, span->element);
        note_letters(marking, own ? letters : &elsewhere, span->text, lang);
        bool latin = is_written(marking, lang, G_UNICODE_SCRIPT_LATIN);
        if (own && !latin && !element_link(span->element)) /* an address is in no language */
            letters->words += words_count(span->text, strlen(span->text));
    }
}

/* A language of their own for the words of `letters`. */
static bool are_foreign(const struct letters *letters, const char *lang)
{
    if (letters->mixed || letters->script == G_UNICODE_SCRIPT_COMMON ||
        lang_has_script(lang, letters->script))
        return false;
    bool latin = letters->script == G_UNICODE_SCRIPT_LATIN;
    return !latin || (!letters->fact && letters->words >= LATIN_WORDS);
}

static void mark_blocks(struct marking *marking)
{
    for (guint i = 0; i < marking->elements->len; i++) {
        struct element *element = marking->elements->pdata[i];
        const struct letters *letters = g_hash_table_lookup(marking->letters, element);
        if (letters && !element->lang && are_foreign(letters, lang_of(marking, element)))
            element->lang = likely_lang(letters->script);
    }
}

/* A stretch of words in letters of one script. */
struct stretch {
    size_t start, end; /* bytes */
    GUnicodeScript script;
};

/* The first stretch that `lang` is not written in. */
static bool find_stretch(struct marking *marking, const char *text, const char *lang,
                         struct stretch *out)
{
    *out = (struct stretch){0, 0, G_UNICODE_SCRIPT_COMMON};
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        GUnicodeScript script = script_at(text, c);
        bool open = out->script != G_UNICODE_SCRIPT_COMMON;
        size_t end = (size_t)(g_utf8_next_char(c) - text);
        bool mark = g_unichar_ismark(g_utf8_get_char(c)) && out->end == (size_t)(c - text);
        if (open && script != G_UNICODE_SCRIPT_COMMON && !goes_with(script, out->script))
            break;
        if (script == G_UNICODE_SCRIPT_COMMON) {
            out->end = open && mark ? end : out->end;
            continue;
        }
        if (script == G_UNICODE_SCRIPT_LATIN || (!open && is_written(marking, lang, script)))
            continue;
        out->start = open ? out->start : (size_t)(c - text);
        out->end = end;
        if (!open || script == G_UNICODE_SCRIPT_HIRAGANA)
            out->script = script;
    }
    return out->script != G_UNICODE_SCRIPT_COMMON;
}

/* An element for words of `parent`, which stands behind what was passed of it. */
static struct element *new_part(struct marking *marking, struct element *parent, struct pos pos)
{
    struct element *part = element_new(parent, ROLE_SPAN, pos);
    GPtrArray *children = parent->children;
    const struct element *last = g_hash_table_lookup(marking->passed, parent);
    guint at = last ? children->len : 0; /* before the first one */
    while (at > 0 && children->pdata[at - 1] != last)
        at--;
    g_ptr_array_insert(children, (gint)at, part);
    g_ptr_array_steal_index(children, children->len - 1);
    return part;
}

/* Remembers how far the children of all elements about this one were passed. */
static void pass(struct marking *marking, const struct element *element)
{
    for (; element && element->parent; element = element->parent)
        g_hash_table_insert(marking->passed, element->parent, (gpointer)element);
}

/* Adds a part of the span `source`, if it has any words. */
static void add_slice(GPtrArray *parts, const struct span *source, size_t start, size_t end,
                      const struct element *element)
{
    if (start == end)
        return;
    struct span *slice = span_slice(source, start, end - start);
    slice->element = element;
    g_ptr_array_add(parts, slice);
}

/* Gives each stretch of the span an element of its own; adds the parts, which take its place.
 * False: it has none. */
static bool part_span(struct marking *marking, const struct span *span, GPtrArray *parts)
{
    struct element *around = marking->elements->pdata[span->element->id];
    struct span rest = *span;
    struct stretch stretch;
    while (has_words(&rest) &&
           find_stretch(marking, rest.text, lang_of(marking, around), &stretch)) {
        struct element *part = new_part(marking, around, rest.pos);
        part->lang = likely_lang(stretch.script);
        pass(marking, part);
        add_slice(parts, &rest, 0, stretch.start, around);
        add_slice(parts, &rest, stretch.start, stretch.end, part);
        rest.pos.col += (int)g_utf8_strlen(rest.text, (gssize)stretch.end);
        rest.text += stretch.end;
    }
    if (rest.text == span->text)
        return false;
    add_slice(parts, &rest, 0, strlen(rest.text), around);
    return true;
}

static void mark_stretches(struct marking *marking, struct block *block)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    pass(marking, block->element);
    for (guint i = 0; i < block->spans->len; i++) {
        struct span *span = block->spans->pdata[i];
        pass(marking, span->element);
        if (part_span(marking, span, parts))
            span_free(span);
        else
            g_ptr_array_add(parts, span);
    }
    g_ptr_array_set_free_func(block->spans, NULL);
    g_ptr_array_unref(block->spans);
    block->spans = parts;
}

static void list_elements(GPtrArray *elements, struct element *element)
{
    elements->pdata[element->id] = element;
    for (guint i = 0; i < element->children->len; i++)
        list_elements(elements, element->children->pdata[i]);
}

void compose_scripts(struct document *document)
{
    g_autoptr(GPtrArray) elements = g_ptr_array_new();
    g_autoptr(GHashTable) letters = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_autoptr(GHashTable) passed = g_hash_table_new(NULL, NULL);
    struct marking marking = {
        .document = document, .elements = elements, .letters = letters, .passed = passed};
    visit_all(&marking, document->blocks, note_block);
    if (!marking.found)
        return;
    g_ptr_array_set_size(elements, (gint)element_root(document->root)->last_id + 1);
    list_elements(elements, document->root);
    mark_blocks(&marking);
    visit_all(&marking, document->blocks, mark_stretches);
}

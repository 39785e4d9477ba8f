/*
 * Goes through the document step by step. The words of a block are gathered, with which stretches
 * of them are heard in another way or another language; at its end they are cut into sentences.
 */
#include "player/speech_text.h"

#include "base/lang.h"
#include "base/sentence.h"
#include "base/words.h"
#include "base/xml.h"
#include "document/calling.h"
#include "document/walk.h"
#include "player/speech_marks.h"
#include "player/speech_voice.h"

#include <string.h>

/* Silence behind a sentence, and what is more of it behind a block. [ms] */
#define AFTER_SENTENCE 250
#define AFTER_CELL     350
#define AFTER_BLOCK    500
#define AFTER_HEADING  700

#define MINUS 0x2212

/* Words of one element. */
struct stretch {
    gsize start, end;            /* bytes of the block's words */
    const char *lang;            /* BCP 47, lent */
    const struct element *heard; /* as whose actual text it is heard; NULL: as it stands */
    bool silent;                 /* seen alone: the number of a note */
    const char *behind; /* heard behind it: what an abbreviation is short for; lent or NULL */
};

struct teller {
    struct speech *speech;
    const struct document *document;
    const char *voice;   /* of the document */
    GString *seen;       /* the block's words so far */
    GArray *stretches;   /* of struct stretch: of all of them, in order */
    GString *ahead;      /* marks, heard before them and not seen: the number of an item, what names
                            the column of a cell */
    GHashTable *heads;   /* const struct element * -> char *: the marks of what names columns */
    GHashTable *calling; /* of lists that say when to call (calling.h); NULL: no number is told */
    const struct element *call; /* the list of that kind that has begun; NULL: none has */
    GHashTable *expansions;     /* of const char *, lent: those that were told */
    const struct element *abbr; /* that is open and is to be told; NULL: none is */
};

static const char *lang_of(const struct teller *teller, const struct element *element)
{
    const char *lang = element_lang(element);
    return lang ? lang : teller->document->lang;
}

static void add_stretch(struct teller *teller, const char *words, const struct element *element)
{
    const struct element *heard = element_heard(element);
    struct stretch stretch = {.start = teller->seen->len, .heard = heard};
    stretch.silent = element_note(element) != NULL;
    stretch.lang = lang_of(teller, element);
    g_string_append(teller->seen, words);
    stretch.end = teller->seen->len;
    guint count = teller->stretches->len;
    struct stretch *last =
        count ? &g_array_index(teller->stretches, struct stretch, count - 1) : NULL;
    bool same = last && last->heard == heard && last->silent == stretch.silent && !last->behind &&
                (heard || lang_equal(last->lang, stretch.lang));
    if (same)
        last->end = stretch.end;
    else
        g_array_append_val(teller->stretches, stretch);
}

/* Words in a voice, which is said where it is not the utterance's. */
static void add_voiced(const struct teller *teller, GString *ssml, const char *words,
                       const char *lang)
{
    const char *voice = speech_voice(lang);
    bool other = voice && !g_str_equal(voice, teller->voice);
    if (other)
        g_string_append_printf(ssml, "<voice xml:lang=\"%s\">", voice);
    speech_mark(ssml, words, lang, teller->document->labels);
    if (other)
        g_string_append(ssml, "</voice>");
}

/* A blank or the end of a line before it may belong to the sentence before. */
static gsize first_word(const struct teller *teller, const struct stretch *stretch)
{
    gsize at = stretch->start;
    while (at < stretch->end && g_unichar_isspace(g_utf8_get_char(teller->seen->str + at)))
        at = (gsize)(g_utf8_next_char(teller->seen->str + at) - teller->seen->str);
    return at;
}

static void add_behind(const struct teller *teller, GString *ssml, const struct stretch *stretch)
{
    const char *comma = labels_get(teller->document->labels, LABEL_LIST_SEPARATOR);
    xml_escape(ssml, comma);
    add_voiced(teller, ssml, stretch->behind, stretch->lang);
    xml_escape(ssml, comma);
}

/* The bytes from `from` up to `to` as they are heard. */
static void add_heard(const struct teller *teller, GString *ssml, gsize from, gsize to)
{
    for (guint i = 0; i < teller->stretches->len; i++) {
        const struct stretch *stretch = &g_array_index(teller->stretches, struct stretch, i);
        gsize start = MAX(stretch->start, from), end = MIN(stretch->end, to);
        if (start >= end || stretch->silent)
            continue;
        g_autofree char *words = g_strndup(teller->seen->str + start, end - start);
        if (!stretch->heard)
            add_voiced(teller, ssml, words, stretch->lang);
        if (stretch->behind && stretch->end <= to)
            add_behind(teller, ssml, stretch);
        if (stretch->heard && first_word(teller, stretch) >= start &&
            first_word(teller, stretch) < end) {
            g_string_append_c(ssml, ' ');
            add_voiced(teller, ssml, stretch->heard->actual_text, stretch->lang);
        }
    }
}

static char *say(const struct teller *teller, gsize from, gsize to)
{
    GString *ssml = g_string_new("<speak>");
    if (from == 0)
        g_string_append(ssml, teller->ahead->str);
    add_heard(teller, ssml, from, to);
    g_string_append(ssml, "</speak>");
    return g_string_free(ssml, FALSE);
}

static bool is_head(const struct element *element)
{
    return role_details(element->role) == DETAILS_CELL && element->as.cell.scope == SCOPE_COLUMN;
}

static void note_head(struct teller *teller, const struct element *head)
{
    GString *marks = g_string_new(NULL);
    add_heard(teller, marks, 0, teller->seen->len);
    g_hash_table_insert(teller->heads, (void *)head, g_string_free(marks, FALSE));
}

/* Who does not see where a value stands is told each time, as the cards of the page do. */
static void name_column(struct teller *teller, const struct element *cell)
{
    const GPtrArray *headers = cell->as.cell.headers;
    for (guint i = 0; headers && i < headers->len; i++) {
        const char *marks = g_hash_table_lookup(teller->heads, headers->pdata[i]);
        if (!marks)
            continue;
        g_string_append(teller->ahead, marks);
        xml_escape(teller->ahead, labels_get(teller->document->labels, LABEL_FACT_SEPARATOR));
    }
}

static unsigned pause_behind(const struct element *element)
{
    if (role_is_heading(element->role))
        return AFTER_HEADING;
    return element->role == ROLE_TD || element->role == ROLE_TH ? AFTER_CELL : AFTER_BLOCK;
}

static bool has_words(const char *text)
{
    return text[strspn(text, " \t\r\n")] != '\0';
}

static bool is_dash(gunichar sign)
{
    return sign == MINUS || g_unichar_type(sign) == G_UNICODE_DASH_PUNCTUATION;
}

/* Dashes alone, which no voice says. */
static bool is_nothing(const struct teller *teller, const struct element *element)
{
    g_autofree char *words = g_strstrip(g_strdup(teller->seen->str));
    bool dashes = *words && role_details(element->role) == DETAILS_CELL;
    for (const char *at = words; dashes && *at; at = g_utf8_next_char(at))
        dashes = is_dash(g_utf8_get_char(at));
    return dashes;
}

static char *say_nothing(const struct teller *teller)
{
    const struct labels *labels = teller->document->labels;
    const char *own = teller->document->lang, *lang = labels_lang_of(labels, LABEL_NOTHING);
    GString *ssml = g_string_new("<speak>");
    g_string_append(ssml, teller->ahead->str);
    add_voiced(teller, ssml, labels_get(labels, LABEL_NOTHING), lang_same(own, lang) ? own : lang);
    g_string_append(ssml, "</speak>");
    return g_string_free(ssml, FALSE);
}

/* The block's words are all there. */
static void finish_block(struct teller *teller, const struct element *element)
{
    if (!has_words(teller->seen->str))
        return;
    if (is_head(element))
        note_head(teller, element);
    const char *const *abbreviations = labels_list(teller->document->labels, LABELS_ABBREVIATIONS);
    g_autoptr(GArray) ends =
        sentence_ends(teller->seen->str, teller->document->lang, abbreviations);
    bool nothing = is_nothing(teller, element);
    gsize from = 0;
    for (guint i = 0; i < ends->len; i++) {
        gsize to = g_array_index(ends, gsize, i);
        g_autofree char *seen = g_strndup(teller->seen->str + from, to - from);
        bool last = i + 1 == ends->len;
        if (has_words(seen))
            speech_add(teller->speech, g_strstrip(seen), teller->voice,
                       nothing ? say_nothing(teller) : say(teller, from, to),
                       last ? pause_behind(element) : AFTER_SENTENCE);
        from = to;
    }
    g_string_truncate(teller->seen, 0);
    g_string_truncate(teller->ahead, 0);
    g_array_set_size(teller->stretches, 0);
}

/* What a list shows beside an item; a box of what says when to call is for a pen. */
static void note_marker(struct teller *teller, const struct step *step)
{
    const struct block *item = step->block;
    const char *number = item->kind == BLOCK_ITEM ? item->as.item.number : NULL;
    const char *words = number || teller->call ? number : step->element->actual_text;
    if (!words || !*words)
        return;
    xml_escape(teller->ahead, words);
    g_string_append_c(teller->ahead, ' ');
}

/* What the page has below the list. */
static void add_number(struct teller *teller)
{
    const struct element *list = teller->call;
    g_autofree char *label = calling_label(teller->document);
    teller->call = NULL;
    if (!teller->document->telephone)
        return;
    add_stretch(teller, label, list->parent);
    add_stretch(teller, teller->document->telephone, list->parent);
    finish_block(teller, list);
}

/* What an abbreviation is short for is told behind the first of them, as in text. */
static void open_span(struct teller *teller, const struct step *step)
{
    char *words = step->element->as.span.expansion;
    if (words && *words && !block_says(step->block, words) &&
        g_hash_table_add(teller->expansions, words))
        teller->abbr = step->element;
}

static void close_abbreviation(struct teller *teller)
{
    guint count = teller->stretches->len;
    if (count > 0)
        g_array_index(teller->stretches, struct stretch, count - 1).behind =
            teller->abbr->as.span.expansion;
    teller->abbr = NULL;
}

static void enter(struct teller *teller, const struct step *step)
{
    const struct element *element = step->element;
    if (role_is_heading(element->role) && teller->calling)
        teller->call = g_hash_table_lookup(teller->calling, step->block);
    if (role_is_block(element->role) && element->parent)
        finish_block(teller, element->parent);
    if (element->role == ROLE_LBL)
        note_marker(teller, step);
    if (element->role == ROLE_SPAN)
        open_span(teller, step);
    if (role_details(element->role) == DETAILS_CELL)
        name_column(teller, element);
    if (element->role == ROLE_FIGURE && element->alt) {
        g_string_append_c(teller->seen, ' ');
        add_stretch(teller, element->alt, element);
        g_string_append_c(teller->seen, ' ');
    }
}

/* A picture in a line is one of its words. */
static void leave(struct teller *teller, const struct element *element)
{
    if (element == teller->abbr)
        close_abbreviation(teller);
    bool alone = element->role == ROLE_FIGURE && !role_is_block(element->parent->role);
    if (alone || role_is_block(element->role))
        finish_block(teller, element);
    if (role_details(element->role) == DETAILS_CELL) /* one without words is not named, either */
        g_string_truncate(teller->ahead, 0);
    if (element == teller->call)
        add_number(teller);
}

static void add_words(struct teller *teller, const struct span *span)
{
    if (span->address) /* of a link, which the page does not spell out */
        return;
    g_autofree char *words = words_drop_soft_hyphens(g_strdup(span->text));
    add_stretch(teller, words, span->element);
}

static void add_step(struct teller *teller, const struct step *step)
{
    switch (step->kind) {
    case STEP_ENTER:
        enter(teller, step);
        break;
    case STEP_LEAVE:
        leave(teller, step->element);
        break;
    case STEP_WORDS:
        add_words(teller, step->span);
        break;
    case STEP_WRITE_LINE:
    case STEP_RULE:
        break;
    case STEP_KIND_COUNT:
        g_assert_not_reached();
    }
}

void speech_add_blocks(struct speech *speech, const struct document *document,
                       const GPtrArray *blocks, bool calls)
{
    g_autoptr(GHashTable) calling = calls ? calling_lists(document, blocks) : NULL;
    struct teller teller = {.speech = speech,
                            .document = document,
                            .voice = speech_voice(document->lang),
                            .seen = g_string_new(NULL),
                            .stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch)),
                            .ahead = g_string_new(NULL),
                            .heads = g_hash_table_new_full(NULL, NULL, NULL, g_free),
                            .calling = calling,
                            .expansions = g_hash_table_new(g_str_hash, g_str_equal)};
    g_autoptr(GArray) steps = document_walk_blocks(document, blocks);
    for (guint i = 0; teller.voice && i < steps->len; i++)
        add_step(&teller, &g_array_index(steps, struct step, i));
    g_string_free(teller.seen, TRUE);
    g_string_free(teller.ahead, TRUE);
    g_array_unref(teller.stretches);
    g_hash_table_unref(teller.heads);
    g_hash_table_unref(teller.expansions);
}

void speech_add_words(struct speech *speech, const char *words, const char *lang,
                      const char *labels_lang, const struct labels *labels)
{
    const char *own = speech_voice(lang);
    const char *voice = own ? own : speech_voice(labels_lang);
    if (!voice)
        return;
    GString *ssml = g_string_new("<speak>");
    speech_mark(ssml, words, own ? lang : labels_lang, labels);
    g_string_append(ssml, "</speak>");
    speech_add(speech, words, voice, g_string_free(ssml, FALSE), AFTER_BLOCK);
}

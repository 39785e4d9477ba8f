/*
 * A sign without braille may be a dose's: nothing takes its place in silence.
 */
#include "base/script.h"
#include "document/walk.h"
#include "export/braille_book.h"

/* More kinds than these are counted. */
#define NAMED_MAX 5

/* A sign, and how often it stands in the document. */
struct unknown {
    gunichar sign;
    unsigned count;
};

static void count_sign(GArray *unknowns, gunichar sign)
{
    for (guint i = 0; i < unknowns->len; i++) {
        struct unknown *known = &g_array_index(unknowns, struct unknown, i);
        if (known->sign == sign) {
            known->count++;
            return;
        }
    }
    g_array_append_val(unknowns, ((struct unknown){sign, 1}));
}

/* The names of other languages are no words of the author's. */
static bool is_named(const struct document *document, const struct step *step)
{
    return step->kind == STEP_WORDS && step->element->lang &&
           step->span->pos.file == document->root->pos.file &&
           step->span->pos.line == document->root->pos.line && step->block->text_kind == TEXT_FACT;
}

/* Appends what no table has of the step's words, of struct unknown. */
static void add_unknown(GArray *unknowns, const struct braille_table *table,
                        const struct step *step)
{
    const struct element *element = step->element;
    g_autofree char *words = NULL;
    if (step->kind == STEP_ENTER && element->role == ROLE_FIGURE)
        words = g_strdup(element->alt);
    else if (step->kind == STEP_ENTER && element->role == ROLE_SPAN)
        words = g_strdup(element->as.span.expansion);
    else if (step->kind == STEP_WORDS)
        words = script_words(step->span->text, step->span->raise);
    if (!words)
        return;
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(gunichar));
    braille_unknown(table, words, element_lang(element), signs);
    for (guint i = 0; i < signs->len; i++)
        count_sign(unknowns, g_array_index(signs, gunichar, i));
}

/* "the braille of 'en' has no '☺' (U+263A), '♥' (U+2665, 3 times) and 2 other signs". */
static char *refuse(const char *lang, const GArray *unknowns)
{
    g_autoptr(GString) list = g_string_new(NULL);
    guint named = MIN(unknowns->len, NAMED_MAX), others = unknowns->len - named;
    for (guint i = 0; i < named; i++) {
        const struct unknown *unknown = &g_array_index(unknowns, struct unknown, i);
        gchar letter[8] = "";
        g_unichar_to_utf8(unknown->sign, letter);
        g_string_append_printf(list, "%s'%s' (U+%04X", i ? ", " : "", letter, unknown->sign);
        if (unknown->count > 1)
            g_string_append_printf(list, ", %u times", unknown->count);
        g_string_append_c(list, ')');
    }
    if (others > 0)
        g_string_append_printf(list, " and %u other sign%s", others, others > 1 ? "s" : "");
    return g_strdup_printf("the braille of '%s' has no %s: say %s in words", lang, list->str,
                           unknowns->len > 1 ? "them" : "it");
}

/* Each kind of sign that no table has, at the place of the first. */
static char *refuse_signs(const struct document *document, const struct braille_table *table,
                          struct pos *pos)
{
    g_autoptr(GArray) steps = document_walk(document, PART_ALL & ~PART_SET(PART_SLIP));
    g_autoptr(GArray) unknowns = g_array_new(FALSE, FALSE, sizeof(struct unknown));
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        bool none = unknowns->len == 0;
        if (!is_named(document, step))
            add_unknown(unknowns, table, step);
        struct pos place = step->kind == STEP_WORDS ? step->span->pos : step->element->pos;
        if (none && unknowns->len > 0 && place.file)
            *pos = place;
    }
    return unknowns->len > 0 ? refuse(document->lang, unknowns) : NULL;
}

char *braille_refusal(const struct writing *writing, struct pos *pos)
{
    const char *lang = writing->document->lang;
    const struct braille_table *table = braille_table_find(lang);
    if (!table)
        return g_strdup_printf("liblouis has no braille table for the language '%s'", lang);
    if (!braille_table_is_there(table))
        return g_strdup_printf("the braille table '%s' cannot be read: install 'liblouis-data'",
                               table->file);
    return refuse_signs(writing->document, table, pos);
}

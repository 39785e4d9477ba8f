/*
 * A sign without braille may be a dose's: nothing takes its place in silence.
 */
#include "base/script.h"
#include "document/walk.h"
#include "export/braille_book.h"

/* Of the words, the first sign that is in no table; 0: there is none. */
static gunichar unknown_in(const struct braille_table *table, const char *words, const char *lang)
{
    return words ? braille_unknown(table, words, lang) : 0;
}

static gunichar unknown_of(const struct braille_table *table, const struct step *step)
{
    const char *lang = element_lang(step->element);
    if (step->kind == STEP_ENTER && step->element->role == ROLE_FIGURE)
        return unknown_in(table, step->element->alt, lang);
    if (step->kind == STEP_ENTER && step->element->role == ROLE_SPAN)
        return unknown_in(table, step->element->as.span.expansion, lang);
    if (step->kind != STEP_WORDS)
        return 0;
    g_autofree char *words = script_words(step->span->text, step->span->raise);
    return unknown_in(table, words, lang);
}

static char *refuse_sign(const char *lang, gunichar sign)
{
    gchar letter[8] = "";
    g_unichar_to_utf8(sign, letter);
    return g_strdup_printf("the braille of '%s' has no '%s' (U+%04X): say it in words", lang,
                           letter, sign);
}

/* The first sign that no table has. */
static char *refuse_signs(const struct document *document, const struct braille_table *table,
                          struct pos *pos)
{
    g_autoptr(GArray) steps = document_walk(document, PART_ALL & ~PART_SET(PART_SLIP));
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        gunichar sign = unknown_of(table, step);
        if (sign == 0)
            continue;
        struct pos place = step->kind == STEP_WORDS ? step->span->pos : step->element->pos;
        if (place.path)
            *pos = place;
        return refuse_sign(document->lang, sign);
    }
    return NULL;
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

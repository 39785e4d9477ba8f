/*
 * The line that a walk through a page is writing: the tool of all that read a part of the page.
 */
#include "import/html_parts.h"

#include <string.h>

#define WHY_SPAN   "words in another language or direction, between brackets: mark them anew"
#define WHY_ICON   "a sign of the page's own font: if it means something, say it in words"
#define WHY_LAYOUT "a table that places things: its cells follow one another, check their order"
#define WHY_BEHIND "this follows what a heading opened: check that it does not read as part of that"

void html_note(struct walk *w, const char *text, const char *why)
{
    for (guint i = 0; i < w->notes->len; i++)
        if (((const struct change *)w->notes->pdata[i])->why == why && !*text)
            return;
    struct change *note = g_new0(struct change, 1);
    *note = (struct change){.text = g_strdup(text), .why = why};
    g_ptr_array_add(w->notes, note);
}

/* Text behind the last answer or panel goes on below the heading that opened it. */
static void note_behind(struct walk *w, const struct input_line *line)
{
    if (!w->behind || line->why || line->kind == LINE_BLANK)
        return;
    if (line->kind != LINE_HEADING)
        html_note(w, "", WHY_BEHIND);
    w->behind = false;
}

/* A table that only places things is noted at the first of its words that is kept. */
static void note_placed(struct walk *w, const struct input_line *line)
{
    if (!w->placed || line->why || line->kind == LINE_BLANK)
        return;
    html_note(w, "", WHY_LAYOUT);
    w->placed = false;
}

/* What was noted is about this line. */
static void settle_notes(struct walk *w, const struct input_line *line)
{
    for (guint i = 0; i < w->notes->len; i++) {
        const struct change *note = w->notes->pdata[i];
        if (line->kind != LINE_BLANK && !line->why)
            source_changed(w->source, line, *note->text ? note->text : line->text, note->why);
    }
    g_ptr_array_set_size(w->notes, 0);
}

void html_settle_ink(struct walk *w, struct ink *ink)
{
    if (ink_drop_spans(ink))
        html_note(w, "", WHY_SPAN);
    g_autofree char *cell = ink == w->ink ? g_strdup("") : ink_plain(ink);
    if (ink_take_joined(ink))
        html_note(w, cell, HTML_PARTED);
}

struct input_line *html_add(struct walk *w, enum line_kind kind, int number, const char *text,
                            char *marked)
{
    struct input_line *line = source_add(w->source, kind, number, text);
    line->marked = marked;
    line->level = w->level;
    line->holder = w->holder;
    line->why = line->kind == LINE_BLANK ? NULL : w->why;
    line->aside = w->aside && line->why;
    line->is_address = w->address != NULL;
    line->of_page = w->own ? w->of_page : OF_TEXT;
    if (strstr(line->text, "\uFFFD"))
        html_note(w, "", "signs that could not be read: write them anew");
    note_behind(w, line);
    note_placed(w, line);
    settle_notes(w, line);
    return line;
}

/* True for signs of the page's own font alone, which mean nothing elsewhere, and for signs without
 * any looks: `*seen` says that it has some of the former. */
static bool is_icons(const char *text, bool *seen)
{
    *seen = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        GUnicodeType type = g_unichar_type(g_utf8_get_char(p));
        if (*p != ' ' && type != G_UNICODE_PRIVATE_USE && type != G_UNICODE_FORMAT)
            return false;
        *seen |= type == G_UNICODE_PRIVATE_USE;
    }
    return *text != '\0';
}

/* The title often stands in the page's head. */
static void take_masthead(struct walk *w, struct input_line *line)
{
    if (line->kind != LINE_HEADING)
        return;
    if (line->aside && line->level == 1 && !w->source->masthead)
        w->source->masthead = line;
    w->has_heading |= !line->why;
}

/* The first line of a figure's caption belongs to its picture. */
static void take_caption(struct walk *w, struct input_line *line)
{
    if (w->picture && !w->picture->below && w->in_caption)
        w->picture->below = line;
    else if (w->picture && w->picture->below && w->in_caption)
        w->picture->below = NULL;
    if (!line->why)
        w->picture = NULL;
}

void html_flush(struct walk *w)
{
    html_settle_ink(w, w->ink);
    g_autofree char *text = ink_plain(w->ink);
    bool seen, icons = is_icons(text, &seen);
    if (ink_is_blank(w->ink) || (icons && !seen)) { /* what editors leave between paragraphs */
        ink_clear(w->ink);
        w->number = 0;
        w->of_person = w->is_entry = false;
        return;
    }
    struct input_line *line = html_add(w, w->kind, w->number, text, ink_marked(w->ink, false));
    line->breaks = w->breaks;
    line->of_person = w->of_person;
    line->is_entry = w->is_entry;
    line->sign = w->sign;
    line->service = w->service;
    if (icons && !line->why)
        line->why = WHY_ICON;
    w->breaks = w->term = w->of_person = w->is_entry = false;
    w->sign = FOUND_NAME;
    w->service = NULL;
    ink_clear(w->ink);
    w->number = 0;
    take_masthead(w, line);
    take_caption(w, line);
}

void html_flush_block(struct walk *w)
{
    html_flush(w);
    w->breaks = false;
    source_add(w->source, LINE_BLANK, 0, "");
}

struct input_line *html_drop(struct walk *w, const xmlNode *node, const char *text, const char *why)
{
    struct input_line *line = source_add(w->source, LINE_TEXT, (int)xmlGetLineNo(node), text);
    line->holder = w->holder;
    line->why = line->kind == LINE_BLANK ? NULL : w->why ? w->why : why;
    return line;
}

void html_hold(struct walk *w, const xmlNode *node, enum holder_kind kind)
{
    struct html_view *view = html_view(node);
    view->held = true;
    view->around = w->holder;
    w->holder = source_hold(w->source, kind, w->holder);
}

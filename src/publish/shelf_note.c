#include "publish/shelf_note.h"

#include "export/html_reach.h"

struct shelf_note *shelf_note_new(const struct article *article, const struct document *document)
{
    struct shelf_note *note = g_new0(struct shelf_note, 1);
    note->name = g_strdup(document->name);
    note->title = g_strdup(document->title);
    note->lang = g_strdup(document->lang);
    note->summary = g_strdup(document->subject);
    note->rtl = document->rtl;
    note->art = document->art;
    if (article->kind == ARTICLE_ANNOUNCEMENT)
        note->words = node_words(article->root);
    return note;
}

void shelf_note_free(struct shelf_note *note)
{
    if (!note)
        return;
    g_free(note->name);
    g_free(note->title);
    g_free(note->lang);
    g_free(note->summary);
    g_free(note->words);
    g_free(note->telephone);
    g_free(note->foot);
    g_free(note);
}

void shelf_note_reach(struct shelf_note *note, const struct document *document)
{
    if (note->telephone)
        return;
    note->telephone = html_telephone(document);
    note->foot = html_contact(document);
}

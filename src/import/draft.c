/*
 * Drafts are read as articles are: from a file, which is in memory here.
 */
#include "import/draft.h"

#include "examine/check.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define FRONT "---\ntitle: Draft\n---\n"

static bool write_whole(int file, const char *text)
{
    for (size_t left = strlen(text); left > 0;) {
        ssize_t written = write(file, text, left);
        if (written <= 0)
            return false;
        text += written;
        left -= (size_t)written;
    }
    return true;
}

struct draft_reading draft_read(const char *body, bool signs)
{
    g_autofree char *text = g_strconcat(FRONT, body, NULL);
    struct draft_reading draft = {NULL, diag_new(false)};
    int file = memfd_create("draft", MFD_CLOEXEC);
    if (file >= 0 && write_whole(file, text)) {
        g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file);
        draft.article = article_load(path, draft.diag);
    }
    if (file >= 0)
        close(file);
    if (draft.article && signs)
        check_syntax(draft.article, draft.diag);
    return draft;
}

void draft_clear(struct draft_reading *draft)
{
    article_free(draft->article);
    diag_free(draft->diag);
}

bool draft_is_empty(const char *body)
{
    struct draft_reading draft = draft_read(body, false);
    g_autoptr(GPtrArray) findings = diag_findings(draft.diag);
    bool empty = false;
    for (guint i = 0; i < findings->len; i++)
        empty |= ((const struct finding *)findings->pdata[i])->rule == RULE_EMPTY_ARTICLE;
    draft_clear(&draft);
    return empty;
}

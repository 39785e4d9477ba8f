#include "content/word_run.h"

#include "base/words.h"

/* Letters that are left. */
#define LEFT 100

bool word_run_add(struct word_run *run, const char *text, struct pos pos, struct diag *diag)
{
    bool ok = true;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (g_unichar_isspace(letter) || words_unparted(letter))
            ok &= word_run_end(run, diag);
        else if (run->letters++ == 0)
            run->pos = pos;
    }
    return ok;
}

bool word_run_end(struct word_run *run, struct diag *diag)
{
    gsize letters = run->letters;
    run->letters = 0;
    if (letters <= WORD_RUN_LONGEST)
        return true;
    diag_report(diag, RULE_OVERFLOW, run->pos,
                "this word has %" G_GSIZE_FORMAT " letters, and at most %d stand in one piece: "
                "shorten it",
                letters, WORD_RUN_LONGEST);
    return false;
}

void word_run_cut(char *text)
{
    char *at = text;
    for (int i = 0; i < LEFT && *at; i++)
        at = g_utf8_next_char(at);
    *at = '\0';
}

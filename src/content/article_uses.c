/*
 * What is made of an article: its kind, and what the lobby shows of it. A kind that the author does
 * not say is that of the source, however long its translation is, else it is settled by the length
 * of the text.
 */
#include "base/paths.h"
#include "content/article_parts.h"

#include "base/words.h"

#include <string.h>

/* An article of fewer words without a heading is an announcement, unless its author says
 * otherwise. */
#define ANNOUNCEMENT_WORDS 60

static const char *const kind_words[] = {"article", "announcement", NULL};
static const char *const lobby_words[] = {"full", "short", "no", NULL};
static const char *const critical_words[] = {"no", "yes", NULL};
static const char *const crisis_words[] = {"last", "first", NULL};
/* In the order of enum art. */
static const char *const art_words[] = {"strands", "rings",  "tiles", "leaves",
                                        "arches",  "stones", "none",  NULL};

static bool has_heading(const struct article *article)
{
    for (struct node *node = article->root; node; node = node_next(node, article->root))
        if (node->kind == NODE_HEADING)
            return true;
    return false;
}

static unsigned count_words(const struct article *article)
{
    g_autofree char *words = node_words(article->root);
    return words_count(words, strlen(words));
}

/* By its length. */
static enum article_kind likely_kind(const struct article *article)
{
    bool is_short = !has_heading(article) && count_words(article) < ANNOUNCEMENT_WORDS;
    return is_short ? ARTICLE_ANNOUNCEMENT : ARTICLE_ORDINARY;
}

/* What the author has not said. */
static void report_announcement(const struct article *article, struct diag *diag)
{
    unsigned words = count_words(article);
    if (words == 0 || diag_errors_in(diag, article->path) > 0) /* first these are mended */
        return;
    diag_report(
        diag, RULE_ANNOUNCEMENT, (struct pos){.file = paths_number(article->path), .line = 1},
        "%u word%s without a heading %s an announcement, for screens and one sheet; for all "
        "products write 'kind: article'",
        words, words == 1 ? "" : "s", words == 1 ? "is" : "are");
}

void article_settle_kind(struct article *article, const struct article *source, struct diag *diag)
{
    if (source)
        article->kind = source->kind;
    else if (article->kind == ARTICLE_ANNOUNCEMENT)
        report_announcement(article, diag);
}

/* What is to end by itself is an announcement with a last day, or the urgent message. */
static void refuse_until(const struct article *article, struct diag *diag)
{
    if (article->until.pos.line > 0)
        diag_report(diag, RULE_YAML_KEY, article->until.pos,
                    "'until' is for the urgent message in urgent.md: an article has 'valid_to'");
}

void article_settle_uses(struct article *article, struct diag *diag)
{
    unsigned kind = ARTICLE_ORDINARY, lobby = LOBBY_FULL, art = ART_NONE, critical = 0, crisis = 0;
    if (article->kind == ARTICLE_URGENT)
        return;
    refuse_until(article, diag);
    fact_choose(&article->kind_given, "kind", kind_words, &kind, diag);
    fact_choose(&article->lobby_given, "lobby", lobby_words, &lobby, diag);
    fact_choose(&article->critical_given, "critical", critical_words, &critical, diag);
    article->critical = critical == 1;
    fact_choose(&article->art_given, "art", art_words, &art, diag);
    fact_choose(&article->crisis_given, "crisis", crisis_words, &crisis, diag);
    article->crisis_first = crisis == 1;
    article->art = (enum art)art;
    article->kind = article->kind_given.value ? (enum article_kind)kind : likely_kind(article);
    article->lobby = (enum lobby_part)lobby;
}

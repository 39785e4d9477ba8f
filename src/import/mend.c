/*
 * What the reader of articles refuses in a draft, or our editor's eye: signs that would be taken
 * for something else, links to places that are not there, code that is set in. The draft says the
 * same then in a way that is read, or has the signs as words; each is listed. Awkward: what is
 * mended may bring up the next thing, so the draft is read again.
 */
#include "import/mend.h"

#include "base/pattern.h"
#include "import/draft.h"

#include <string.h>

#define WHY_LINK "a link to a place that is not there is words now"
#define WHY_NOTE "a reference to a note that is not there, or a note that nothing refers to"
#define WHY_HTML "HTML that an article cannot carry out: say the same in Markdown"

/* After so many rounds a line that is still refused gets a backslash before every sign. */
#define ROUNDS_EACH 6
#define ROUNDS      10

static char *key_of(struct pos pos)
{
    return g_strdup_printf("%d:%d", pos.line, pos.col);
}

/* The headings and blocks of code, by their places; owned by the caller. */
static GHashTable *find_nodes(const struct article *article)
{
    GHashTable *nodes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (struct node *n = article ? article->root : NULL; n; n = node_next(n, article->root))
        if (n->kind == NODE_CODE_BLOCK || n->kind == NODE_HEADING)
            g_hash_table_insert(nodes, key_of(n->pos), n);
    return nodes;
}

/* The first link of the line from there on that leads astray: its words, and its address. */
static bool find_link(const struct mending *m, const char *line, size_t from, struct range *words,
                      struct range *address)
{
    static struct pattern link =
        PATTERN("\\[((?:[^][\\\\]|\\\\.)*)\\]\\((#[^)\\s]*)(?:\\s+\"[^\"]*\")?\\)");
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match_full(pattern_regex(&link), line, -1, (gssize)from, 0, &match, NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *url = g_match_info_fetch(match, 2);
        int start, end;
        if (article_has_heading(m->article, url + 1))
            continue;
        g_match_info_fetch_pos(match, 1, &start, &end);
        *words = (struct range){(size_t)start, (size_t)end};
        g_match_info_fetch_pos(match, 0, &start, &end);
        *address = (struct range){words->end, (size_t)end};
        return true;
    }
    return false;
}

/* A link loses its address, and keeps its words. */
static void mend_link(struct mending *m, guint at, const char *from)
{
    const char *line = m->lines->pdata[at];
    struct range words, address;
    bool there = find_link(m, line, (size_t)(from - line), &words, &address);
    while (!there && ++at < m->lines->len) { /* in tables places are not known to the line */
        line = m->lines->pdata[at];
        there = find_link(m, line, 0, &words, &address);
    }
    if (!there)
        return;
    g_autofree char *link = g_strndup(line + words.start - 1, address.end - words.start + 1);
    source_changed_at(m->source, (int)at + 1, link, WHY_LINK);
    mend_set(m, at,
             g_strdup_printf("%.*s%.*s%s", (int)words.start - 1, line,
                             (int)(words.end - words.start), line + words.start,
                             line + address.end));
}

static bool has_note(const struct mending *m, const char *reference)
{
    for (guint i = 0; i < m->lines->len; i++) {
        const char *line = m->lines->pdata[i];
        size_t length = strlen(reference);
        line += strspn(line, " >");
        if (strncmp(line, reference, length) == 0 && line[length] == ':')
            return true;
    }
    return false;
}

/* What refers to no note is a raised number; false: all do. */
static bool raise_reference(struct mending *m, guint at)
{
    static struct pattern form = PATTERN("(?<!\\\\)\\[\\^[^\\]\\s]+\\](?!:)");
    const char *line = m->lines->pdata[at];
    struct range found = {0, 0};
    while (pattern_find(&form, line, found.end, &found)) {
        g_autofree char *reference = g_strndup(line + found.start, found.end - found.start);
        if (has_note(m, reference))
            continue;
        mend_set(m, at,
                 g_strdup_printf("%.*s<sup>%.*s</sup>%s", (int)found.start, line,
                                 (int)strlen(reference) - 3, reference + 2, line + found.end));
        return true;
    }
    return false;
}

/* A note that nothing refers to is words. */
static void mend_note(struct mending *m, guint at)
{
    const char *line = m->lines->pdata[at], *sign = strstr(line, "[^");
    if (!raise_reference(m, at))
        mend_escape(m, at, sign ? sign + 1 : line);
}

static const struct node *find_node(const struct mending *m, struct pos pos)
{
    g_autofree char *key = key_of(pos);
    return g_hash_table_lookup(m->nodes, key);
}

/* True for a picture that comes along with the draft, which its reader cannot know. */
static bool is_taken(const struct mending *m, const char *from)
{
    const GPtrArray *pictures = m->source->pictures;
    for (guint i = 0; i < pictures->len; i++) {
        const struct import_picture *picture = pictures->pdata[i];
        if (picture->name && strstr(from, picture->name))
            return true;
    }
    return false;
}

/* What is noted of a line, by the rule that refuses it; NULL: nothing can be done about it. */
static const char *why_of(enum rule rule)
{
    static const struct {
        enum rule rule;
        const char *why;
    } whys[] = {{RULE_LINK_INSIDE, WHY_LINK}, {RULE_NOTE, WHY_NOTE},
                {RULE_RAW_HTML, WHY_HTML},    {RULE_IMAGE_ALT, WHY_PICTURE},
                {RULE_SIGN, WHY_SIGN},        {RULE_IMAGE_FILE, WHY_PICTURE},
                {RULE_FOREIGN, WHY_SIGN},     {RULE_MARKDOWN_NESTING, WHY_SIGN},
                {RULE_UNFILLED, WHY_SIGN},    {RULE_TABLE_CELLS, WHY_SIGN}};
    for (size_t i = 0; i < G_N_ELEMENTS(whys); i++)
        if (whys[i].rule == rule)
            return whys[i].why;
    return NULL;
}

/* True for what begins with a sign that no backslash behind it changes: items, quotations, and code
 * that is set in. */
static bool is_block(const struct mending *m, const char *from, const struct node *node)
{
    bool code = node && node->kind == NODE_CODE_BLOCK && !strchr("`~", *from);
    return !m->all || code || g_ascii_isdigit(*from) || *from == '+' || *from == '>';
}

/* True when the draft is another now. */
static bool mend(struct mending *m, const struct finding *finding)
{
    int at = finding->pos.line - DRAFT_FRONT_LINES - 1;
    const char *why = why_of(finding->rule);
    if (!why || finding->severity != SEVERITY_ERROR || at < 0 || (guint)at >= m->lines->len)
        return false;
    const char *line = m->lines->pdata[at], *from = line;
    for (int column = finding->pos.col; *from && column > 1; column--)
        from = g_utf8_next_char(from);
    if (finding->rule == RULE_IMAGE_FILE && is_taken(m, from))
        return false;
    const struct node *node = find_node(m, finding->pos);
    if (finding->rule == RULE_SIGN && is_block(m, from, node)) {
        mend_block(m, (guint)at, from, node);
        return true;
    }
    bool link = finding->rule == RULE_LINK_INSIDE && !m->all; /* it is listed by itself */
    if (!link)
        mend_note_line(m, (guint)at, why);
    bool foreign = finding->rule == RULE_FOREIGN, parted = foreign && *from == '{';
    from = foreign ? mend_find_bar(m, (guint)at, from) : from;
    if (foreign && mend_is_stubborn(from))
        mend_part(m, (guint)at, from);
    else if (m->all || parted) /* in vain: other signs behind it say the same */
        mend_escape_all(m, (guint)at);
    else if (link)
        mend_link(m, (guint)at, from);
    else if (finding->rule == RULE_NOTE)
        mend_note(m, (guint)at);
    else
        mend_escape(m, (guint)at, from);
    return true;
}

/* The findings from the last one on, so that their places hold: one for each line. */
static bool mend_all(struct mending *m, const GPtrArray *findings)
{
    bool any = false;
    int below = G_MAXINT;
    for (guint i = findings->len; i > 0; i--) {
        const struct finding *finding = findings->pdata[i - 1];
        if (finding->pos.line >= below || !mend(m, finding))
            continue;
        below = finding->pos.line;
        any = true;
    }
    return any;
}

/* The body mended once, owned by the caller; NULL: nothing is refused. */
static char *mend_once(struct source *source, const char *body, bool all)
{
    struct draft_reading draft = draft_read(body, true);
    g_autoptr(GPtrArray) findings = diag_findings(draft.diag);
    g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
    struct mending m = {.source = source,
                        .lines = g_ptr_array_new_with_free_func(g_free),
                        .nodes = find_nodes(draft.article),
                        .article = draft.article,
                        .all = all};
    for (char **line = lines; *line; line++)
        g_ptr_array_add(m.lines, g_strdup(*line));
    bool any = mend_all(&m, findings);
    g_ptr_array_add(m.lines, NULL);
    char *mended = any ? g_strjoinv("\n", (char **)m.lines->pdata) : NULL;
    g_ptr_array_unref(m.lines);
    g_hash_table_unref(m.nodes);
    draft_clear(&draft);
    return mended;
}

char *import_mend(struct source *source, const char *body)
{
    char *out = g_strdup(body);
    for (int round = 0; round < ROUNDS; round++) {
        char *mended = mend_once(source, out, round >= ROUNDS_EACH);
        if (!mended)
            break;
        g_free(out);
        out = mended;
    }
    return out;
}

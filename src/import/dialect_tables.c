/*
 * Tables of Markdown with rows that are longer than their head: other programs drop such cells, or
 * show them without a name; ours asks. The draft names the columns with nothing, and lists the row.
 */
#include "import/dialect.h"
#include "import/draft.h"

#include <string.h>

#define WHY_LONG "a row with more cells than its table has names: a column is new, check the table"

/* Each round makes a table wider by one column. */
#define ROUNDS 16

static bool is_dashes(const char *line)
{
    return strchr(line, '-') && line[strspn(line, " |:->")] == '\0';
}

/* A cell more at the end of the line. */
static void add_cell(char **line, const char *cell)
{
    char *old = g_strchomp(*line);
    bool closed = g_str_has_suffix(old, "|") && !g_str_has_suffix(old, "\\|");
    *line = g_strdup_printf("%s%s%s|", old, closed ? "" : " |", cell);
    g_free(old);
}

/* The line of dashes of the table that the row is in; 0: there is none. */
static guint dashes_above(char **lines, guint row)
{
    while (row > 0 && lines[row][strspn(lines[row], " >")] && !is_dashes(lines[row]))
        row--;
    return row > 0 && is_dashes(lines[row]) ? row : 0;
}

/* The body with each table that has too long a row wider by one column, owned by the caller; NULL:
 * there is none. */
static char *widen_all(struct source *source, const char *body, bool first)
{
    struct draft_reading draft = draft_read(body, false);
    g_autoptr(GPtrArray) findings = diag_findings(draft.diag);
    g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
    guint n = g_strv_length(lines), widened = 0;
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *finding = findings->pdata[i];
        int row = finding->pos.line - DRAFT_FRONT_LINES - 1;
        if (finding->rule != RULE_TABLE_CELLS || row <= 0 || (guint)row >= n)
            continue;
        if (first)
            source_changed_at(source, row + 1, lines[row], WHY_LONG);
        guint dashes = dashes_above(lines, (guint)row);
        if (dashes == 0 || dashes == widened)
            continue;
        widened = dashes;
        add_cell(&lines[dashes - 1], " ");
        add_cell(&lines[dashes], "---");
    }
    draft_clear(&draft);
    return widened > 0 ? g_strjoinv("\n", lines) : NULL;
}

char *dialect_settle_tables(struct source *source, const char *body)
{
    char *out = g_strdup(body);
    bool any = strchr(body, '|') != NULL;
    for (int round = 0; any && round < ROUNDS; round++) {
        char *wider = widen_all(source, out, round == 0);
        any = wider != NULL;
        if (!wider)
            break;
        g_free(out);
        out = wider;
    }
    return out;
}

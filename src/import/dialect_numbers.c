/*
 * Numbers of items that Markdown counts otherwise than they are written: "1. 2. 1." shows 1, 2, 3
 * in every program, and our reader asks which is meant. The draft says what was shown, and the list
 * of what changed what was written.
 */
#include "import/dialect.h"
#include "import/draft.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

#define WHY_NUMBER "an item that Markdown counts otherwise than it is written: check its number"

/* What is counted anew may move items within it. */
#define ROUNDS 8
/* Longer ones are none of a list's (CommonMark 0.30, 5.2). */
#define DIGITS_MOST 9

/* How many digits of an item's number stand there; 0: none do. */
static size_t number_at(const char *line, size_t at)
{
    if (strlen(line) <= at || (at > 0 && g_ascii_isalnum(line[at - 1])))
        return 0;
    size_t digits = strspn(line + at, "0123456789");
    return digits <= DIGITS_MOST && line[at + digits] && strchr(".)", line[at + digits]) ? digits
                                                                                         : 0;
}

/* The number of the item before, which stands in the same column; -1: there is none. */
static long number_above(char **lines, guint index, size_t at, char sign)
{
    while (index-- > 0) {
        size_t digits = number_at(lines[index], at);
        if (digits > 0 && lines[index][at + digits] == sign)
            return strtol(lines[index] + at, NULL, 10);
    }
    return -1;
}

/* The signs of quotations that the line begins with. [bytes] */
static size_t count_quoted(const char *line)
{
    size_t quoted = strspn(line, " >");
    while (quoted > 0 && line[quoted - 1] != '>')
        quoted--;
    return quoted;
}

/* What stands below the item, set in so far, goes on to do so below a longer number. */
static void set_in(char **lines, guint index, size_t indent, size_t by)
{
    size_t quoted = count_quoted(lines[index]);
    for (char **line = lines + index + 1; by > 0 && *line; line++) {
        char *old = *line;
        if (strncmp(old, lines[index], quoted) != 0)
            break;
        size_t blanks = quoted + strspn(old + quoted, " ");
        if (old[blanks] && blanks < indent)
            break;
        if (old[blanks]) {
            *line = g_strdup_printf("%.*s%*s%s", (int)quoted, old, (int)by, "", old + quoted);
            g_free(old);
        }
    }
}

/* Gives the item the number that is shown; false: there is no item, or none before it. */
static bool count(struct source *source, char **lines, guint index, int column)
{
    char *line = lines[index];
    if (g_utf8_strlen(line, -1) < column)
        return false;
    size_t at = (size_t)(g_utf8_offset_to_pointer(line, column - 1) - line);
    size_t digits = number_at(line, at);
    long above = digits > 0 ? number_above(lines, index, at, line[at + digits]) : -1;
    if (above < 0)
        return false;
    g_autofree char *number = g_strdup_printf("%ld", above + 1);
    lines[index] = g_strdup_printf("%.*s%s%s", (int)at, line, number, line + at + digits);
    size_t content = at + digits + 1;
    content += strspn(line + content, " ");
    set_in(lines, index, content, MAX(strlen(number), digits) - digits);
    source_changed_at(source, (int)index + 1, line + at, WHY_NUMBER);
    g_free(line);
    return true;
}

/* The body with its items counted, owned by the caller; NULL: they are. */
static char *count_all(struct source *source, const char *body)
{
    struct draft_reading draft = draft_read(body, false);
    g_autoptr(GPtrArray) findings = diag_findings(draft.diag);
    g_auto(GStrv) lines = g_strsplit(body, "\n", -1);
    guint n = g_strv_length(lines);
    bool any = false;
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *finding = findings->pdata[i];
        int index = finding->pos.line - DRAFT_FRONT_LINES - 1;
        if (finding->rule == RULE_SIGN && finding->pos.col > 0 && index >= 0 && (guint)index < n)
            any |= count(source, lines, (guint)index, finding->pos.col);
    }
    draft_clear(&draft);
    return any ? g_strjoinv("\n", lines) : NULL;
}

char *dialect_settle_numbers(struct source *source, const char *body)
{
    static struct pattern item = PATTERN("(?m)^[ >*+-]*\\d+[.)]\\s");
    struct range found;
    char *out = g_strdup(body);
    bool any = pattern_find(&item, body, 0, &found);
    for (int round = 0; any && round < ROUNDS; round++) {
        char *counted = count_all(source, out);
        any = counted != NULL;
        if (any) {
            g_free(out);
            out = counted;
        }
    }
    return out;
}

/*
 * The numbers of lists in a page that pandoc made of an .rtf file: it counts anew below each inner
 * list, but the markers that the reader saw stand in the items as words (import/parts.h). Lists
 * that go on with their numbers become one; a marker that is no plain number stays as words.
 */
#include "import/parts.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

/* A list that is open. */
struct list {
    char type;                /* as HTML has it; 'u' without numbers */
    int last;                 /* the number of its last item; 0: not known */
    int before;               /* of one of its type that ended right before it; 0: none did */
    gsize before_end, behind; /* in `out`: where that ended, and behind the tag that opens it */
};

struct numbering {
    GString *out;
    GArray *open;       /* of struct list */
    struct list closed; /* the last one that was */
    gsize closed_at;    /* in `out` */
};

/* "iv": 4; 0: none such. */
static int roman_number(const char *text)
{
    static const struct {
        char sign;
        int value;
    } signs[] = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}};
    int sum = 0, before = 0;
    for (const char *p = text; *p; p++) {
        int value = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
            value = signs[i].sign == g_ascii_tolower(*p) ? signs[i].value : value;
        if (value == 0)
            return 0;
        sum += value - (before < value ? 2 * before : 0);
        before = value;
    }
    return sum;
}

/* "b": 2, "bb": 28; 0: none such. */
static int letter_number(const char *text)
{
    char first = g_ascii_tolower(*text);
    for (const char *p = text; *p; p++)
        if (!g_ascii_isalpha(*p) || g_ascii_tolower(*p) != first)
            return 0;
    return *text ? first - 'a' + 1 + 26 * (int)(strlen(text) - 1) : 0;
}

/* The number that the marker says in a list of the type; 0: it is more than that. */
static int marked_number(const char *marker, char type)
{
    static struct pattern plain = PATTERN("^\\(?([0-9]{1,6}|[A-Za-z]{1,9})[.):]?$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&plain), marker, 0, &match))
        return 0;
    g_autofree char *own = g_match_info_fetch(match, 1);
    if (g_ascii_isdigit(*own))
        return type == '1' ? atoi(own) : 0;
    return type == 'i' || type == 'I' ? roman_number(own) : type == '1' ? 0 : letter_number(own);
}

static struct list *innermost(const struct numbering *n)
{
    return n->open->len ? &g_array_index(n->open, struct list, n->open->len - 1) : NULL;
}

static void close_list(struct numbering *n, gsize at)
{
    struct list *list = innermost(n);
    if (!list)
        return;
    n->closed = *list;
    n->closed_at = at;
    g_array_set_size(n->open, n->open->len - 1);
}

/* The tag is in `out` already, from `at` on. */
static void open_list(struct numbering *n, const char *tag, gsize at)
{
    static const char end[] = "</ol>";
    const char *type = strstr(tag, "type=\"");
    struct list list = {.type = tag[1] == 'u' ? 'u'
                                : type        ? type[strlen("type=\"")]
                                              : '1',
                        .before_end = n->closed_at,
                        .behind = n->out->len};
    const char *between = n->out->str + n->closed_at + strlen(end);
    if (n->closed.type == list.type && n->closed_at + strlen(end) <= at &&
        between + strspn(between, "\n") == n->out->str + at)
        list.before = n->closed.last;
    g_array_append_val(n->open, list);
}

/* The list is the one that ended right before it, if its first number is the next. */
static void join_lists(struct numbering *n, const struct list *list, int number)
{
    if (list->last == 0 && list->before > 0 && number == list->before + 1)
        g_string_erase(n->out, (gssize)list->before_end, (gssize)(list->behind - list->before_end));
}

/* An item whose marker follows: what is between both goes behind its number. */
static void put_item(struct numbering *n, const char *inner, const char *marker)
{
    struct list *list = innermost(n);
    int number = list ? marked_number(marker, list->type) : 0;
    bool bullet = list && list->type == 'u' && !strpbrk(marker, "0123456789");
    if (number > 0) {
        join_lists(n, list, number);
        list->last = number;
        g_string_append_printf(n->out, "<li value=\"%d\"%s", number, inner);
    } else {
        g_string_append_printf(n->out, "<li%s%s%s", inner, bullet ? "" : marker, bullet ? "" : " ");
    }
}

char *rtf_number_items(const char *page)
{
    static struct pattern part =
        PATTERN("<(/)?[ou]l\\b[^>]*>|(?:<li(>(?:<(?!li|[ou]l)[a-z]+[^>]*>)*))?" MARKER_START
                "([^" MARKER_END "]*)" MARKER_END);
    struct numbering n = {.out = g_string_new(NULL),
                          .open = g_array_new(FALSE, FALSE, sizeof(struct list))};
    g_autoptr(GMatchInfo) match = NULL;
    int start, end = 0, last = 0;
    g_regex_match(pattern_regex(&part), page, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL), last = end) {
        g_match_info_fetch_pos(match, 0, &start, &end);
        g_autofree char *all = g_match_info_fetch(match, 0), *closes = g_match_info_fetch(match, 1);
        g_autofree char *inner = g_match_info_fetch(match, 2);
        g_autofree char *marker = g_match_info_fetch(match, 3);
        g_string_append_len(n.out, page + last, start - last);
        gsize at = n.out->len;
        if (inner && *inner)
            put_item(&n, inner, marker);
        else if (marker && *marker)
            g_string_append_printf(n.out, "%s ", marker);
        else
            g_string_append(n.out, all);
        if (closes && *closes)
            close_list(&n, at);
        else if (!marker || !*marker)
            open_list(&n, all, at);
    }
    g_string_append(n.out, page + last);
    g_array_unref(n.open);
    return g_string_free(n.out, FALSE);
}

/*
 * Knows what web pages leave behind when they are saved as text: messages to browsers, menus,
 * cookie notices, the labels of forms. One table; a line is dropped only when it stands by itself,
 * so that a wrapped sentence never loses a line, and a word or two only beside others, as menus and
 * forms have them: one alone may be a heading. Awkward: a page that is about cookies may lose a
 * sentence to this, which is why everything dropped is printed.
 */
#include "import/parts.h"

#include "base/sentence.h"

#include <string.h>

enum match { MATCH_WHOLE, MATCH_START, MATCH_WITHIN, MATCH_COUNT };

#define WHY_SCRIPT  "a message to browsers without JavaScript"
#define WHY_SKIP    "a link for moving about in the page"
#define WHY_COOKIES "a cookie notice"
#define WHY_FORM    "a label of a form"
#define WHY_MENU    "an entry of a menu"
#define WHY_SHARE   "a button for sharing"
#define WHY_LEGAL   "a copyright line"

static const struct leftover {
    enum match match;
    const char *words; /* in lower case, without signs at the end */
    const char *why;
} leftovers[] = {
    {MATCH_START, "please enable javascript", WHY_SCRIPT},
    {MATCH_START, "please turn on javascript", WHY_SCRIPT},
    {MATCH_START, "javascript is disabled", WHY_SCRIPT},
    {MATCH_START, "javascript is required", WHY_SCRIPT},
    {MATCH_START, "you need to enable javascript", WHY_SCRIPT},
    {MATCH_START, "your browser does not support", WHY_SCRIPT},
    {MATCH_START, "skip to ", WHY_SKIP},
    {MATCH_START, "jump to content", WHY_SKIP},
    {MATCH_WHOLE, "back to top", WHY_SKIP},
    {MATCH_WHOLE, "table of contents", WHY_SKIP},
    {MATCH_START, "this website uses cookies", WHY_COOKIES},
    {MATCH_START, "this site uses cookies", WHY_COOKIES},
    {MATCH_START, "our website uses cookies", WHY_COOKIES},
    {MATCH_START, "our site uses cookies", WHY_COOKIES},
    {MATCH_START, "we use cookies", WHY_COOKIES},
    {MATCH_WITHIN, "you consent to the use of cookies", WHY_COOKIES},
    {MATCH_WITHIN, "you agree to our use of cookies", WHY_COOKIES},
    {MATCH_START, "by continuing to use this site", WHY_COOKIES},
    {MATCH_WHOLE, "accept", WHY_COOKIES},
    {MATCH_WHOLE, "accept all", WHY_COOKIES},
    {MATCH_WHOLE, "accept cookies", WHY_COOKIES},
    {MATCH_WHOLE, "accept all cookies", WHY_COOKIES},
    {MATCH_WHOLE, "reject all", WHY_COOKIES},
    {MATCH_WHOLE, "reject all cookies", WHY_COOKIES},
    {MATCH_WHOLE, "cookie settings", WHY_COOKIES},
    {MATCH_WHOLE, "cookie policy", WHY_COOKIES},
    {MATCH_WHOLE, "manage cookies", WHY_COOKIES},
    {MATCH_WHOLE, "manage preferences", WHY_COOKIES},
    {MATCH_WHOLE, "preferred form of communication", WHY_FORM},
    {MATCH_WHOLE, "preferred method of contact", WHY_FORM},
    {MATCH_WHOLE, "first name", WHY_FORM},
    {MATCH_WHOLE, "last name", WHY_FORM},
    {MATCH_WHOLE, "full name", WHY_FORM},
    {MATCH_WHOLE, "your name", WHY_FORM},
    {MATCH_WHOLE, "name", WHY_FORM},
    {MATCH_WHOLE, "first", WHY_FORM},
    {MATCH_WHOLE, "last", WHY_FORM},
    {MATCH_WHOLE, "email", WHY_FORM},
    {MATCH_WHOLE, "email address", WHY_FORM},
    {MATCH_WHOLE, "your email", WHY_FORM},
    {MATCH_WHOLE, "phone", WHY_FORM},
    {MATCH_WHOLE, "phone number", WHY_FORM},
    {MATCH_WHOLE, "date of birth", WHY_FORM},
    {MATCH_WHOLE, "subject", WHY_FORM},
    {MATCH_WHOLE, "message", WHY_FORM},
    {MATCH_WHOLE, "your message", WHY_FORM},
    {MATCH_WHOLE, "comment or message", WHY_FORM},
    {MATCH_WHOLE, "submit", WHY_FORM},
    {MATCH_WHOLE, "send", WHY_FORM},
    {MATCH_WHOLE, "send message", WHY_FORM},
    {MATCH_WHOLE, "required", WHY_FORM},
    {MATCH_WHOLE, "i'm not a robot", WHY_FORM},
    {MATCH_WHOLE, "leave a comment", WHY_FORM},
    {MATCH_WHOLE, "leave a reply", WHY_FORM},
    {MATCH_WHOLE, "this field is for validation purposes and should be left unchanged", WHY_FORM},
    {MATCH_WHOLE, "home", WHY_MENU},
    {MATCH_WHOLE, "about", WHY_MENU},
    {MATCH_WHOLE, "about us", WHY_MENU},
    {MATCH_WHOLE, "contact", WHY_MENU},
    {MATCH_WHOLE, "contact us", WHY_MENU},
    {MATCH_WHOLE, "blog", WHY_MENU},
    {MATCH_WHOLE, "menu", WHY_MENU},
    {MATCH_WHOLE, "toggle navigation", WHY_MENU},
    {MATCH_WHOLE, "toggle menu", WHY_MENU},
    {MATCH_WHOLE, "search", WHY_MENU},
    {MATCH_WHOLE, "log in", WHY_MENU},
    {MATCH_WHOLE, "sign in", WHY_MENU},
    {MATCH_WHOLE, "read more", WHY_MENU},
    {MATCH_WHOLE, "learn more", WHY_MENU},
    {MATCH_WHOLE, "book now", WHY_MENU},
    {MATCH_WHOLE, "privacy policy", WHY_MENU},
    {MATCH_WHOLE, "terms of use", WHY_MENU},
    {MATCH_WHOLE, "sitemap", WHY_MENU},
    {MATCH_WHOLE, "share", WHY_SHARE},
    {MATCH_WHOLE, "share this", WHY_SHARE},
    {MATCH_WHOLE, "tweet", WHY_SHARE},
    {MATCH_WHOLE, "facebook", WHY_SHARE},
    {MATCH_WHOLE, "twitter", WHY_SHARE},
    {MATCH_WHOLE, "instagram", WHY_SHARE},
    {MATCH_WHOLE, "linkedin", WHY_SHARE},
    {MATCH_WHOLE, "youtube", WHY_SHARE},
    {MATCH_WHOLE, "print this page", WHY_SHARE},
    {MATCH_START, "© ", WHY_LEGAL},
    {MATCH_START, "copyright ©", WHY_LEGAL},
    {MATCH_WHOLE, "all rights reserved", WHY_LEGAL},
};

static bool matches(enum match match, const char *words, const char *line)
{
    switch (match) {
    case MATCH_WHOLE:
        return strcmp(line, words) == 0;
    case MATCH_START:
        return g_str_has_prefix(line, words);
    case MATCH_WITHIN:
        return strstr(line, words) != NULL;
    case MATCH_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* What the line is left over from, lent; NULL: it is none. */
static const struct leftover *find_leftover(const char *text)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    for (size_t n = strlen(lower); n > 0 && strchr(" .:*!", lower[n - 1]); n--)
        lower[n - 1] = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(leftovers); i++)
        if (matches(leftovers[i].match, leftovers[i].words, lower))
            return &leftovers[i];
    return NULL;
}

/* True for a line that ends a sentence or announces what follows; `text` is not empty. */
static bool ends_in_stop(const char *text)
{
    gunichar last = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
    return last == ':' || sentence_is_stop(last);
}

/* True when the line before does not run on into this one. */
static bool starts_anew(const struct input_line *before)
{
    return !before || before->kind != LINE_TEXT || before->why || before->is_fact ||
           ends_in_stop(before->text);
}

/* True when this line does not run on into the next one. */
static bool ends_here(const struct input_line *next)
{
    return !next || next->kind != LINE_TEXT || !g_unichar_islower(g_utf8_get_char(next->text));
}

static void mark_leftovers(struct source *source)
{
    const struct input_line *before = NULL;
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        const struct input_line *next =
            i + 1 < source->lines->len ? source->lines->pdata[i + 1] : NULL;
        bool stands = line->kind == LINE_TEXT && !line->why && starts_anew(before);
        const struct leftover *found = stands && ends_here(next) ? find_leftover(line->text) : NULL;
        line->why = found ? found->why : line->why;
        before = line;
    }
}

/* The next line in that direction that is not empty; NULL: there is none. */
static const struct input_line *neighbour(const struct source *source, guint at, int step)
{
    const struct input_line *line;
    do {
        at += (guint)step; /* before the first one, too, there is none of that number */
        line = at < source->lines->len ? source->lines->pdata[at] : NULL;
    } while (line && line->kind == LINE_BLANK);
    return line;
}

static bool is_left_out(const struct input_line *line)
{
    return line && line->why;
}

void import_drop_leftovers(struct source *source)
{
    mark_leftovers(source);
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        const struct leftover *found = line->why ? find_leftover(line->text) : NULL;
        bool alone = found && !is_left_out(neighbour(source, i, -1)) &&
                     !is_left_out(neighbour(source, i, 1));
        if (alone && found->match == MATCH_WHOLE)
            line->why = NULL;
    }
}

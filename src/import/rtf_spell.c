/*
 * An .rtf file as pandoc 2.17 reads it: what it does not know is said in words that it does. It
 * counts the items of lists anew below each inner one, so what the reader saw before an item, which
 * such files hold for old programs, goes along as words of the item. Awkward: it looks at what a
 * paragraph is where its first words stand, so those have to stand there; and of footnotes in
 * tables it makes tables of footnotes.
 */
#include "import/parts.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

/* Parts what has paragraphs of its own from the table above, which pandoc would take for a part of
 * that, and drop with it; and a table from the list above, whose items it would put into a cell. */
#define PARTING "\\pard\\~\\par "

struct speller {
    GString *out;
    const char *p;
    const char *unseen_end;      /* up to there, no words are the text's */
    char *marker;                /* of the paragraph, owned, until it has words; or NULL */
    gsize row_end;               /* in `out`, of the table right above; 0: none is */
    bool in_cell, in_row;        /* some cells of the row were there */
    bool names_columns, at_name; /* the row does so; no words of its cell were there yet */
    int title;                   /* the number of the style of titles; 0: none is left to find */
    const char *text;            /* behind the styles */
    bool in_item, below_item;    /* the paragraph is one, the one above is one */
};

/* The length of a coded sign with the one right behind it for programs without Unicode ("\u8804?",
 * "\u8211-"), behind its backslash; 0: there is none. */
static size_t coded_length(const char *rtf)
{
    size_t sign = rtf[0] == 'u' && rtf[1] == '-', digits = 0;
    if (*rtf == 'u')
        digits = strspn(rtf + 1 + sign, "0123456789");
    char other = digits > 0 ? rtf[1 + sign + digits] : ' ';
    return other && !strchr("\\{} \r\n", other) ? sign + digits + 2 : 0;
}

/* Words of control that pandoc does not know, and what says the same or parts words alike. */
static const struct {
    const char *word, *instead;
} controls[] = {
    {"page", "par"},
    {"sect", "par"},
    {"column", "par"},
    {"nestcell", "line"},
    {"lbr0", "line"},
    {"dn0", "sub0"},
    {"nosupersub", "super0\\sub0"},
    {"dn", "sub"},
};

/* The bytes of such a word, what says the same to `*instead`, lent; 0: it is none. */
static size_t control_length(const char *rtf, const char **instead)
{
    for (size_t i = 0; i < G_N_ELEMENTS(controls); i++) {
        size_t length = strlen(controls[i].word);
        if (strncmp(rtf, controls[i].word, length) != 0)
            continue;
        bool lowered = strcmp(controls[i].word, "dn") == 0;
        length += lowered ? strspn(rtf + length, "0123456789") : 0;
        *instead = controls[i].instead;
        return g_ascii_isalnum(rtf[length]) || rtf[length] == '-' ? 0 : length;
    }
    return 0;
}

static bool is_word(const char *control, const char *word)
{
    return g_str_has_prefix(control, word) && !g_ascii_isalpha(control[strlen(word)]);
}

/* Parts words from a word of control right before them, of which a group between was taken away. */
static void end_control(GString *out)
{
    gsize at = out->len;
    while (at > 0 && (g_ascii_isalnum(out->str[at - 1]) || out->str[at - 1] == '-'))
        at--;
    if (at > 0 && at < out->len && out->str[at - 1] == '\\')
        g_string_append_c(out, ' ');
}

/* Words of the text follow. */
static void put_marker(struct speller *s)
{
    if (s->p < s->unseen_end)
        return;
    if (s->at_name || s->marker)
        end_control(s->out);
    if (s->at_name)
        g_string_append(s->out, HEAD_SIGN);
    s->at_name = false;
    if (!s->marker)
        return;
    s->in_item = true;
    g_string_append_printf(s->out, MARKER_START "%s" MARKER_END, s->marker);
    g_clear_pointer(&s->marker, g_free);
}

/* What the word says of the paragraph. */
static void heed(struct speller *s, const char *word)
{
    if (is_word(word, "par") || is_word(word, "cell")) {
        g_clear_pointer(&s->marker, g_free);
        s->below_item = s->in_item;
        s->in_item = false;
    }
    if (is_word(word, "par") || is_word(word, "trowd"))
        s->row_end = 0;
    if (is_word(word, "row"))
        s->row_end = s->out->len;
    if (is_word(word, "row") || is_word(word, "cell"))
        s->in_row = is_word(word, "cell");
    if (is_word(word, "trowd") || is_word(word, "row"))
        s->names_columns = s->at_name = false;
    if (is_word(word, "trhdr"))
        s->names_columns = s->at_name = true;
    if (is_word(word, "cell"))
        s->at_name = s->names_columns;
    if (is_word(word, "intbl") || is_word(word, "pard"))
        s->in_cell = is_word(word, "intbl");
}

static bool is_shown(const char *word)
{
    static const char *const signs[] = {"lquote", "rquote", "ldblquote", "rdblquote", "endash",
                                        "emdash", "bullet", "line",      "tab"};
    bool shown = word[0] == 'u' && (word[1] == '-' || g_ascii_isdigit(word[1]));
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        shown |= is_word(word, signs[i]);
    return shown;
}

/* Where a row ends whose cells were there, if Word says there once more, from `trowd` on, what they
 * look like: pandoc would take that for another row. NULL: it does not. */
static const char *row_said_again(const struct speller *s, const char *trowd)
{
    const char *p = trowd;
    int number;
    while (s->in_row && s->p >= s->unseen_end && *p) {
        if (*p == '\\' && is_word(p + 1, "row"))
            return p;
        if (*p == '\\' && (!g_ascii_isalpha(p[1]) || is_word(p + 1, "cell")))
            return NULL;
        if (g_str_has_prefix(p, "{\\*"))
            p = rtf_group_end(p);
        else if (*p == '\\')
            p = rtf_word_end(p + 1, &number);
        else if (strchr(" \r\n", *p))
            p++;
        else
            return NULL;
    }
    return NULL;
}

/* Pandoc takes the sign behind a coded one away, too: "≤25 mg" became "≤5 mg". An empty group keeps
 * it. */
static void spell_control(struct speller *s)
{
    const char *word = s->p + 1, *instead;
    if ((!g_ascii_isalpha(*word) && *word != '*') || is_shown(word))
        put_marker(s);
    const char *row = is_word(word, "trowd") ? row_said_again(s, s->p) : NULL;
    if (row) {
        s->p = row;
        return;
    }
    if (is_word(word, "trowd") && s->below_item) {
        g_string_append(s->out, PARTING);
        s->below_item = false;
    }
    int number = 0;
    size_t control = control_length(word, &instead), coded = coded_length(word);
    const char *end = g_ascii_isalpha(*word) ? rtf_word_end(word, &number) : word + (*word != 0);
    if (control > 0) {
        g_string_append_printf(s->out, "\\%s", instead);
        end = word + control;
    } else if (coded > 0) {
        g_string_append_printf(s->out, "\\%.*s{}", (int)coded, word);
        end = word + coded;
    } else {
        g_string_append_len(s->out, s->p, end - s->p);
    }
    if (s->title > 0 && s->p >= s->text && is_word(word, "s") && number == s->title) {
        g_string_append(s->out, "\\outlinelevel0");
        s->title = 0;
    }
    heed(s, word);
    s->p = end;
}

static void part_from_table(struct speller *s)
{
    if (s->row_end > 0)
        g_string_insert(s->out, (gssize)s->row_end, PARTING);
    s->row_end = 0;
}

/* A footnote, whose group opens there and whose word stands at `word`. */
static void spell_note(struct speller *s, const char *word)
{
    if (s->in_cell) {
        s->p = rtf_group_end(s->p);
        return;
    }
    put_marker(s);
    part_from_table(s);
    g_string_append_c(s->out, '{');
    s->p = word;
}

/* What a field tells the program that shows it: the group and its end, lent; NULL: nothing. */
static const char *field_told(const char *field, const char *end, const char **told_end)
{
    const char *told = g_strstr_len(field, end - field, "{\\*\\fldinst");
    *told_end = told ? rtf_group_end(told) : NULL;
    return told && *told_end <= end ? told : NULL;
}

/* Behind what begins the group of what a field shows as text, which was not there yet; NULL: it
 * shows nothing, or in letters that mean other signs. */
static const char *field_shown(const char *told, const char *from, const char *end)
{
    static const char *const drawn[] = {"SYMBOL", "EQ "};
    for (size_t i = 0; i < G_N_ELEMENTS(drawn); i++)
        if (g_strstr_len(told, from - told, drawn[i]))
            return NULL;
    const char *shown = g_strstr_len(from, end - from, "{\\fldrslt");
    return shown ? shown + strlen("{\\fldrslt") : NULL;
}

static bool is_blank(const char *words)
{
    while (g_unichar_isspace(g_utf8_get_char(words)))
        words = g_utf8_next_char(words);
    return *words == '\0';
}

/* Of fields, pandoc knows links alone, and those where what is told has a group within its group;
 * of all others it drops what they show. */
static void spell_field(struct speller *s)
{
    const char *end = rtf_group_end(s->p), *from;
    const char *told = field_told(s->p, end, &from);
    const char *link = told ? g_strstr_len(told, from - told, "HYPERLINK \"") : NULL;
    const char *address = link ? link + strlen("HYPERLINK \"") : NULL;
    const char *shown = told ? field_shown(told, from, end) : NULL;
    bool asks = shown && g_strstr_len(told, from - told, "FORMTEXT");
    g_autofree char *words = asks ? rtf_words_between(shown, end) : NULL;
    if (address) {
        g_string_append_printf(s->out, "{\\field{\\*\\fldinst{HYPERLINK \"%.*s\"}}",
                               (int)strcspn(address, "\"{}\n"), address);
        s->p = from;
    } else if (shown) {
        put_marker(s);
        g_string_append_printf(s->out, "{{%s", words && is_blank(words) ? BLANK_LINE : "");
        s->p = shown;
    } else {
        g_string_append_c(s->out, *s->p++);
    }
}

/* Styles of characters, sections and tables: pandoc gives what they look like to all text of style
 * 0; what is in one says its looks itself. */
static bool is_unread_style(const char *word)
{
    return is_word(word, "\\cs") || is_word(word, "\\ds") || is_word(word, "\\ts");
}

static void spell_group(struct speller *s)
{
    const char *word = s->p + 1, *end;
    bool ignorable = g_str_has_prefix(word, "\\*");
    word += ignorable ? strlen("\\*") : 0;
    if (is_word(word, "\\listtext")) {
        end = rtf_group_end(s->p);
        g_free(s->marker);
        s->marker = g_strstrip(rtf_words_between(word, end));
        if (!*s->marker || strpbrk(s->marker, "\\{}"))
            g_clear_pointer(&s->marker, g_free);
        s->p = end;
    } else if (is_word(word, "\\footnote")) {
        spell_note(s, word);
    } else if (is_word(word, "\\field")) {
        spell_field(s);
    } else if (ignorable && s->p < s->text && is_unread_style(word)) {
        s->p = rtf_group_end(s->p);
    } else {
        if (ignorable && s->p >= s->unseen_end) {
            s->unseen_end = rtf_group_end(s->p);
            if (g_strstr_len(s->p, s->unseen_end - s->p, "\\par"))
                part_from_table(s);
        }
        g_string_append_c(s->out, *s->p++);
    }
}

/* Learns by which number paragraphs are in the style of titles, and where the text begins: pandoc
 * takes such for any paragraph. */
static void find_title(struct speller *s, const char *rtf)
{
    static struct pattern title = PATTERN("\\\\s(\\d{1,4})\\b[^{};]*? Title;");
    const char *styles = strstr(rtf, "{\\stylesheet");
    s->text = styles ? rtf_group_end(styles) : rtf;
    g_autofree char *group = styles ? g_strndup(styles, (gsize)(s->text - styles)) : g_strdup("");
    g_autofree char *valid = g_utf8_make_valid(group, -1);
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&title), valid, 0, &match))
        return;
    g_autofree char *number = g_match_info_fetch(match, 1);
    s->title = atoi(number);
}

char *rtf_spell(const char *rtf)
{
    g_autofree char *moved = rtf_move_boxes(rtf);
    struct speller s = {.out = g_string_new(NULL), .p = moved, .unseen_end = moved};
    find_title(&s, moved);
    while (*s.p) {
        if (*s.p == '{') {
            spell_group(&s);
        } else if (*s.p == '\\') {
            spell_control(&s);
        } else {
            if (!strchr("}\r\n", *s.p))
                put_marker(&s);
            g_string_append_c(s.out, *s.p++);
        }
    }
    g_free(s.marker);
    return g_string_free(s.out, FALSE);
}

/*
 * Line ends of the source. They stand for a blank, but not between letters of scripts that write
 * none: there a blank would part a word (CSS Text 3, 4.1.3: segment breaks). Awkward: Khmer,
 * Burmese and Tibetan have a blank behind their full stops, and East Asia writes quotation marks
 * and dashes that look as those of Latin letters.
 */
#include "content/article_parts.h"

#include <string.h>

/* Letters and signs that no blank stands between. */
static bool writes_no_blanks(gunichar c)
{
    static const GUnicodeScript scripts[] = {
        G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
        G_UNICODE_SCRIPT_BOPOMOFO, G_UNICODE_SCRIPT_THAI,     G_UNICODE_SCRIPT_LAO,
        G_UNICODE_SCRIPT_KHMER,    G_UNICODE_SCRIPT_MYANMAR,  G_UNICODE_SCRIPT_TIBETAN};
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (g_unichar_get_script(c) == scripts[i])
            return true;
    /* Marks of East Asia, as wide as its letters: "。", "「", "，". */
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

static bool is_among(gunichar c, const gunichar *signs)
{
    while (*signs && *signs != c)
        signs++;
    return c && *signs == c;
}

/* East Asian letters and marks, which have no blank beside quotation marks and dashes either. */
static bool is_east_asian(gunichar c)
{
    return writes_no_blanks(c) && g_unichar_iswide(c);
}

/* No blank stands between the two. */
static bool adjoin(gunichar before, gunichar after)
{
    static const gunichar stops[] = {0x17D4, 0x17D5, 0x17D6, 0x104A, 0x104B, 0x0F0D, 0x0F0E, 0};
    static const gunichar marks[] = {0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0x00B7, 0};
    if (is_among(before, stops))
        return false;
    return (writes_no_blanks(before) && writes_no_blanks(after)) ||
           (is_among(before, marks) && is_east_asian(after)) ||
           (is_east_asian(before) && is_among(after, marks));
}

static gunichar last_of(const char *text)
{
    const char *end = text + strlen(text);
    return end == text ? 0 : g_utf8_get_char(g_utf8_prev_char(end));
}

/* The first letter after `node` in its block; 0: none. */
static gunichar letter_after(struct node *node, const struct node *block)
{
    while ((node = node_next(node, block)))
        if (node->text && *node->text)
            return g_utf8_get_char(node->text);
    return 0;
}

void article_join_lines(struct node *root)
{
    gunichar before = 0;
    struct node *block = root, *next;
    for (struct node *node = root; node; node = next) {
        next = node_next(node, root);
        if (node_is_block(node)) {
            block = node;
            before = 0;
        } else if (node->kind == NODE_SOFT_BREAK) {
            if (!adjoin(before, letter_after(node, block)))
                continue;
            node_unlink(node);
            node_free(node);
        } else if (node->text) {
            before = last_of(node->text);
        }
    }
}

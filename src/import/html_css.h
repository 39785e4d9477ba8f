/*
 * What the files that read style sheets share among themselves. Nobody else includes this.
 *
 * A sheet is read once: rules that say nothing that matters here are passed over, all others keep
 * their selectors as numbers of names, so that an element is asked about few of them, and cheaply.
 */
#ifndef HANDOUT_IMPORT_HTML_CSS_H
#define HANDOUT_IMPORT_HTML_CSS_H

#include "import/html_parts.h"

#include <stdint.h>

/* Whether something holds for who reads the page at a desk: it does not; on other displays, or when
 * a pointer comes; nobody here can tell; it does. */
enum css_truth { CSS_NO, CSS_ELSEWHERE, CSS_MAYBE, CSS_YES };

/* Bytes of `text` before the first of the signs `stops` that stands outside of strings, brackets
 * and blocks; all of them, if there is none. */
size_t css_length(const char *text, const char *stops);

/* The same of the one thing at `text`: a string, an address, an escape, a sign. */
size_t css_step(const char *text);

/* Blanks take the places of comments. */
void css_blank_comments(char *sheet);

/* A list of displays, as of "@media". */
enum css_truth css_media(const char *list);

/* A rule as written, with its place in the cascade; `layer`: UINT_MAX where it is in none. */
struct css_block {
    const char *selectors, *body;
    unsigned layer;
    enum css_truth truth;
};

/* Hands over each rule of a sheet without comments. `layers`: numbers of layers by their names. */
void css_read(const char *sheet, GHashTable *layers,
              void (*take)(const struct css_block *block, void *data), void *data);

/* The words of a page's elements that rules ask for; an element that was walked over. */
#define CSS_WORDS 4 /* of 64 bits, for the names above an element */

struct css_element {
    const xmlNode *node;
    const struct css_element *parent, *before; /* NULL: none */
    struct css_element *last;                  /* child; NULL: it has none */
    unsigned index, end;                       /* its own, and that behind all that is in it */
    int place, count;                          /* among its parent's, from 1; of its own children */
    int kind_place, kind_last;                 /* among those of its tag; 0: not counted yet */
    bool gone;                                 /* it, or what it is in, is not there at all */
    GHashTable *values;                        /* that its styles name; NULL: none */
    uint64_t above[CSS_WORDS];
    unsigned n;
    unsigned names[]; /* its tag, id and classes, if any rule asks for them */
};

/* Of struct css_element, in the page's order, `_private` of their nodes until they are freed.
 * `names`: that rules ask for. */
GPtrArray *css_list_elements(xmlNode *root, GHashTable *names);
void css_free_elements(GPtrArray *elements);

/* From 1: among its parent's children, or those of its tag, from the first or the last on. */
int css_place(const struct css_element *element, bool from_last, bool of_kind);

/* Numbers of names, from 1; a name begins with ".", "#" or, a tag, with "<". */
unsigned css_number(GHashTable *names, char sign, const char *name, bool add);

/* What an element is asked for. */
enum css_test_kind {
    CSS_TEST_NAME,      /* of a tag, an id or a class: `number` */
    CSS_TEST_ATTRIBUTE, /* `name`, `sign` and `value` */
    CSS_TEST_NTH,       /* its place is step × n + offset */
    CSS_TEST_ONLY,
    CSS_TEST_EMPTY,
    CSS_TEST_LINK,
    CSS_TEST_STATE, /* what a pointer or a reader does */
    CSS_TEST_SOME,  /* one of `others` */
    CSS_TEST_NONE,
    CSS_TEST_HAS,   /* one of `others` fits something about it */
    CSS_TEST_SCOPE, /* within those: the element itself */
    CSS_TEST_LANG,  /* `value` */
    CSS_TEST_ALL,
    CSS_TEST_UNKNOWN,
};

struct css_test {
    enum css_test_kind kind;
    unsigned number;
    int step, offset;
    char *name, *value;
    char sign; /* of a name; before the "=" of an attribute; '=': none; NUL: it is there */
    bool any_case, from_last, of_kind;
    GArray *others; /* of struct css_selector */
};

struct css_compound {
    GArray *tests;
    char tie; /* to the one before it: ' ', '>', '+' or '~' */
};

/* What a rule is said of: compounds, the element itself last. */
struct css_selector {
    GArray *compounds;
    enum html_place place;
    bool of_class;   /* it asks for one class alone */
    unsigned weight; /* the heavier of two holds */
    unsigned key;    /* a name that the element has; 0: any element may fit */
    uint64_t above[CSS_WORDS];
};

/* False: it is of nothing that has words here. What it asks for and nobody here knows, may be. */
bool css_read_selector(struct css_selector *selector, const char *text, GHashTable *names);
void css_clear_selector(struct css_selector *selector);

/* Where selectors look for what is about an element, and how much more they may look at; owned by
 * the rules. */
struct css_page {
    GPtrArray *elements;
    unsigned left;
};

enum css_truth css_fits(struct css_page *page, const struct css_selector *selector,
                        const struct css_element *element);

/* What a rule says: each property, in small letters, with its value as written. */
struct css_declaration {
    char *name, *value;
    bool important;
};

/* Of struct css_declaration; `all`: also those that mean nothing here. */
GArray *css_declarations(const char *body, bool all);

/* It names a value for others ("--dose"). */
static inline bool css_is_named(const struct css_declaration *declaration)
{
    return g_str_has_prefix(declaration->name, "--");
}

/* Values that are named where a style is read: by itself and, nearest first, by what is around. */
struct css_values {
    GHashTable *own; /* NULL as a value: none, whatever is around; NULL: it names none */
    const struct css_element *around;
};

/* The names of all that anything with a meaning uses, also in the styles of the page's elements;
 * owned by the caller. `bodies`: of struct css_body. */
GHashTable *css_used_values(const GPtrArray *bodies, const xmlNode *root);

void css_name_value(struct css_values *values, const char *name, const char *value);

/* Once all are named: what each stands for. */
void css_settle_values(const struct css_values *values);

/* What a value stands for; owned by the caller; NULL: it uses one that nothing names. */
char *css_resolve(const char *value, const struct css_values *values);

/* As "name:value;" each; owned by the caller. */
char *css_write(const GArray *declarations);

struct css_rule {
    struct css_selector selector;
    struct css_body *body;
    unsigned layer, order;
    enum css_truth truth;
};

struct css_body {
    GArray *declarations;
    bool names; /* it names values for others */
    bool told;  /* it was listed that nobody here can tell what it is said of */
};

/* A rule that fits, or may. */
struct css_match {
    struct css_rule *rule;
    enum css_truth truth;
};

struct css_rules;

struct css_rules *css_new_rules(void);
void css_free_rules(struct css_rules *rules);
void css_add_sheet(struct css_rules *rules, const char *sheet);

/* Once all sheets are read, and before css_find: learns of the page's elements. */
void css_enter(struct css_rules *rules, xmlNode *root);

/* What fits the element goes to `found`, of struct css_match, in the order in which it holds. */
void css_find(struct css_rules *rules, const xmlNode *node, GArray *found);

/* What holds of an element, or of what is added before or behind it, as "name:value;" each. */
struct css_look {
    char *own;      /* of its own style, whole where nothing in it gives way; NULL: it has none */
    char *sheets;   /* of the rest, by all that fits */
    char *of_class; /* of that, by rules for one class alone */
    bool unsure;    /* and a value that nothing names */
};

/* `own`: its own style, or NULL, which holds against all that is not important; the values that it
 * names go to `values`. */
struct css_look css_settle(const GArray *found, enum html_place place, const char *own,
                           struct css_values *values);
void css_clear_look(struct css_look *look);

/* What sheets count, owned by the caller. css_count: at each element that is there, in order, what
 * its style says; css_count_added: what that of words added to it says. */
GArray *css_new_counters(void);
void css_count(GArray *counters, const struct css_element *element, const char *style);
void css_count_added(GArray *counters, const struct css_element *element, const char *style);

/* Adds the number of "counter(arguments)", or, `all`, those of "counters(arguments)"; false: it is
 * not known. */
bool css_add_counted(GString *words, GArray *counters, const char *arguments, bool all);

/* Words that sheets add before or behind the element become words of it, or are listed; true:
 * nobody here can tell them all. css_list_added: those of a style that may be its;
 * css_add_item_sign: words in place of an item's sign, by its style. */
bool css_add_words(struct source *source, const GArray *found, xmlNode *node, GArray *counters);
void css_list_added(struct source *source, const char *style, const xmlNode *node);
void css_add_item_sign(xmlNode *node);

/* What is to be said of a sign that the style draws at the element's words, by a picture or a font
 * of signs; static; NULL: nothing. css_mark_sign: the element's own style, for where it is read. */
const char *css_why_sign(const char *style, const char *words, const xmlNode *node);
void css_mark_sign(xmlNode *node, const char *style);

#endif

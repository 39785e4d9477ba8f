/*
 * The key is all that lines depend on but their column: the words, what their attributes are made
 * of and the way of breaking. Awkward: whatever paragraph.c, breaking.c, keeping.c or isolates.c
 * come to depend on must be told here, too. Sizes are not: texts are shaped in one size
 * (SHAPING_EM), and columns are measured in its units. What stands on a page depends on the column
 * and the size.
 */
#include "layout/broken.h"

#include <string.h>

/* Bytes of text that are remembered, at 70 of memory each (peak of a standard handout of 240 KB in
 * English, 126 pages, with and without). What goes beyond is set anew each time. */
#define MOST (2 * 1024 * 1024)

/* The same of texts as they are shaped and as galleys, which take more; most articles are shorter.
 */
#define MOST_SHAPED (64 * 1024)

/* Bytes of text that are kept from desk to desk, at the same: those of a clinic that has all
 * formats in some languages. */
#define MOST_KEPT (64 * 1024)

/* Texts that were met once: those of a few hundred articles. */
#define MOST_MET (16 * 1024)

/* Columns that a text is remembered in; the oldest gives way. Products differ in size, and try a
 * few widths. */
enum { MOST_COLUMNS = 16 };

struct broken {
    GHashTable *texts; /* struct known, by its key; owned */
    GByteArray *key;   /* of the text that is looked for */
    size_t bytes;      /* of all that is remembered at the desks that are open */
    size_t bytes_shaped, bytes_galleys;
    guint desks;     /* that are open */
    GHashTable *met; /* hashes of texts that only one desk has had */
};

struct known {
    guint hash; /* of the key */
    size_t key_length;
    guint8 *key;           /* owned, but while it is looked for */
    size_t length;         /* [bytes] of the text */
    bool kept;             /* from desk to desk */
    struct shaped *shaped; /* counted; NULL: not known */
    GArray *pieces;        /* the same */
    GArray *chosen;        /* of struct chosen: its lines, by column */
    GArray *galleys;       /* of struct in_column */
    guint oldest;          /* of the galleys, when there are as many as may be */
};

struct chosen {
    int width;           /* of the column [Pango units] */
    struct lines *lines; /* counted */
    enum mess mess;
};

struct in_column {
    struct column_key column;
    struct galley *galley; /* counted */
};

static void chosen_clear(gpointer data)
{
    lines_unref(((struct chosen *)data)->lines);
}

static void in_column_clear(gpointer data)
{
    galley_unref(((struct in_column *)data)->galley);
}

static struct known *known_new(const struct known *asked)
{
    struct known *known = g_new0(struct known, 1);
    known->hash = asked->hash;
    known->key_length = asked->key_length;
    known->key = g_memdup2(asked->key, asked->key_length);
    known->length = asked->length;
    known->chosen = g_array_new(FALSE, FALSE, sizeof(struct chosen));
    g_array_set_clear_func(known->chosen, chosen_clear);
    known->galleys = g_array_new(FALSE, FALSE, sizeof(struct in_column));
    g_array_set_clear_func(known->galleys, in_column_clear);
    return known;
}

static void known_free(gpointer data)
{
    struct known *known = data;
    g_clear_pointer(&known->shaped, shaped_unref);
    g_clear_pointer(&known->pieces, g_array_unref);
    g_array_unref(known->chosen);
    g_array_unref(known->galleys);
    g_free(known->key);
    g_free(known);
}

static guint known_hash(gconstpointer known)
{
    return ((const struct known *)known)->hash;
}

static gboolean known_equal(gconstpointer one, gconstpointer other)
{
    const struct known *a = one, *b = other;
    return a->hash == b->hash && a->key_length == b->key_length &&
           memcmp(a->key, b->key, a->key_length) == 0;
}

static struct broken *broken_new(void)
{
    struct broken *broken = g_new0(struct broken, 1);
    broken->texts = g_hash_table_new_full(known_hash, known_equal, known_free, NULL);
    broken->key = g_byte_array_new();
    broken->met = g_hash_table_new(NULL, NULL);
    return broken;
}

static void broken_free(gpointer data)
{
    struct broken *broken = data;
    g_hash_table_unref(broken->texts);
    g_byte_array_unref(broken->key);
    g_hash_table_unref(broken->met);
    g_free(broken);
}

struct broken *broken_open(struct fonts *fonts)
{
    gpointer *place = fonts_texts(fonts, broken_free);
    if (!*place)
        *place = broken_new();
    struct broken *broken = *place;
    broken->desks++;
    return broken;
}

/* Whether it is kept when the last desk is closed: it has been met before. */
static bool stays(struct broken *broken, struct known *known)
{
    gpointer hash = GUINT_TO_POINTER(known->hash);
    known->kept = known->kept || g_hash_table_contains(broken->met, hash);
    if (known->kept)
        return true;
    if (g_hash_table_size(broken->met) >= MOST_MET)
        g_hash_table_remove_all(broken->met);
    g_hash_table_add(broken->met, hash);
    return false;
}

/* Forgets the lines, which hold a desk's own context. Returns the bytes of what is left. */
static size_t tidy(struct known *known)
{
    g_array_set_size(known->chosen, 0);
    return known->length * (known->galleys->len + (known->shaped ? 1 : 0));
}

void broken_close(struct broken *broken)
{
    GHashTableIter texts;
    gpointer known;
    size_t kept = 0;
    if (--broken->desks > 0)
        return;
    g_hash_table_iter_init(&texts, broken->texts);
    while (g_hash_table_iter_next(&texts, &known, NULL)) {
        if (stays(broken, known))
            kept += tidy(known);
        else
            g_hash_table_iter_remove(&texts);
    }
    if (kept > MOST_KEPT)
        g_hash_table_remove_all(broken->texts); /* what is met again is kept again */
    broken->bytes = broken->bytes_shaped = broken->bytes_galleys = 0;
}

/* What a text's lines depend on beside its spans. */
struct ways {
    const struct break_costs *breaks;
    double script_ratio, tracking;
    guint labels; /* which tell what is a fact */
    guint spans;
    guint8 kind, breaking, parting;
    bool bold, rtl, goes_on, as_document, leave_references, gaps;
};

/* The same of a span. */
struct manner {
    gint8 raise;
    guint8 turned;  /* enum direction */
    bool turned_on; /* by the same turn of the author's as the span before it */
    bool strong, code, small, whole, isolated, note;
};

/* With the zero at its end, so that what follows is told from it. */
static void add_words(GByteArray *key, const char *words)
{
    g_byte_array_append(key, (const guint8 *)words, (guint)strlen(words) + 1);
}

static void add_span(GByteArray *key, const struct span *span, const struct element *before)
{
    const struct element *turned = element_turned(span->element);
    const char *lang = element_lang(span->element);
    struct manner manner = {.raise = (gint8)span->raise,
                            .turned = turned ? (guint8)turned->as.span.direction : 0,
                            .turned_on = turned && turned == before,
                            .strong = span->strong,
                            .code = span->code,
                            .small = span->small,
                            .whole = span->whole,
                            .isolated = span->isolated,
                            .note = element_note(span->element) != NULL};
    g_byte_array_append(key, (const guint8 *)&manner, sizeof manner);
    add_words(key, lang ? lang : "");
    add_words(key, span->text);
}

static void add_ways(GByteArray *key, const struct setter *setter, enum text_kind kind,
                     const struct ways *given)
{
    const struct profile *profile = setter->profile;
    const struct document *document = setter->document;
    struct ways ways;
    memset(&ways, 0, sizeof ways); /* its gaps are compared, too */
    ways.breaks = profile->trim->breaks;
    ways.script_ratio = profile->script_ratio;
    ways.tracking = setter->tracking;
    ways.labels = document->labels ? labels_number(document->labels) : 0;
    ways.spans = given->spans;
    ways.kind = (guint8)kind;
    ways.breaking = (guint8)profile->breaking[kind];
    ways.parting = (guint8)setter->parting;
    ways.bold = profile->looks[kind].bold;
    ways.rtl = document->rtl;
    ways.goes_on = given->goes_on;
    ways.as_document = given->as_document;
    ways.leave_references = setter->leave_references;
    ways.gaps = setter->gaps != NULL;
    g_byte_array_append(key, (const guint8 *)&ways, sizeof ways);
    add_words(key, document->lang ? document->lang : "");
}

/* FNV-1a, of eight bytes at a time. */
static guint hash_of(const guint8 *bytes, size_t length)
{
    guint64 hash = 0xcbf29ce484222325, word;
    for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word) {
        memcpy(&word, bytes, sizeof word);
        hash = (hash ^ word) * 0x100000001b3;
        hash ^= hash >> 32;
    }
    for (; length > 0; bytes++, length--)
        hash = (hash ^ *bytes) * 0x100000001b3;
    return (guint)(hash ^ hash >> 32);
}

/* Lent until the next text is looked for. */
static struct known asked(const struct setter *setter, const GPtrArray *spans, enum text_kind kind,
                          const struct ways *given)
{
    GByteArray *key = setter->broken->key;
    const struct element *turned = NULL;
    size_t length = 0;
    g_byte_array_set_size(key, 0);
    add_ways(key, setter, kind, given);
    for (guint i = 0; i < spans->len; i++) {
        const struct span *span = spans->pdata[i];
        add_span(key, span, turned);
        turned = element_turned(span->element);
        length += strlen(span->text);
    }
    return (struct known){.hash = hash_of(key->data, key->len),
                          .key_length = key->len,
                          .key = key->data,
                          .length = length};
}

static bool has_room(const struct broken *broken, const struct known *known)
{
    return broken->bytes + known->length <= MOST;
}

struct known *broken_known(const struct setter *setter, const GPtrArray *spans, enum text_kind kind,
                           bool goes_on, bool as_document)
{
    struct broken *broken = setter->broken;
    const struct ways given = {.spans = spans->len, .goes_on = goes_on, .as_document = as_document};
    const struct known text = asked(setter, spans, kind, &given);
    struct known *known = g_hash_table_lookup(broken->texts, &text);
    if (!known && has_room(broken, &text)) {
        known = known_new(&text);
        g_hash_table_add(broken->texts, known);
    }
    return known;
}

struct galley *broken_find_galley(const struct known *known, const struct column_key *column)
{
    for (guint i = 0; known && i < known->galleys->len; i++) {
        const struct in_column *in = &g_array_index(known->galleys, struct in_column, i);
        if (in->column.width == column->width && in->column.size == column->size &&
            in->column.alignment == column->alignment)
            return galley_ref(in->galley);
    }
    return NULL;
}

void broken_remember_galley(struct broken *broken, struct known *known,
                            const struct column_key *column, struct galley *galley)
{
    struct in_column in = {*column, galley};
    if (!known || galley->flawed || broken->bytes_galleys + known->length > MOST_SHAPED)
        return;
    galley_ref(galley);
    if (known->galleys->len < MOST_COLUMNS) {
        g_array_append_val(known->galleys, in);
        broken->bytes_galleys += known->length;
        return;
    }
    struct in_column *old = &g_array_index(known->galleys, struct in_column, known->oldest);
    known->oldest = (known->oldest + 1) % MOST_COLUMNS;
    galley_unref(old->galley);
    *old = in;
}

struct lines *broken_find_lines(struct paragraph *p, int width)
{
    const struct known *known = p->known;
    for (guint i = 0; known && i < known->chosen->len; i++) {
        const struct chosen *chosen = &g_array_index(known->chosen, struct chosen, i);
        if (chosen->width != width)
            continue;
        p->mess = chosen->mess;
        return lines_ref(chosen->lines);
    }
    return NULL;
}

void broken_remember_lines(struct paragraph *p, int width, struct lines *lines)
{
    struct known *known = p->known;
    if (!known || !has_room(p->setter->broken, known))
        return;
    struct chosen chosen = {width, lines_ref(lines), p->mess};
    g_array_append_val(known->chosen, chosen);
    p->setter->broken->bytes += known->length;
}

struct shaped *broken_find_shaped(struct paragraph *p)
{
    return p->known && p->known->shaped ? shaped_ref(p->known->shaped) : NULL;
}

void broken_remember_shaped(struct paragraph *p, struct shaped *shaped)
{
    struct broken *broken = p->setter->broken;
    struct known *known = p->known;
    if (!known || broken->bytes_shaped + known->length > MOST_SHAPED)
        return;
    broken->bytes_shaped += known->length;
    known->shaped = shaped_ref(shaped);
}

GArray *broken_find_pieces(const struct known *known)
{
    return known && known->pieces ? g_array_ref(known->pieces) : NULL;
}

void broken_remember_pieces(struct broken *broken, struct known *known, GArray *pieces)
{
    if (!known || !has_room(broken, known))
        return;
    known->pieces = g_array_ref(pieces);
    broken->bytes += known->length;
}

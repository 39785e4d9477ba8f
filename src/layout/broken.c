/*
 * The key is all that lines depend on but their column: the words, what their attributes are made
 * of and the way of breaking. Awkward: whatever paragraph.c, breaking.c, keeping.c or isolates.c
 * come to depend on must be told here, too. Sizes are not: texts are shaped in one size
 * (SHAPING_EM), and columns are measured in its units. What stands on a page depends on the column
 * and the size.
 */
#include "layout/broken.h"

#include "base/ahead.h"

#include <string.h>

/* Bytes of text that are remembered as galleys, as lines and as pieces, at 60 of memory each;
 * strips show the same letters. What goes beyond is set anew each time. */
#define MOST (2 * 1024 * 1024)

/* The same of texts as they are shaped, which serve other columns alone; most articles are shorter.
 */
#define MOST_SHAPED (64 * 1024)

/* Bytes of text that are kept from desk to desk: those of a clinic that has all formats in some
 * languages. */
#define MOST_KEPT (64 * 1024)

/* Texts that were met once: those of a few hundred articles. */
#define MOST_MET (16 * 1024)

/* Columns that a text is remembered in; the oldest gives way. Products differ in size, and try a
 * few widths. */
enum { MOST_COLUMNS = 16 };

struct broken {
    GHashTable *texts; /* struct known, by its key */
    GPtrArray
        *in_order;   /* the same as they came, owned: what was taken from the heap side by side is
                        given back so, too, which is a third of the work where there is much */
    GByteArray *key; /* of the text that is looked for */
    size_t bytes;    /* of what is remembered as lines or pieces at the desks that are open */
    size_t bytes_shaped, bytes_galleys; /* the same */
    guint desks;                        /* that are open */
    GHashTable *met;                    /* hashes of texts that only one desk has had */
};

struct known {
    guint hash; /* of the key */
    size_t key_length;
    const guint8 *key;         /* behind it, but while it is looked for */
    size_t length;             /* [bytes] of the text */
    bool kept;                 /* from desk to desk */
    struct shaped *shaped;     /* counted; NULL: not known */
    GArray *pieces;            /* the same */
    struct chosen *chosen;     /* its lines, by column, the newest first */
    struct in_column *galleys; /* the same */
    guint n_galleys;
};

struct chosen {
    struct chosen *next;
    int width;           /* of the column [Pango units] */
    struct lines *lines; /* counted */
    enum mess mess;
};

struct in_column {
    struct in_column *next;
    struct column_key column;
    struct galley *galley; /* counted */
};

static void free_chosen(struct chosen *chosen)
{
    while (chosen) {
        struct chosen *next = chosen->next;
        lines_unref(chosen->lines);
        g_free(chosen);
        chosen = next;
    }
}

static void free_galleys(struct in_column *in)
{
    while (in) {
        struct in_column *next = in->next;
        galley_unref(in->galley);
        g_free(in);
        in = next;
    }
}

static struct known *known_new(const struct known *asked)
{
    struct known *known = g_malloc(sizeof *known + asked->key_length);
    *known = (struct known){.hash = asked->hash,
                            .key_length = asked->key_length,
                            .key = memcpy(known + 1, asked->key, asked->key_length),
                            .length = asked->length};
    return known;
}

static void known_free(gpointer data)
{
    struct known *known = data;
    g_clear_pointer(&known->shaped, shaped_unref);
    g_clear_pointer(&known->pieces, g_array_unref);
    free_chosen(known->chosen);
    free_galleys(known->galleys);
    g_free(known);
}

static guint known_hash(gconstpointer known)
{
    return ((const struct known *)known)->hash;
}

static gboolean known_equal(gconstpointer one, gconstpointer other)
{
    const struct known *a = one, *b = other;
    return a == b || (a->hash == b->hash && a->key_length == b->key_length &&
                      memcmp(a->key, b->key, a->key_length) == 0);
}

static struct broken *broken_new(void)
{
    struct broken *broken = g_new0(struct broken, 1);
    broken->texts = g_hash_table_new(known_hash, known_equal);
    broken->in_order = g_ptr_array_new_with_free_func(known_free);
    broken->key = g_byte_array_new();
    broken->met = g_hash_table_new(NULL, NULL);
    return broken;
}

static void broken_free(gpointer data)
{
    struct broken *broken = data;
    g_hash_table_unref(broken->texts);
    g_ptr_array_unref(broken->in_order);
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
    free_chosen(g_steal_pointer(&known->chosen));
    return known->length * (known->n_galleys + (known->shaped ? 1 : 0));
}

static void forget_all(struct broken *broken)
{
    g_hash_table_remove_all(broken->texts);
    g_ptr_array_set_size(broken->in_order, 0);
}

/* Returns the bytes of what is left. */
static size_t forget_new(struct broken *broken)
{
    enum { SOON = AHEAD_TURNS / 2 };
    GPtrArray *texts = broken->in_order;
    guint left = 0;
    size_t kept = 0;
    for (guint i = 0; i < texts->len; i++) {
        struct known *known = texts->pdata[i];
        texts->pdata[i] = NULL;
        ahead_ask(texts, i);
        if (i + SOON < texts->len)
            __builtin_prefetch(((const struct known *)texts->pdata[i + SOON])->galleys);
        if (stays(broken, known)) {
            kept += tidy(known);
            texts->pdata[left++] = known;
        } else {
            g_hash_table_remove(broken->texts, known);
            known_free(known);
        }
    }
    g_ptr_array_set_free_func(texts, NULL);
    g_ptr_array_set_size(texts, (gint)left);
    g_ptr_array_set_free_func(texts, known_free);
    return kept;
}

void broken_close(struct broken *broken)
{
    if (--broken->desks > 0)
        return;
    if (forget_new(broken) > MOST_KEPT)
        forget_all(broken); /* what is met again is kept again */
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

static bool has_room(size_t taken, const struct known *known)
{
    return taken + known->length <= MOST;
}

struct known *broken_known(const struct setter *setter, const GPtrArray *spans, enum text_kind kind,
                           bool goes_on, bool as_document)
{
    struct broken *broken = setter->broken;
    const struct ways given = {.spans = spans->len, .goes_on = goes_on, .as_document = as_document};
    const struct known text = asked(setter, spans, kind, &given);
    struct known *known = g_hash_table_lookup(broken->texts, &text);
    if (!known && has_room(MAX(broken->bytes, broken->bytes_galleys), &text)) {
        known = known_new(&text);
        g_hash_table_add(broken->texts, known);
        g_ptr_array_add(broken->in_order, known);
    }
    return known;
}

struct galley *broken_find_galley(const struct known *known, const struct column_key *column)
{
    for (const struct in_column *in = known ? known->galleys : NULL; in; in = in->next)
        if (in->column.width == column->width && in->column.size == column->size &&
            in->column.alignment == column->alignment)
            return galley_ref(in->galley);
    return NULL;
}

static void forget_oldest(struct known *known)
{
    struct in_column **last = &known->galleys;
    while ((*last)->next)
        last = &(*last)->next;
    free_galleys(g_steal_pointer(last));
    known->n_galleys--;
}

void broken_remember_galley(struct broken *broken, struct known *known,
                            const struct column_key *column, struct galley *galley)
{
    if (!known || galley->flawed || !has_room(broken->bytes_galleys, known))
        return;
    struct in_column *in = g_new(struct in_column, 1);
    *in = (struct in_column){known->galleys, *column, galley_ref(galley)};
    known->galleys = in;
    if (++known->n_galleys > MOST_COLUMNS)
        forget_oldest(known);
    else
        broken->bytes_galleys += known->length;
}

struct lines *broken_find_lines(struct paragraph *p, int width)
{
    for (struct chosen *chosen = p->known ? p->known->chosen : NULL; chosen;
         chosen = chosen->next) {
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
    if (!known || !p->goes_on || !has_room(p->setter->broken->bytes, known))
        return;
    struct chosen *chosen = g_new(struct chosen, 1);
    *chosen = (struct chosen){known->chosen, width, lines_ref(lines), p->mess};
    known->chosen = chosen;
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
    if (!known || !has_room(broken->bytes, known))
        return;
    known->pieces = g_array_ref(pieces);
    broken->bytes += known->length;
}

/*
 * Of a finding there are two numbers, that of its file's path (base/intern.h) and that of what is
 * said.
 */
#include "base/findings.h"

#include "base/intern.h"
#include "base/rows.h"
#include "base/slots.h"

#include <string.h>

/* What may be said of several files. */
struct said {
    enum rule rule;
    int line, col;
    char *message; /* lent by `words` */
};

struct found {
    guint32 path;
    guint32 said;
};

struct findings {
    struct rows list; /* of struct found */
    struct slots listed;
    struct rows all_said; /* of struct said */
    struct slots said;
    GStringChunk *words; /* each once */
};

struct findings *findings_new(void)
{
    struct findings *findings = g_new0(struct findings, 1);
    findings->list.size = sizeof(struct found);
    findings->all_said.size = sizeof(struct said);
    findings->words = g_string_chunk_new(1024);
    return findings;
}

void findings_free(struct findings *findings)
{
    rows_clear(&findings->list);
    slots_clear(&findings->listed);
    rows_clear(&findings->all_said);
    slots_clear(&findings->said);
    g_string_chunk_free(findings->words);
    g_free(findings);
}

guint findings_count(const struct findings *findings)
{
    return findings->list.count;
}

struct finding findings_at(const struct findings *findings, guint index)
{
    const struct found *found = rows_at(&findings->list, index);
    const struct said *said = rows_at(&findings->all_said, found->said);
    return (struct finding){
        .rule = said->rule,
        .pos = {.path = intern_text(found->path), .line = said->line, .col = said->col},
        .message = said->message};
}

static guint hash_found(const struct found *found)
{
    return found->path ^ found->said * 0x9E3779B1u;
}

static guint hash_of_found(const void *user, guint number)
{
    const struct findings *findings = user;
    return hash_found(rows_at(&findings->list, number));
}

static bool is_found(const void *user, guint number, const void *key)
{
    const struct findings *findings = user;
    const struct found *one = rows_at(&findings->list, number), *other = key;
    return one->path == other->path && one->said == other->said;
}

static guint hash_said(const struct said *said)
{
    return g_str_hash(said->message) ^ (guint)said->rule << 24 ^ (guint)said->line << 8 ^
           (guint)said->col;
}

static guint hash_of_said(const void *user, guint number)
{
    const struct findings *findings = user;
    return hash_said(rows_at(&findings->all_said, number));
}

static bool is_said(const void *user, guint number, const void *key)
{
    const struct findings *findings = user;
    const struct said *one = rows_at(&findings->all_said, number), *other = key;
    return one->rule == other->rule && one->line == other->line && one->col == other->col &&
           strcmp(one->message, other->message) == 0;
}

/* The number of what is said there, which is kept. */
static guint number_said(struct findings *findings, const struct finding *finding)
{
    const struct slots_owner owner = {hash_of_said, is_said, findings};
    struct said said = {finding->rule, finding->pos.line, finding->pos.col, finding->message};
    guint number = slots_find(&findings->said, hash_said(&said), &said, &owner);
    if (number != SLOTS_NONE)
        return number;
    said.message = g_string_chunk_insert_const(findings->words, finding->message);
    number = rows_add(&findings->all_said, &said);
    slots_add(&findings->said, number, &owner);
    return number;
}

bool findings_add(struct findings *findings, const struct finding *finding)
{
    const struct slots_owner owner = {hash_of_found, is_found, findings};
    const struct found found = {intern_number(finding->pos.path), number_said(findings, finding)};
    if (slots_find(&findings->listed, hash_found(&found), &found, &owner) != SLOTS_NONE)
        return false;
    slots_add(&findings->listed, rows_add(&findings->list, &found), &owner);
    return true;
}

/* Numbers of others change with it. */
void findings_remove(struct findings *findings, guint index)
{
    const struct slots_owner owner = {hash_of_found, is_found, findings};
    const struct found last =
        *(const struct found *)rows_at(&findings->list, findings->list.count - 1);
    *(struct found *)rows_at(&findings->list, index) = last;
    rows_cut(&findings->list, findings->list.count - 1);
    slots_clear(&findings->listed);
    for (guint i = 0; i < findings->list.count; i++)
        slots_add(&findings->listed, i, &owner);
}

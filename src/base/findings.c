/*
 * What is said of a file is a chain, from the last to the first. Files of which the same was said
 * in the same order share it: a link is known by what it says and by the one before it. A file of
 * which something is taken back has a chain of its own from then on, as others may hold on to the
 * shared one.
 */
#include "base/findings.h"

#include "base/rows.h"
#include "base/slots.h"

#include <string.h>

/* What may be said of several files. */
struct said {
    enum rule rule;
    int line, col;
    guint32 file;  /* 1 + the file of which it was said last and is still; 0: it is not known */
    char *message; /* lent by `words` */
};

struct link {
    guint32 said;
    guint32 before; /* 1 + the link before; 0: it is the first */
};

struct file {
    guint32 path[2];   /* as base/paths.h numbers it: the halves, in no more room than they need */
    guint32 last : 31; /* 1 + its last link; 0: there is none */
    guint32 own : 1;   /* its links are no other's */
};

struct findings {
    struct rows said, links, files;
    struct slots known_said, known_links, known_files; /* links: those that are shared */
    GStringChunk *words;                               /* each once */
};

struct findings *findings_new(void)
{
    struct findings *findings = g_new0(struct findings, 1);
    findings->said.size = sizeof(struct said);
    findings->links.size = sizeof(struct link);
    findings->files.size = sizeof(struct file);
    findings->words = g_string_chunk_new(1024);
    return findings;
}

void findings_free(struct findings *findings)
{
    rows_clear(&findings->said);
    rows_clear(&findings->links);
    rows_clear(&findings->files);
    slots_clear(&findings->known_said);
    slots_clear(&findings->known_links);
    slots_clear(&findings->known_files);
    g_string_chunk_free(findings->words);
    g_free(findings);
}

static struct said *said_at(const struct findings *findings, guint number)
{
    return rows_at(&findings->said, number);
}

static struct link *link_at(const struct findings *findings, guint number)
{
    return rows_at(&findings->links, number);
}

static struct file *file_at(const struct findings *findings, guint number)
{
    return rows_at(&findings->files, number);
}

static guint hash_said(const struct said *said)
{
    return g_str_hash(said->message) ^ (guint)said->rule << 24 ^ (guint)said->line << 8 ^
           (guint)said->col;
}

static guint hash_of_said(const void *findings, guint number)
{
    return hash_said(said_at(findings, number));
}

static bool is_said(const void *findings, guint number, const void *key)
{
    const struct said *one = said_at(findings, number), *other = key;
    return one->rule == other->rule && one->line == other->line && one->col == other->col &&
           strcmp(one->message, other->message) == 0;
}

static guint hash_link(const struct link *link)
{
    return link->said ^ link->before * 0x9E3779B1u;
}

static guint hash_of_link(const void *findings, guint number)
{
    return hash_link(link_at(findings, number));
}

static bool is_link(const void *findings, guint number, const void *key)
{
    const struct link *one = link_at(findings, number), *other = key;
    return one->said == other->said && one->before == other->before;
}

static guint64 path_of(const struct file *file)
{
    return (guint64)file->path[1] << 32 | file->path[0];
}

static guint hash_path(guint64 path)
{
    return (guint)(path ^ path >> 32);
}

static guint hash_of_file(const void *findings, guint number)
{
    return hash_path(path_of(file_at(findings, number)));
}

static bool is_file(const void *findings, guint number, const void *key)
{
    return path_of(file_at(findings, number)) == *(const guint64 *)key;
}

/* SLOTS_NONE: it was never said. */
static guint find_said(const struct findings *findings, const struct finding *finding)
{
    const struct slots_owner owner = {hash_of_said, is_said, findings};
    const struct said said = {finding->rule, finding->pos.line, finding->pos.col, 0,
                              finding->message};
    return slots_find(&findings->known_said, hash_said(&said), &said, &owner);
}

static guint add_said(struct findings *findings, const struct finding *finding)
{
    const struct slots_owner owner = {hash_of_said, is_said, findings};
    const struct said said = {finding->rule, finding->pos.line, finding->pos.col, 0,
                              g_string_chunk_insert_const(findings->words, finding->message)};
    guint number = rows_add(&findings->said, &said);
    slots_add(&findings->known_said, number, &owner);
    return number;
}

/* SLOTS_NONE: nothing was said of it. */
static guint find_file(const struct findings *findings, guint64 path)
{
    const struct slots_owner owner = {hash_of_file, is_file, findings};
    return slots_find(&findings->known_files, hash_path(path), &path, &owner);
}

static guint number_file(struct findings *findings, guint64 path)
{
    const struct slots_owner owner = {hash_of_file, is_file, findings};
    guint number = find_file(findings, path);
    if (number != SLOTS_NONE)
        return number;
    number =
        rows_add(&findings->files,
                 &(struct file){.path = {(guint32)(path & G_MAXUINT32), (guint32)(path >> 32)}});
    slots_add(&findings->known_files, number, &owner);
    return number;
}

/* One that says this behind that one, which others may have, too. */
static guint number_link(struct findings *findings, const struct link *link)
{
    const struct slots_owner owner = {hash_of_link, is_link, findings};
    guint number = slots_find(&findings->known_links, hash_link(link), link, &owner);
    if (number != SLOTS_NONE)
        return number;
    number = rows_add(&findings->links, link);
    slots_add(&findings->known_links, number, &owner);
    return number;
}

static bool is_said_of(const struct findings *findings, guint said, guint file)
{
    if (said_at(findings, said)->file == file + 1)
        return true;
    guint32 at = file_at(findings, file)->last;
    while (at > 0 && link_at(findings, at - 1)->said != said)
        at = link_at(findings, at - 1)->before;
    return at > 0;
}

/* What was never said before is said of no file: chains are looked through for the rest alone. */
bool findings_add(struct findings *findings, const struct finding *finding)
{
    guint number = number_file(findings, finding->pos.file);
    guint said = find_said(findings, finding);
    if (said == SLOTS_NONE)
        said = add_said(findings, finding);
    else if (is_said_of(findings, said, number))
        return false;
    struct file *file = file_at(findings, number);
    const struct link link = {said, file->last};
    guint last = file->own ? rows_add(&findings->links, &link) : number_link(findings, &link);
    file->last = (last + 1) & G_MAXINT32;
    said_at(findings, said)->file = number + 1;
    return true;
}

/* A copy of the file's chain, for it alone. */
static void part_from_others(struct findings *findings, struct file *file)
{
    guint32 at = file->last;
    file->own = 1;
    file->last = at > 0 ? (findings->links.count + 1) & G_MAXINT32 : 0;
    while (at > 0) {
        struct link link = *link_at(findings, at - 1);
        at = link.before;
        link.before = at > 0 ? findings->links.count + 2 : 0;
        rows_add(&findings->links, &link);
    }
}

void findings_remove(struct findings *findings, const struct finding *finding)
{
    guint number = find_file(findings, finding->pos.file), said = find_said(findings, finding);
    struct file *file = file_at(findings, number);
    struct link *behind = NULL;
    if (!file->own)
        part_from_others(findings, file);
    guint32 at = file->last;
    for (; link_at(findings, at - 1)->said != said; at = behind->before)
        behind = link_at(findings, at - 1);
    guint32 before = link_at(findings, at - 1)->before;
    if (behind)
        behind->before = before;
    else
        file->last = before & G_MAXINT32;
    if (said_at(findings, said)->file == number + 1)
        said_at(findings, said)->file = 0;
}

static guint32 last_of(const struct findings *findings, guint file)
{
    return file < findings->files.count ? file_at(findings, file)->last : 0;
}

struct findings_walk findings_walk_all(const struct findings *findings)
{
    return (struct findings_walk){0, findings->files.count, last_of(findings, 0)};
}

struct findings_walk findings_walk_file(const struct findings *findings, guint64 path)
{
    guint file = find_file(findings, path);
    if (file == SLOTS_NONE)
        return (struct findings_walk){0};
    return (struct findings_walk){file, file + 1, last_of(findings, file)};
}

bool findings_next(const struct findings *findings, struct findings_walk *walk,
                   struct finding *finding)
{
    while (walk->step == 0 && walk->file < walk->files)
        walk->step = ++walk->file < walk->files ? last_of(findings, walk->file) : 0;
    if (walk->step == 0)
        return false;
    const struct link *link = link_at(findings, walk->step - 1);
    const struct said *said = said_at(findings, link->said);
    *finding = (struct finding){.rule = said->rule,
                                .pos = {.file = path_of(file_at(findings, walk->file)),
                                        .line = said->line,
                                        .col = said->col},
                                .message = said->message};
    walk->step = link->before;
    return true;
}

/*
 * Collects findings from all stages and threads, and prints them in the order of their places.
 * Every finding is made printable when it comes in (one line, valid UTF-8), because messages quote
 * what strangers wrote. Awkward: findings come several times when a document is laid out several
 * times: the first counts.
 */
#include "base/findings.h"
#include "base/paths.h"
#include "base/status.h"

#include <string.h>

struct silence {
    enum rule rule;
    guint64 path; /* as base/paths.h numbers it; 0: everywhere */
};

struct diag {
    bool strict;
    int weights[RULE_COUNT]; /* enum severity, or -1: as the table says */
    GArray *silences;        /* of struct silence */
    unsigned silenced;
    GMutex *mutex; /* behind a pointer, so that readers may lock a const diag */
    struct findings *findings;
    unsigned counts[SEVERITY_COUNT];
};

const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_NOTE:
        return "note";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_ERROR:
        return "error";
    case SEVERITY_COUNT:
        break;
    }
    g_assert_not_reached();
}

struct diag *diag_new(bool strict)
{
    struct diag *diag = g_new0(struct diag, 1);
    diag->strict = strict;
    diag->mutex = g_new(GMutex, 1);
    g_mutex_init(diag->mutex);
    for (int i = 0; i < RULE_COUNT; i++)
        diag->weights[i] = -1;
    diag->silences = g_array_new(FALSE, FALSE, sizeof(struct silence));
    diag->findings = findings_new();
    return diag;
}

struct diag *diag_new_like(const struct diag *other)
{
    struct diag *diag = diag_new(other->strict);
    g_mutex_lock(other->mutex);
    memcpy(diag->weights, other->weights, sizeof diag->weights);
    g_mutex_unlock(other->mutex);
    return diag;
}

void diag_free(struct diag *diag)
{
    if (!diag)
        return;
    findings_free(diag->findings);
    g_array_unref(diag->silences);
    g_mutex_clear(diag->mutex);
    g_free(diag->mutex);
    g_free(diag);
}

bool diag_is_strict(const struct diag *diag)
{
    return diag->strict;
}

/* ASCII without controls, as most messages and all rules are. */
static bool is_plain(const char *text)
{
    while (*text >= ' ' && *text < 0x7F)
        text++;
    return *text == '\0';
}

char *diag_printable(const char *text)
{
    if (is_plain(text))
        return g_strdup(text);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_sized_new(strlen(valid));
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_iscntrl(c))
            g_string_append_c(out, ' ');
        else
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

struct finding *finding_copy(const struct finding *finding)
{
    struct finding *copy = g_memdup2(finding, sizeof *finding);
    copy->message = g_strdup(finding->message);
    return copy;
}

void finding_free(void *data)
{
    struct finding *finding = data;
    g_free(finding->message);
    g_free(finding);
}

/* Whatever strictness makes of it. */
static enum severity own_severity(const struct diag *diag, enum rule rule)
{
    int weight = diag->weights[rule];
    return weight < 0 ? rule_get(rule)->severity : (enum severity)weight;
}

static enum severity effective_severity(const struct diag *diag, enum rule rule)
{
    enum severity severity = own_severity(diag, rule);
    return diag->strict && severity == SEVERITY_WARNING ? SEVERITY_ERROR : severity;
}

static bool silence_covers(const struct silence *silence, const struct finding *f)
{
    return silence->rule == f->rule && (!silence->path || silence->path == f->pos.file);
}

static bool is_silenced(const struct diag *diag, const struct finding *f)
{
    for (unsigned i = 0; i < diag->silences->len; i++)
        if (silence_covers(&g_array_index(diag->silences, struct silence, i), f))
            return true;
    return false;
}

/* Takes a finding off the list. */
static void drop_finding(struct diag *diag, const struct finding *f)
{
    diag->counts[effective_severity(diag, f->rule)]--;
    findings_remove(diag->findings, f);
}

/* Of rules that see one fault (an editor in the words, the setter on the page) the first of a pair
 * is silent where the second, which sees more of it, speaks. */
static const enum rule same_fault[][2] = {
    {RULE_TABLE_WIDTH, RULE_TABLE_SHAPE},
    {RULE_WORD_PARTED, RULE_TITLE_LENGTH},
    {RULE_PLACEHOLDER, RULE_UNFILLED},
};

static bool yields_to(const struct finding *f, const struct finding *other)
{
    for (size_t i = 0; i < G_N_ELEMENTS(same_fault); i++)
        if (f->rule == same_fault[i][0] && other->rule == same_fault[i][1])
            return f->pos.file == other->pos.file && f->pos.line == other->pos.line &&
                   f->pos.col == other->pos.col;
    return false;
}

static bool is_paired(enum rule rule)
{
    for (size_t i = 0; i < G_N_ELEMENTS(same_fault); i++)
        if (rule == same_fault[i][0] || rule == same_fault[i][1])
            return true;
    return false;
}

/* Drops what says the same as `f` less well; true when something says it better. */
static bool is_told(struct diag *diag, const struct finding *f)
{
    if (!is_paired(f->rule))
        return false;
    struct findings_walk walk = findings_walk_file(diag->findings, f->pos.file);
    struct finding other;
    while (findings_next(diag->findings, &walk, &other)) {
        if (yields_to(f, &other))
            return true;
        if (yields_to(&other, f))
            drop_finding(diag, &other);
    }
    return false;
}

static void take_finding(struct diag *diag, const struct finding *f)
{
    g_mutex_lock(diag->mutex);
    if (is_silenced(diag, f))
        diag->silenced++;
    else if (!is_told(diag, f) && findings_add(diag->findings, f))
        diag->counts[effective_severity(diag, f->rule)]++;
    g_mutex_unlock(diag->mutex);
}

void diag_report(struct diag *diag, enum rule rule, struct pos pos, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *raw = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *message = diag_printable(raw);
    take_finding(diag, &(struct finding){.rule = rule, .pos = pos, .message = message});
}

void diag_repeat(struct diag *diag, const struct finding *found)
{
    take_finding(diag, found);
}

void diag_absorb(struct diag *diag, const struct diag *from)
{
    struct findings_walk walk = findings_walk_all(from->findings);
    struct finding finding;
    while (findings_next(from->findings, &walk, &finding))
        take_finding(diag, &finding);
}

static unsigned count_of_rule(const struct diag *diag, enum rule rule)
{
    struct findings_walk walk = findings_walk_all(diag->findings);
    struct finding finding;
    unsigned count = 0;
    while (findings_next(diag->findings, &walk, &finding))
        count += finding.rule == rule;
    return count;
}

void diag_set_severity(struct diag *diag, enum rule rule, enum severity severity)
{
    g_mutex_lock(diag->mutex);
    unsigned count = count_of_rule(diag, rule);
    diag->counts[effective_severity(diag, rule)] -= count;
    diag->weights[rule] = (int)severity;
    diag->counts[effective_severity(diag, rule)] += count;
    g_mutex_unlock(diag->mutex);
}

static bool is_in_force(const struct diag *diag, const struct silence *silence)
{
    for (unsigned i = 0; i < diag->silences->len; i++) {
        const struct silence *other = &g_array_index(diag->silences, struct silence, i);
        if (other->rule == silence->rule && other->path == silence->path)
            return true;
    }
    return false;
}

void diag_silence(struct diag *diag, enum rule rule, guint64 path)
{
    struct silence silence = {rule, path};
    g_mutex_lock(diag->mutex);
    if (!is_in_force(diag, &silence))
        g_array_append_val(diag->silences, silence);
    struct findings_walk walk = findings_walk_all(diag->findings);
    struct finding f;
    while (findings_next(diag->findings, &walk, &f)) {
        if (!silence_covers(&silence, &f))
            continue;
        diag->silenced++;
        drop_finding(diag, &f);
    }
    g_mutex_unlock(diag->mutex);
}

unsigned diag_silenced(const struct diag *diag)
{
    g_mutex_lock(diag->mutex);
    unsigned n = diag->silenced;
    g_mutex_unlock(diag->mutex);
    return n;
}

unsigned diag_count(const struct diag *diag, enum severity severity)
{
    g_mutex_lock(diag->mutex);
    unsigned n = diag->counts[severity];
    g_mutex_unlock(diag->mutex);
    return n;
}

unsigned diag_errors(const struct diag *diag)
{
    return diag_count(diag, SEVERITY_ERROR);
}

unsigned diag_count_rule(const struct diag *diag, enum rule rule)
{
    g_mutex_lock(diag->mutex);
    unsigned count = count_of_rule(diag, rule);
    g_mutex_unlock(diag->mutex);
    return count;
}

/* By whatever weight: what is an error by its own is one in effect. */
static bool has_errors(const struct diag *diag)
{
    return diag->counts[SEVERITY_ERROR] > 0;
}

typedef enum severity severity_of(const struct diag *diag, enum rule rule);

static unsigned count_errors(const struct diag *diag, const char *path, severity_of *weigh)
{
    struct finding f;
    unsigned errors = 0;
    g_mutex_lock(diag->mutex);
    struct findings_walk walk = findings_walk_file(diag->findings, paths_number(path));
    while (has_errors(diag) && findings_next(diag->findings, &walk, &f))
        errors += weigh(diag, f.rule) == SEVERITY_ERROR;
    g_mutex_unlock(diag->mutex);
    return errors;
}

unsigned diag_errors_in(const struct diag *diag, const char *path)
{
    return count_errors(diag, path, effective_severity);
}

static bool is_among(enum rule rule, const enum rule *rules, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (rules[i] == rule)
            return true;
    return false;
}

unsigned diag_faults_beside(const struct diag *diag, const char *path, const enum rule *rules,
                            size_t n)
{
    struct finding f;
    unsigned errors = 0;
    g_mutex_lock(diag->mutex);
    struct findings_walk walk = findings_walk_file(diag->findings, paths_number(path));
    while (has_errors(diag) && findings_next(diag->findings, &walk, &f))
        errors += rule_get(f.rule)->severity == SEVERITY_ERROR &&
                  own_severity(diag, f.rule) == SEVERITY_ERROR && !is_among(f.rule, rules, n);
    g_mutex_unlock(diag->mutex);
    return errors;
}

unsigned diag_faults_in(const struct diag *diag, const char *path)
{
    return count_errors(diag, path, own_severity);
}

/* In the order of the alphabet; of products, which end at a colon, "booklet" before
 * "booklet-reading". */
static int compare_messages(const char *one, const char *other)
{
    while (*one && *one == *other)
        one++, other++;
    if (*one == ':' || *other == ':')
        return (*other == ':') - (*one == ':');
    return (unsigned char)*one - (unsigned char)*other;
}

/* A total order, so that the report does not depend on which thread spoke first. */
static int finding_compare(gconstpointer a, gconstpointer b)
{
    const struct finding *x = *(struct finding *const *)a, *y = *(struct finding *const *)b;
    int order = paths_compare(x->pos.file, y->pos.file);
    if (order == 0)
        order = x->pos.line - y->pos.line;
    if (order == 0)
        order = x->pos.col - y->pos.col;
    if (order == 0)
        order = (int)y->severity - (int)x->severity;
    if (order == 0)
        order = compare_messages(x->message, y->message);
    return order ? order : (int)x->rule - (int)y->rule;
}

GPtrArray *diag_findings(const struct diag *diag)
{
    g_mutex_lock(diag->mutex);
    GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
    struct findings_walk walk = findings_walk_all(diag->findings);
    struct finding f;
    while (findings_next(diag->findings, &walk, &f)) {
        f.severity = effective_severity(diag, f.rule);
        g_ptr_array_add(list, g_memdup2(&f, sizeof f));
    }
    g_mutex_unlock(diag->mutex);
    g_ptr_array_sort(list, finding_compare);
    return list;
}

int diag_exit_status(const struct diag *diag)
{
    int status = STATUS_OK;
    g_mutex_lock(diag->mutex);
    struct findings_walk walk = findings_walk_all(diag->findings);
    struct finding f;
    while (status < STATUS_ENVIRONMENT && findings_next(diag->findings, &walk, &f))
        if (effective_severity(diag, f.rule) == SEVERITY_ERROR)
            status =
                rule_get(f.rule)->fault == FAULT_ENVIRONMENT ? STATUS_ENVIRONMENT : STATUS_CONTENT;
    g_mutex_unlock(diag->mutex);
    return status;
}

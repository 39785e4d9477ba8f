/*
 * Prints findings: all of them, a line each; or as a busy person reads them, where what is said of
 * several products is one line, as is why several products of an article are left out, and what is
 * said again and again in one file, or of many files, is counted.
 */
#include "base/diag.h"
#include "base/paths.h"

#include "base/json.h"

#include <string.h>

/* So many findings of one rule in one file show what it is about, as do so many files. */
#define ENOUGH 3

static void print_place(struct pos pos, GString *out)
{
    g_autofree char *raw = paths_text(pos.file);
    if (!raw)
        return;
    g_autofree char *path = diag_printable(raw);
    g_string_append(out, path);
    if (pos.line > 0 && pos.col > 0)
        g_string_append_printf(out, ":%d:%d", pos.line, pos.col);
    else if (pos.line > 0)
        g_string_append_printf(out, ":%d", pos.line);
    g_string_append(out, ": ");
}

static void print_finding(const struct finding *f, const char *products, const char *message,
                          GString *out)
{
    const char *const parts[] = {severity_name(f->severity), ": ", products, message, " [",
                                 rule_get(f->rule)->id,      "]\n"};
    print_place(f->pos, out);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append(out, parts[i]);
}

/* All at once: what findings go to keeps nothing back. */
static void write_out(GString *text, FILE *out)
{
    fwrite(text->str, 1, text->len, out);
    g_string_free(text, TRUE);
}

void diag_print(const struct diag *diag, FILE *out)
{
    g_autoptr(GPtrArray) list = diag_findings(diag);
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < list->len; i++) {
        const struct finding *f = list->pdata[i];
        print_finding(f, "", f->message, text);
    }
    write_out(text, out);
}

/* What a message says behind the name of the product that it begins with; else all of it. */
static const char *behind_product(const char *message)
{
    size_t name = strspn(message, "abcdefghijklmnopqrstuvwxyz-");
    return name > 0 && g_str_has_prefix(message + name, ": ") ? message + name : message;
}

/* A line of the short report. */
struct short_line {
    const struct finding *first;
    GString *products; /* that say the same: "large, giant"; empty where no product is named */
    GString *reasons;  /* of all that is left out of the file; NULL: it is said in full */
};

static void short_line_free(void *data)
{
    struct short_line *line = data;
    g_string_free(line->products, TRUE);
    if (line->reasons)
        g_string_free(line->reasons, TRUE);
    g_free(line);
}

/* Findings with one key are one: those of one rule, at one place, with these words. */
static char *key_of(enum rule rule, struct pos pos, const char *words)
{
    return g_strdup_printf("%d %" G_GUINT64_FORMAT " %d %d %s", (int)rule, pos.file, pos.line,
                           pos.col, words);
}

/* Puts the product of a finding to the line that says the same of another one; false when there is
 * none. `known` holds the line of each key. */
static bool joins(GHashTable *known, const struct finding *f, struct short_line *line)
{
    const char *rest = behind_product(f->message);
    if (rest == f->message)
        return false;
    g_autofree char *key = key_of(f->rule, f->pos, rest);
    const struct short_line *same = g_hash_table_lookup(known, key);
    if (!same) {
        g_hash_table_insert(known, g_steal_pointer(&key), line);
        return false;
    }
    g_string_append(same->products, ", ");
    g_string_append_len(same->products, f->message, rest - f->message);
    return true;
}

/* Why, without what to do about it: "booklet, brochure (too long)". */
static void add_reason(GString *reasons, const struct short_line *line)
{
    static const char sign[] = ": left out: ";
    const char *why = behind_product(line->first->message);
    why += g_str_has_prefix(why, sign) ? strlen(sign) : 0;
    g_string_append_printf(reasons, "%s%s (", reasons->len > 0 ? ", " : "", line->products->str);
    g_string_append_len(reasons, why, (gssize)strcspn(why, ";"));
    g_string_append_c(reasons, ')');
}

/* All that is left out of a file is one line. */
static void fold_left_out(GPtrArray *lines)
{
    struct short_line *first = NULL;
    for (guint i = 0; i < lines->len; i++) {
        struct short_line *line = lines->pdata[i];
        if (line->first->rule != RULE_LEFT_OUT)
            continue;
        if (!first) {
            first = line;
            continue;
        }
        if (!first->reasons)
            add_reason(first->reasons = g_string_new(NULL), first);
        add_reason(first->reasons, line);
        g_ptr_array_remove_index(lines, i--);
    }
}

/* Those of one file, of struct short_line *, in the order of the findings: from the one at that
 * place on, up to `*end`. */
static GPtrArray *short_lines(const GPtrArray *findings, guint from, guint *end)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(short_line_free);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guint64 path = ((const struct finding *)findings->pdata[from])->pos.file;
    for (*end = from; *end < findings->len; (*end)++) {
        const struct finding *f = findings->pdata[*end];
        if (f->pos.file != path)
            break;
        struct short_line *line = g_new(struct short_line, 1);
        *line = (struct short_line){
            f, g_string_new_len(f->message, behind_product(f->message) - f->message), NULL};
        if (joins(known, f, line))
            short_line_free(line);
        else
            g_ptr_array_add(lines, line);
    }
    fold_left_out(lines);
    return lines;
}

/* How many lines there are of one kind, and how many of them were met. */
struct kind {
    unsigned lines, met;
};

/* The kind of the lines with one key, which is taken. */
static struct kind *find_kind(GHashTable *kinds, char *taken)
{
    g_autofree char *key = taken;
    struct kind *kind = g_hash_table_lookup(kinds, key);
    if (!kind)
        g_hash_table_insert(kinds, g_steal_pointer(&key), kind = g_new0(struct kind, 1));
    return kind;
}

/* What is said of one rule in one file. */
static struct kind *kind_in_file(GHashTable *kinds, const struct finding *f)
{
    return find_kind(kinds, key_of(f->rule, (struct pos){.file = f->pos.file}, ""));
}

/* What the message says of the file that it names first: "cannot be written: no space left". */
static const char *behind_file(const struct finding *f, const char *path)
{
    const char *at = strstr(f->message, path);
    return at ? at + strlen(path) : f->message;
}

/* What is said in the same words of many files, of each as a whole; of files that cannot be
 * written, of those of one folder. */
static struct kind *kind_of_words(GHashTable *kinds, const struct short_line *line)
{
    const struct finding *f = line->first;
    g_autofree char *path = f->rule == RULE_FILE_WRITE ? paths_text(f->pos.file) : NULL;
    if (path) {
        g_autofree char *folder = g_path_get_dirname(path);
        struct pos pos = {.file = paths_number(folder)};
        return find_kind(kinds, key_of(f->rule, pos, behind_file(f, path)));
    }
    g_autofree char *words = g_strconcat(line->products->str, behind_product(f->message),
                                         line->reasons ? line->reasons->str : "", NULL);
    return find_kind(kinds, key_of(f->rule, (struct pos){0}, words));
}

static void print_rest(const struct finding *f, struct pos pos, unsigned count, const char *what,
                       GString *out)
{
    g_autofree char *text = g_strdup_printf("%u more %s: --verbose lists them", count, what);
    struct finding rest = *f;
    rest.pos = pos;
    print_finding(&rest, "", text, out);
}

static void print_in_full(const struct short_line *line, GString *out)
{
    const struct finding *f = line->first;
    if (line->reasons) {
        g_string_append(line->reasons, "; --verbose says what helps");
        print_finding(f, "left out: ", line->reasons->str, out);
    } else {
        print_finding(f, line->products->str, behind_product(f->message), out);
    }
}

/* True when the line is one too many of its kind; `*first`: it is the first of those. */
static bool is_more(struct kind *kind, bool *first)
{
    unsigned met = kind->met++;
    *first = met == ENOUGH;
    return kind->lines > ENOUGH + 1 && met >= ENOUGH;
}

static bool is_of_whole_file(const struct finding *f)
{
    return f->pos.file && f->pos.line <= 1;
}

/* `of_words`: NULL where it is not of the whole file. */
static void print_short(const struct short_line *line, struct kind *in_file, struct kind *of_words,
                        GString *out)
{
    const struct finding *f = line->first;
    bool first;
    if (f->severity == SEVERITY_ERROR && f->rule != RULE_FILE_WRITE)
        print_in_full(line, out);
    else if (is_more(in_file, &first) && !line->reasons) {
        if (first)
            print_rest(f, (struct pos){.file = f->pos.file}, in_file->lines - ENOUGH,
                       "of this kind", out);
    } else if (of_words && is_more(of_words, &first)) {
        if (first)
            print_rest(f, (struct pos){0}, of_words->lines - ENOUGH, "files with the same", out);
    } else {
        print_in_full(line, out);
    }
}

/* Files are many, and what is said of each is little: lines are made file by file, twice, for what
 * is said of many is to be counted before it is told. */
static void count_words(const GPtrArray *findings, GHashTable *of_words)
{
    for (guint i = 0, end; i < findings->len; i = end) {
        g_autoptr(GPtrArray) lines = short_lines(findings, i, &end);
        for (guint k = 0; k < lines->len; k++) {
            const struct short_line *line = lines->pdata[k];
            if (is_of_whole_file(line->first))
                kind_of_words(of_words, line)->lines++;
        }
    }
}

static void print_lines(const GPtrArray *lines, GHashTable *of_words, GString *out)
{
    g_autoptr(GHashTable) in_file = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < lines->len; i++)
        kind_in_file(in_file, ((const struct short_line *)lines->pdata[i])->first)->lines++;
    for (guint i = 0; i < lines->len; i++) {
        const struct short_line *line = lines->pdata[i];
        bool whole = is_of_whole_file(line->first);
        print_short(line, kind_in_file(in_file, line->first),
                    whole ? kind_of_words(of_words, line) : NULL, out);
    }
}

void diag_print_short(const struct diag *diag, FILE *out)
{
    g_autoptr(GPtrArray) findings = diag_findings(diag);
    g_autoptr(GHashTable) of_words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    count_words(findings, of_words);
    GString *text = g_string_new(NULL);
    for (guint i = 0, end; i < findings->len; i = end) {
        g_autoptr(GPtrArray) lines = short_lines(findings, i, &end);
        print_lines(lines, of_words, text);
    }
    write_out(text, out);
}

void diag_print_count(unsigned count, const char *what, FILE *out)
{
    fprintf(out, "%u %s%s", count, what, count == 1 ? "" : "s");
}

static void add_finding_json(JsonBuilder *builder, const struct finding *f)
{
    g_autofree char *raw = paths_text(f->pos.file);
    g_autofree char *path = raw ? diag_printable(raw) : NULL;
    json_open_object(builder, NULL);
    json_text_or_null(builder, "path", path);
    json_int(builder, "line", f->pos.line);
    json_int(builder, "col", f->pos.col);
    json_text(builder, "severity", severity_name(f->severity));
    json_text(builder, "rule", rule_get(f->rule)->id);
    json_text(builder, "message", f->message);
    json_close_object(builder);
}

char *diag_to_json(const struct diag *diag)
{
    g_autoptr(GPtrArray) list = diag_findings(diag);
    JsonBuilder *builder = json_new();
    json_open_array(builder, NULL);
    for (unsigned i = 0; i < list->len; i++)
        add_finding_json(builder, list->pdata[i]);
    json_close_array(builder);
    return json_finish(builder);
}

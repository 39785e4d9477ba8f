/*
 * Entries are written as gettext's own programs write them, but lines are never wrapped: where they
 * end is where the author ended them. Languages are named as gettext does ("zh_Hans").
 */
#include "import/po.h"

#include "base/paths.h"

#include <string.h>

/* What the string behind a keyword belongs to. */
enum field { FIELD_NONE, FIELD_CONTEXT, FIELD_PREVIOUS, FIELD_WORDS, FIELD_TEXT, FIELD_COUNT };

#define PLACE_START "#: "

static const char *const keywords[FIELD_COUNT] = {
    [FIELD_NONE] = "",       [FIELD_CONTEXT] = "msgctxt", [FIELD_PREVIOUS] = "#| msgid",
    [FIELD_WORDS] = "msgid", [FIELD_TEXT] = "msgstr",
};

/* Signs that are written with a backslash, and what stands behind it. */
static const char escaped[] = "\n\t\r\"\\", escapes[] = "ntr\"\\";

struct reading_po {
    struct po *po;
    GString *fields[FIELD_COUNT];
    bool given[FIELD_COUNT];
    char *place; /* owned; NULL: not said */
    bool fuzzy;
    enum field field; /* that strings go on with */
    bool headed;      /* the first entry, which is about the file, has been read */
    const char *error;
};

static void po_entry_free(void *data)
{
    struct po_entry *entry = data;
    g_free(entry->context);
    g_free(entry->words);
    g_free(entry->text);
    g_free(entry->previous);
    g_free(entry->place);
    g_free(entry);
}

struct po *po_new(const char *lang)
{
    struct po *po = g_new(struct po, 1);
    *po = (struct po){.lang = g_strdup(lang),
                      .entries = g_ptr_array_new_with_free_func(po_entry_free)};
    return po;
}

void po_free(struct po *po)
{
    if (!po)
        return;
    g_ptr_array_unref(po->entries);
    g_free(po->lang);
    g_free(po->project);
    g_free(po);
}

struct po_entry *po_add(struct po *po, const char *context, const char *words, const char *text)
{
    struct po_entry *entry = g_new0(struct po_entry, 1);
    entry->context = g_strdup(context);
    entry->words = g_strdup(words);
    entry->text = g_strdup(text);
    g_ptr_array_add(po->entries, entry);
    return entry;
}

const struct po_entry *po_find(const struct po *po, const char *context, const char *words,
                               const char *place)
{
    const struct po_entry *here = NULL, *alone = NULL;
    for (guint i = 0; i < po->entries->len; i++) {
        const struct po_entry *entry = po->entries->pdata[i];
        if (!g_str_equal(entry->words, words))
            continue;
        if (!po->contexts_lost && g_strcmp0(entry->context, context) == 0)
            return entry;
        if (g_strcmp0(entry->place, place) == 0)
            here = entry;
        if (po->contexts_lost && !entry->context)
            alone = entry;
    }
    return here ? here : alone;
}

unsigned po_open(const struct po *po)
{
    unsigned open = 0;
    for (guint i = 0; i < po->entries->len; i++) {
        const struct po_entry *entry = po->entries->pdata[i];
        open += !*entry->text || entry->fuzzy;
    }
    return open;
}

/* One line of a string, its line end in it. */
static void write_line(GString *out, const char *mark, const char *line, size_t length)
{
    g_string_append_printf(out, "%s\"", mark);
    for (size_t i = 0; i < length; i++) {
        const char *sign = strchr(escaped, line[i]);
        if (sign)
            g_string_append_c(out, '\\');
        g_string_append_c(out, sign ? escapes[sign - escaped] : line[i]);
    }
    g_string_append(out, "\"\n");
}

/* Strings of several lines begin with an empty one, so that all stand below each other. */
static void write_string(GString *out, enum field field, const char *text)
{
    const char *mark = field == FIELD_PREVIOUS ? "#| " : "";
    const char *end = strchr(text, '\n');
    g_string_append_printf(out, "%s ", keywords[field]);
    if (!end || !end[1]) {
        write_line(out, "", text, strlen(text));
        return;
    }
    g_string_append(out, "\"\"\n");
    for (const char *line = text; *line; line = end) {
        size_t length = strcspn(line, "\n");
        end = line + length + (line[length] == '\n');
        write_line(out, mark, line, (size_t)(end - line));
    }
}

static void write_entry(GString *out, const struct po_entry *entry)
{
    g_string_append_c(out, '\n');
    if (entry->place)
        g_string_append_printf(out, PLACE_START "%s\n", entry->place);
    if (entry->fuzzy)
        g_string_append(out, "#, fuzzy\n");
    if (entry->previous)
        write_string(out, FIELD_PREVIOUS, entry->previous);
    if (entry->context)
        write_string(out, FIELD_CONTEXT, entry->context);
    write_string(out, FIELD_WORDS, entry->words);
    write_string(out, FIELD_TEXT, entry->text);
}

/* All fields that gettext asks for; who translates fills in the empty ones. */
char *po_write(const struct po *po)
{
    GString *out = g_string_new(NULL);
    g_autofree char *lang = g_strdelimit(g_strdup(po->lang), "-", '_');
    g_autofree char *head = g_strdup_printf("Project-Id-Version: %s\n"
                                            "PO-Revision-Date: \n"
                                            "Last-Translator: \n"
                                            "Language-Team: \n"
                                            "Language: %s\n"
                                            "MIME-Version: 1.0\n"
                                            "Content-Type: text/plain; charset=UTF-8\n"
                                            "Content-Transfer-Encoding: 8bit\n",
                                            po->project ? po->project : "", lang);
    write_string(out, FIELD_WORDS, "");
    write_string(out, FIELD_TEXT, head);
    for (guint i = 0; i < po->entries->len; i++)
        write_entry(out, po->entries->pdata[i]);
    return g_string_free(out, FALSE);
}

static const char *field_or_null(const struct reading_po *r, enum field field)
{
    return r->given[field] ? r->fields[field]->str : NULL;
}

/* The language that the first entry names; what programs made of it without naming one has none. */
static void read_head(struct reading_po *r)
{
    const char *line = strstr(r->fields[FIELD_TEXT]->str, "Language: ");
    const char *lang = line ? line + strlen("Language: ") : "";
    g_free(r->po->lang);
    r->po->lang = g_strdelimit(g_strndup(lang, strcspn(lang, "\n ")), "_", '-');
    r->headed = true;
}

static void end_entry(struct reading_po *r)
{
    if (r->given[FIELD_TEXT] && *r->fields[FIELD_WORDS]->str) {
        struct po_entry *entry = po_add(r->po, field_or_null(r, FIELD_CONTEXT),
                                        r->fields[FIELD_WORDS]->str, r->fields[FIELD_TEXT]->str);
        entry->fuzzy = r->fuzzy;
        entry->place = g_strdup(r->place);
        entry->previous = g_strdup(field_or_null(r, FIELD_PREVIOUS));
    } else if (r->given[FIELD_TEXT] && !r->headed) {
        read_head(r);
    } else if (r->given[FIELD_WORDS] && !r->given[FIELD_TEXT]) {
        r->error = "'msgid' has no 'msgstr'";
    }
    for (int field = 0; field < FIELD_COUNT; field++) {
        g_string_truncate(r->fields[field], 0);
        r->given[field] = false;
    }
    r->fuzzy = false;
    g_clear_pointer(&r->place, g_free);
    r->field = FIELD_NONE;
}

/* A string in quotes, with nothing behind it. */
static void read_string(struct reading_po *r, const char *text)
{
    GString *out = r->fields[r->field];
    const char *p = text + strspn(text, " \t");
    if (*p++ != '"' || r->field == FIELD_NONE) {
        r->error = "this is no line of a catalogue of messages (PO)";
        return;
    }
    for (; *p && *p != '"'; p++) {
        const char *sign = *p == '\\' && p[1] ? strchr(escapes, *++p) : NULL;
        g_string_append_c(out, sign ? escaped[sign - escapes] : *p);
    }
    if (*p != '"' || p[1 + strspn(p + 1, " \t\r")])
        r->error = "the quotes of this string do not end";
}

static void begin_field(struct reading_po *r, enum field field, const char *rest)
{
    bool behind = field == FIELD_TEXT ? !r->given[FIELD_WORDS] : r->given[FIELD_TEXT];
    if (behind && field != FIELD_TEXT)
        end_entry(r);
    else if (behind || r->given[field])
        r->error = "'msgid' and 'msgstr' do not take turns";
    r->field = field;
    r->given[field] = true;
    read_string(r, rest);
}

/* Old entries, and comments of translators, are theirs. */
static void read_comment(struct reading_po *r, const char *line)
{
    if (r->given[FIELD_TEXT])
        end_entry(r);
    if (line[1] == ',' && strstr(line, "fuzzy"))
        r->fuzzy = true;
    if (g_str_has_prefix(line, PLACE_START) && !r->place)
        r->place = g_strdup(line + strlen(PLACE_START));
    if (g_str_has_prefix(line, "#| \"") && r->field == FIELD_PREVIOUS)
        read_string(r, line + 3);
}

static void read_po_line(struct reading_po *r, const char *line)
{
    if (!*line) {
        end_entry(r);
        return;
    }
    for (int field = FIELD_CONTEXT; field < FIELD_COUNT; field++) {
        size_t length = strlen(keywords[field]);
        if (g_str_has_prefix(line, keywords[field]) && line[length] == ' ') {
            begin_field(r, (enum field)field, line + length);
            return;
        }
    }
    if (*line == '#')
        read_comment(r, line);
    else if (g_str_has_prefix(line, "msg"))
        r->error = "an article has no plural forms";
    else
        read_string(r, line);
}

struct po *po_read(const char *text, const char *path, struct diag *diag)
{
    struct reading_po r = {.po = po_new("")};
    for (int field = 0; field < FIELD_COUNT; field++)
        r.fields[field] = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    int number = 0;
    for (char **line = lines; *line && !r.error; line++, number++)
        read_po_line(&r, g_strchomp(*line));
    if (!r.error)
        end_entry(&r);
    if (!r.error && !r.headed && r.po->entries->len == 0)
        r.error = "this is no catalogue of messages (PO)";
    for (int field = 0; field < FIELD_COUNT; field++)
        g_string_free(r.fields[field], TRUE);
    g_free(r.place);
    if (r.error) {
        diag_report(diag, RULE_TRANSLATION_FILE, (struct pos){paths_number(path), number, 0},
                    "%s: %s", r.error, rule_get(RULE_TRANSLATION_FILE)->fix);
        g_clear_pointer(&r.po, po_free);
    }
    return r.po;
}

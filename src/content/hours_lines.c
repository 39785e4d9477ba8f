/*
 * The lines of opening hours of a settings file: each is read, in English or else in any language
 * that there are labels of, and what cannot be read, or may be a slip, is said.
 */
#include "content/hours.h"

#include "base/lang.h"

static void report_line(const struct fact *line, const GArray *rules, guint from, struct diag *diag)
{
    bool untimed = false, doubtful = false, from_12_am = false;
    for (guint i = from; i < rules->len; i++) {
        const struct hours *rule = &g_array_index(rules, struct hours, i);
        untimed |= rule->kind == HOURS_UNTIMED && !rule->by_appointment && !*rule->note;
        doubtful |= rule->doubtful;
        from_12_am |= rule->from_12_am;
    }
    if (untimed)
        diag_report(diag, RULE_HOURS_MISSING, line->pos,
                    "'%s' gives no times, so only the days are printed", line->value);
    if (doubtful)
        diag_report(
            diag, RULE_HOURS_DOUBT, line->pos,
            "'%s' ends before it begins: mend it, or, if it runs past midnight, count its end "
            "on from 24:00, as '26:00' for 2 am",
            line->value);
    if (from_12_am)
        diag_report(diag, RULE_HOURS_DOUBT, line->pos,
                    "'%s' begins at midnight: write '12 pm' for noon, or '00:00' where the night "
                    "is meant",
                    line->value);
}

static void free_labels(gpointer labels)
{
    labels_free(labels);
}

/* The program's labels of all languages, of struct labels *: clinic.yaml does not say which of them
 * it is written in. */
static GPtrArray *load_tongues(void)
{
    GPtrArray *tongues = g_ptr_array_new_with_free_func(free_labels);
    g_auto(GStrv) tags = labels_carried();
    struct diag *diag = diag_new(false); /* whether the words were reviewed is no matter here */
    for (char **tag = tags; *tag; tag++) {
        g_autofree char *country = lang_country(*tag); /* days are called the same there */
        if (!country)
            g_ptr_array_add(tongues, labels_load(LABELS_OWN, *tag, (struct pos){0}, diag));
    }
    diag_free(diag);
    return tongues;
}

/* In English, or in any language that there are labels of: `*tongues` are they, loaded when they
 * are needed. */
static bool read_in_any(const char *text, GArray *rules, GPtrArray **tongues)
{
    if (hours_read(text, rules) || hours_read_human(text, NULL, rules))
        return true;
    if (!*tongues)
        *tongues = load_tongues();
    for (guint i = 0; i < (*tongues)->len; i++)
        if (hours_read_human(text, (*tongues)->pdata[i], rules))
            return true;
    return false;
}

static void read_line(const struct fact *line, GArray *rules, GPtrArray **tongues,
                      struct diag *diag)
{
    guint from = rules->len;
    if (!read_in_any(line->value, rules, tongues)) {
        struct hours written = {.kind = HOURS_WRITTEN};
        g_array_append_val(rules, written);
        diag_report(diag, RULE_HOURS_UNREAD, line->pos,
                    "'%s' are no hours that can be told, so the line is printed as it is written",
                    line->value);
    }
    for (guint i = from; i < rules->len; i++)
        g_array_index(rules, struct hours, i).line = line;
    report_line(line, rules, from, diag);
}

GArray *hours_read_lines(const struct fact_list *lines, struct diag *diag)
{
    GArray *rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    g_autoptr(GPtrArray) tongues = NULL;
    for (guint i = 0; i < lines->items->len; i++)
        read_line(lines->items->pdata[i], rules, &tongues, diag);
    return rules;
}

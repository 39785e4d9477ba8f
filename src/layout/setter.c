/*
 * The typesetter's desk: looks resolved to points and colours.
 */
#include "layout/setter.h"

#include "layout/broken.h"
#include "layout/job.h"
#include "layout/strip.h"

const struct look *setter_look(const struct setter *setter, enum text_kind kind)
{
    return &setter->profile->looks[kind];
}

enum art setter_art(const struct setter *setter)
{
    return setter->style->plain ? ART_NONE : setter->document->art;
}

const struct trim *setter_trim(const struct setter *setter)
{
    return setter->profile->trim;
}

double setter_size(const struct setter *setter, enum text_kind kind)
{
    return setter->body * setter_look(setter, kind)->ratio;
}

/* Text larger than the body has tighter lines, but never less than the body's own distance. */
double setter_leading(const struct setter *setter, enum text_kind kind)
{
    double size = setter_size(setter, kind);
    if (size < setter->body) /* small words are led as the body */
        return setter->leading * size / setter->body;
    return MAX(size * setter->profile->heading_leading, setter->leading);
}

struct color setter_color(const struct setter *setter, enum text_kind kind)
{
    return setter_look(setter, kind)->accent ? setter->style->accent : setter->style->ink;
}

void setter_init(struct setter *setter, const struct layout_job *job, const struct profile *profile)
{
    const struct document *document = job->document;
    *setter = (struct setter){.product = job->product,
                              .fonts = job->fonts,
                              .context = fonts_context(job->fonts),
                              .document = document,
                              .style = job->style,
                              .profile = profile,
                              .ground = {0xff, 0xff, 0xff},
                              .parting = PARTING_ANYWHERE,
                              .growth = 1,
                              .spaces = 1,
                              .pads = 1,
                              .optional = job->optional,
                              .diag = job->diag,
                              .broken = broken_open(job->fonts)};
    setter_use_size(setter, profile->body);
    pango_context_set_language(setter->context, pango_language_from_string(document->lang));
    pango_context_set_base_dir(setter->context,
                               document->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

static void report_parted(const struct setter *setter)
{
    if (!setter->parted)
        return;
    diag_report(setter->diag, RULE_WORD_PARTED, setter->parted_pos,
                "%s: '%s' is wider than its line and was parted%s", setter->product,
                setter->first_parted,
                g_hash_table_size(setter->parted) > 1 ? ", as others were" : "");
}

void setter_clear(struct setter *setter)
{
    report_parted(setter);
    g_clear_pointer(&setter->parted, g_hash_table_unref);
    g_clear_pointer(&setter->first_parted, g_free);
    g_clear_pointer(&setter->tables, g_hash_table_unref);
    g_clear_pointer(&setter->broken, broken_close);
    g_clear_object(&setter->context);
    strips_forget();
}

void setter_use_size(struct setter *setter, double nominal)
{
    setter->body = profile_size(nominal, fonts_primary(setter->fonts, false));
    setter->leading = setter->body * setter->profile->leading;
}

void setter_overflow(struct setter *setter, struct pos pos, const char *format, ...)
{
    setter->failed = true;
    if (setter->probing)
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    diag_report(setter->diag, setter->optional ? RULE_LEFT_OUT : RULE_OVERFLOW, pos, "%s: %s%s",
                setter->product, setter->optional ? "left out: " : "", what);
}

void setter_note_parted(struct setter *setter, struct pos pos, const char *word)
{
    if (setter->probing)
        return;
    if (!setter->parted)
        setter->parted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!setter->parted_pos.file) { /* a title at the head of a page has no place of its own */
        g_free(setter->first_parted);
        setter->first_parted = g_strdup(word);
        setter->parted_pos = pos;
    }
    g_hash_table_add(setter->parted, g_strdup(word));
}

struct trial trial_begin(struct setter *setter)
{
    struct trial trial = {setter->body, setter->leading, setter->parting, setter->probing,
                          setter->failed};
    setter->probing = true;
    setter->failed = false;
    return trial;
}

bool trial_end(struct setter *setter, const struct trial *trial)
{
    bool failed = setter->failed;
    setter->body = trial->body;
    setter->leading = trial->leading;
    setter->parting = trial->parting;
    setter->probing = trial->probing;
    setter->failed = trial->failed;
    return failed;
}

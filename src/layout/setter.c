/*
 * The typesetter's desk: looks resolved to points and colours.
 */
#include "layout/setter.h"

#include "layout/format.h"

const struct look *setter_look(const struct setter *setter, enum text_kind kind)
{
    return &setter->profile->looks[kind];
}

double setter_size(const struct setter *setter, enum text_kind kind)
{
    return setter->body * setter_look(setter, kind)->ratio;
}

/* Text larger than the body has tighter lines, but never less than the body's own distance. */
double setter_leading(const struct setter *setter, enum text_kind kind)
{
    double leading = setter_size(setter, kind) * setter->profile->heading_leading;
    return MAX(leading, setter->leading);
}

struct color setter_color(const struct setter *setter, enum text_kind kind)
{
    return setter_look(setter, kind)->accent ? setter->style->accent : setter->style->ink;
}

void setter_init(struct setter *setter, const struct layout_job *job, const struct profile *profile)
{
    const struct face *face = fonts_primary(job->fonts, false);
    const struct document *document = job->document;
    *setter = (struct setter){.product = job->format->name,
                              .fonts = job->fonts,
                              .context = fonts_context(job->fonts),
                              .document = document,
                              .style = job->style,
                              .profile = profile,
                              .body = profile_size(profile->body, face),
                              .break_words = true,
                              .diag = job->diag};
    setter->leading = setter->body * profile->leading;
    pango_context_set_language(setter->context, pango_language_from_string(document->lang));
    pango_context_set_base_dir(setter->context,
                               document->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

void setter_clear(struct setter *setter)
{
    g_clear_object(&setter->context);
}

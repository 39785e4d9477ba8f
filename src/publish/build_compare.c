/*
 * A translation beside its source, which is read once more for this: it may not be among what is
 * built, or come later. What is wrong with the source is said where it is built.
 */
#include "base/file.h"
#include "content/group.h"
#include "examine/faithful.h"
#include "publish/build_parts.h"

static void compare_with(struct build *build, const char *path, struct work *work,
                         const struct labels *labels)
{
    const struct article *article = work->article;
    struct diag *passed_over = diag_new(false);
    struct article *source = article_load(path, passed_over);
    const struct labels *source_labels =
        source ? build_labels(build, source->lang, source->language.pos) : NULL;
    if (source && source_labels)
        faithful_check((struct worded){source, source_labels}, (struct worded){article, labels},
                       build->diag);
    if (source && source->critical && !article->critical &&
        translation_is_unread(&article->translation))
        diag_report(build->diag, RULE_TRANSLATION_CRITICAL, article->translation.machine.pos,
                    "the source is critical, a machine translated it and nobody is named who has "
                    "read it over: %s",
                    rule_get(RULE_TRANSLATION_CRITICAL)->fix);
    if (source && diag_errors(passed_over) == 0 && build_labels_are_good(build, source_labels))
        work->source = source;
    else
        article_free(source);
    diag_free(passed_over);
}

static void report_alone(struct build *build, const struct article *article)
{
    const struct translation *t = &article->translation;
    const struct fact *said = t->by.value ? &t->by : &t->machine;
    if (said->value)
        diag_report(build->diag, RULE_TRANSLATION_ALONE, said->pos,
                    "it is held against nothing, for no file is named as its source: %s",
                    rule_get(RULE_TRANSLATION_ALONE)->fix);
}

/* "sleep-es.md" and "sleep-fr.md": which is the source? */
static void report_twin(struct build *build, const struct article *article)
{
    g_autofree char *twin = article_unsettled_twin(article);
    g_autofree char *file = twin ? g_path_get_basename(twin) : NULL;
    if (file)
        diag_report(build->diag, RULE_TRANSLATION_ALONE, article->language.pos,
                    "it is named like '%s' but for its language, and neither says which of them "
                    "was made from the other: %s",
                    file, rule_get(RULE_TRANSLATION_ALONE)->fix);
}

void build_compare(struct build *build, struct work *work, const struct labels *labels)
{
    const struct article *article = work->article;
    g_autofree char *beside = article_source_path(article);
    const struct fact *of = &article->translation.of;
    if (!beside) {
        report_alone(build, article);
        report_twin(build, article);
    }
    if (!beside || !labels)
        return;
    g_autofree char *path = group_nearest(build->options->content_dir, beside);
    if (file_is_absent(path))
        diag_report(build->diag, RULE_TRANSLATION_SOURCE, of->pos,
                    "there is no '%s' that this is a translation of: %s", path,
                    rule_get(RULE_TRANSLATION_SOURCE)->fix);
    else
        compare_with(build, path, work, labels);
}

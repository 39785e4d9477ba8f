/*
 * The urgent message. It has a wall and a press of its own, so that it is published before any
 * article is read: whoever looks at the display has it as soon as it can be there. While it stands,
 * articles are laid out for their findings, and their screens are not published.
 *
 * It is set as the show would be, with ink and ground in each other's place: the browser's palettes
 * and the pictures follow from that alike. One with errors never takes the show down; where one
 * stood before, under the same facts, that goes on until its own end. Errors in the clinic's facts
 * or its style do not hold it back: it is shown without the clinic's facts, and in the style that
 * was last good, else in that of a clinic that has chosen nothing. Nor does an end that cannot be
 * read (it is shown without one), a key that it has no use for, or a warning, however strict the
 * build is.
 */
#include "base/paths.h"
#include "publish/build_parts.h"

#include "base/file.h"
#include "content/group.h"
#include "content/urgent.h"
#include "publish/ordinary.h"

struct message {
    struct article *article; /* NULL: could not be read */
    struct urgent_end end;
    const struct style *style;   /* the clinic's; lent by the build, or `own_style` */
    const struct clinic *clinic; /* likewise */
    struct style *own_style;     /* NULL: that of the build can be used */
    bool remembered;             /* it is the one that was last good */
    struct clinic *own_clinic;
    const struct labels *labels;
    struct document *document;
    struct layout *layout; /* NULL: could not be set */
};

static void message_clear(struct message *message)
{
    layout_free(message->layout);
    document_free(message->document);
    article_free(message->article);
    style_free(message->own_style);
    clinic_free(message->own_clinic);
}

static struct fonts *fonts_of(const struct build *build, const struct style *style,
                              struct diag *diag)
{
    return build->fonts
               ? build->fonts
               : keep_fonts(build->keep, build->options->fonts_path, style->font_family, diag);
}

/* With its typeface; NULL: none is remembered that can be used. */
static struct style *remembered_style(const struct build *build)
{
    const char *out = build->options->out_dir;
    g_autofree char *path = out ? last_good_style(out) : NULL;
    struct diag *quiet = diag_new(false);
    struct style *style = path ? style_load_copy(path, quiet) : NULL;
    if (style && !fonts_of(build, style, quiet))
        g_clear_pointer(&style, style_free);
    diag_free(quiet);
    return style;
}

/* What stands in for settings that cannot be used (reported). */
static void take_settings(const struct build *build, struct message *message)
{
    message->style = build->style;
    message->clinic = build->clinic;
    if (!build->style || !fonts_of(build, build->style, build->diag)) {
        message->own_style = remembered_style(build);
        message->remembered = message->own_style != NULL;
        message->own_style = message->own_style ? message->own_style : style_default();
        build_use_panel(build, message->own_style);
        message->style = message->own_style;
    }
    if (!message->clinic || build_count_in_facts(build, diag_faults_in) > 0)
        message->clinic = message->own_clinic = clinic_blank(message->article->path);
}

/* The clinic's own, lent by `style`, in the colours of the message. */
static struct style style_of(const struct style *style)
{
    struct style urgent = *style;
    urgent.ground = style->ink;
    urgent.ink = urgent.accent = COLOR_WHITE;
    urgent.own_ink = true; /* on screens too, which have colours by rule */
    return urgent;
}

/* Sets it, if what that needs is there. */
static void set(struct build *build, struct message *message, struct diag *diag)
{
    const struct article *article = message->article;
    struct pos from = {.file = article ? paths_number(article->path) : 0};
    message->labels = article ? build_labels(build, article->lang, from) : NULL;
    if (!message->labels)
        return;
    take_settings(build, message);
    if (!article->title.value)
        message->article->title.value = g_strdup(labels_get(message->labels, LABEL_WARNING));
    const struct product *product = &product_urgent;
    struct style style = style_of(message->style);
    struct fonts *fonts = fonts_of(build, message->style, build->diag);
    message->document =
        product->compose(article, message->clinic, message->labels, product->medium);
    if (fonts)
        message->layout = setters_lay_out(
            build->keep, product,
            (struct layout_job){.document = message->document, .style = &style, .diag = diag});
}

/* Faults that take none of its words: of settings whose place nothing depends on, of pictures, of
 * references. Who is in danger waits for no one who mends them. */
static const enum rule harmless[] = {
    RULE_URGENT_END, RULE_YAML_KEY,    RULE_YAML_SYNTAX,   RULE_VALUE,
    RULE_REVIEW_DUE, RULE_IMAGE_ALT,   RULE_IMAGE_FILE,    RULE_NOTE,
    RULE_RAW_HTML,   RULE_LINK_INSIDE, RULE_TITLE_MISSING,
};

/* Settings without an end run on into the words. */
static bool words_are_known(const struct article *article)
{
    return article->front_readable || article->body_line > 1;
}

static bool is_good(const struct build *build, const struct message *message,
                    const struct diag *diag, const char *path)
{
    return message->layout && words_are_known(message->article) &&
           diag_faults_beside(diag, path, harmless, G_N_ELEMENTS(harmless)) == 0 &&
           diag_faults_in(build->diag, labels_path(message->labels)) == 0;
}

static void let_go(void *user)
{
    (void)user; /* the message outlives the press */
}

static struct press_job job_of(const struct build *build, const struct message *message)
{
    static const struct schedule always;
    return (struct press_job){.product = &product_urgent,
                              .maker = product_maker(&product_urgent, build->options->as),
                              .article = URGENT_NAME,
                              .act = ACT_URGENT,
                              .schedule = &always,
                              .document = message->document,
                              .layout = message->layout,
                              .width_px = message->style->screen.width_px,
                              .done = let_go};
}

/* Takes the layout. */
static void publish(struct build *build, struct message *message)
{
    struct style style = style_of(message->style);
    struct wall_setup setup = {.out_dir = build->options->out_dir,
                               .show = {.style = &style,
                                        .clinic = message->clinic,
                                        .labels = build->labels,
                                        .until = message->end.text,
                                        .until_s = message->end.seconds},
                               .keep = build->keep,
                               .speaker = build->options->speaker,
                               .diag = build->diag};
    struct wall *wall = wall_new(&setup);
    struct press *press = press_new(&(struct press_setup){.tasks = build->tasks,
                                                          .out_dir = setup.out_dir,
                                                          .style = build->style,
                                                          .wall = wall,
                                                          .diag = build->diag});
    press_add(press, job_of(build, message));
    message->layout = NULL;
    press_finish(press, build->report);
    wall_free(wall);
}

/* It is the show, even when it cannot be written just now: the articles then leave it alone. */
static void show(struct build *build, struct message *message)
{
    build->urgent = true;
    report_set_urgent(build->report, message->end.text, message->end.seconds);
    publish(build, message);
    ordinary_keep(build->options->out_dir, product_urgent.folder, build->diag);
}

static void tell_style(const struct build *build, const struct message *message)
{
    const struct screen_setup *screen = &message->style->screen;
    g_autofree char *path = group_file(build->options->content_dir, STYLE_FILE);
    if (message->own_style)
        diag_report(build->diag, RULE_URGENT, (struct pos){.file = paths_number(path)},
                    "the urgent message is shown in the %s style, for a panel of %g inches that "
                    "is read from %g m",
                    message->remembered ? "last good" : "default", screen->diagonal_in,
                    screen->distance_mm / 1000);
}

static void tell_end(const struct build *build, const struct message *message)
{
    const struct fact *until = &message->article->until;
    if (message->end.seconds == 0)
        return; /* said with what is wrong about it */
    if (!urgent_stands(&message->end)) {
        diag_report(build->diag, RULE_URGENT, until->pos,
                    "the urgent message ended at %s and is not shown: delete the file, or set a "
                    "new time",
                    message->end.text);
        return;
    }
    diag_report(build->diag, RULE_URGENT, until->pos,
                "the urgent message is the whole show until %s", message->end.text);
    if (!build->options->watched)
        diag_report(build->diag, RULE_URGENT_UNWATCHED, until->pos,
                    "only the browser player ends it by itself: let 'handout watch' run, or render "
                    "again at %s",
                    message->end.text);
}

/* One with errors is shown as it was when it had none, under the same facts. */
static void stand_in(struct build *build, const char *path)
{
    g_autofree char *source = build->memory ? last_good_source(build->memory, URGENT_NAME) : NULL;
    struct diag *diag = diag_new(false);
    struct message message = {0};
    if (source)
        message.article = urgent_load(source, &message.end, diag);
    if (message.article && urgent_stands(&message.end))
        set(build, &message, diag);
    if (is_good(build, &message, diag, source)) {
        report_add_as_before(build->report, path, source);
        show(build, &message);
    } else {
        report_add_missing(build->report, path);
    }
    message_clear(&message);
    diag_free(diag);
}

static void examine(const struct build *build, const struct message *message)
{
    if (message->labels)
        check_article(message->article, build->clinic, message->labels, DEPTH_RENDER, build->diag);
}

/* The message in the file at `path`. */
static void take(struct build *build, const char *path)
{
    struct message message = {0};
    message.article = urgent_load(path, &message.end, build->diag);
    set(build, &message, build->diag);
    examine(build, &message);
    bool good = is_good(build, &message, build->diag, path);
    bool shown = build->press && build_shown_product(build) && build->labels_readable;
    if (good)
        tell_end(build, &message);
    if (good && urgent_stands(&message.end))
        tell_style(build, &message);
    build->urgent_over = good && !urgent_stands(&message.end);
    if (good && shown && build->memory)
        last_good_keep(build->memory, message.article);
    if (good && shown && urgent_stands(&message.end))
        show(build, &message);
    else if (good && build->press && !build_shown_product(build))
        publish(build, &message); /* a preview */
    else if (!good && shown)
        stand_in(build, path);
    message_clear(&message);
}

static bool wants_screens(const struct build *build)
{
    for (const struct product *const *at = build->options->products; *at; at++)
        if ((*at)->medium == MEDIUM_SCREEN)
            return !build_is_in_passing(build);
    return false;
}

void build_urgent(struct build *build)
{
    g_autofree char *path = group_file(build->options->content_dir, URGENT_FILE);
    if (file_is_absent(path))
        return;
    build->has_urgent = true;
    if (wants_screens(build))
        take(build, path);
}

/*
 * The program is known by its file, those of its plug-ins, and the loader's list of libraries: what
 * plug-ins need is not loaded yet. Sizes and times tell whether these are the same. Other files of
 * the machine are known likewise; the clinic's own words and pictures, and the fonts, by what they
 * were when they were read, since they may be others by the time that a key is made.
 */
#include "publish/build_key.h"

#include "base/clock.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/plugin.h"
#include "content/checks_config.h"
#include "content/date.h"
#include "content/group.h"
#include "export/html_language.h"
#include "layout/hyphenation.h"
#include "publish/speaker.h"

#define PROGRAM "/proc/self/exe"

static void add_number(struct digest *sum, gint64 number)
{
    digest_add(sum, &number, sizeof number);
}

static void add_contents(struct digest *sum, const char *path)
{
    g_autoptr(GBytes) bytes = file_peek(path);
    digest_add_file(sum, path, bytes);
}

/* Those of an article, as it has them; of a file that is no text all there is. */
static void add_words(struct digest *sum, const struct build *build, const char *path)
{
    const char *known = build->options->watched ? glances_digest(build->glances, path) : NULL;
    struct diag *passed_over = known ? NULL : diag_new(false);
    g_autofree char *text = known ? NULL : file_read_text(path, passed_over);
    g_autofree char *digest = text ? digest_of_text(text) : g_strdup(known);
    diag_free(passed_over);
    digest_add_text(sum, path);
    if (digest)
        digest_add_text(sum, digest);
    else
        add_contents(sum, path);
}

static void add_picture(struct digest *sum, const char *path, const struct image *image)
{
    digest_add_text(sum, path);
    digest_add_text(sum, image ? image->digest : NULL);
}

static void add_program(struct digest *sum)
{
    g_autoptr(GPtrArray) plugins = plugin_files();
    digest_add_stamp(sum, PROGRAM);
    for (guint i = 0; i < plugins->len; i++)
        digest_add_stamp(sum, plugins->pdata[i]);
    digest_add_stamp(sum, PROGRAM_LIBRARIES);
}

static void add_time(struct digest *sum)
{
    g_autoptr(GDateTime) told = clock_told();
    add_number(sum, told ? g_date_time_to_unix(told) : -1);
}

/* What an article lacks may be an error from some day on. */
static void add_today(struct digest *sum)
{
    GDate today;
    date_today(&today);
    add_number(sum, g_date_get_julian(&today));
}

static struct digest *start(const char *from)
{
    struct digest *sum = digest_new();
    digest_add_text(sum, from);
    return sum;
}

static void add_surroundings(struct digest *sum, const char *fonts)
{
    add_program(sum);
    digest_add_stamp(sum, HYPHENATION_FOLDER);
    digest_add_text(sum, fonts);
    add_time(sum);
}

/* What reads aloud may be installed between two builds. */
static void add_speaker(struct digest *sum)
{
    g_autofree char *program = speaker_program();
    if (program)
        digest_add_stamp(sum, program);
}

char *build_key_surroundings(const char *fonts)
{
    struct digest *sum = start(NULL);
    add_surroundings(sum, fonts);
    add_today(sum);
    add_speaker(sum);
    return digest_end(sum);
}

char *build_key_common(const struct build *build)
{
    const struct build_options *options = build->options;
    struct digest *sum = start(build->facts);
    add_surroundings(sum, build->fonts ? keep_fonts_state(build->keep) : NULL);
    digest_add_text(sum, options->content_dir);
    digest_add_text(sum, options->out_dir);
    add_number(sum, options->proof);
    add_picture(sum, build->style->logo.file.value, build->style->logo.image);
    return digest_end(sum);
}

static void add_languages(struct digest *sum, const GPtrArray *languages)
{
    for (guint i = 0; languages && i < languages->len; i++) {
        const struct html_language *language = languages->pdata[i];
        digest_add_text(sum, language->lang);
        digest_add_text(sum, language->language);
        digest_add_text(sum, language->href);
    }
}

char *build_key_article(const struct build *build, const struct article *article)
{
    struct digest *sum = start(build->inputs);
    g_autoptr(GPtrArray) pictures = images_paths(article->images);
    digest_add_text(sum, article->path);
    digest_add_text(sum, article->digest);
    add_number(sum, article->kind); /* which may be its source's */
    for (guint i = 0; i < pictures->len; i++)
        add_picture(sum, pictures->pdata[i], images_at(article->images, pictures->pdata[i]));
    add_languages(sum, siblings_of(build->siblings, article->name));
    digest_add_text(sum, build->home);
    return digest_end(sum);
}

char *build_key_today(void)
{
    GDate today;
    date_today(&today);
    return g_strdup_printf("%u", g_date_get_julian(&today));
}

char *build_key_reading(const struct build *build)
{
    struct digest *sum = start(NULL);
    g_autofree char *checks = group_file(build->options->content_dir, CHECKS_FILE);
    add_contents(sum, checks);
    add_today(sum);
    add_number(sum, diag_is_strict(build->diag));
    return digest_end(sum);
}

char *build_key_lists(const struct build *build)
{
    struct digest *sum = start(build->inputs);
    digest_add_text(sum, build->home);
    add_today(sum);
    return digest_end(sum);
}

/* The key of the article, and in words what else there is: of each article there are many. */
char *build_key_findings(const struct build *build, const char *article)
{
    return g_strconcat(article, " ", build->today, NULL);
}

char *build_key_product(const char *article, const struct product *product, struct maker maker,
                        const struct painter *also, bool optional)
{
    return g_strconcat(article, " ", product->name, " ",
                       maker.painter ? maker.painter->name : maker.writer->name, " ",
                       also ? also->name : "", optional ? " optional" : "", NULL);
}

char *build_key_show(const struct build *build, const GPtrArray *paths)
{
    struct digest *sum = start(build->inputs);
    if (build->style->show.speech)
        add_speaker(sum);
    g_autofree char *checks = group_file(build->options->content_dir, CHECKS_FILE);
    add_contents(sum, checks);
    add_today(sum);
    add_number(sum, build->options->asked);
    add_number(sum, diag_is_strict(build->diag));
    for (const struct product *const *at = build->options->products; *at; at++)
        digest_add_text(sum, (*at)->name);
    for (guint i = 0; i < paths->len; i++) {
        add_words(sum, build, paths->pdata[i]);
        add_languages(sum, siblings_of(build->siblings, build_name(build, paths->pdata[i])));
    }
    return digest_end(sum);
}

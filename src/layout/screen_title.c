/*
 * The colon between title and subtitle is replaced by the change of weight and colour: it stays in
 * the words, so that it is heard and copied, and has no glyph.
 */
#include "layout/screen_title.h"

#include "base/sentence.h"
#include "layout/flow.h"
#include "layout/profile_screens.h"
#include "layout/screen_logo.h"
#include "layout/screen_picture.h"
#include "layout/screen_sections.h"
#include "layout/screen_topic.h"

#include <string.h>

/* The blocks of the screen. */
struct words {
    struct block *title, *subtitle; /* owned; the subtitle may be NULL */
    const struct block *name;       /* the clinic's; NULL: the document has none */
    const struct block *summary;    /* that the subtitle repeats; NULL: the title has its own */
};

/* The block as a text that a title may have below it. */
static struct block *copy_of(const struct block *summary)
{
    struct block *copy = block_new(BLOCK_TEXT, summary->element, summary->pos);
    copy->text_kind = TEXT_SUMMARY;
    for (guint i = 0; i < summary->spans->len; i++) {
        const struct span *span = summary->spans->pdata[i];
        g_ptr_array_add(copy->spans, span_slice(span, 0, strlen(span->text)));
    }
    return copy;
}

/* Without a subtitle of its own a title has the summary below it. */
static void take_summary(struct words *words, const struct document *document)
{
    for (guint i = 0; i < document->blocks->len && !words->subtitle; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (block->kind != BLOCK_TEXT || block->text_kind != TEXT_SUMMARY)
            continue;
        words->summary = block;
        words->subtitle = copy_of(block);
    }
}

static struct words words_of(const struct document *document, const struct block *block)
{
    struct words words = {0};
    screen_title_parts(block, &words.title, &words.subtitle);
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *other = document->blocks->pdata[i];
        if (screen_is_title_matter(other) && other->text_kind == TEXT_CLINIC)
            words.name = other;
    }
    return words;
}

static GPtrArray *set_block(struct show *show, const struct block *block, double size)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    g_ptr_array_add(blocks, (gpointer)block);
    screen_use_size(show, size);
    GPtrArray *strips = flow_blocks(&show->setter, blocks, show->area.width);
    screen_use_size(show, 1);
    return strips;
}

void screen_title_clear(struct screen_title *screen)
{
    g_clear_pointer(&screen->title, g_ptr_array_unref);
    g_clear_pointer(&screen->subtitle, g_ptr_array_unref);
    g_clear_pointer(&screen->name, g_ptr_array_unref);
}

/* What stands below has the colour of topics. */
static GPtrArray *set_subtitle(struct show *show, const struct block *block, double size)
{
    struct color ink = show->style.ink;
    show->style.ink = show->tones.top;
    GPtrArray *strips = set_block(show, block, size);
    show->style.ink = ink;
    return strips;
}

/* [pt] from the top of the area to the lowest ink. */
static double height_of(const struct show *show, struct screen_title *screen)
{
    double head = screen_head_space(show, screen->title);
    double title = strips_height(screen->title, 0, screen->title->len) - head;
    if (!screen->subtitle)
        return title - screen_foot_space(screen->title, show_descent(show, screen->size));
    screen->subtitle_y = title + screen_look.below_title * show_lead(show);
    return screen->subtitle_y + screen_ink_height(show, screen->subtitle, screen->subtitle_size);
}

/* What the name takes of the height at the foot, with the white space above it. [pt] */
static double name_height(const struct show *show, const GPtrArray *name)
{
    return name ? screen_ink_height(show, name, 1) + screen_look.below_title * show_lead(show) : 0;
}

/* The logo stands in its place where the clinic has one. */
static GPtrArray *set_name(struct show *show, const struct block *name)
{
    g_autofree char *words = block_words(name);
    return screen_logo_for(show, set_block(show, name, 1), words);
}

/* Sets all of it in those sizes; false, with nothing set, when it does not fit. */
static bool set_all(struct show *show, const struct words *words, bool named,
                    struct screen_title *screen)
{
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = PARTING_NONE;
    show->setter.mess = MESS_NONE;
    screen->title = set_block(show, words->title, screen->size);
    if (words->subtitle)
        screen->subtitle = set_subtitle(show, words->subtitle, screen->subtitle_size);
    if (named && words->name)
        screen->name = set_name(show, words->name);
    bool failed = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    double height = height_of(show, screen) + name_height(show, screen->name);
    if (!failed && height <= show->area.height)
        return true;
    screen_title_clear(screen);
    return false;
}

/* The subtitle as large as it may be in this size of the title. */
static bool set_size(struct show *show, const struct words *words, bool named, double size,
                     struct screen_title *screen)
{
    const size_t n = G_N_ELEMENTS(screen_look.loud_steps);
    for (size_t i = 0; i < n; i++) {
        double step = screen_look.loud_steps[i];
        if (step > MIN(screen_look.subtitle, size))
            continue;
        *screen = (struct screen_title){.size = size, .subtitle_size = step};
        if (set_all(show, words, named, screen))
            return true;
    }
    return false;
}

/* The largest of the sizes in which lines end best. */
static struct screen_title set_largest(struct show *show, const struct words *words, bool named)
{
    struct screen_title best = {0}, screen;
    enum mess least = MESS_COUNT;
    for (size_t i = 0; i < G_N_ELEMENTS(screen_look.loud_steps); i++) {
        if (!set_size(show, words, named, screen_look.loud_steps[i], &screen))
            continue;
        enum mess mess = show->setter.mess;
        screen_title_clear(mess < least ? &best : &screen);
        best = mess < least ? screen : best;
        least = MIN(least, mess);
    }
    return best;
}

/* The last glyph of the run becomes a run of its own that has none. */
static void drop_last_glyph(struct strip *strip, struct item *item)
{
    struct run *run = &item->as.run;
    gsize length = (gsize)(g_utf8_prev_char(run->text + strlen(run->text)) - run->text);
    guint last = run->rtl ? 0 : run->n_glyphs - 1;
    if (run->n_glyphs == 0 || run->glyphs[last].cluster != length)
        return;
    double advance = run->glyphs[last].advance;
    run->x += run->rtl ? advance : 0;
    run->width -= advance;
    if (run->rtl)
        run_drop_first(run);
    else
        run->n_glyphs--;
    g_autofree char *sign = g_strdup(run->text + length), *rest = g_strndup(run->text, length);
    run_set_words(run, rest);
    struct item colon = strip_unseen(item, sign, true);
    struct line *line = &g_array_index(strip->lines, struct line, strip->lines->len - 1);
    line->x += run->rtl ? advance : 0;
    line->width -= advance;
    line->last++;
    strip_add(strip, colon);
}

static void hide_colon(GPtrArray *title)
{
    struct strip *strip = title->pdata[title->len - 1];
    struct item *item = &g_array_index(strip->items, struct item, strip->items->len - 1);
    if (item->kind != ITEM_RUN || !*item->as.run.text)
        return;
    const char *words = item->as.run.text, *sign = g_utf8_prev_char(words + strlen(words));
    if (sentence_is_colon(g_utf8_get_char(sign)))
        drop_last_glyph(strip, item);
}

/* With the clinic's name; without it where that makes a small title larger. */
static struct screen_title set_words(struct show *show, const struct words *words)
{
    struct screen_title screen = set_largest(show, words, true);
    if (screen.title && (!words->name || screen.size >= screen_look.loud))
        return screen;
    struct screen_title bare = set_largest(show, words, false);
    struct screen_title *worse = bare.size > screen.size ? &screen : &bare;
    struct screen_title better = worse == &bare ? screen : bare;
    screen_title_clear(worse);
    return better;
}

/* The same words where no screen holds them all: the title by itself, then what stands behind
 * its colon. */
struct screen_title screen_title_set_part(struct show *show, const struct block *block, bool second)
{
    struct words words = words_of(show->setter.document, block);
    struct screen_title screen = {0};
    struct words part = {.title = second ? words.subtitle : words.title};
    struct color ink = show->style.ink;
    show->style.ink = second ? show->tones.top : ink;
    if (words.subtitle)
        screen = set_largest(show, &part, false);
    show->style.ink = ink;
    if (screen.title && !second)
        hide_colon(screen.title);
    g_clear_pointer(&words.title, block_free);
    g_clear_pointer(&words.subtitle, block_free);
    return screen;
}

/* The article's picture; NULL: it has none, or one that needs words below it. */
static const struct block *picture_of(const struct document *document)
{
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (block->part == PART_PICTURE && block->kind == BLOCK_IMAGE)
            return block->children->len == 0 ? block : NULL;
    }
    return NULL;
}

/* All words beside the widest picture that leaves them room; `title` NULL: none does. */
static struct screen_title set_beside(struct show *show, const struct words *words)
{
    const struct block *picture = picture_of(show->setter.document);
    const double *shares = screen_picture_look.title;
    size_t n = picture && show_letters(show) >= screen_look.few_letters
                   ? G_N_ELEMENTS(screen_picture_look.title)
                   : 0;
    struct screen_title screen = {0};
    if (n > 0 && show_is_upright(show)) {
        shares = &screen_picture_look.above;
        n = 1;
    }
    for (size_t i = 0; i < n && !screen.title; i++) {
        struct picture_head head = screen_picture_begin_head(show, picture, shares[i]);
        screen = set_words(show, words);
        screen_picture_end_head(show, &head, NULL);
        screen.picture = picture;
        screen.share = shares[i];
    }
    return screen;
}

struct screen_title screen_title_set(struct show *show, const struct block *block)
{
    struct words words = words_of(show->setter.document, block);
    take_summary(&words, show->setter.document);
    struct screen_title screen = set_beside(show, &words);
    if (!screen.title)
        screen = set_words(show, &words);
    if (!screen.title && words.summary) {
        words.summary = NULL;
        g_clear_pointer(&words.subtitle, block_free);
        screen = set_words(show, &words);
    }
    screen.summary = words.summary;
    if (screen.title && words.subtitle && !words.summary)
        hide_colon(screen.title);
    g_clear_pointer(&words.title, block_free);
    g_clear_pointer(&words.subtitle, block_free);
    return screen;
}

static void place_words(struct show *show, struct screen_title *screen, struct page *page)
{
    unsigned order = 0;
    screen_place(show, page, screen->title, 0, &order);
    if (screen->subtitle)
        screen_place(show, page, screen->subtitle, screen->subtitle_y, &order);
    if (screen->name)
        screen_place(show, page, screen->name,
                     show->area.height - screen_ink_height(show, screen->name, 1), &order);
    screen_title_clear(screen);
}

void screen_title_place(struct show *show, struct screen_title *screen, struct page *page)
{
    if (!screen->picture) {
        place_words(show, screen, page);
        return;
    }
    struct picture_head head = screen_picture_begin_head(show, screen->picture, screen->share);
    place_words(show, screen, page);
    screen_picture_end_head(show, &head, page);
}

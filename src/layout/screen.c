/*
 * Lobby screens: a title screen, the article by its headings, the contact screen. Letters have the
 * height that the viewing distance asks for and no other; a section that is too much for one screen
 * is parted between sentences into screens that hold about the same number of words. What cannot
 * fit at that height is an error.
 *
 * A page of this layout is as large as the panel really is, in points, so that millimetres of
 * letter height can be read off it; the PNG painter turns it into pixels.
 */
#include "layout/flow.h"
#include "layout/format.h"
#include "layout/pieces.h"
#include "layout/screen_size.h"
#include "layout/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Gap between letters, in em: keeps every pair within ADA 703.5.6's 10 to 35 % of the capital
 * height (lobby-standards 4.2). */
#define TRACKING 0.07
/* Baseline distance as a share of the capital height: inside ADA 703.5.9's 135 to 170 %. */
#define LINE_GAP 1.65
/* The band at the side where lines start, as a share of the panel's width: well outside the safe
 * area. */
#define BAND 0.018
/* Sizes tried for the title, as multiples of the body. */
static const double title_ratios[] = {1.6, 1.45, 1.3, 1.15, 1.0};

/* A stretch of the document under one heading (or several, when nothing stands between them). */
struct section {
    GPtrArray *headings; /* of struct block *; borrowed */
    GPtrArray *blocks;   /* of struct block *; borrowed */
};

struct show {
    struct setter setter;
    struct profile profile; /* the format's, with the title's ratio as it fits */
    struct layout *layout;
    struct rect panel;
    struct rect safe;
    double footer; /* height of the line that tells the part */
};

static struct section *section_new(void)
{
    struct section *section = g_new0(struct section, 1);
    section->headings = g_ptr_array_new();
    section->blocks = g_ptr_array_new();
    return section;
}

static void section_free(struct section *section)
{
    g_ptr_array_unref(section->headings);
    g_ptr_array_unref(section->blocks);
    g_free(section);
}

static bool is_title_matter(const struct block *block)
{
    return block->kind == BLOCK_TEXT &&
           (block->text_kind == TEXT_CLINIC || block->text_kind == TEXT_TITLE);
}

static void add_to_sections(GPtrArray *sections, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        struct block *block = blocks->pdata[i];
        struct section *last = sections->pdata[sections->len - 1];
        bool starts = block->heading || block->kind == BLOCK_RULE || block->kind == BLOCK_GROUP;
        if (is_title_matter(block))
            continue;
        if (starts && last->blocks->len > 0) {
            last = section_new();
            g_ptr_array_add(sections, last);
        }
        if (block->kind == BLOCK_GROUP)
            add_to_sections(sections, block->children);
        else if (block->heading)
            g_ptr_array_add(last->headings, block);
        else if (block->kind != BLOCK_RULE)
            g_ptr_array_add(last->blocks, block);
    }
}

static GPtrArray *sections_of(const struct document *document)
{
    GPtrArray *sections = g_ptr_array_new_with_free_func((GDestroyNotify)section_free);
    g_ptr_array_add(sections, section_new());
    add_to_sections(sections, document->blocks);
    return sections;
}

/* Lower-case ASCII letters and digits, words joined by hyphens; "screen" when the words have none.
 */
static char *slug_of(const char *words)
{
    enum { LONGEST = 40 };
    GString *slug = g_string_new(NULL);
    for (const char *c = words; *c && slug->len < LONGEST; c++) {
        if (g_ascii_isalnum(*c))
            g_string_append_c(slug, g_ascii_tolower(*c));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
            g_string_append_c(slug, '-');
    }
    while (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
    if (slug->len == 0)
        g_string_assign(slug, "screen");
    return g_string_free(slug, FALSE);
}

static void add_band(struct show *show, struct page *page)
{
    double width = show->panel.width * BAND;
    bool rtl = show->setter.document->rtl;
    struct rect band = {rtl ? show->panel.width - width : 0, 0, width, show->panel.height};
    struct path *path = path_new();
    path_add_rect(path, band);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .box = band,
                                 .as.fill = {.path = path, .color = show->setter.style->accent}});
}

static struct page *add_screen(struct show *show, const char *title)
{
    struct page *page = layout_add_page(show->layout, show->panel.width, show->panel.height);
    page->filled = true;
    page->ground = show->setter.style->ground;
    page->title = g_strdup(title);
    page->slug = slug_of(title);
    add_band(show, page);
    return page;
}

static void report_overflow(struct show *show, struct pos pos, unsigned words)
{
    diag_report(
        show->setter.diag, RULE_OVERFLOW, pos,
        "%s: %u words do not fit one screen in letters %.0f mm high; shorten them, or set a "
        "larger panel or a shorter viewing distance in style.yaml",
        show->setter.product, words, screen_cap_height_mm(&show->setter.style->screen));
    show->setter.failed = true;
}

/* The strips of one screen: its headings, then the pieces [from, to) of the section. */
static GPtrArray *set_part(struct show *show, const struct section *section, const GArray *pieces,
                           guint from, guint to)
{
    g_autoptr(GPtrArray) body = pieces_blocks(section->blocks, pieces, from, to);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    for (guint i = 0; i < section->headings->len; i++)
        g_ptr_array_add(blocks, section->headings->pdata[i]);
    for (guint i = 0; i < body->len; i++)
        g_ptr_array_add(blocks, body->pdata[i]);
    return flow_blocks(&show->setter, blocks, show->safe.width);
}

static bool fits(struct show *show, const struct section *section, const GArray *pieces, guint from,
                 guint to, double room)
{
    g_autoptr(GPtrArray) strips = set_part(show, section, pieces, from, to);
    return strips_height(strips, 0, strips->len) <= room + 0.01;
}

/* Cuts pieces that overfill a screen alone, until none does. False when one cannot be cut:
 * reported. */
static bool cut_long_pieces(struct show *show, const struct section *section, GArray *pieces,
                            double room)
{
    for (guint i = 0; i < pieces->len; i++) {
        while (!fits(show, section, pieces, i, i + 1, room)) {
            const struct piece *piece = &g_array_index(pieces, struct piece, i);
            if (show->setter.failed)
                return false;
            if (!pieces_cut(pieces, i)) {
                report_overflow(show, piece->block->pos, piece->words);
                return false;
            }
        }
    }
    return true;
}

static unsigned words_between(const GArray *pieces, guint from, guint to)
{
    unsigned words = 0;
    for (guint i = from; i < to; i++)
        words += g_array_index(pieces, struct piece, i).words;
    return words;
}

/* For each piece, the end of the longest stretch from it that fits; it never falls, so one pass
 * finds all. */
static guint *longest_stretches(struct show *show, const struct section *section,
                                const GArray *pieces, double room)
{
    guint *ends = g_new(guint, pieces->len);
    guint end = 1;
    for (guint from = 0; from < pieces->len; from++) {
        end = MAX(end, from + 1);
        while (end < pieces->len && fits(show, section, pieces, from, end + 1, room))
            end++;
        ends[from] = end;
    }
    return ends;
}

static unsigned fewest_parts(const guint *ends, guint n)
{
    unsigned parts = 0;
    for (guint at = 0; at < n; at = ends[at])
        parts++;
    return parts;
}

/*
 * Ends of the parts (of guint): as few as possible, and among those the ones whose word counts
 * differ least. Shortest path over the pieces, where a part costs a large constant plus the square
 * of how far it is from the even share.
 */
static GArray *even_parts(const GArray *pieces, const guint *ends)
{
    guint n = pieces->len;
    double share = words_between(pieces, 0, n) / (double)fewest_parts(ends, n);
    double part_cost = (share + 1) * (share + 1) * (n + 1);
    g_autofree double *cost = g_new(double, n + 1);
    g_autofree guint *before = g_new0(guint, n + 1);
    for (guint i = 1; i <= n; i++)
        cost[i] = G_MAXDOUBLE;
    cost[0] = 0;
    for (guint from = 0; from < n; from++) {
        double words = 0;
        for (guint to = from + 1; to <= ends[from]; to++) {
            words += g_array_index(pieces, struct piece, to - 1).words;
            double own = cost[from] + part_cost + (words - share) * (words - share);
            if (own < cost[to]) {
                cost[to] = own;
                before[to] = from;
            }
        }
    }
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint end = n; end > 0; end = before[end])
        g_array_prepend_val(parts, end);
    return parts;
}

/* "2 of 4" at the lower corner where lines end. */
static void add_progress(struct show *show, struct page *page, guint part, guint parts)
{
    char at[16], of[16];
    snprintf(at, sizeof at, "%u", part);
    snprintf(of, sizeof of, "%u", parts);
    g_autofree char *words =
        labels_format(show->setter.document->labels, LABEL_PART_OF, "part", at, "parts", of, NULL);
    struct span span = {.text = words, .strong = true};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    g_autoptr(GPtrArray) strips =
        text_set(&show->setter, spans, TEXT_BODY, show->safe.width, ALIGN_END);
    double height = strips_height(strips, 0, strips->len);
    unsigned order = G_MAXINT;
    struct rect line = {show->safe.x, show->safe.y + show->safe.height - height, show->safe.width,
                        height};
    strips_fill(strips, 0, page, line, &order);
}

static void add_part(struct show *show, const struct section *section, const GArray *pieces,
                     guint from, guint to, const char *title, guint part, guint parts)
{
    struct page *page = add_screen(show, title);
    g_autoptr(GPtrArray) strips = set_part(show, section, pieces, from, to);
    struct rect frame = show->safe;
    unsigned order = 0;
    if (parts > 1)
        frame.height -= show->footer;
    strips_fill(strips, 0, page, frame, &order);
    if (parts > 1)
        add_progress(show, page, part, parts);
}

static char *section_title(const struct show *show, const struct section *section)
{
    if (section->headings->len == 0)
        return g_strdup(show->setter.document->title);
    return block_words(section->headings->pdata[section->headings->len - 1]);
}

static void add_parts(struct show *show, const struct section *section, GArray *pieces,
                      const char *title)
{
    double room = show->safe.height - show->footer;
    if (!cut_long_pieces(show, section, pieces, room))
        return;
    g_autofree guint *ends = longest_stretches(show, section, pieces, room);
    g_autoptr(GArray) parts = even_parts(pieces, ends);
    guint from = 0;
    for (guint i = 0; i < parts->len; i++) {
        guint to = g_array_index(parts, guint, i);
        add_part(show, section, pieces, from, to, title, i + 1, parts->len);
        from = to;
    }
}

static void add_section(struct show *show, const struct section *section)
{
    if (section->headings->len + section->blocks->len == 0)
        return;
    g_autofree char *title = section_title(show, section);
    g_autoptr(GArray) pieces = pieces_of(section->blocks, show->setter.document);
    if (fits(show, section, pieces, 0, pieces->len, show->safe.height))
        add_part(show, section, pieces, 0, pieces->len, title, 1, 1);
    else if (pieces->len > 0)
        add_parts(show, section, pieces, title);
    else
        report_overflow(show, ((const struct block *)section->headings->pdata[0])->pos, 0);
}

static GPtrArray *title_blocks(const struct document *document)
{
    GPtrArray *blocks = g_ptr_array_new();
    for (guint i = 0; i < document->blocks->len; i++)
        if (is_title_matter(document->blocks->pdata[i]))
            g_ptr_array_add(blocks, document->blocks->pdata[i]);
    return blocks;
}

/* The title as large as it fits, a little above the middle, where the eye looks for it. */
static void add_title_screen(struct show *show)
{
    g_autoptr(GPtrArray) blocks = title_blocks(show->setter.document);
    g_autoptr(GPtrArray) strips = NULL;
    double height = G_MAXDOUBLE;
    show->setter.probing = true;
    for (size_t i = 0; i < G_N_ELEMENTS(title_ratios) && height > show->safe.height; i++) {
        g_clear_pointer(&strips, g_ptr_array_unref);
        show->profile.looks[TEXT_TITLE].ratio = title_ratios[i];
        show->setter.probing = i + 1 < G_N_ELEMENTS(title_ratios);
        show->setter.failed = false;
        strips = flow_blocks(&show->setter, blocks, show->safe.width);
        height = show->setter.failed ? G_MAXDOUBLE : strips_height(strips, 0, strips->len);
    }
    show->setter.probing = false;
    if (height > show->safe.height) {
        if (!show->setter.failed)
            report_overflow(show, (struct pos){0}, strips_words(strips, 0));
        return;
    }
    struct page *page = add_screen(show, show->setter.document->title);
    struct rect frame = show->safe;
    unsigned order = 0;
    frame.y += (frame.height - height) * 0.42;
    frame.height = height;
    strips_fill(strips, 0, page, frame, &order);
}

static void show_init(struct show *show, const struct format *format,
                      const struct document *document, const struct style *style,
                      struct fonts *fonts, struct diag *diag)
{
    const struct face *face = fonts_primary(fonts, false);
    double cap = screen_cap_height(&style->screen, face);
    *show = (struct show){.layout = format_new_layout(document), .profile = *format->profile};
    setter_init(&show->setter, format->name, document, style, &show->profile, fonts, diag);
    show->panel = screen_panel(&style->screen);
    double x = show->panel.width * style->screen.overscan;
    double y = show->panel.height * style->screen.overscan;
    show->safe = (struct rect){x, y, show->panel.width - 2 * x, show->panel.height - 2 * y};
    show->setter.body = cap / face->cap_height;
    show->setter.leading = cap * LINE_GAP;
    show->profile.heading_leading = LINE_GAP * face->cap_height;
    show->setter.tracking = TRACKING;
    show->setter.break_words = false;
    show->setter.frame_height = show->safe.height;
    show->footer = show->setter.leading * 1.2;
}

struct layout *screen_lay_out(const struct format *format, const struct document *document,
                              const struct style *style, struct fonts *fonts, struct diag *diag)
{
    struct show show;
    show_init(&show, format, document, style, fonts, diag);
    g_autoptr(GPtrArray) sections = sections_of(document);
    add_title_screen(&show);
    for (guint i = 0; i < sections->len; i++)
        add_section(&show, sections->pdata[i]);
    if (show.setter.failed)
        g_clear_pointer(&show.layout, layout_free);
    setter_clear(&show.setter);
    return show.layout;
}

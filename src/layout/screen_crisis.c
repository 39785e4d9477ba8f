/*
 * The heading at the top, the name of the line at the foot, the number between them with an icon
 * for each way to use it. Both ways are told in words, too, where that leaves the number large; who
 * listens hears each before the number.
 */
#include "layout/screen_crisis.h"

#include "layout/profile_screens.h"
#include "layout/screen_icon.h"
#include "layout/screen_spine.h"
#include "layout/screen_type.h"
#include "layout/type.h"

#include <math.h>
#include <string.h>

enum { WAYS_MOST = 2 };

/* A crisis line: blocks of the document, lent. */
struct way_in {
    const struct block *name;            /* NULL: none given */
    const struct block *ways[WAYS_MOST]; /* all with the same number */
    guint n_ways;
};

static const char *number_of(const struct block *way)
{
    return ((const struct span *)way->spans->pdata[1])->text;
}

/* Adds a way to reach the line; false when its number is another one. */
static bool add_way(struct way_in *line, const struct block *way)
{
    if (line->n_ways == WAYS_MOST || way->spans->len != 2 ||
        (line->n_ways > 0 && strcmp(number_of(line->ways[0]), number_of(way)) != 0))
        return false;
    line->ways[line->n_ways++] = way;
    return true;
}

/* The lines of the section (of struct way_in), owned by the caller; NULL when it has others. */
static GArray *lines_of(const struct section *section)
{
    GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct way_in));
    bool plain = section->headings->len > 0 && section->blocks->len > 0;
    for (guint i = 0; plain && i < section->blocks->len; i++) {
        const struct block *block = section->blocks->pdata[i];
        plain = block->fact == FACT_CRISIS && block->kind == BLOCK_TEXT && block->spans->len > 0;
        if (plain && (block->spans->len == 1 || lines->len == 0))
            g_array_set_size(lines, lines->len + 1);
        struct way_in *line = plain ? &g_array_index(lines, struct way_in, lines->len - 1) : NULL;
        if (plain && block->spans->len == 1)
            line->name = block;
        else if (plain)
            plain = add_way(line, block);
    }
    for (guint i = 0; plain && i < lines->len; i++)
        plain = g_array_index(lines, struct way_in, i).n_ways > 0;
    if (!plain)
        g_clear_pointer(&lines, g_array_unref);
    return lines;
}

/* A screen under construction. */
struct draft {
    struct show *show;
    const struct way_in *line;
    GPtrArray *head, *number, *name; /* head: no line where it has a screen of its own */
    GPtrArray *ways;                 /* "Call or text"; no line: it is not told */
    double head_size, number_size, name_size;
    bool above; /* the icons stand above the number */
};

static double icon_side(const struct draft *draft, double size)
{
    return draft->show->cap_height * size * screen_crisis_look.icon;
}

/* Of the icons in a row, with the space between them. [pt] */
static double icons_width(const struct draft *draft, double size)
{
    guint n = draft->line->n_ways;
    return n * icon_side(draft, size) + (n - 1) * screen_crisis_look.gap * draft->show->em;
}

/* In one line, else in few of the smallest letters: the number is what shall be large. */
static GPtrArray *set_words(const struct draft *draft, const struct block *block,
                            const double *sizes, size_t n, double *size)
{
    struct show *show = draft->show;
    struct screen_type type = {.width = show->area.width, .color = show->tones.top};
    GPtrArray *lines =
        screen_type_fit(show, block->spans, &type, sizes, n, 1, show->area.height, PARTING_NONE);
    if (!lines)
        lines = screen_type_fit(show, block->spans, &type, sizes + n - 1, 1,
                                screen_crisis_look.lines, show->area.height, PARTING_NONE);
    *size = type.size;
    return lines;
}

/* Height that is left between heading and name. [pt] */
static double number_room(const struct draft *draft)
{
    const struct show *show = draft->show;
    double taken = screen_type_height(show, draft->head, draft->head_size);
    double gap = screen_crisis_look.around * show->em;
    if (draft->name)
        taken += screen_type_height(show, draft->name, draft->name_size) + gap;
    if (draft->ways->len > 0)
        taken += screen_type_height(show, draft->ways, 1) + gap;
    return show->area.height - taken - gap;
}

static bool set_number(struct draft *draft)
{
    struct show *show = draft->show;
    const struct block *way = draft->line->ways[0];
    g_autoptr(GPtrArray) value = g_ptr_array_new();
    g_ptr_array_add(value, way->spans->pdata[1]);
    double gap = screen_crisis_look.gap * show->em, size = screen_crisis_look.largest;
    for (; size >= 1 && !draft->number; size -= screen_crisis_look.step) {
        double icons = icon_side(draft, size) + gap, beside = icons_width(draft, size) + gap;
        struct screen_type type = {.width = show->area.width - (draft->above ? 0 : beside),
                                   .bold = true,
                                   .color = show->tones.ink};
        double room = number_room(draft) - (draft->above ? icons : 0);
        draft->number_size = size;
        draft->number = screen_type_fit(show, value, &type, &size, 1, 1, INFINITY, PARTING_NONE);
        if (draft->number && screen_digits_height(show, draft->number, size) > room)
            g_clear_pointer(&draft->number, g_ptr_array_unref);
    }
    return draft->number;
}

/* In the smallest letters, and in few lines. */
static GPtrArray *set_ways(const struct draft *draft)
{
    struct show *show = draft->show;
    const struct span *call = draft->line->ways[0]->spans->pdata[0];
    const char *both = labels_get(show->setter.document->labels, LABEL_CRISIS_CALL_OR_TEXT);
    struct span span = {.text = (char *)both, .element = call->element};
    struct screen_type type = {.width = show->area.width, .bold = true, .color = show->tones.ink};
    const double size = 1;
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    GPtrArray *lines = screen_type_fit(show, spans, &type, &size, 1, screen_crisis_look.lines,
                                       INFINITY, PARTING_NONE);
    return lines ? lines : g_ptr_array_new();
}

/* The number, below the words for its ways where it stays much larger than they are. */
static bool set_number_and_ways(struct draft *draft)
{
    if (draft->line->n_ways < WAYS_MOST || draft->head->len == 0)
        return set_number(draft);
    g_ptr_array_unref(draft->ways);
    draft->ways = set_ways(draft);
    if (set_number(draft) && draft->number_size >= screen_crisis_look.large)
        return true;
    g_clear_pointer(&draft->number, g_ptr_array_unref);
    g_ptr_array_set_size(draft->ways, 0);
    return set_number(draft);
}

static bool set_draft(struct draft *draft, const struct block *heading)
{
    struct show *show = draft->show;
    draft->above = show_is_upright(show);
    draft->ways = g_ptr_array_new();
    draft->head = heading ? set_words(draft, heading, screen_crisis_look.head,
                                      G_N_ELEMENTS(screen_crisis_look.head), &draft->head_size)
                          : g_ptr_array_new();
    if (draft->line->name)
        draft->name = set_words(draft, draft->line->name, screen_crisis_look.name,
                                G_N_ELEMENTS(screen_crisis_look.name), &draft->name_size);
    return draft->head && (!draft->line->name || draft->name) && set_number_and_ways(draft);
}

static void draft_clear(struct draft *draft)
{
    g_clear_pointer(&draft->head, g_ptr_array_unref);
    g_clear_pointer(&draft->number, g_ptr_array_unref);
    g_clear_pointer(&draft->name, g_ptr_array_unref);
    g_clear_pointer(&draft->ways, g_ptr_array_unref);
}

/* Where their words are not shown, ways are told by them to whoever hears them: before the number.
 */
static void say_ways(const struct draft *draft)
{
    const struct span *call = draft->line->ways[0]->spans->pdata[0];
    const struct labels *labels = draft->show->setter.document->labels;
    if (draft->ways->len > 0)
        return;
    g_autofree char *both = g_strconcat(labels_get(labels, LABEL_CRISIS_CALL_OR_TEXT), " ", NULL);
    struct span joint = {.text = both, .element = call->element};
    screen_type_say(draft->number, draft->line->n_ways == WAYS_MOST ? &joint : call);
}

/* An icon for each way, from `x` points on. */
static void add_icons(const struct draft *draft, struct page *page, double x, double y)
{
    struct show *show = draft->show;
    double side = icon_side(draft, draft->number_size);
    for (guint i = 0; i < draft->line->n_ways; i++) {
        bool call =
            i == 0 &&
            element_link(((const struct span *)draft->line->ways[i]->spans->pdata[1])->element);
        struct rect square = {screen_start(show, x, side), y, side, side};
        screen_icon_add(page, call ? SCREEN_ICON_CALL : SCREEN_ICON_TEXT, square, show->tones.top,
                        show->tones.ground);
        x += side + screen_crisis_look.gap * show->em;
    }
}

/* The heading, and below it the words for the ways; returns their height. [pt] */
static double place_head(struct draft *draft, struct page *page, unsigned *order)
{
    struct show *show = draft->show;
    struct point at = {show->area.x, show->area.y};
    double gap = screen_crisis_look.around * show->em;
    double head = screen_type_height(show, draft->head, draft->head_size);
    screen_type_place(show, page, g_steal_pointer(&draft->head), at, order);
    if (draft->ways->len == 0)
        return head;
    double ways = screen_type_height(show, draft->ways, 1);
    at.y += head + gap;
    screen_type_place(show, page, g_steal_pointer(&draft->ways), at, order);
    return head + gap + ways;
}

static void place(struct draft *draft, const char *title)
{
    struct show *show = draft->show;
    struct page *page = show_add_page(show, title);
    unsigned order = 0;
    double gap = screen_crisis_look.gap * show->em, side = icon_side(draft, draft->number_size);
    double capitals = show->cap_height * draft->number_size, stack = draft->above ? side + gap : 0;
    double spare = number_room(draft) - capitals;
    struct point at = {show->area.x, show->area.y};
    screen_spine_add_whole(show, page, show->tones.on);
    say_ways(draft);
    double head = place_head(draft, page, &order);
    double width = type_widest(draft->number);
    double y = at.y + head + screen_crisis_look.around * show->em / 2 + stack +
               MAX(spare - stack, 0) * screen_look.middle;
    add_icons(draft, page, draft->above ? 0 : width + gap,
              draft->above ? y - stack : y + (capitals - side) / 2);
    bool shifted = show->setter.document->rtl && !draft->above;
    double x = at.x + (shifted ? icons_width(draft, draft->number_size) + gap : 0);
    screen_type_place(show, page, g_steal_pointer(&draft->number), (struct point){x, y}, &order);
    if (!draft->name)
        return;
    at.y += show->area.height - screen_type_height(show, draft->name, draft->name_size);
    screen_type_place(show, page, g_steal_pointer(&draft->name), at, &order);
}

/* Each line on a screen; `heading` NULL: without one. */
static bool add_lines(struct show *show, const GArray *lines, const struct block *heading,
                      const char *title)
{
    for (guint i = 0; i < lines->len; i++) {
        struct draft draft = {.show = show, .line = &g_array_index(lines, struct way_in, i)};
        bool fits = set_draft(&draft, heading);
        if (fits)
            place(&draft, title);
        draft_clear(&draft);
        if (!fits)
            return false;
    }
    return true;
}

/* The heading where the eye looks, as large as the panel allows. */
static bool add_heading(struct show *show, const struct block *heading, const char *title)
{
    struct screen_type type = {.width = show->area.width, .color = show->tones.ink};
    GPtrArray *lines = screen_type_fit(show, heading->spans, &type, screen_look.loud_steps,
                                       G_N_ELEMENTS(screen_look.loud_steps), G_MAXUINT,
                                       show->area.height, PARTING_NONE);
    if (!lines)
        return false;
    struct page *page = show_add_page(show, title);
    double spare = show->area.height - screen_type_height(show, lines, type.size);
    unsigned order = 0;
    screen_spine_add_whole(show, page, show->tones.on);
    screen_type_place(show, page, lines,
                      (struct point){show->area.x, show->area.y + spare * screen_look.middle},
                      &order);
    return true;
}

bool screen_crisis_add(struct show *show, const struct section *section, const char *title)
{
    g_autoptr(GArray) lines = lines_of(section);
    guint pages = show->layout->pages->len;
    if (!lines)
        return false;
    const struct block *heading = section->headings->pdata[0];
    screen_use_ground(show, GROUND_DEEP);
    if (add_lines(show, lines, heading, title))
        return true;
    g_ptr_array_set_size(show->layout->pages, (gint)pages);
    if (add_heading(show, heading, title) && add_lines(show, lines, NULL, title))
        return true;
    g_ptr_array_set_size(show->layout->pages, (gint)pages);
    return false;
}

/*
 * Page furniture. It is set like body text of another size, so a desk is put to that size first and
 * sets nothing else after.
 */
#include "layout/furniture.h"

#include "base/words.h"
#include "content/tones.h"
#include "layout/strip.h"
#include "layout/text.h"
#include "layout/type.h"

#include <stdio.h>
#include <string.h>

static double size(const struct setter *setter)
{
    return profile_size(setter->profile->furniture, fonts_primary(setter->fonts, false));
}

double furniture_space(const struct setter *setter)
{
    const struct trim *trim = setter_trim(setter);
    return trim->furniture.edge +
           size(setter) * setter->profile->leading * (1 + trim->furniture.gap);
}

void furniture_begin(struct setter *setter)
{
    setter_use_size(setter, setter->profile->furniture);
}

/* One line of words as decoration, with its first line's strip; NULL when it needs more than one.
 */
static struct strip *set_line(struct setter *setter, const char *words, bool strong, double width,
                              enum artifact artifact)
{
    struct span span = {.text = (char *)words, .strong = strong};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    g_autoptr(GPtrArray) strips = text_set(setter, spans, TEXT_BODY, width, ALIGN_START);
    if (strips->len != 1)
        return NULL;
    g_ptr_array_set_free_func(strips, NULL);
    struct strip *strip = strips->pdata[0];
    for (guint i = 0; i < strip->items->len; i++)
        g_array_index(strip->items, struct item, i).artifact = artifact;
    return strip;
}

static void place(struct page *page, struct strip *strip, double x, double y, unsigned *order)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, strip);
    strips_place(one, 0, 1, page, (struct point){x, y}, order);
}

/* Aligns the line to the left or right edge of the text column and adds it to the page. */
static void place_line(struct page *page, struct strip *strip, struct rect frame, bool at_right,
                       double y, unsigned *order)
{
    double x =
        at_right ? frame.x + frame.width - text_line_end(strip) : frame.x - text_line_start(strip);
    place(page, strip, x, y, order);
}

static void add_rule(const struct setter *setter, struct page *page, struct rect rule,
                     enum artifact artifact, unsigned *order)
{
    struct path *path = path_new();
    path_add_rect(path, rule);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = artifact,
                                 .order = (*order)++,
                                 .box = rule,
                                 .as.fill = {.path = path,
                                             .color = tint_color(setter->style->accent, TINT_64)}});
}

/* Words that stand there in one line, as decoration, or not at all: NULL. */
static GPtrArray *set_spare(struct setter *setter, const char *words, double room,
                            enum alignment alignment, enum artifact artifact)
{
    if (!words || room <= 0)
        return NULL;
    struct trial trial = trial_begin(setter);
    GPtrArray *lines = type_set_words(setter, words, NULL, &setter->profile->scale->small,
                                      setter->style->ink, room, alignment);
    trial_end(setter, &trial);
    type_decorate(lines, artifact);
    if (lines->len > 1)
        g_clear_pointer(&lines, g_ptr_array_unref);
    return lines;
}

/* The title in bold, or what of it stands before its colon. */
static GPtrArray *set_title(struct setter *setter, bool whole, double width)
{
    const char *title = setter->document->title, *colon = strstr(title, ": ");
    g_autofree char *first =
        g_strndup(title, whole || !colon ? strlen(title) : (gsize)(colon - title));
    GPtrArray *lines = type_set_words(setter, first, NULL, &setter->profile->scale->strong,
                                      setter->style->accent, width, ALIGN_START);
    type_decorate(lines, ARTIFACT_HEADER);
    return lines;
}

/* The head of a page: the title, and the clinic beside or below it. */
struct head_lines {
    GPtrArray *title, *name; /* owned until they are stacked; no `name`: it has no room */
    double used;             /* [pt] by the title, with white space behind it */
    bool below;              /* the name stands on a line of its own */
};

static void set_name(struct setter *setter, struct head_lines *head, double width)
{
    head->used =
        masthead_look.name_gap + (head->title->len == 1 ? type_widest(head->title) : width);
    head->name = set_spare(setter, setter->document->clinic_name, width - head->used, ALIGN_END,
                           ARTIFACT_HEADER);
}

/* The whole title where the clinic has room beside it or where neither has it with the words before
 * the colon; in small letters there is room for a line more. */
static struct head_lines set_head(struct setter *setter, double width)
{
    struct head_lines head = {.title = set_title(setter, true, width)};
    set_name(setter, &head, width);
    if (head.name || !setter->document->clinic_name)
        return head;
    struct head_lines cut = {.title = set_title(setter, false, width)};
    set_name(setter, &cut, width);
    if (cut.name || head.title->len > 1) {
        g_ptr_array_unref(head.title);
        head = cut;
    } else {
        g_ptr_array_unref(cut.title);
    }
    if (!head.name && setter->profile->scale->calls) {
        head.below = true;
        head.name =
            set_spare(setter, setter->document->clinic_name, width, ALIGN_START, ARTIFACT_HEADER);
    }
    return head;
}

static double head_height(const struct head_lines *head)
{
    return type_height(head->title) + (head->below && head->name ? type_height(head->name) : 0);
}

double furniture_head_height(struct setter *setter, double width)
{
    struct head_lines head = set_head(setter, width);
    double height = head_height(&head);
    g_ptr_array_unref(head.title);
    g_clear_pointer(&head.name, g_ptr_array_unref);
    return height;
}

void furniture_add_title(struct setter *setter, struct page *page, struct rect frame,
                         unsigned *order)
{
    struct head_lines head = set_head(setter, frame.width);
    double height = head_height(&head), own = type_height(head.title);
    bool rtl = setter->document->rtl;
    struct strip *strip = strip_new(height, (struct pos){0});
    type_stack(strip, head.title, 0, 0);
    if (head.name)
        type_stack(strip, head.name, rtl || head.below ? 0 : head.used, head.below ? own : 0);
    place(page, strip, frame.x, handout_look.top, order);
    struct rect rule = {frame.x, handout_look.top + height + handout_look.head_rule, frame.width,
                        setter_trim(setter)->rules.hair};
    add_rule(setter, page, rule, ARTIFACT_HEADER, order);
}

static char *number_words(const struct setter *setter, unsigned number, unsigned pages)
{
    char of[16], at[16];
    snprintf(at, sizeof at, "%u", number);
    snprintf(of, sizeof of, "%u", pages);
    return labels_format(setter->document->labels, LABEL_PAGE_OF, "page", at, "pages", of, NULL);
}

/* The title up to its colon; NULL where it needs more than one line. */
static struct strip *set_short_title(struct setter *setter, double width)
{
    const char *title = setter->document->title, *colon = strstr(title, ": ");
    g_autofree char *first = colon ? g_strndup(title, (gsize)(colon - title)) : g_strdup(title);
    return width > 0 ? set_line(setter, first, false, width, ARTIFACT_FOOTER) : NULL;
}

/* The words at both ends of the foot of a folded page, each in one line; NULL: not there. */
struct fold_foot {
    struct strip *line, *title;
};

static struct fold_foot set_fold_foot(struct setter *setter, const char *number, double width)
{
    struct fold_foot foot = {set_line(setter, number, true, width, ARTIFACT_FOOTER), NULL};
    if (!foot.line)
        return foot;
    double used = text_line_end(foot.line) - text_line_start(foot.line) + masthead_look.name_gap;
    foot.title = set_short_title(setter, width - used);
    return foot;
}

void furniture_add_fold_foot(struct setter *setter, struct page *page, struct rect frame,
                             unsigned number, unsigned pages, bool at_right, unsigned *order)
{
    g_autofree char *of = number_words(setter, number, pages);
    g_autofree char *alone = g_strdup_printf("%u", number);
    struct fold_foot foot = set_fold_foot(setter, of, frame.width);
    struct fold_foot short_foot = foot.title ? foot : set_fold_foot(setter, alone, frame.width);
    if (short_foot.title && !foot.title) {
        g_clear_pointer(&foot.line, strip_free);
        foot = short_foot;
    } else if (!foot.title) {
        g_clear_pointer(&short_foot.line, strip_free);
    }
    struct strip *line = foot.line, *title = foot.title;
    if (!line)
        return;
    double y = page->height - setter_trim(setter)->furniture.edge - line->height;
    struct rect rule = {frame.x, y - handout_look.foot_rule, frame.width,
                        setter_trim(setter)->rules.hair};
    add_rule(setter, page, rule, ARTIFACT_FOOTER, order);
    if (title)
        place_line(page, title, frame, !at_right, y, order);
    place_line(page, line, frame, at_right, y, order);
}

/* What stands at the start of a foot, no wider than `width`; NULL: nothing, or not in one line. */
static GPtrArray *set_foot_words(struct setter *setter, const struct page_foot *foot, double width)
{
    const struct type *type = &setter->profile->scale->small;
    if (foot->checked)
        return type_set(setter, foot->checked->spans, type, setter->style->ink, width, ALIGN_START);
    return set_spare(setter, foot->words, width, ALIGN_START, ARTIFACT_FOOTER);
}

/* Words at both ends of a foot. */
struct foot_lines {
    GPtrArray *start, *end; /* owned until they are stacked; no `start`: nothing stands there */
    double x;               /* [pt] of the start's */
    double used, height;    /* [pt] at the end, with white space before it; of the higher one */
};

/* Below the page's number there is room for all of the width. */
static void set_foot_start(struct setter *setter, const struct page_foot *foot, double width,
                           struct foot_lines *lines)
{
    double beside = width - lines->used;
    GPtrArray *narrow = set_foot_words(setter, foot, beside);
    GPtrArray *wide = narrow && narrow->len > 1 ? set_foot_words(setter, foot, width) : NULL;
    bool below = false;
    if (wide) {
        const struct strip *first = wide->pdata[0];
        below = g_array_index(first->lines, struct line, 0).width <= beside;
        g_ptr_array_unref(below ? narrow : wide);
    }
    lines->start = below ? wide : narrow;
    lines->x = setter->document->rtl && !below ? lines->used : 0;
}

static struct foot_lines set_foot(struct setter *setter, const struct page_foot *foot, double width)
{
    const struct type *type = &setter->profile->scale->strong;
    g_autofree char *number = number_words(setter, foot->number, foot->pages);
    struct foot_lines lines = {
        .end = type_set_words(setter, number, NULL, type, setter->style->ink, width, ALIGN_END)};
    type_decorate(lines.end, ARTIFACT_FOOTER);
    lines.used = masthead_look.name_gap + type_widest(lines.end);
    set_foot_start(setter, foot, width, &lines);
    double start = lines.start ? type_height(lines.start) : 0;
    lines.height = MAX(MAX(type_height(lines.end), start), foot->least);
    return lines;
}

double furniture_foot_height(struct setter *setter, const struct page_foot *foot, double width)
{
    struct foot_lines lines = set_foot(setter, foot, width);
    g_clear_pointer(&lines.start, g_ptr_array_unref);
    g_ptr_array_unref(lines.end);
    return lines.height;
}

void furniture_add_foot(struct setter *setter, struct page *page, struct rect frame,
                        const struct page_foot *foot, unsigned *order)
{
    struct foot_lines lines = set_foot(setter, foot, frame.width);
    double y = page->height - handout_look.foot - lines.height;
    struct strip *strip = strip_new(lines.height, (struct pos){0});
    if (lines.start)
        type_stack(strip, lines.start, lines.x, 0);
    type_stack(strip, lines.end, 0, 0);
    place(page, strip, frame.x, y, order);
    struct rect rule = {frame.x, y - handout_look.foot_rule, frame.width,
                        setter_trim(setter)->rules.hair};
    if (foot->ruled)
        add_rule(setter, page, rule, ARTIFACT_FOOTER, order);
}

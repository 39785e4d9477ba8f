/*
 * The bands stand at the edges of the panel, and the show's area between them is all that planning
 * knows of. They rather have smaller letters than are given up: a reason to call says nothing
 * without them. The number repeats what the contact screens say, so it is no content of the
 * article's.
 */
#include "layout/screen_calling.h"

#include "document/calling.h"
#include "layout/profile_screens.h"
#include "layout/screen_contact.h"
#include "layout/screen_icon.h"
#include "layout/screen_type.h"
#include "layout/type.h"

bool screen_calling_is(const struct show *show, const struct section *section)
{
    guint n = section->headings->len;
    if (n == 0 || section->blocks->len == 0 || section->callout)
        return false;
    g_autoptr(GPtrArray) pair = g_ptr_array_new();
    g_ptr_array_add(pair, section->headings->pdata[n - 1]);
    g_ptr_array_add(pair, section->blocks->pdata[0]);
    return n == 1 && calling_begins(show->setter.document, pair, 0);
}

/* The heading; NULL: it has more lines than a topic. */
static GPtrArray *set_heading(struct show *show, const struct bands *bands)
{
    struct screen_type type = {.width = show->panel.width - 2 * show->area.x,
                               .bold = true,
                               .color = show->tones.alert_ink};
    type.width = MIN(type.width, show->area.width);
    return screen_type_fit(show, bands->heading->spans, &type, &bands->scale, 1, bands->lines,
                           show->panel.height, PARTING_NONE);
}

static double icon_space(const struct show *show, const struct bands *bands)
{
    return (screen_calling_look.icon + screen_calling_look.icon_gap) * show->em * bands->scale;
}

/* From the letters of a band to its edge. [pt] */
static double band_pad(const struct show *show, const struct bands *bands)
{
    return screen_calling_look.head * show->em * bands->scale;
}

/* In one line, else in two, as large as that allows; NULL: the clinic gives none. */
static GPtrArray *set_number(struct show *show, const struct bands *bands, double *size)
{
    const bool large = bands->scale == 1;
    const size_t n = large ? G_N_ELEMENTS(screen_calling_look.number) : 1;
    const double *sizes = large ? screen_calling_look.number : &bands->scale;
    struct span span = {.text = (char *)show->setter.document->telephone, .isolated = true};
    struct screen_type type = {.width = show->area.width - icon_space(show, bands),
                               .bold = true,
                               .color = show->tones.band_ink};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    GPtrArray *lines = NULL;
    g_ptr_array_add(spans, &span);
    for (guint most = 1; span.text && !lines && most <= 2; most++)
        lines = screen_type_fit(show, spans, &type, sizes, n, most, show->panel.height,
                                most > 1 ? PARTING_WORDS : PARTING_NONE);
    *size = type.size;
    if (lines)
        type_decorate(lines, ARTIFACT_BACKGROUND);
    return lines;
}

/* Where the bands end. */
static bool divide(struct show *show, struct bands *bands)
{
    g_autoptr(GPtrArray) heading = set_heading(show, bands);
    g_autoptr(GPtrArray) number = set_number(show, bands, &bands->size);
    double pad = band_pad(show, bands);
    if (!heading)
        return false;
    bands->head = show->area.y + screen_type_height(show, heading, bands->scale) + pad;
    bands->foot = show->panel.height;
    if (number)
        bands->foot = show->area.y + show->area.height - pad -
                      screen_digits_height(show, number, bands->size);
    return true;
}

static void narrow(struct show *show, const struct bands *bands)
{
    double around = screen_calling_look.around * show->em * bands->scale;
    double end = MIN(bands->foot - around, show->area.y + show->area.height);
    show->area.y = bands->head + around;
    show->area.height = end - show->area.y;
}

/* Between bands in letters of one size; false, with nothing changed, when that leaves too little.
 */
static bool begin_in(struct show *show, struct bands *bands, double scale)
{
    bands->scale = scale;
    bands->lines = show_topic_lines(show); /* of the whole area, which the bands narrow */
    if (scale < 1)
        bands->lines = MAX(bands->lines, screen_calling_look.heading);
    if (!divide(show, bands))
        return false;
    narrow(show, bands);
    show->bands = bands;
    if (show_lines(show) >= screen_calling_look.lines)
        return true;
    screen_calling_end(show);
    return false;
}

bool screen_calling_begin(struct show *show, const struct section *section, struct bands *bands)
{
    const unsigned em = show->em_px;
    *bands = (struct bands){.heading = section->headings->pdata[0], .area = show->area};
    screen_use_ground(show, GROUND_TINT);
    for (unsigned px = em; px >= screen_look.smallest * em; px--) {
        if (!begin_in(show, bands, (double)px / em))
            continue;
        if (px < em)
            screen_report_distance(show, bands->heading->pos, bands->scale);
        return true;
    }
    return false;
}

void screen_calling_end(struct show *show)
{
    show->area = show->bands->area;
    show->bands = NULL;
}

/* Its words stand for the heading. */
static struct block *new_topic(const struct block *heading, const char *words)
{
    struct block *topic = block_new(BLOCK_TEXT, heading->element, heading->pos);
    topic->text_kind = TEXT_HEADING_2;
    topic->as.text.heading = true;
    g_ptr_array_add(topic->spans, span_new(topic->element, words));
    return topic;
}

static struct block *new_number(const struct block *heading, const struct document *document)
{
    struct block *number = block_new(BLOCK_TEXT, heading->element, heading->pos);
    number->text_kind = TEXT_FACT;
    number->fact = FACT_TELEPHONE;
    g_autofree char *label = calling_label(document);
    struct span *value = span_new(number->element, document->telephone);
    value->isolated = true;
    g_ptr_array_add(number->spans, span_new(number->element, label));
    g_ptr_array_add(number->spans, value);
    return number;
}

void screen_calling_add_number(struct show *show, const struct section *section)
{
    const struct document *document = show->setter.document;
    if (!document->telephone)
        return;
    const char *call = labels_get(document->labels, LABEL_CALL_US);
    g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    g_ptr_array_add(headings, new_topic(section->headings->pdata[0], call));
    g_ptr_array_add(blocks, new_number(section->headings->pdata[0], document));
    screen_contact_add_call(show, &(struct section){.headings = headings, .blocks = blocks}, call);
}

/* For displays that change their colours. */
static void name_head(struct page *page, guint from)
{
    for (guint i = from; i < page->items->len; i++) {
        struct item *item = &g_array_index(page->items, struct item, i);
        item->shade = item->kind == ITEM_RUN ? "alert_ink" : "alert";
    }
}

static void add_head(struct show *show, struct page *page, double y)
{
    guint from = page->items->len;
    unsigned order = 0;
    screen_fill_rect(page, (struct rect){0, 0, show->panel.width, show->bands->head},
                     show->tones.alert);
    screen_type_place(show, page, set_heading(show, show->bands), (struct point){show->area.x, y},
                      &order);
    name_head(page, from);
}

static void add_foot(struct show *show, struct page *page)
{
    double size, foot = show->bands->foot,
                 side = screen_calling_look.icon * show->em * show->bands->scale;
    GPtrArray *number = set_number(show, show->bands, &size);
    guint from = page->items->len;
    if (!number)
        return;
    double y = foot + band_pad(show, show->bands);
    double middle = y + show->cap_height * size / 2;
    unsigned order = SCREEN_BEHIND_ALL;
    screen_fill_rect(page, (struct rect){0, foot, show->panel.width, show->panel.height - foot},
                     show->tones.band);
    screen_icon_add(page, SCREEN_ICON_CALL,
                    (struct rect){screen_start(show, 0, side), middle - side / 2, side, side},
                    show->tones.band_ink, show->tones.band);
    double x = show->area.x + (show->setter.document->rtl ? 0 : icon_space(show, show->bands));
    screen_type_place(show, page, number, (struct point){x, y}, &order);
    screen_name_band(show, page, from);
}

/* What is on the page is read behind the heading. */
void screen_calling_add(struct show *show, struct page *page)
{
    enum { HEAD = 1 << 10 };
    for (guint i = 0; i < page->items->len; i++)
        g_array_index(page->items, struct item, i).order += HEAD;
    add_head(show, page, show->bands->area.y);
    add_foot(show, page);
}

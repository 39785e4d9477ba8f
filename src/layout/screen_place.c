/*
 * The address first, then the e-mail address beside an envelope, broken behind its sign where it is
 * wider than its line, and below the envelope where its host is, too; each on a screen of its own
 * where one does not hold both.
 */
#include "base/direction.h"
#include "layout/profile_screens.h"
#include "layout/screen_contact.h"
#include "layout/screen_fact.h"
#include "layout/screen_icon.h"
#include "layout/screen_spine.h"
#include "layout/screen_tiles.h"
#include "layout/screen_type.h"
#include "layout/text.h"

#include <string.h>

/* The screen of an address under construction. */
struct place {
    struct show *show;
    guint screen, screens; /* which of how many it is on */
    double size;           /* of its facts */
    enum {
        PARTS_NONE,
        PARTS_AT,
        PARTS_MORE
    } parts; /* where the e-mail address may end a line:
                 behind its sign; elsewhere as well, below the envelope */
    GPtrArray *address, *email;
    double email_y; /* [pt] from the capitals of the address */
    double height;  /* [pt] */
};

static GPtrArray *set_value(struct place *place, const GPtrArray *spans, double width)
{
    struct screen_type type = {.width = width, .color = place->show->tones.ink};
    enum parting parting = place->parts < PARTS_MORE ? PARTING_NONE : PARTING_WORDS;
    return screen_type_fit(place->show, spans, &type, &place->size, 1, G_MAXUINT,
                           place->show->area.height, parting);
}

/* Behind the sign between name and host; the parts are read without a blank. */
static GPtrArray *set_email_parts(struct place *place, const struct span *span, double width)
{
    const char *at = strchr(span->text, '@');
    size_t name = at ? (size_t)(at - span->text) + 1 : 0;
    if (name == 0)
        return NULL;
    g_autoptr(GPtrArray) first = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    g_autoptr(GPtrArray) second = g_ptr_array_new_with_free_func((GDestroyNotify)span_free);
    g_ptr_array_add(first, span_slice(span, 0, name));
    g_ptr_array_add(second, span_slice(span, name, strlen(span->text) - name));
    GPtrArray *lines = set_value(place, first, width);
    GPtrArray *host = set_value(place, second, width);
    if (!lines || !host || (host->len > 1 && place->parts < PARTS_MORE)) {
        g_clear_pointer(&lines, g_ptr_array_unref);
        g_clear_pointer(&host, g_ptr_array_unref);
        return NULL;
    }
    struct strip *last = lines->pdata[lines->len - 1];
    g_array_index(last->lines, struct line, 0).end = LINE_END_NOTHING;
    g_ptr_array_extend_and_steal(lines, host);
    return lines;
}

static double envelope_side(const struct place *place)
{
    return screen_contact_look.envelope * place->show->em * place->size;
}

static double envelope_gap(const struct place *place)
{
    return screen_contact_look.icon_gap * place->show->em * place->size;
}

/* What the envelope takes of the width, or of the height. [pt] */
static double envelope_width(const struct place *place)
{
    return place->parts < PARTS_MORE ? envelope_side(place) + envelope_gap(place) : 0;
}

static double envelope_height(const struct place *place)
{
    return place->parts < PARTS_MORE ? 0 : envelope_side(place) + envelope_gap(place);
}

static GPtrArray *set_email(struct place *place, const struct block *fact)
{
    g_autoptr(GPtrArray) value = screen_fact_value(fact);
    double width = place->show->area.width - envelope_width(place);
    bool whole = screen_type_widths(place->show, value, false, place->size).line <= width;
    GPtrArray *lines = whole ? set_value(place, value, width) : NULL;
    if (!lines && place->parts > PARTS_NONE && value->len == 1)
        lines = set_email_parts(place, value->pdata[0], width);
    if (lines && fact->spans->len > 1)
        screen_type_say(lines, fact->spans->pdata[0]);
    return lines;
}

/* What ends the line: its last character. */
static gunichar line_sign(const struct strip *strip)
{
    const struct line *line = &g_array_index(strip->lines, struct line, strip->lines->len - 1);
    const char *words = g_array_index(strip->items, struct item, line->last).as.run.text;
    return *words ? g_utf8_get_char(g_utf8_prev_char(words + strlen(words))) : 0;
}

/* True when a line of the address ends within one of its parts, as within a street's name. */
static bool is_torn(const GPtrArray *address)
{
    for (guint i = 0; i + 1 < address->len; i++) {
        const struct strip *strip = address->pdata[i];
        if (strip->lines->len == 0)
            continue;
        enum line_end end = g_array_index(strip->lines, struct line, strip->lines->len - 1).end;
        bool within = end == LINE_END_BLANK || end == LINE_END_NOTHING;
        if (within && !g_unichar_ispunct(line_sign(strip)))
            return true;
    }
    return false;
}

static void place_clear(struct place *place)
{
    g_clear_pointer(&place->address, g_ptr_array_unref);
    g_clear_pointer(&place->email, g_ptr_array_unref);
}

/* In letters of one size; false, with nothing set, when they do not fit. */
static bool set_place(struct place *place, const struct section *section, double room)
{
    const struct show *show = place->show;
    const struct block *address = screen_fact_find(section, FACT_ADDRESS);
    const struct block *email = screen_fact_find(section, FACT_EMAIL);
    g_autoptr(GPtrArray) value = address ? screen_fact_value(address) : NULL;
    place->address = address ? set_value(place, value, show->area.width) : NULL;
    if (place->address && place->size > 1 && is_torn(place->address)) {
        place_clear(place);
        return false;
    }
    place->email = email ? set_email(place, email) : NULL;
    place->email_y = 0;
    if (place->address) {
        double lead = show_lead(show) * place->size;
        double last = (place->address->len - 1) * lead;
        place->email_y = last + lead + screen_contact_look.email_gap * lead;
    }
    place->email_y += place->email ? envelope_height(place) : 0;
    place->height = place->email
                        ? place->email_y + screen_type_height(show, place->email, place->size)
                    : place->address ? screen_type_height(show, place->address, place->size)
                                     : 0;
    if ((!address || place->address) && (!email || place->email) && place->height <= room)
        return true;
    place_clear(place);
    return false;
}

/* The envelope, and the address beside or below it. `body`: of what stands below the topic. [pt] */
static void put_email(struct place *place, struct page *page, double body, unsigned *order)
{
    struct show *show = place->show;
    double side = envelope_side(place), above = envelope_height(place);
    struct point at = {show->area.x, body + place->email_y};
    double beside = at.y + show->cap_height * place->size / 2 - side / 2;
    double y = above > 0 ? at.y - above : beside;
    screen_icon_add(page, SCREEN_ICON_EMAIL,
                    (struct rect){screen_start(show, 0, side), y, side, side}, show->tones.top,
                    show->tones.ground);
    at.x += show->setter.document->rtl ? 0 : envelope_width(place);
    screen_type_place(show, page, g_steal_pointer(&place->email), at, order);
}

static void put_place(struct place *place, const char *title, GPtrArray *topic)
{
    struct show *show = place->show;
    struct page *page = show_add_page(show, title);
    screen_spine_add(show, page, place->screen, place->screens);
    struct point at = {show->area.x, show->area.y};
    unsigned order = 0;
    double body = show->area.y + show_topic_height(show, topic->len);
    screen_type_place(show, page, topic, at, &order);
    at.y = body;
    if (place->address)
        screen_type_place(show, page, g_steal_pointer(&place->address), at, &order);
    if (place->email)
        put_email(place, page, body, &order);
    screen_tiles_add(show, page, 0);
}

static bool have_rtl(const GPtrArray *spans)
{
    for (guint i = 0; i < spans->len; i++)
        if (direction_has_rtl(((const struct span *)spans->pdata[i])->text))
            return true;
    return false;
}

/* True when any word that is seen reads from right to left. */
static bool shows_rtl(const struct section *section)
{
    for (guint i = 0; i < section->headings->len; i++)
        if (have_rtl(((const struct block *)section->headings->pdata[i])->spans))
            return true;
    for (guint i = 0; i < section->blocks->len; i++) {
        g_autoptr(GPtrArray) value = screen_fact_value(section->blocks->pdata[i]);
        if (have_rtl(value))
            return true;
    }
    return false;
}

/* A name and an address in Latin letters need no room for the marks of the show's language. */
static void use_gap(struct show *show, double gap)
{
    show->gap = gap;
    screen_use_size(show, show->size);
}

/* The screen of a section that holds one of both facts, or both; false when they do not fit. */
static bool add_place(struct show *show, const struct section *section, const char *title,
                      guint screen, guint screens)
{
    struct place place = {.show = show, .screen = screen, .screens = screens};
    GPtrArray *topic = screen_fact_topic(show, section);
    if (!topic)
        return false;
    double room = show->area.height - show_topic_height(show, topic->len);
    const size_t n = G_N_ELEMENTS(screen_contact_look.facts);
    bool fits = false;
    for (size_t i = 0; i < (PARTS_MORE + 1) * n && !fits; i++) {
        place.parts = i / n; /* smaller letters come first */
        place.size = screen_contact_look.facts[i % n];
        fits = set_place(&place, section, room);
    }
    if (fits)
        put_place(&place, title, topic);
    else
        g_ptr_array_unref(topic);
    place_clear(&place);
    return fits;
}

/* Each fact has a screen of its own where one does not hold both. */
static bool add_apart(struct show *show, const struct section *section, const char *title)
{
    guint pages = show->layout->pages->len;
    for (guint i = 0; section->blocks->len > 1 && i < section->blocks->len; i++) {
        g_autoptr(GPtrArray) one = g_ptr_array_new();
        g_ptr_array_add(one, section->blocks->pdata[i]);
        if (!add_place(show, &(struct section){section->headings, one, NULL}, title, i,
                       section->blocks->len)) {
            g_ptr_array_set_size(show->layout->pages, (gint)pages);
            return false;
        }
    }
    return section->blocks->len > 1;
}

/* Of the postal address. */
static guint count_lines(struct show *show, gconstpointer section)
{
    const struct block *address = screen_fact_find(section, FACT_ADDRESS);
    if (!address)
        return 0;
    struct place place = {.show = show, .size = 1};
    g_autoptr(GPtrArray) value = screen_fact_value(address);
    g_autoptr(GPtrArray) lines = set_value(&place, value, show->area.width);
    return lines ? lines->len : G_MAXUINT;
}

bool screen_contact_add_place(struct show *show, const struct section *section, const char *title)
{
    static const enum fact_kind kinds[] = {FACT_ADDRESS, FACT_EMAIL};
    if (!screen_facts_are(section, kinds, G_N_ELEMENTS(kinds)))
        return false;
    double gap = show->gap;
    struct rect before = screen_facts_widen(show, count_lines, section);
    screen_use_ground(show, GROUND_PAPER);
    if (!shows_rtl(section))
        use_gap(show, MIN(gap, screen_look.gap));
    bool added = add_place(show, section, title, 0, 1) || add_apart(show, section, title);
    use_gap(show, gap);
    show->area = before;
    return added;
}

/*
 * The table that ties each label to its key and to the places that its words must have; a file that
 * leaves one out is refused, so that no product is ever printed with half a sentence. Awkward:
 * dates and times leave it to the language which of their places they use.
 */
#include "content/labels_parts.h"

#include <assert.h>
#include <string.h>

#define TIME_PLACES "hour", "hour24", "hour24_two", "minute"
#define DATE_PLACES "day", "month", "month_alone", "month_number", "year"

static const struct label_row rows[] = {
    [LABEL_CONTACT_HEADING] = {"contact_heading", {NULL}, false},
    [LABEL_PLACES_HEADING] = {"places_heading", {NULL}, false},
    [LABEL_FACT_SEPARATOR] = {"fact_separator", {NULL}, false},
    [LABEL_LIST_SEPARATOR] = {"list_separator", {NULL}, false},
    [LABEL_CALL_US] = {"call_us", {NULL}, false},
    [LABEL_CALL_US_WRITE_IN] = {"call_us_write_in", {NULL}, false},
    [LABEL_EMAIL] = {"email", {NULL}, false},
    [LABEL_TEXT] = {"text", {NULL}, false},
    [LABEL_FAX] = {"fax", {NULL}, false},
    [LABEL_TTY] = {"tty", {NULL}, false},
    [LABEL_WEBSITE] = {"website", {NULL}, false},
    [LABEL_ADDRESS] = {"address", {NULL}, false},
    [LABEL_VISIT_US] = {"visit_us", {NULL}, false},
    [LABEL_OPENING_HOURS] = {"opening_hours", {NULL}, false},
    [LABEL_AFTER_HOURS] = {"after_hours", {NULL}, false},
    [LABEL_BY_APPOINTMENT] = {"by_appointment", {NULL}, false},
    [LABEL_SERVICES] = {"services", {NULL}, false},
    [LABEL_ASK_FRONT_DESK] = {"ask_front_desk", {NULL}, false},
    [LABEL_PAGE_OF] = {"page_of", {"page", "pages"}, false},
    [LABEL_PART_OF] = {"part_of", {"part", "parts"}, false},
    [LABEL_CONTENTS] = {"contents", {NULL}, false},
    [LABEL_ON_PAGE] = {"on_page", {"page"}, false},
    [LABEL_NOTES] = {"notes", {NULL}, false},
    [LABEL_ABOUT_HEADING] = {"about_heading", {NULL}, false},
    [LABEL_VERSION] = {"version", {NULL}, false},
    [LABEL_REVIEWED] = {"reviewed", {NULL}, false},
    [LABEL_REVIEW_DUE] = {"review_due", {NULL}, false},
    [LABEL_PRODUCER] = {"producer", {NULL}, false},
    [LABEL_APPROVED_BY] = {"approved_by", {NULL}, false},
    [LABEL_APPROVED_ON] = {"approved_on", {NULL}, false},
    [LABEL_AUDIENCE] = {"audience", {NULL}, false},
    [LABEL_PURPOSE] = {"purpose", {NULL}, false},
    [LABEL_FUNDING] = {"funding", {NULL}, false},
    [LABEL_FEEDBACK] = {"feedback", {NULL}, false},
    [LABEL_SOURCES] = {"sources", {NULL}, false},
    [LABEL_ALSO_IN] = {"also_in", {"languages"}, false},
    [LABEL_MACHINE_TRANSLATED] = {"machine_translated", {NULL}, false},
    [LABEL_VERIFIED_ON] = {"verified_on", {NULL}, false},
    [LABEL_CRISIS_HEADING] = {"crisis_heading", {NULL}, false},
    [LABEL_CRISIS_CALL] = {"crisis_call", {NULL}, false},
    [LABEL_CRISIS_TEXT] = {"crisis_text", {NULL}, false},
    [LABEL_CRISIS_CALL_OR_TEXT] = {"crisis_call_or_text", {NULL}, false},
    [LABEL_QR_CAPTION] = {"qr_caption", {"url"}, false},
    [LABEL_QR_WEBSITE] = {"qr_website", {NULL}, false},
    [LABEL_FOOT_CALL] = {"foot_call", {"number"}, false},
    [LABEL_QR_ALT] = {"qr_alt", {"url"}, false},
    [LABEL_LINK_TELEPHONE] = {"link_telephone", {"number"}, false},
    [LABEL_LINK_EMAIL] = {"link_email", {"address"}, false},
    [LABEL_LINK_WEBSITE] = {"link_website", {"name"}, false},
    [LABEL_LINK_OUT] = {"link_out", {"text"}, false},
    [LABEL_NOTE_BACK] = {"note_back", {NULL}, false},
    [LABEL_TASK_OPEN] = {"task_open", {NULL}, false},
    [LABEL_TASK_DONE] = {"task_done", {NULL}, false},
    [LABEL_DELETED] = {"deleted", {"text"}, false},
    [LABEL_ADDED] = {"added", {"text"}, false},
    [LABEL_BLANK] = {"blank", {NULL}, false},
    [LABEL_MONDAY] = {"monday", {NULL}, false},
    [LABEL_TUESDAY] = {"tuesday", {NULL}, false},
    [LABEL_WEDNESDAY] = {"wednesday", {NULL}, false},
    [LABEL_THURSDAY] = {"thursday", {NULL}, false},
    [LABEL_FRIDAY] = {"friday", {NULL}, false},
    [LABEL_SATURDAY] = {"saturday", {NULL}, false},
    [LABEL_SUNDAY] = {"sunday", {NULL}, false},
    [LABEL_PUBLIC_HOLIDAYS] = {"public_holidays", {NULL}, false},
    [LABEL_SCHOOL_HOLIDAYS] = {"school_holidays", {NULL}, false},
    [LABEL_DAY_FIRST] = {"day_first", {"day"}, false},
    [LABEL_DAY_SECOND] = {"day_second", {"day"}, false},
    [LABEL_DAY_THIRD] = {"day_third", {"day"}, false},
    [LABEL_DAY_FOURTH] = {"day_fourth", {"day"}, false},
    [LABEL_DAY_FIFTH] = {"day_fifth", {"day"}, false},
    [LABEL_DAY_LAST] = {"day_last", {"day"}, false},
    [LABEL_DAY_RANGE] = {"day_range", {"first", "last"}, false},
    [LABEL_DAY_AND] = {"day_and", {"first", "last"}, false},
    [LABEL_DAY_COMMA] = {"day_comma", {NULL}, false},
    [LABEL_HOURS_LINE] = {"hours_line", {"days", "times"}, false},
    [LABEL_TIME_RANGE] = {"time_range", {"from", "to"}, false},
    [LABEL_TIME_OPEN_END] = {"time_open_end", {"from"}, false},
    [LABEL_TIME_AND] = {"time_and", {"first", "second"}, false},
    [LABEL_CLOSED] = {"closed", {NULL}, false},
    [LABEL_ALWAYS_OPEN] = {"always_open", {NULL}, false},
    [LABEL_ALL_DAY] = {"all_day", {NULL}, false},
    [LABEL_TIME_AM] = {"time_am", {TIME_PLACES}, true},
    [LABEL_TIME_PM] = {"time_pm", {TIME_PLACES}, true},
    [LABEL_TIME_AM_MINUTES] = {"time_am_minutes", {TIME_PLACES}, true},
    [LABEL_TIME_PM_MINUTES] = {"time_pm_minutes", {TIME_PLACES}, true},
    [LABEL_NOON] = {"noon", {NULL}, false},
    [LABEL_MIDNIGHT] = {"midnight", {NULL}, false},
    [LABEL_DATE_DAY] = {"date_day", {DATE_PLACES}, true},
    [LABEL_DATE_MONTH_DAY] = {"date_month_day", {DATE_PLACES}, true},
    [LABEL_DATE_MONTH] = {"date_month", {DATE_PLACES}, true},
    [LABEL_DATE_YEAR] = {"date_year", {DATE_PLACES}, true},
    [LABEL_KEY_POINTS] = {"key_points", {NULL}, false},
    [LABEL_QUESTIONS] = {"questions", {NULL}, false},
    [LABEL_MY_QUESTIONS] = {"my_questions", {NULL}, false},
    [LABEL_MY_NOTES] = {"my_notes", {NULL}, false},
    [LABEL_NOTE] = {"note", {NULL}, false},
    [LABEL_TIP] = {"tip", {NULL}, false},
    [LABEL_IMPORTANT] = {"important", {NULL}, false},
    [LABEL_WARNING] = {"warning", {NULL}, false},
    [LABEL_CAUTION] = {"caution", {NULL}, false},
    [LABEL_GOOD_TO_KNOW] = {"good_to_know", {NULL}, false},
    [LABEL_SLIP_TITLE] = {"slip_title", {"clinic"}, false},
    [LABEL_SLIP_FIELD] = {"slip_field", {"number", "count", "field"}, false},
    [LABEL_SLIP_INTRO] = {"slip_intro", {NULL}, false},
    [LABEL_SLIP_NAME] = {"slip_name", {NULL}, false},
    [LABEL_SLIP_TELEPHONE] = {"slip_telephone", {NULL}, false},
    [LABEL_SLIP_EMAIL] = {"slip_email", {NULL}, false},
    [LABEL_SLIP_PREFERRED] = {"slip_preferred", {NULL}, false},
    [LABEL_PANEL_COVER] = {"panel_cover", {NULL}, false},
    [LABEL_PANEL_INSIDE] = {"panel_inside", {"number"}, false},
    [LABEL_PANEL_FLAP] = {"panel_flap", {NULL}, false},
    [LABEL_PANEL_BACK] = {"panel_back", {NULL}, false},
    [LABEL_SHEET_OUTSIDE] = {"sheet_outside", {NULL}, false},
    [LABEL_SHEET_INSIDE] = {"sheet_inside", {NULL}, false},
    [LABEL_SAMPLE] = {"sample", {NULL}, false},
    [LABEL_TAKE_HOME] = {"take_home", {NULL}, false},
    [LABEL_SCREEN_MORE] = {"screen_more", {NULL}, false},
    [LABEL_PLAYER_SHOW] = {"player_show", {"name"}, false},
    [LABEL_PLAYER_CAROUSEL] = {"player_carousel", {NULL}, false},
    [LABEL_PLAYER_SLIDE] = {"player_slide", {NULL}, false},
    [LABEL_PLAYER_SLIDE_OF] = {"player_slide_of", {"slide", "slides"}, false},
    [LABEL_PLAYER_CONTROLS] = {"player_controls", {NULL}, false},
    [LABEL_PLAYER_PAUSE] = {"player_pause", {NULL}, false},
    [LABEL_PLAYER_PLAY] = {"player_play", {NULL}, false},
    [LABEL_PLAYER_PREVIOUS] = {"player_previous", {NULL}, false},
    [LABEL_PLAYER_NEXT] = {"player_next", {NULL}, false},
    [LABEL_PLAYER_COLORS] = {"player_colors", {NULL}, false},
    [LABEL_PLAYER_COLORS_LIGHT] = {"player_colors_light", {NULL}, false},
    [LABEL_PLAYER_COLORS_NIGHT] = {"player_colors_night", {NULL}, false},
    [LABEL_PLAYER_COLORS_CONTRAST] = {"player_colors_contrast", {NULL}, false},
    [LABEL_PLAYER_LANGUAGE] = {"player_language", {NULL}, false},
    [LABEL_PLAYER_READ_ALL] = {"player_read_all", {NULL}, false},
    [LABEL_PLAYER_PICTURE_MISSING] = {"player_picture_missing", {NULL}, false},
    [LABEL_PLAYER_LARGER] = {"player_larger", {NULL}, false},
    [LABEL_PLAYER_TOPICS] = {"player_topics", {NULL}, false},
    [LABEL_PLAYER_START_AGAIN] = {"player_start_again", {NULL}, false},
    [LABEL_PLAYER_STILL_THERE] = {"player_still_there", {NULL}, false},
    [LABEL_PLAYER_SLIDES_AGAIN] = {"player_slides_again", {"seconds"}, false},
    [LABEL_PLAYER_PAGE_AGAIN] = {"player_page_again", {"seconds"}, false},
    [LABEL_PLAYER_STAY] = {"player_stay", {NULL}, false},
    [LABEL_TRANSCRIPT_TITLE] = {"transcript_title", {"name"}, false},
    [LABEL_TRANSCRIPT_BACK] = {"transcript_back", {NULL}, false},
    [LABEL_QR_HANDOUT] = {"qr_handout", {"url"}, false},
    [LABEL_QR_PAGE] = {"qr_page", {NULL}, false},
    [LABEL_CATALOGUE] = {"catalogue", {NULL}, false},
    [LABEL_OTHER_FORMATS] = {"other_formats", {NULL}, false},
    [LABEL_FORMAT_STANDARD] = {"format_standard", {NULL}, false},
    [LABEL_FORMAT_LARGE] = {"format_large", {NULL}, false},
    [LABEL_FORMAT_GIANT] = {"format_giant", {NULL}, false},
    [LABEL_FORMAT_BROCHURE] = {"format_brochure", {NULL}, false},
    [LABEL_FORMAT_BOOKLET] = {"format_booklet", {NULL}, false},
    [LABEL_FORMAT_BRAILLE] = {"format_braille", {NULL}, false},
    [LABEL_FORMAT_TEXT] = {"format_text", {NULL}, false},
    [LABEL_FORM_PAGES] = {"form_pages", {"pages"}, false},
    [LABEL_BRAILLE_ORIGIN] = {"braille_origin", {NULL}, false},
    [LABEL_SKIP_LINK] = {"skip_link", {NULL}, false},
    [LABEL_LANGUAGES] = {"languages", {NULL}, false},
    [LABEL_THIS_PAGE] = {"this_page", {NULL}, false},
    [LABEL_TYPE_HERE] = {"type_here", {NULL}, false},
    [LABEL_CATALOGUE_LEAD] = {"catalogue_lead", {NULL}, false},
    [LABEL_FIND_HANDOUT] = {"find_handout", {NULL}, false},
    [LABEL_HANDOUTS_FOUND] = {"handouts_found", {"count"}, false},
    [LABEL_NOTHING_FOUND] = {"nothing_found", {NULL}, false},
    [LABEL_TOPICS] = {"topics", {NULL}, false},
    [LABEL_MORE_TOPICS] = {"more_topics", {NULL}, false},
    [LABEL_FORMATS] = {"formats", {NULL}, false},
    [LABEL_LANGUAGE_NAME] = {"language_name", {NULL}, false},
    [LABEL_DIRECTION] = {"direction", {NULL}, false},
    [LABEL_QUOTATION] = {"quotation", {"text"}, false},
    [LABEL_QUOTATION_INNER] = {"quotation_inner", {"text"}, false},
    [LABEL_DECIMAL_SIGN] = {"decimal_sign", {NULL}, false},
};
static_assert(G_N_ELEMENTS(rows) == LABEL_COUNT, "every label has a key");

static const char *const lists[] = {
    [LABELS_DAYS_SHORT] = "days_short",
    [LABELS_MONTHS] = "months",
    [LABELS_MONTHS_ALONE] = "months_alone",
    [LABELS_ABBREVIATIONS] = "abbreviations",
    [LABELS_CALLING_WORDS] = "calling_words",
    [LABELS_TOTAL_WORDS] = "total_words",
    [LABELS_SMALL_WORDS] = "small_words",
    [LABELS_NUMBER_TIES] = "number_ties",
    [LABELS_NUMBER_PAIRS] = "number_pairs",
    [LABELS_PLACEHOLDER_WORDS] = "placeholder_words",
    [LABELS_NEGATIONS] = "negations",
    [LABELS_UNITS] = "units",
    [LABELS_TELEPHONE_WORDS] = "telephone_words",
    [LABELS_RECORD_WORDS] = "record_words",
    [LABELS_NUMBER_WORDS] = "number_words",
    [LABELS_ART_STRANDS] = "art_strands",
    [LABELS_ART_RINGS] = "art_rings",
    [LABELS_ART_TILES] = "art_tiles",
    [LABELS_ART_LEAVES] = "art_leaves",
    [LABELS_ART_ARCHES] = "art_arches",
    [LABELS_ART_STONES] = "art_stones",
};
static_assert(G_N_ELEMENTS(lists) == LABELS_COUNT, "every list has a key");

const struct label_row *label_row(enum label label)
{
    g_assert((unsigned)label < LABEL_COUNT);
    return &rows[label];
}

const char *label_list_key(enum label_list list)
{
    g_assert((unsigned)list < LABELS_COUNT);
    return lists[list];
}

bool place_find(const char *pattern, struct place *out)
{
    const char *open = strchr(pattern, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close)
        return false;
    *out = (struct place){.open = open, .length = (size_t)(close - open - 1)};
    return true;
}

bool place_is(const struct place *place, const char *name)
{
    return strlen(name) == place->length && strncmp(place->open + 1, name, place->length) == 0;
}

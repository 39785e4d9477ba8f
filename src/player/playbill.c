/*
 * Goes through the articles with two clocks: one since the clinic was named, one since the
 * announcements. What would run over before the end of the next article is shown before it. In
 * between, the languages of the show take turns; the end of the round speaks the one that most of
 * it is in.
 */
#include "player/playbill.h"

#include "base/lang.h"

#include <stdbool.h>

struct bill {
    const GArray *acts;
    struct playbill_pace pace;
    GArray *order;
    unsigned since_contact, since_announcements; /* [s] */
    guint turn;                                  /* how often the clinic was named in between */
};

static const struct act *act_at(const struct bill *bill, guint i)
{
    return &g_array_index(bill->acts, struct act, i);
}

static void play(struct bill *bill, guint i)
{
    bill->since_contact += act_at(bill, i)->seconds;
    bill->since_announcements += act_at(bill, i)->seconds;
    g_array_append_val(bill->order, i);
}

static void play_all(struct bill *bill, enum act_kind kind)
{
    for (guint i = 0; i < bill->acts->len; i++)
        if (act_at(bill, i)->kind == kind)
            play(bill, i);
}

static unsigned seconds_in(const struct bill *bill, const char *lang)
{
    unsigned seconds = 0;
    for (guint i = 0; i < bill->acts->len; i++) {
        const struct act *act = act_at(bill, i);
        if (act->kind != ACT_CONTACT && lang_equal(act->lang, lang))
            seconds += act->seconds;
    }
    return seconds;
}

/* The contact acts (of guint), the one in the language of most of the show last; owned by the
 * caller. */
static GArray *contact_acts(const struct bill *bill)
{
    GArray *contacts = g_array_new(FALSE, FALSE, sizeof(guint));
    unsigned most = 0;
    for (guint i = 0; i < bill->acts->len; i++) {
        if (act_at(bill, i)->kind != ACT_CONTACT)
            continue;
        unsigned seconds = seconds_in(bill, act_at(bill, i)->lang);
        if (contacts->len == 0 || seconds > most) {
            most = MAX(most, seconds);
            g_array_append_val(contacts, i);
        } else {
            g_array_insert_val(contacts, contacts->len - 1, i);
        }
    }
    return contacts;
}

static void name_clinic(struct bill *bill, guint act)
{
    play(bill, act);
    bill->since_contact = 0;
}

static void announce(struct bill *bill)
{
    play_all(bill, ACT_ANNOUNCEMENT);
    bill->since_announcements = 0;
}

/* What is due between the article before and the one that follows. */
static void play_between(struct bill *bill, const GArray *contacts, unsigned next_s)
{
    if (contacts->len > 0 && bill->since_contact + next_s > bill->pace.contact)
        name_clinic(bill, g_array_index(contacts, guint, bill->turn++ % contacts->len));
    if (bill->since_announcements + next_s > bill->pace.announcements)
        announce(bill);
}

static void play_articles(struct bill *bill, const GArray *contacts)
{
    bool any = false;
    for (guint i = 0; i < bill->acts->len; i++) {
        if (act_at(bill, i)->kind != ACT_ARTICLE)
            continue;
        if (any)
            play_between(bill, contacts, act_at(bill, i)->seconds);
        play(bill, i);
        any = true;
    }
}

GArray *playbill(const GArray *acts, struct playbill_pace pace)
{
    struct bill bill = {acts, pace, g_array_new(FALSE, FALSE, sizeof(guint)), 0, 0, 0};
    g_autoptr(GArray) contacts = contact_acts(&bill);
    play_all(&bill, ACT_URGENT);
    announce(&bill);
    bill.since_contact = 0;
    play_articles(&bill, contacts);
    if (contacts->len > 0)
        name_clinic(&bill, g_array_index(contacts, guint, contacts->len - 1));
    return bill.order;
}

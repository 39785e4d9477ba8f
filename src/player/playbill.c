/*
 * Goes through the articles with two clocks: one since the clinic was named, one since the
 * announcements. What would run over before the end of the next article is shown before it. In
 * between, the languages of the show take turns, first that of what has just been shown; the end of
 * the round speaks the one that most of it is in, behind those that had no turn, as far as the show
 * stays one of articles. Languages come in the order of how much of the show is in them.
 */
#include "player/playbill.h"

#include "base/lang.h"

/* Least share of the round that is no contact. [%] */
#define LEAST_SHARE 75

struct bill {
    const GArray *acts;
    struct playbill_pace pace;
    GArray *order;
    unsigned since_contact, since_announcements; /* [s] */
    unsigned articles_s, contacts_s;             /* what has played; announcements are articles */
    GArray *turns; /* of guint: how often the clinic was named in between, by contact act */
};

static const struct act *act_at(const struct bill *bill, guint i)
{
    return &g_array_index(bill->acts, struct act, i);
}

static void play(struct bill *bill, guint i)
{
    const struct act *act = act_at(bill, i);
    bill->since_contact += act->seconds;
    bill->since_announcements += act->seconds;
    *(act->kind == ACT_CONTACT ? &bill->contacts_s : &bill->articles_s) += act->seconds;
    g_array_append_val(bill->order, i);
}

static void play_all(struct bill *bill, enum act_kind kind)
{
    for (guint i = 0; i < bill->acts->len; i++)
        if (act_at(bill, i)->kind == kind)
            play(bill, i);
}

/* True when who reads one reads the other, as "en" and "en-US". */
static bool are_akin(const char *one, const char *other)
{
    if (lang_equal(one, other)) /* as most are */
        return true;
    g_autoptr(GPtrArray) names = lang_lookup(one);
    g_autoptr(GPtrArray) others = lang_lookup(other);
    for (guint i = 0; i < MAX(names->len, others->len); i++)
        if ((i < names->len && lang_equal(names->pdata[i], other)) ||
            (i < others->len && lang_equal(others->pdata[i], one)))
            return true;
    return false;
}

static unsigned seconds_in(const struct bill *bill, const char *lang)
{
    unsigned seconds = 0;
    for (guint i = 0; i < bill->acts->len; i++) {
        const struct act *act = act_at(bill, i);
        if (act->kind != ACT_CONTACT && are_akin(act->lang, lang))
            seconds += act->seconds;
    }
    return seconds;
}

static bool is_spoken(const struct bill *bill, const GArray *contacts, const char *lang)
{
    for (guint i = 0; i < contacts->len; i++)
        if (are_akin(act_at(bill, g_array_index(contacts, guint, i))->lang, lang))
            return true;
    return false;
}

/* The contact acts (of guint), one a language, that of most of the show last; owned by the
 * caller. */
static GArray *contact_acts(const struct bill *bill)
{
    GArray *contacts = g_array_new(FALSE, FALSE, sizeof(guint));
    unsigned most = 0;
    for (guint i = 0; i < bill->acts->len; i++) {
        const struct act *act = act_at(bill, i);
        if (act->kind != ACT_CONTACT || is_spoken(bill, contacts, act->lang))
            continue;
        unsigned seconds = seconds_in(bill, act->lang);
        if (contacts->len == 0 || seconds > most) {
            most = MAX(most, seconds);
            g_array_append_val(contacts, i);
        } else {
            g_array_insert_val(contacts, contacts->len - 1, i);
        }
    }
    return contacts;
}

/* Which of `contacts` is due: of those with the fewest turns one in that language, else the first.
 */
static guint contact_due(const struct bill *bill, const GArray *contacts, const char *lang)
{
    guint due = 0;
    bool akin = false;
    for (guint n = 0; n < contacts->len; n++) {
        guint turns = g_array_index(bill->turns, guint, n);
        guint fewest = g_array_index(bill->turns, guint, due);
        bool is_akin = are_akin(act_at(bill, g_array_index(contacts, guint, n))->lang, lang);
        if (n > 0 && (turns > fewest || (turns == fewest && (akin || !is_akin))))
            continue;
        due = n;
        akin = is_akin;
    }
    return due;
}

static void name_clinic(struct bill *bill, const GArray *contacts)
{
    guint shown = g_array_index(bill->order, guint, bill->order->len - 1);
    guint due = contact_due(bill, contacts, act_at(bill, shown)->lang);
    play(bill, g_array_index(contacts, guint, due));
    g_array_index(bill->turns, guint, due)++;
    bill->since_contact = 0;
}

static void announce(struct bill *bill)
{
    play_all(bill, ACT_ANNOUNCEMENT);
    bill->since_announcements = 0;
}

/* How long the article plays that begins with act `i`, in all its parts. [s] */
static unsigned article_seconds(const struct bill *bill, guint i)
{
    unsigned seconds = act_at(bill, i)->seconds;
    while (++i < bill->acts->len && act_at(bill, i)->goes_on)
        seconds += act_at(bill, i)->seconds;
    return seconds;
}

static unsigned announcements_seconds(const struct bill *bill)
{
    unsigned seconds = 0;
    for (guint i = 0; i < bill->acts->len; i++)
        seconds += act_at(bill, i)->kind == ACT_ANNOUNCEMENT ? act_at(bill, i)->seconds : 0;
    return seconds;
}

/* What is due before act `i`: within an article the clinic alone, and not soon after it began. */
static void play_between(struct bill *bill, const GArray *contacts, guint i)
{
    bool begins = !act_at(bill, i)->goes_on;
    unsigned article = begins ? article_seconds(bill, i) : 0;
    unsigned next = MAX(act_at(bill, i)->seconds, MIN(article, bill->pace.contact / 2));
    bool news = begins && bill->since_announcements + article > bill->pace.announcements;
    if (news)
        next += announcements_seconds(bill);
    if (contacts->len > 0 && bill->since_contact + next > bill->pace.contact)
        name_clinic(bill, contacts);
    if (news)
        announce(bill);
}

static void play_articles(struct bill *bill, const GArray *contacts)
{
    bool any = false;
    for (guint i = 0; i < bill->acts->len; i++) {
        if (act_at(bill, i)->kind != ACT_ARTICLE)
            continue;
        if (any)
            play_between(bill, contacts, i);
        play(bill, i);
        any = true;
    }
}

static bool leaves_share(const struct bill *bill, unsigned contact_s)
{
    unsigned round_s = bill->articles_s + bill->contacts_s + contact_s;
    return 100ULL * bill->articles_s >= (unsigned long long)LEAST_SHARE * round_s;
}

/* The last of `contacts`, behind those that had no turn, of which as many come as leave room. */
static void close_round(struct bill *bill, const GArray *contacts)
{
    if (contacts->len == 0)
        return;
    guint last = g_array_index(contacts, guint, contacts->len - 1);
    for (guint n = 0; n + 1 < contacts->len; n++) {
        guint act = g_array_index(contacts, guint, n);
        if (g_array_index(bill->turns, guint, n) == 0 &&
            leaves_share(bill, act_at(bill, act)->seconds + act_at(bill, last)->seconds))
            play(bill, act);
    }
    play(bill, last);
}

/* One round of `acts`. Returns indices into them, owned by the caller. */
static GArray *play_round(const GArray *acts, struct playbill_pace pace)
{
    struct bill bill = {
        .acts = acts, .pace = pace, .order = g_array_new(FALSE, FALSE, sizeof(guint))};
    g_autoptr(GArray) contacts = contact_acts(&bill);
    g_autoptr(GArray) turns = g_array_new(FALSE, TRUE, sizeof(guint));
    bill.turns = g_array_set_size(turns, contacts->len);
    play_all(&bill, ACT_URGENT);
    announce(&bill);
    play_articles(&bill, contacts);
    close_round(&bill, contacts);
    return bill.order;
}

static bool comes_before(const struct bill *all, const char *lang, const char *other)
{
    const char *home = all->pace.home;
    bool is_home = home && are_akin(home, lang);
    if (home && is_home != are_akin(home, other))
        return is_home;
    return seconds_in(all, lang) > seconds_in(all, other);
}

/* Behind the last: it is none of them. */
static guint place_of(const GPtrArray *langs, const char *lang)
{
    guint i = 0;
    while (i < langs->len && !are_akin(langs->pdata[i], lang))
        i++;
    return i;
}

/* The languages of articles, that of the house first, then that of most of the show (of const char
 * *); owned by the caller. */
static GPtrArray *languages_of(const struct bill *all)
{
    GPtrArray *langs = g_ptr_array_new();
    for (guint i = 0; i < all->acts->len; i++) {
        const struct act *act = act_at(all, i);
        guint at = langs->len;
        if (act->kind != ACT_ARTICLE || place_of(langs, act->lang) < at)
            continue;
        while (at > 0 && comes_before(all, act->lang, langs->pdata[at - 1]))
            at--;
        g_ptr_array_insert(langs, (gint)at, (gpointer)act->lang);
    }
    return langs;
}

/* Articles of a topic in the order of their languages. */
static void add_topic(const struct bill *all, const GPtrArray *langs, const char *topic,
                      GArray *chosen)
{
    for (guint place = 0; place <= langs->len; place++)
        for (guint i = 0; i < all->acts->len; i++) {
            const struct act *act = act_at(all, i);
            if (act->kind == ACT_ARTICLE && g_strcmp0(act->topic, topic) == 0 &&
                place_of(langs, act->lang) == place)
                g_array_append_val(chosen, i);
        }
}

/* All acts, the articles of a topic at the place of the first of them (of guint, owned by the
 * caller). */
static GArray *topics_together(const struct bill *all, const GPtrArray *langs)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < all->acts->len; i++) {
        const struct act *act = act_at(all, i);
        if (act->kind != ACT_ARTICLE || !act->topic)
            g_array_append_val(chosen, i);
        else if (g_hash_table_add(seen, (gpointer)act->topic))
            add_topic(all, langs, act->topic, chosen);
    }
    return chosen;
}

/* True when the act plays in the round of the language at `place`: announcements do in all, what
 * has no round of its own in the last. */
static bool plays_in(const struct act *act, const GPtrArray *langs, guint place)
{
    return act->kind == ACT_ANNOUNCEMENT ||
           MIN(place_of(langs, act->lang), langs->len - 1) == place;
}

/* Plays those of the chosen acts that are in the round of the language at `place`; NULL `langs`:
 * all. */
static void add_round(const struct bill *all, const GArray *chosen, const GPtrArray *langs,
                      guint place, GArray *order)
{
    g_autoptr(GArray) acts = g_array_new(FALSE, FALSE, sizeof(struct act));
    g_autoptr(GArray) indices = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < chosen->len; i++) {
        guint index = g_array_index(chosen, guint, i);
        if (langs && !plays_in(act_at(all, index), langs, place))
            continue;
        g_array_append_val(acts, *act_at(all, index));
        g_array_append_val(indices, index);
    }
    g_autoptr(GArray) round = play_round(acts, all->pace);
    for (guint i = 0; i < round->len; i++)
        g_array_append_val(order, g_array_index(indices, guint, g_array_index(round, guint, i)));
}

GArray *playbill(const GArray *acts, struct playbill_pace pace)
{
    const struct bill all = {.acts = acts, .pace = pace};
    GArray *order = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GPtrArray) langs = languages_of(&all);
    g_autoptr(GArray) chosen = topics_together(&all, langs);
    bool several = pace.rounds && langs->len > 1;
    for (guint place = 0; place < (several ? langs->len : 1); place++)
        add_round(&all, chosen, several ? langs : NULL, place, order);
    return order;
}

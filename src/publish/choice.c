/*
 * Chooses products. Whoever stands closest to the article wins: its author, then whoever runs the
 * program, then the clinic.
 */
#include "publish/choice.h"

#include "base/nearest.h"

#include <string.h>

/* Whether the list says the product, by its own name or as an edition of another. */
static bool is_said(const struct fact_list *list, const struct product *product)
{
    return selection_find(list, product->name) ||
           (product->edition_of && selection_find(list, product->edition_of));
}

static bool is_taken(const struct selection *selection, const struct product *product)
{
    bool chosen = selection->only.items->len == 0 || is_said(&selection->only, product);
    return chosen && !is_said(&selection->without, product);
}

/* The author's own word on the product, in front matter. */
static bool is_refused(const struct article *article, const struct product *product)
{
    bool off_the_wall = product->medium == MEDIUM_SCREEN && article->lobby == LOBBY_NO;
    return off_the_wall || !is_taken(&article->selection, product);
}

enum choice choice_of(const struct article *article, const struct style *style,
                      const struct product *product, bool asked)
{
    bool short_kind = article->kind == ARTICLE_ANNOUNCEMENT;
    if (is_refused(article, product))
        return CHOICE_NO;
    if (asked || is_said(&article->selection.only, product))
        return CHOICE_NAMED;
    if (short_kind && !product->of_announcements)
        return CHOICE_NO;
    bool left_to_clinic = !selection_is_given(&article->selection);
    if (left_to_clinic && !is_taken(&style->selection, product))
        return CHOICE_NO;
    return CHOICE_MAY;
}

/* Borrowed, ended by NULL. */
static GPtrArray *product_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const struct product *const *product = products; *product; product++)
        g_ptr_array_add(names, (gpointer)(*product)->name);
    g_ptr_array_add(names, NULL);
    return names;
}

static bool is_product(const struct fact *name)
{
    g_autofree char *lower = g_ascii_strdown(name->value, -1);
    return product_find(lower) != NULL;
}

static bool are_products(const struct fact_list *list)
{
    for (guint i = 0; i < list->items->len; i++)
        if (!is_product(list->items->pdata[i]))
            return false;
    return true;
}

bool choice_makes_sense(const struct selection *selection)
{
    const struct fact_list *only = &selection->only, *without = &selection->without;
    return are_products(only) && are_products(without) &&
           (only->items->len == 0 || without->items->len == 0);
}

static void check_name(const struct fact *name, struct diag *diag)
{
    if (is_product(name))
        return;
    g_autofree char *lower = g_ascii_strdown(name->value, -1);
    g_autoptr(GPtrArray) names = product_names();
    const char *const *known = (const char *const *)names->pdata;
    const char *near = nearest_word(lower, known);
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    bool several = strchr(lower, ',') != NULL;
    g_autofree char *advice = several
                                  ? g_strdup_printf("write several in brackets: [%s]", name->value)
                              : near ? g_strdup_printf("did you mean '%s'?", near)
                                     : g_strdup_printf("there are %s", list);
    diag_report(diag, RULE_VALUE, name->pos, "there is no product '%s': %s", name->value, advice);
}

void choice_check(const struct selection *selection, struct diag *diag)
{
    const GPtrArray *only = selection->only.items, *without = selection->without.items;
    for (guint i = 0; i < only->len; i++)
        check_name(only->pdata[i], diag);
    for (guint i = 0; i < without->len; i++)
        check_name(without->pdata[i], diag);
    if (only->len > 0 && without->len > 0)
        diag_report(diag, RULE_VALUE, selection->without.pos,
                    "'products' and 'not' cannot stand together: keep the one that says it");
}

void choice_check_lobby(const struct article *article, struct diag *diag)
{
    bool shown = article->lobby_given.value && article->lobby != LOBBY_NO;
    if (shown && !is_taken(&article->selection, product_find("screen")))
        diag_report(diag, RULE_VALUE, article->lobby_given.pos,
                    "'lobby: %s' wants screens that the choice of products leaves out: take "
                    "'lobby' out, or let it have 'screen'",
                    article->lobby_given.value);
}

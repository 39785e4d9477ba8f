/*
 * Products of one medium that are composed alike share a document.
 */
#include "publish/work.h"

#include "base/intern.h"

/* A document that several products can be made of. */
struct composed {
    const struct product *product; /* the one that it was composed for first */
    struct document *document;
    struct shared *shared; /* by its writers */
};

static void composed_free(void *data)
{
    struct composed *composed = data;
    shared_free(composed->shared);
    document_free(composed->document);
    g_free(composed);
}

struct work *work_new(struct article *article, const char *name)
{
    struct work *work = g_new0(struct work, 1);
    bool announces = article && article->kind == ARTICLE_ANNOUNCEMENT;
    g_autofree char *topic = article ? article_source_name(article) : NULL;
    work->users = work->readers = 1;
    work->article = article;
    work->name = intern(name);
    work->topic = intern(topic);
    work->act = !article ? ACT_CONTACT : announces ? ACT_ANNOUNCEMENT : ACT_ARTICLE;
    work->composed = g_ptr_array_new_with_free_func(composed_free);
    return work;
}

/* Two beside each other are named after the source and the language that is beside it. */
const char *work_stem(const struct work *work, const struct product *product)
{
    if (!product->beside)
        return work->name;
    g_autofree char *stem =
        g_strconcat(work->topic, "-", product->name, "-", work->article->lang, NULL);
    return intern(stem);
}

struct work *work_ref(struct work *work)
{
    g_atomic_int_inc(&work->users);
    g_atomic_int_inc(&work->readers);
    return work;
}

void work_leave_words(void *data)
{
    struct work *work = data;
    if (!g_atomic_int_dec_and_test(&work->readers))
        return;
    g_clear_pointer(&work->attachments, g_ptr_array_unref);
    g_clear_pointer(&work->composed, g_ptr_array_unref);
    g_clear_pointer(&work->source, article_free);
    if (work->brief)
        briefs_put(work->briefs, g_steal_pointer(&work->brief), work->article);
    else if (!work->briefs)
        article_free(work->article);
    work->article = NULL;
}

void work_leave(void *data)
{
    struct work *work = data;
    if (!g_atomic_int_dec_and_test(&work->users))
        return;
    record_close(work->record);
    g_free(work->key);
    g_free(work);
}

void work_unref(void *work)
{
    work_leave_words(work);
    work_leave(work);
}

const struct document *work_add_document(struct work *work, const struct product *product,
                                         struct document *document)
{
    struct composed *composed = g_new(struct composed, 1);
    *composed = (struct composed){product, document, shared_new()};
    g_ptr_array_add(work->composed, composed);
    return document;
}

static bool need_one_document(const struct product *a, const struct product *b)
{
    return a->compose == b->compose && a->medium == b->medium;
}

const struct document *work_find_document(const struct work *work, const struct product *product)
{
    for (guint i = 0; i < work->composed->len; i++) {
        const struct composed *composed = work->composed->pdata[i];
        if (need_one_document(composed->product, product))
            return composed->document;
    }
    return NULL;
}

struct shared *work_shared(const struct work *work, const struct document *document)
{
    for (guint i = 0; i < work->composed->len; i++) {
        const struct composed *composed = work->composed->pdata[i];
        if (composed->document == document)
            return composed->shared;
    }
    return NULL;
}

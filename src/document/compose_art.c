/*
 * The drawing that an article gets by the words of its title, else by its name.
 */
#include "document/compose_art.h"

#include "base/words.h"

#include <string.h>

enum art compose_art(const struct article *article, const char *title, const struct labels *labels)
{
    static const enum label_list lists[] = {LABELS_ART_STRANDS, LABELS_ART_RINGS,
                                            LABELS_ART_TILES,   LABELS_ART_LEAVES,
                                            LABELS_ART_ARCHES,  LABELS_ART_STONES};
    G_STATIC_ASSERT(G_N_ELEMENTS(lists) == ART_NONE);
    if (article->art_given.value)
        return article->art;
    for (int art = 0; art < ART_NONE; art++)
        if (labels_have(labels, lists[art], title))
            return (enum art)art;
    return art_of_name(article->name, article->lang);
}

/*
 * The player's labels without what they begin with in common.
 */
#include "player/wording.h"

#include <string.h>

void wording_add(JsonBuilder *builder, const struct labels *labels)
{
    for (int label = LABEL_PLAYER_FIRST; label <= LABEL_PLAYER_LAST; label++)
        json_text(builder, labels_key((enum label)label) + strlen("player_"),
                  labels_get(labels, (enum label)label));
    json_text(builder, "back", labels_get(labels, LABEL_TRANSCRIPT_BACK));
}

/*
 * The player's labels without what they begin with in common.
 */
#include "player/wording.h"

#include <string.h>

const unsigned wording_told_s[WORDING_TOLD_COUNT] = {20, 10, 5};

void wording_add(JsonBuilder *builder, const struct labels *labels)
{
    for (int label = LABEL_PLAYER_FIRST; label <= LABEL_PLAYER_LAST; label++)
        json_text(builder, labels_key((enum label)label) + strlen("player_"),
                  labels_get(labels, (enum label)label));
    json_text(builder, "language_name", labels_get(labels, LABEL_LANGUAGE_NAME));
    json_text(builder, "back", labels_get(labels, LABEL_TRANSCRIPT_BACK));
    json_text(builder, "go_back", labels_get(labels, LABEL_KIOSK_BACK));
    json_open_array(builder, "told_s");
    for (size_t i = 0; i < WORDING_TOLD_COUNT; i++)
        json_int(builder, NULL, wording_told_s[i]);
    json_close_array(builder);
}

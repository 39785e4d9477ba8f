/*
 * What a translation says of itself.
 */
#include "examine/check_parts.h"

void check_unread(const struct checking *c)
{
    const struct translation *translation = &c->article->translation;
    if (!translation_is_unread(translation))
        return;
    if (c->article->critical)
        check_report(c, RULE_TRANSLATION_CRITICAL, translation->machine.pos,
                     "a machine translated this critical article and nobody is named who has read "
                     "it over");
    else
        check_report(c, RULE_TRANSLATION_UNREAD, translation->machine.pos,
                     "a machine translated this article and nobody is named who has read it over, "
                     "which all its products say");
}

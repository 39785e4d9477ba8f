#include "player/days.h"

void days_add(struct xml *page, const struct schedule *schedule)
{
    xml_attribute(page, "data-from", schedule->valid_from.value);
    xml_attribute(page, "data-to", schedule->valid_to.value);
}

/*
 * The rows of the rules that judge words (from RULE_CHECK_FIRST on). For rules.c alone: everybody
 * else asks `rule_get`.
 */
#ifndef HANDOUT_BASE_RULES_CHECK_H
#define HANDOUT_BASE_RULES_CHECK_H

#include "base/diag.h"

extern const struct rule_info rules_check[RULE_COUNT - RULE_CHECK_FIRST];

#endif

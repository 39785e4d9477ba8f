/*
 * What a clinic thinks of the rules: content/checks.yaml, and comments in articles.
 *
 *   severity:                 # weigh a rule differently: note, warning or error
 *     jargon: warning
 *   silence:                  # keep a rule's findings back, with the reason
 *     title-length: the title is that of our web page
 *
 * In an article, for that article alone:
 *
 *   <!-- handout silence title-length: the title is that of our web page -->
 *
 * Only rules of judgement can be changed (rule_is_judgement): the others keep the program's
 * promises.
 */
#ifndef HANDOUT_CONTENT_CHECKS_CONFIG_H
#define HANDOUT_CONTENT_CHECKS_CONFIG_H

#include "base/diag.h"

/* In the content directory. */
#define CHECKS_FILE "checks.yaml"

/* Applies the file to `diag`. True when it is good or missing; else what is wrong is reported. */
bool checks_config_load(const char *path, struct diag *diag);

/* True when the HTML is a comment addressed to the program; it is then applied to the file that
 * `pos` names, or what is wrong with it is reported. */
bool checks_comment_apply(const char *html, struct pos pos, struct diag *diag);

#endif

/*
 * Scripts that stand in a page itself, which has them when the show's other files are not there.
 */
#ifndef HANDOUT_PLAYER_INLINE_H
#define HANDOUT_PLAYER_INLINE_H

/* That of inline/`name`.js, behind what tells whether a page is whole. Owned by the caller. */
char *inline_script(const char *name);

#endif

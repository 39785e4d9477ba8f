/*
 * Whose desk it is: the clinic's folder.
 */
#ifndef HANDOUT_SERVE_FOLDER_H
#define HANDOUT_SERVE_FOLDER_H

#include <stdbool.h>

/* Where a desk tells its sign. */
#define FOLDER_SIGN "/sign"

/* The clinic's name; "" when its facts cannot be read. Owned by the caller. */
char *folder_clinic(const char *content);

/* The same for the same folder, however it is named, and not to be guessed back. Owned by the
 * caller. */
char *folder_sign(const char *content);

/* Whether the one who listens at that port of this computer is a desk of the same folder. */
bool folder_has_desk(const char *content, int port);

#endif

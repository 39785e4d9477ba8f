/* Exit statuses of the program and of its parts that stand alone. Its man page tells of the first
 * four; the others say to the program why one of its parts ended. */
#ifndef HANDOUT_BASE_STATUS_H
#define HANDOUT_BASE_STATUS_H

enum status {
    STATUS_OK = 0,
    STATUS_CONTENT = 1,     /* the content has errors */
    STATUS_USAGE = 2,       /* the command line makes no sense */
    STATUS_ENVIRONMENT = 3, /* fonts, files or the system failed */
    STATUS_ONE_SIDED = 4,   /* handout-print sent nothing: the printer prints one side at a time */
    STATUS_NO_PRINTER = 5,  /* handout-print knows of none */
    STATUS_NO_CHOICE = 6,  /* handout-print sent nothing: no pages of a file can be printed alone */
    STATUS_TOO_SLOW = 124, /* handout-speak waited too long for its voice; as timeout(1) has it */
};

#endif

/* Exit statuses of the program and of its parts that stand alone. Its man page tells of them. */
#ifndef HANDOUT_BASE_STATUS_H
#define HANDOUT_BASE_STATUS_H

enum status {
    STATUS_OK = 0,
    STATUS_CONTENT = 1,     /* the content has errors */
    STATUS_USAGE = 2,       /* the command line makes no sense */
    STATUS_ENVIRONMENT = 3, /* fonts, files or the system failed */
};

#endif

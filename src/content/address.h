/*
 * Addresses of the web and of mail: what is one, where it leads, and how it is written for machines
 * (RFC 3986). Nothing else in the program takes an address apart.
 */
#ifndef HANDOUT_CONTENT_ADDRESS_H
#define HANDOUT_CONTENT_ADDRESS_H

#include "base/range.h"

#include <stdbool.h>

/* Where an address leads. Only these are safe to follow: whatever else there is (javascript:,
 * data:, file: …) may run, or mean something else on every computer. */
enum address_kind {
    ADDRESS_UNSAFE,    /* any other scheme, none at all, or no address */
    ADDRESS_WEB,       /* http or https, with a host */
    ADDRESS_MAIL,      /* mailto: */
    ADDRESS_TELEPHONE, /* tel: */
    ADDRESS_TEXT,      /* sms:, a telephone to write to (RFC 5724) */
    ADDRESS_KIND_COUNT
};

/* Schemes are told in letters of either case. */
enum address_kind address_kind(const char *address);

/* True when the address names a place outside of the folder that it stands in: it has a scheme, or
 * a host. */
bool address_is_remote(const char *address);

/* True when `text` is a web address and nothing else: what clinic.yaml's 'url' holds. */
bool address_is_web(const char *text);

/* True when it is one of the web to which names of files can be added: without a question, a place
 * within a page, or a user's name and password, which all who read the address would see. */
bool address_is_folder(const char *text);

/* True when `text` is a mail address and nothing else: one '@', a dot in what follows. */
bool address_is_mail(const char *text);

/* "mailto:" and the mail address; owned by the caller. */
char *address_from_mail(const char *mail);

/* What stands behind the scheme of a mail or telephone link, without a question behind it
 * ("?subject="); owned by the caller. */
char *address_to(const char *address);

/* The address as people write it on paper, without scheme, "www." or a slash at its end; owned by
 * the caller. */
char *address_for_paper(const char *address);

/* What ends the scheme of an address with a host. */
#define ADDRESS_SCHEME_END "://"

/* Bytes at the head of a web address that nobody types: its scheme and "www.". */
size_t address_unsaid(const char *address);

/* True when the words show where `address` leads. */
bool address_in_words(const char *address, const char *words);

/* ASCII, as RFC 3986 asks for it; what is escaped already stays as it is. Owned by the caller. */
char *address_encode(const char *address);

/* True when both web addresses have one host; "www." and the case of letters do not count. */
bool address_same_host(const char *one, const char *other);

/* The next web or mail address in running text at or after the byte `from`. A stop behind it may
 * belong to it. False: no more. */
bool address_find(const char *text, size_t from, struct range *out);

/* True when a word may be an address as people write it on paper, or what is left of one that is
 * parted: "clinic.example/map", "desk@cli". */
bool address_is_bare(const char *word);

/* True when the byte `at` of running text stands in an address: in its name of mail or of a host.
 */
bool address_in_host(const char *text, size_t at);

#endif

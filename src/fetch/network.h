/* network.h - which addresses may be connected to.
 *
 *     10.0.0.7              -> private          may be allowed
 *     169.254.169.254       -> link-local       never: cloud machines keep
 *                                               their keys there
 *     64:ff9b::a00:7        -> 10.0.0.7 again, behind NAT64
 *     8.8.8.8               -> public, at the ports 80, 443, 8080 and 8443
 *
 * What a feed or a redirect names may be a machine that only we can reach. So
 * an address is judged where it is connected to, after names were looked up.
 * The table follows the IANA registries of special-purpose addresses for IPv4
 * and IPv6 (RFC 6890 and its updates). */
#ifndef AHD_FETCH_NETWORK_H
#define AHD_FETCH_NETWORK_H

#include "base/str.h"

#include <sys/socket.h>

typedef enum ahd_network {
    AHD_NETWORK_PUBLIC,
    AHD_NETWORK_PRIVATE, /* of this machine or its surroundings */
    AHD_NETWORK_NEVER,   /* nobody's article is there */
} ahd_network;

enum { AHD_NETWORK_BYTES = 16, AHD_NETWORK_NETS = 16 };

/* IPv4 in 4 bytes, IPv6 in 16; the first `bits` count. */
typedef struct ahd_net {
    uint8_t bytes[AHD_NETWORK_BYTES];
    size_t len;
    unsigned bits;
} ahd_net;

/* Private networks that may be asked all the same, at any port. */
typedef struct ahd_allowance {
    bool all;
    ahd_net nets[AHD_NETWORK_NETS];
    size_t count;
} ahd_allowance;

/* `what` it is, in words: "a loopback address". */
ahd_network ahd_network_judge(const uint8_t *bytes, size_t len,
                              const char **what);

/* "10.0.0.0/8", "::1"; false when it is none. */
bool ahd_network_read(ahd_str text, ahd_net *out);

/* May it be connected to? NULL, or why not, static text. */
const char *ahd_network_refuses(const ahd_allowance *allowed,
                                const struct sockaddr *address);

#endif

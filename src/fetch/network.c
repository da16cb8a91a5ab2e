#include "network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

/* `inner` is where an IPv4 address stands that is judged instead; 0: none. */
typedef struct row {
    uint8_t bytes[AHD_NETWORK_BYTES];
    unsigned bits;
    ahd_network is;
    const char *what;
    size_t inner;
} row;

/* The first row that fits decides. */
static const row rows4[] = {
    {{0}, 8, AHD_NETWORK_NEVER, "an unspecified address", 0},
    {{10}, 8, AHD_NETWORK_PRIVATE, "a private address", 0},
    {{100, 64}, 10, AHD_NETWORK_PRIVATE, "a provider's inner address", 0},
    {{127}, 8, AHD_NETWORK_PRIVATE, "a loopback address", 0},
    {{169, 254}, 16, AHD_NETWORK_NEVER, "a link-local address", 0},
    {{172, 16}, 12, AHD_NETWORK_PRIVATE, "a private address", 0},
    {{192, 0, 0}, 24, AHD_NETWORK_NEVER, "a reserved address", 0},
    {{192, 0, 2}, 24, AHD_NETWORK_NEVER, "an address of examples", 0},
    {{192, 88, 99}, 24, AHD_NETWORK_NEVER, "a reserved address", 0},
    {{192, 168}, 16, AHD_NETWORK_PRIVATE, "a private address", 0},
    {{198, 18}, 15, AHD_NETWORK_NEVER, "a reserved address", 0},
    {{198, 51, 100}, 24, AHD_NETWORK_NEVER, "an address of examples", 0},
    {{203, 0, 113}, 24, AHD_NETWORK_NEVER, "an address of examples", 0},
    {{224}, 4, AHD_NETWORK_NEVER, "a multicast address", 0},
    {{240}, 4, AHD_NETWORK_NEVER, "a reserved address", 0},
    {{0}, 0, AHD_NETWORK_PUBLIC, "a public address", 0},
};

static const row rows6[] = {
    {{[15] = 1}, 128, AHD_NETWORK_PRIVATE, "a loopback address", 0},
    {{[10] = 0xFF, 0xFF}, 96, AHD_NETWORK_NEVER, "", 12},
    {{0}, 96, AHD_NETWORK_NEVER, "an unspecified address", 0},
    {{0, 0x64, 0xFF, 0x9B}, 96, AHD_NETWORK_NEVER, "", 12},
    {{0x20, 0x01, 0x0D, 0xB8},
     32,
     AHD_NETWORK_NEVER,
     "an address of examples",
     0},
    {{0x20, 0x01}, 23, AHD_NETWORK_NEVER, "a reserved address", 0}, /* Teredo */
    {{0x20, 0x02}, 16, AHD_NETWORK_NEVER, "", 2},
    {{0x3F, 0xFF}, 20, AHD_NETWORK_NEVER, "an address of examples", 0},
    {{0xFC}, 7, AHD_NETWORK_PRIVATE, "a private address", 0},
    {{0xFE, 0x80}, 10, AHD_NETWORK_NEVER, "a link-local address", 0},
    {{0xFF}, 8, AHD_NETWORK_NEVER, "a multicast address", 0},
    {{0x20}, 3, AHD_NETWORK_PUBLIC, "a public address", 0},
    {{0}, 0, AHD_NETWORK_NEVER, "a reserved address", 0},
};

static bool same_bits(const uint8_t *a, const uint8_t *b, unsigned bits)
{
    unsigned whole = bits / 8, rest = bits % 8;

    if (memcmp(a, b, whole) != 0)
        return false;
    return rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

/* The last row fits everything. */
static const row *row_of(const uint8_t *bytes, size_t len)
{
    const row *r = len == 4 ? rows4 : rows6;

    while (!same_bits(bytes, r->bytes, r->bits))
        r++;
    return r;
}

ahd_network ahd_network_judge(const uint8_t *bytes, size_t len,
                              const char **what)
{
    const row *r = row_of(bytes, len);

    if (r->inner > 0)
        r = row_of(bytes + r->inner, 4);
    *what = r->what;
    return r->is;
}

bool ahd_network_read(ahd_str text, ahd_net *out)
{
    char name[INET6_ADDRSTRLEN];
    ahd_str rest = text, host = ahd_str_cut(&rest, '/');
    uint32_t bits = 0;

    *out = (ahd_net){.len = 0};
    if (host.len >= sizeof name)
        return false;
    memcpy(name, host.ptr, host.len);
    name[host.len] = '\0';
    if (inet_pton(AF_INET, name, out->bytes) == 1)
        out->len = 4;
    else if (inet_pton(AF_INET6, name, out->bytes) == 1)
        out->len = AHD_NETWORK_BYTES;
    else
        return false;
    out->bits = (unsigned)out->len * 8;
    if (host.len == text.len)
        return true;
    if (!ahd_str_number(rest, &bits) || bits > out->bits)
        return false;
    out->bits = bits;
    return true;
}

static bool is_allowed(const ahd_allowance *allowed, const uint8_t *bytes,
                       size_t len)
{
    for (size_t i = 0; i < allowed->count; i++)
        if (allowed->nets[i].len == len &&
            same_bits(bytes, allowed->nets[i].bytes, allowed->nets[i].bits))
            return true;
    return allowed->all;
}

static bool is_web_port(unsigned port)
{
    return port == 80 || port == 443 || port == 8080 || port == 8443;
}

const char *ahd_network_refuses(const ahd_allowance *allowed,
                                const struct sockaddr *address)
{
    const char *what = "";
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    const uint8_t *bytes = (const uint8_t *)&v4.sin_addr;
    size_t len = 4;
    in_port_t port;

    if (address->sa_family != AF_INET && address->sa_family != AF_INET6)
        return "no address of the internet";
    if (address->sa_family == AF_INET6) {
        memcpy(&v6, address, sizeof v6);
        bytes = v6.sin6_addr.s6_addr;
        len = AHD_NETWORK_BYTES;
        port = v6.sin6_port;
    } else {
        memcpy(&v4, address, sizeof v4);
        port = v4.sin_port;
    }
    ahd_network is = ahd_network_judge(bytes, len, &what);
    if (is == AHD_NETWORK_PRIVATE && is_allowed(allowed, bytes, len))
        return NULL;
    if (is != AHD_NETWORK_PUBLIC)
        return what;
    return is_web_port(ntohs(port)) ? NULL : "a port that is not the web's";
}

#include "http/host.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

ahd_status ahd_host_parse(const char *host, uint16_t port,
                          ahd_host_address *out, ahd_error *error)
{
    const char *digits = strcasecmp(host, "localhost") ? host : "127.0.0.1";

    *out = (ahd_host_address){.v4 = {.sin_family = AF_INET}};
    if (inet_pton(AF_INET, digits, &out->v4.sin_addr) == 1) {
        out->v4.sin_port = htons(port);
        return AHD_OK;
    }
    *out = (ahd_host_address){.v6 = {.sin6_family = AF_INET6}};
    if (inet_pton(AF_INET6, digits, &out->v6.sin6_addr) == 1) {
        out->v6.sin6_port = htons(port);
        return AHD_OK;
    }
    return ahd_fail(error, AHD_EUSAGE,
                    "\"%s\" is no address; give one in digits, such as "
                    "127.0.0.1 or ::1",
                    host);
}

bool ahd_host_is_local(const ahd_host_address *address)
{
    if (address->any.sa_family == AF_INET)
        return ntohl(address->v4.sin_addr.s_addr) >> 24 == 127;
    return IN6_IS_ADDR_LOOPBACK(&address->v6.sin6_addr);
}

/* "name:port", "[::1]:port" without the port and the brackets. */
static ahd_str name_of(ahd_str header)
{
    if (ahd_str_starts(header, AHD_STR("["))) {
        ahd_str inside = {header.ptr + 1, header.len - 1};
        return ahd_str_cut(&inside, ']');
    }
    return ahd_str_cut(&header, ':');
}

static bool is_digits_address(const char *name)
{
    ahd_host_address ignored;

    return inet_pton(AF_INET, name, &ignored.v4.sin_addr) == 1 ||
           inet_pton(AF_INET6, name, &ignored.v6.sin6_addr) == 1;
}

bool ahd_host_may_ask(ahd_str header, const char *host)
{
    char name[256], machine[256] = "";
    ahd_str asked = name_of(header);

    if (asked.len == 0 || asked.len >= sizeof name)
        return false;
    memcpy(name, asked.ptr, asked.len);
    name[asked.len] = '\0';
    if (is_digits_address(name) || !strcasecmp(name, "localhost") ||
        !strcasecmp(name, host))
        return true;
    return gethostname(machine, sizeof machine - 1) == 0 && machine[0] &&
           !strcasecmp(name, machine);
}

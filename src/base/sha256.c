#include "base/sha256.h"

#include <string.h>
#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

enum { BLOCK = 64, ROUNDS = 64 };

/* The cube roots of the first 64 primes, their fractions (FIPS 180-4, 4.2.2).
 */
static const uint32_t round_constant[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, int by)
{
    return x >> by | x << (32 - by);
}

static void expand(const unsigned char *block, uint32_t w[ROUNDS])
{
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < ROUNDS; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
               (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

static void mix_plainly(uint32_t state[8], const unsigned char *block)
{
    uint32_t w[ROUNDS];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];

    expand(block, w);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                       ((e & f) ^ (~e & g)) + round_constant[i] + w[i];
        uint32_t two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                       ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + one;
        d = c, c = b, b = a, a = one + two;
    }
    const uint32_t add[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; i++)
        state[i] += add[i];
}

#ifdef __x86_64__
/* Has the processor instructions for it? Asking is slow in a virtual machine.
 */
static bool has_instructions(void)
{
    static int known; /* 1: yes, 2: no; all who ask at once find the same */
    int answer = __atomic_load_n(&known, __ATOMIC_RELAXED);
    unsigned a, b, c, d;

    if (answer == 0) {
        bool sse = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1);
        bool sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
        answer = sse && sha ? 1 : 2;
        __atomic_store_n(&known, answer, __ATOMIC_RELAXED);
    }
    return answer == 1;
}

static __m128i load(const void *from)
{
    __m128i four;

    memcpy(&four, from, sizeof four);
    return four;
}

/* Words w[i], four at a time, from the sixteen before them. */
__attribute__((target("sha,sse4.1"))) static __m128i next_words(__m128i w[4],
                                                                int i)
{
    __m128i last = w[(i + 3) & 3];
    __m128i between = _mm_alignr_epi8(last, w[(i + 2) & 3], 4);
    __m128i sum =
        _mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]), between);

    return _mm_sha256msg2_epu32(sum, last);
}

/* The instructions want a b e f in one register and c d g h in the other. */
__attribute__((target("sha,sse4.1"))) static void
mix_fast(uint32_t state[8], const unsigned char *block)
{
    const __m128i order =
        _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i cdab = _mm_shuffle_epi32(load(state), 0xB1);
    __m128i efgh = _mm_shuffle_epi32(load(state + 4), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), first = abef;
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0), second = cdgh;
    __m128i w[4];

#pragma GCC unroll 16
    for (int i = 0; i < ROUNDS / 4; i++) {
        w[i & 3] = i < 4 ? _mm_shuffle_epi8(load(block + 16 * i), order)
                         : next_words(w, i);
        __m128i add = _mm_add_epi32(w[i & 3], load(round_constant + 4 * i));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, add);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(add, 0x0E));
    }
    __m128i feba = _mm_shuffle_epi32(_mm_add_epi32(abef, first), 0x1B);
    __m128i dchg = _mm_shuffle_epi32(_mm_add_epi32(cdgh, second), 0xB1);
    __m128i low = _mm_blend_epi16(feba, dchg, 0xF0);
    __m128i high = _mm_alignr_epi8(dchg, feba, 8);
    memcpy(state, &low, sizeof low);
    memcpy(state + 4, &high, sizeof high);
}

#else
static bool has_instructions(void)
{
    return false;
}

static void mix_fast(uint32_t state[8], const unsigned char *block)
{
    mix_plainly(state, block);
}
#endif

typedef void mix_fn(uint32_t state[8], const unsigned char *block);

/* What is left after the whole blocks, then a 1 bit, zeroes and the length. */
static void mix_end(mix_fn *mix, uint32_t state[8], ahd_str rest,
                    uint64_t length)
{
    unsigned char tail[2 * BLOCK] = {0};
    size_t size = rest.len + 9 > BLOCK ? 2 * BLOCK : BLOCK;

    if (rest.len > 0)
        memcpy(tail, rest.ptr, rest.len);
    tail[rest.len] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[size - 1 - i] = (unsigned char)(length * 8 >> 8 * i);
    for (size_t at = 0; at < size; at += BLOCK)
        mix(state, tail + at);
}

static void hash(mix_fn *mix, ahd_str bytes, char out[AHD_SHA256_HEX])
{
    uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    size_t whole = bytes.len - bytes.len % BLOCK;

    for (size_t at = 0; at < whole; at += BLOCK)
        mix(state, (const unsigned char *)bytes.ptr + at);
    mix_end(mix, state, (ahd_str){bytes.ptr + whole, bytes.len - whole},
            bytes.len);
    for (int i = 0; i < AHD_SHA256_HEX; i++)
        out[i] = "0123456789abcdef"[state[i / 8] >> (28 - 4 * (i % 8)) & 15];
}

void ahd_sha256_hex(ahd_str bytes, char out[AHD_SHA256_HEX])
{
    hash(has_instructions() ? mix_fast : mix_plainly, bytes, out);
}

void ahd_sha256_plain(ahd_str bytes, char out[AHD_SHA256_HEX])
{
    hash(mix_plainly, bytes, out);
}

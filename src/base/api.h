/* api.h - what a program outside the library may call.
 *
 * The library is compiled with hidden symbols; AHD_API shows one. Everything
 * so marked is listed in tests/house/exported.txt. */
#ifndef AHD_BASE_API_H
#define AHD_BASE_API_H

#define AHD_API __attribute__((visibility("default")))

#endif

/* joint.h - one office of several states, in the plural.
 *
 *     «وزراء خارجية مصر والأردن وتونس»
 *     three offices: «وزراء خارجية مصر», «الأردن», «تونس» */
#ifndef AHD_NAMES_JOINT_H
#define AHD_NAMES_JOINT_H

#include "names/cursor.h"

/* The plural of an office and the first of two states or more. */
bool ahd_joint_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out);

/* Makes of a state the office that the mention before it is: the next of the
 * list. */
void ahd_joint_follow(const ahd_reader *r, ahd_mention *m);

#endif

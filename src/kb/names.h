/* names.h - how the values of enums are written in data/ and in the output.
 * Each list is in the order of its enum and ends with NULL. */
#ifndef AHD_KB_NAMES_H
#define AHD_KB_NAMES_H

extern const char *const ahd_names_actor_type[];
extern const char *const ahd_names_name_kind[];
extern const char *const ahd_names_role_kind[];
extern const char *const ahd_names_tie_kind[];
extern const char *const ahd_names_title_kind[];
extern const char *const ahd_names_head_use[];
extern const char *const ahd_names_role_held[];
extern const char *const ahd_names_head_alone[];
extern const char *const ahd_names_party_role[];
extern const char *const ahd_names_text_is[];
extern const char *const ahd_names_signature_state[];
extern const char *const ahd_names_noun_kind[];
extern const char *const ahd_names_cue_class[];
extern const char *const ahd_names_class[];
extern const char *const ahd_names_time_word[];
extern const char *const ahd_names_number_word[];
extern const char *const ahd_names_medium[];
extern const char *const ahd_names_act[];
extern const char *const ahd_names_mode[];
extern const char *const ahd_names_fn[];
extern const char *const ahd_names_slot[];
extern const char *const ahd_names_need[];
extern const char *const ahd_names_event[];
extern const char *const ahd_names_event_place[];
extern const char *const ahd_names_want[];
extern const char *const ahd_names_event_word[];
extern const char *const ahd_names_lang[]; /* of ahd_lang in doc.h */

#endif

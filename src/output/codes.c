#include "output/codes.h"

/* By act type. A planned act is PLOVER's AGREE where it is cooperation. */
static const ahd_codes codes[AHD_ACT_TYPES] = {
    [AHD_ACT_SIGN] = {"SUPPORT", "057", "Agreement"},
    [AHD_ACT_NEGOTIATE] = {"CONSULT", "046", NULL},
    [AHD_ACT_MEET] = {"CONSULT", "040", NULL},
    [AHD_ACT_MEDIATE] = {"CONSULT/third-party", "045", NULL},
    [AHD_ACT_COMMIT] = {"AGREE", "030", NULL},
    [AHD_ACT_DEMAND] = {"REQUEST/change", "100", NULL},
    [AHD_ACT_IMPLEMENT] = {"RETREAT", "080", NULL},
    [AHD_ACT_ACCUSE] = {"ACCUSE/allege", "1123", NULL},
    [AHD_ACT_BREACH] = {"ASSAULT", "196", NULL},
    [AHD_ACT_DENY] = {NULL, "016", NULL},
    [AHD_ACT_REJECT] = {"REJECT/change", "127", NULL},
    [AHD_ACT_SUSPEND] = {"SANCTION/discontinue", "164", NULL},
    [AHD_ACT_EXTEND] = {"AGREE", NULL, NULL},
    [AHD_ACT_SUPPORT] = {"SUPPORT", "051", NULL},
    [AHD_ACT_CONDEMN] = {"ACCUSE/disapprove", "111", NULL},
    [AHD_ACT_THREATEN] = {"THREATEN", "130", NULL},
};

ahd_codes ahd_codes_of(const ahd_act *act)
{
    ahd_codes c = codes[act->type];

    if (act->modality != AHD_PLANNED)
        return c;
    if (act->type == AHD_ACT_SIGN || act->type == AHD_ACT_NEGOTIATE ||
        act->type == AHD_ACT_MEET)
        return (ahd_codes){"AGREE", act->type == AHD_ACT_SIGN ? "030" : "036",
                           NULL};
    return c;
}

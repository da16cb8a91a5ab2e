#include "base/map.h"

static ahd_map_slot *slot_of(const ahd_map *map, ahd_str key)
{
    uint32_t mask = map->capacity - 1;
    uint32_t i = ahd_str_hash(key) & mask;

    while (map->slots[i].key.ptr && !ahd_str_eq(map->slots[i].key, key))
        i = (i + 1) & mask;
    return &map->slots[i];
}

static void grow(ahd_arena *arena, ahd_map *map)
{
    ahd_map wider = {.capacity = map->capacity ? map->capacity * 2 : 16};

    wider.slots = ahd_new(arena, ahd_map_slot, wider.capacity);
    wider.count = map->count;
    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key.ptr)
            *slot_of(&wider, map->slots[i].key) = map->slots[i];
    *map = wider;
}

uint32_t *ahd_map_put(ahd_arena *arena, ahd_map *map, ahd_str key)
{
    if (map->count * 4 >= map->capacity * 3)
        grow(arena, map);
    ahd_map_slot *slot = slot_of(map, key);
    if (slot->key.ptr == NULL) {
        slot->key = (ahd_str){key.ptr ? key.ptr : "", key.len};
        map->count++;
    }
    return &slot->value;
}

const uint32_t *ahd_map_find(const ahd_map *map, ahd_str key)
{
    if (map->capacity == 0)
        return NULL;
    const ahd_map_slot *slot = slot_of(map, key);
    return slot->key.ptr ? &slot->value : NULL;
}

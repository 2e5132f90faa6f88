// Everything a message type needs to be readable and writable as a frame: include this, write
// `template <class Archive> void serialize(Archive& archive) { archive(CEREAL_NVP(a), …); }` and,
// at the top level, `static constexpr SchemaId schema{id, version}`. Light enough for plugins.
#pragma once

#include "app/wire/containers.hpp"
#include "app/wire/record.hpp"
#include "app/wire/scalars.hpp"
#include "app/wire/values.hpp"

// birthday(): the day on which somebody becomes so many years old. For what the law gives or ends at an age.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>

namespace alongside {

// Who was born on 29 February is a year older on 1 March of a year without one.
Date birthday(Date born, std::int32_t years);

}  // namespace alongside

// The numbers that everybody in England and Wales may ring, text or sign to when it cannot wait, with where that was
// read and when; and those of the council's own configuration between them. Called when the configuration is read.
#pragma once

#include "app/wire/messages/council.hpp"

#include <vector>

namespace alongside::server {

// 999 first, then `own`, then the others.
std::vector<wire::UrgentNumber> with_national_numbers(std::vector<wire::UrgentNumber> own);

}  // namespace alongside::server

// english_stem: Snowball's English stemmer ("Porter 2") for folded words: "swims", "swimming" and "swim"
// share a stem. Our own, since Debian has Snowball's library for the server only, and both sides have to
// agree on every word. Used through stem() of fold.hpp.
#pragma once

#include <string>
#include <string_view>

namespace alongside::local_offer {

std::string english_stem(std::string_view folded);

}  // namespace alongside::local_offer

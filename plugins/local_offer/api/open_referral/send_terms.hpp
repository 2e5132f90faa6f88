// Our own facts about special needs, which the profile has no members for, as it wants them told: terms of
// taxonomies, each with an address in a namespace of ours ("urn:alongside:send:tier:targeted"). Used by
// record_cleaning and the catalogue.
#pragma once

#include <string>
#include <string_view>

namespace alongside::local_offer {

// "urn:alongside:send:tier"; empty when the taxonomy is not one of ours.
std::string send_taxonomy_uri(std::string_view taxonomy);
std::string send_term_uri(std::string_view taxonomy, std::string_view term);
// A sentence about it; the name itself when it is not one of ours.
std::string taxonomy_description(std::string_view taxonomy);

}  // namespace alongside::local_offer

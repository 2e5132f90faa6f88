// made_id: a UUID for what a feed has no proper id for, always the same for the same words, so that
// links between records hold and an import of the same feed changes nothing. Used by record_cleaning
// and the catalogue.
#pragma once

#include <string>
#include <string_view>

namespace alongside::local_offer {

// `of` says what it is an id of: "taxonomy", "id".
std::string made_id(std::string_view of, std::string_view words);
// The UUID in `text` in small letters; made from it when it is none; empty when it is empty.
std::string id_from(std::string_view text);

}  // namespace alongside::local_offer

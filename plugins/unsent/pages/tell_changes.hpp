// Tells a change in words: asks each plugin for its own kinds (what the build found of them), and knows those that
// belong to no plugin. Used by the page and by the copy.
#pragma once

#include "app/plugin_api/change_words.hpp"
#include "app/plugin_api/saved_copies.hpp"
#include "app/wire/messages/session.hpp"

#include <span>

namespace alongside::unsent {

// Of all plugins; made by the build.
std::span<const ChangeTeller> plugin_tellers();

// Facts about a family, who may see what, choices, and messages that were read.
std::optional<ChangeWords> core_change_in_words(const Change& change, const ui::Words& words);

// Any change, with whom it is about and when it was made. One that nobody knows is called a change.
ChangeWords in_words(const KeptChange& kept, const wire::SessionInfo& session, const ui::Words& words);

}  // namespace alongside::unsent

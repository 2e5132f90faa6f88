// The words by which a council's family file names roles, facets and levels ("young_person",
// "care_notes", "change"). Used by family_file and by the verbs about who stands by a child.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/session.hpp"

#include <optional>
#include <string_view>

namespace alongside::server {

std::optional<wire::FamilyRole> role_named(std::string_view word);
std::optional<wire::Facet> facet_named(std::string_view word);  // never Own
std::optional<wire::ShareLevel> level_named(std::string_view word);
std::string_view word_of(wire::FamilyRole role);
std::string_view word_of(wire::Facet facet);
std::string_view word_of(wire::ShareLevel level);

}  // namespace alongside::server

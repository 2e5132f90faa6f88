// The words by which a council's family file names roles, facets and levels ("young_person",
// "care_notes", "change"). Read by family_file alone.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/session.hpp"

#include <optional>
#include <string_view>

namespace alongside::server {

std::optional<wire::FamilyRole> role_named(std::string_view word);
std::optional<wire::Facet> facet_named(std::string_view word);  // never Own
std::optional<wire::ShareLevel> level_named(std::string_view word);

}  // namespace alongside::server

// The words by which a council's family file names roles, facets and levels ("young_person",
// "care_notes", "change") and an officer how somebody stands to a grown-up ("deputy"). Used by family_file and by the
// verbs about who stands by a child.
#pragma once

#include "app/server/family/relationships.hpp"
#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace alongside::server {

std::optional<wire::FamilyRole> role_named(std::string_view word);
std::optional<wire::Facet> facet_named(std::string_view word);  // never Own
std::optional<wire::ShareLevel> level_named(std::string_view word);
std::optional<Lawful> lawful_named(std::string_view word);  // never None
std::string_view word_of(wire::FamilyRole role);
std::string_view word_of(wire::Facet facet);
std::string_view word_of(wire::ShareLevel level);
// "carer", or by what they stand by a grown-up: "deputy".
std::string standing_word(const Relationship& one);

}  // namespace alongside::server

// Shares: what an adult lets another see or change of what they own about a child. Written by the
// "family.share" operation and by the import; read through Access alone.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstdint>

namespace alongside::server {

class Database;

struct ShareGrant {
  PersonId owner;
  PersonId viewer;
  wire::Subject subject;
  wire::Facet facet = wire::Facet::CareNotes;
  wire::ShareLevel level = wire::ShareLevel::None;
  Date from;
  Date until = last_date;
};

// What is done when there is such a share already: the owner's new word counts, the import's does not.
enum class EarlierShare : std::uint8_t { Replaced, Kept };
enum class Changed : bool { No, Yes };

// NotFound when owner or viewer is nothing to this child; InvalidInput for what is never shared.
// The caller then asks Documents::reconsider(viewer), in the same transaction.
Result<Changed> set_share(Database& database, const ShareGrant& grant, EarlierShare earlier);

}  // namespace alongside::server

// ReadAudit: that somebody's devices were given what others of the family wrote, once a day for each child or person it
// is about: a row of the audit with the facets it was, never the words. Written before it is given, by SyncService.
// Only the council reads these rows; in nobody's export stands what anybody else was given (sync_personal.cpp).
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/family/relationships.hpp"
#include "app/wire/messages/document.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::server {

class Database;

// The verb of such a row. Its actor is who was given it, its kind the facets, as a FacetSet.
inline constexpr std::string_view read_verb = "read";

class ReadAudit {
 public:
  // `today`: as it is in the United Kingdom.
  ReadAudit(Database& database, std::int64_t now_ms, Date today)
      : database_(database), now_ms_(now_ms), today_(today) {}

  // In a transaction of its own; none when the day's rows say it all already.
  Result<void> note(PersonId viewer, const std::vector<wire::Document>& given);

 private:
  struct Given {
    wire::Subject about;
    FacetSet facets = 0;
  };

  static std::vector<Given> of_others(PersonId viewer, const std::vector<wire::Document>& given);
  Result<FacetSet> noted_today(PersonId viewer, const wire::Subject& about) const;
  Result<void> add(PersonId viewer, const Given& one, FacetSet noted);

  Database& database_;
  std::int64_t now_ms_;
  Date today_;
};

}  // namespace alongside::server

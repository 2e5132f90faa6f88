// Leaks that the test plants in its own council, to see that they are found. None of this is in the
// server: some are triggers in the test's database, the others change an answer on its way out.
#pragma once

#include "app/server/database.hpp"
#include "app/server/response.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::worlds {

enum class Leak : std::uint8_t {
  None,
  SharedCounter,    // one count of places for all feeds
  CountInPage,      // a page tells how many documents there are
  SharedSequence,   // a reply tells a change's number among everybody's
  IdTaken,          // an id that somebody else uses is refused as taken
  LastChanged,      // a cookie tells when anything in the household was changed
  LastChildFirst,   // a page begins with the child about whom somebody changed something last
  VersionPerChild,  // versions count a child's changes, whoever may see them
  TellsWhatExists,  // 403 for what is there, 404 for what is not
  TagOverAll,       // the ETag of an answer is made from everything
  ExportOfChild,    // an export has how much there is about a child, whoever owns it
  RestrictedGone,   // whoever is restricted is told of no child any more
};
inline constexpr Leak planted_leaks[] = {Leak::SharedCounter,   Leak::CountInPage,     Leak::SharedSequence,
                                         Leak::IdTaken,         Leak::LastChanged,     Leak::LastChildFirst,
                                         Leak::VersionPerChild, Leak::TellsWhatExists, Leak::TagOverAll,
                                         Leak::ExportOfChild,   Leak::RestrictedGone};

std::string_view name_of(Leak leak);
// Once, after the tables were made.
void plant(Leak leak, server::Database& database);
// On each answer: `target` and `body` are the request's.
void spoil(Leak leak, server::Database& database, std::string_view target, std::string_view body,
           server::Response& response);

}  // namespace alongside::worlds

// KeptWords: what the council's staff give the search beside the configuration: its synonyms, once a file of them was
// imported, and the middles of postcode districts and sectors. In SQLite. Used by the feature and its verbs.
#pragma once

#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/api/postcodes/postcode_file.hpp"
#include "plugins/local_offer/model/search/synonyms.hpp"

#include <optional>
#include <span>
#include <vector>

namespace alongside::local_offer {

class KeptWords {
 public:
  explicit KeptWords(server::Database& database) : database_(database) {}

  Result<std::optional<std::vector<SynonymGroup>>> synonyms() const;  // none: those of the configuration count
  Result<void> put_synonyms(std::span<const SynonymGroup> groups);
  // As places without districts of their own, by name.
  Result<std::vector<wire::Place>> postcodes() const;
  Result<void> put_postcodes(std::span<const PostcodeArea> areas);  // in place of all that are there

 private:
  server::Database& database_;
};

}  // namespace alongside::local_offer

#include "plugins/local_offer/api/kept_words.hpp"

namespace alongside::local_offer {

using server::Step;

Result<std::optional<std::vector<SynonymGroup>>> KeptWords::synonyms() const {
  std::vector<SynonymGroup> groups;
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT number, phrase FROM local_offer_synonym ORDER BY number, place"));
  std::int64_t last = -1;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    if (select.column_integer(0) != last) groups.emplace_back();
    last = select.column_integer(0);
    groups.back().emplace_back(select.column_text(1));
  }
  if (groups.empty()) return std::optional<std::vector<SynonymGroup>>();
  return std::optional(std::move(groups));
}

Result<void> KeptWords::put_synonyms(std::span<const SynonymGroup> groups) {
  ALONGSIDE_TRY(database_.execute("DELETE FROM local_offer_synonym"));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = 0; j < groups[i].size(); ++j) {
      auto insert = ALONGSIDE_TRY(
          database_.prepare("INSERT INTO local_offer_synonym (number, place, phrase) VALUES (?1, ?2, ?3)"));
      insert.bind(1, static_cast<std::int64_t>(i)).bind(2, static_cast<std::int64_t>(j)).bind(3, groups[i][j]);
      ALONGSIDE_TRY(insert.run());
    }
  }
  return {};
}

Result<std::vector<wire::Place>> KeptWords::postcodes() const {
  std::vector<wire::Place> places;
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT name, latitude_e7, longitude_e7 FROM local_offer_postcode ORDER BY name"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    wire::Place& place = places.emplace_back();
    place.name = select.column_text(0);
    place.latitude_e7 = static_cast<std::int32_t>(select.column_integer(1));
    place.longitude_e7 = static_cast<std::int32_t>(select.column_integer(2));
  }
  return places;
}

Result<void> KeptWords::put_postcodes(std::span<const PostcodeArea> areas) {
  ALONGSIDE_TRY(database_.execute("DELETE FROM local_offer_postcode"));
  for (const PostcodeArea& area : areas) {
    auto insert = ALONGSIDE_TRY(database_.prepare(
        "INSERT INTO local_offer_postcode (name, latitude_e7, longitude_e7, postcodes) VALUES (?1, ?2, ?3, ?4)"));
    insert.bind(1, area.name).bind(2, area.middle.latitude_e7()).bind(3, area.middle.longitude_e7());
    ALONGSIDE_TRY(insert.bind(4, static_cast<std::int64_t>(area.postcodes)).run());
  }
  return {};
}

}  // namespace alongside::local_offer

// Sharing: who may see what of mine. For each child and each other person one list to choose from for
// each kind of thing; nothing is shared until its owner says so. Drawn by the account page.
#pragma once

#include "app/client/session/session_service.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/family.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <tuple>

namespace alongside::client {

class Sharing {
 public:
  explicit Sharing(SessionService& session) : session_(session) {}

  void draw_ui(ui::Ui& ui);

 private:
  using Place = std::tuple<SubjectId, PersonId, wire::Facet>;
  struct Level {
    wire::ShareLevel level = wire::ShareLevel::None;
    wire::Version version;
  };

  void child_ui(ui::Ui& ui, const wire::FamilyChild& child);
  void person_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person);
  void facet_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person, wire::Facet facet);
  void read_again();
  Level level_of(const Place& place) const;
  void save(const wire::Subject& subject, const wire::Share& share, const wire::Version& version);

  SessionService& session_;
  std::uint64_t edition_ = 0;
  std::map<Place, Level> levels_;
  std::set<std::pair<SubjectId, PersonId>> opened_;
};

}  // namespace alongside::client

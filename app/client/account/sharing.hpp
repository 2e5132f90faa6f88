// Sharing: who may see what of mine, and how long. For each child and each other person one list to choose from for
// each kind of thing; nothing is shared until its owner says so. Drawn by the account page.
#pragma once

#include "app/base/clock.hpp"
#include "app/client/session/session_service.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/family.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace alongside::client {

class Sharing {
 public:
  Sharing(SessionService& session, const Clock& clock) : session_(session), clock_(clock) {}

  void draw_ui(ui::Ui& ui);

 private:
  using Pair = std::pair<SubjectId, PersonId>;
  using Place = std::tuple<SubjectId, PersonId, wire::Facet>;
  struct Level {
    wire::ShareLevel level = wire::ShareLevel::None;
    std::optional<Date> until;
    wire::Version version;
  };

  void child_ui(ui::Ui& ui, const wire::FamilyChild& child);
  void person_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person);
  void facet_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person, wire::Facet facet);
  void end_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person);
  void read_again();
  void note(const wire::Subject& subject, const wire::Share& share, const wire::Version& version);
  Level level_of(const Place& place) const;
  std::optional<Date> end_of(const Pair& pair) const;
  void save(const wire::Subject& subject, const wire::Share& share, const wire::Version& version);

  SessionService& session_;
  const Clock& clock_;
  std::uint64_t edition_ = 0;
  Date day_;  // on which levels_ was read
  std::map<Place, Level> levels_;
  std::map<Pair, std::optional<Date>> ends_;  // as chosen here, for what is shared next
  std::set<Pair> opened_;
};

}  // namespace alongside::client

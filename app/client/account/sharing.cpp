#include "app/client/account/sharing.hpp"

#include "app/client/account/share_end.hpp"
#include "app/client/id_number.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <array>

namespace alongside::client {

using namespace ui::literals;

namespace {

struct FacetWords {
  wire::Facet facet;
  ui::TextKey name;
};

constexpr std::array shared_facets{
    FacetWords{wire::Facet::CareNotes, "shell.facet.care_notes"_t},
    FacetWords{wire::Facet::School, "shell.facet.school"_t},
    FacetWords{wire::Facet::Money, "shell.facet.money"_t},
    FacetWords{wire::Facet::Plan, "shell.facet.plan"_t},
    FacetWords{wire::Facet::Visits, "shell.facet.visits"_t},
    FacetWords{wire::Facet::Files, "shell.facet.files"_t},
    FacetWords{wire::Facet::Diary, "shell.facet.diary"_t},
    FacetWords{wire::Facet::Workers, "shell.facet.workers"_t},
    FacetWords{wire::Facet::Phone, "shell.facet.phone"_t},
    FacetWords{wire::Facet::Email, "shell.facet.email"_t},
    FacetWords{wire::Facet::Address, "shell.facet.address"_t},
};

std::string value_of(wire::ShareLevel level) { return std::to_string(static_cast<int>(level)); }

// By their post: they are shown things for a while, and change nothing.
bool works_with(const wire::FamilyPerson& person, const wire::FamilyChild& child) {
  return std::ranges::find(person.works_with, child.subject.id) != person.works_with.end();
}

wire::ShareLevel level_from(std::string_view value) {
  if (value == "2") return wire::ShareLevel::Change;
  return value == "1" ? wire::ShareLevel::See : wire::ShareLevel::None;
}

}  // namespace

void Sharing::draw_ui(ui::Ui& ui) {
  read_again();
  const auto card = ui.card("sharing");
  ui.heading(2, ui.tr("shell.sharing"_t));
  ui.sentence("shell.sharing.lead"_t);
  if (session_.info().people.empty()) return ui.sentence("shell.sharing.nobody"_t);
  for (const wire::FamilyChild& child : session_.info().children) child_ui(ui, child);
}

void Sharing::child_ui(ui::Ui& ui, const wire::FamilyChild& child) {
  const auto row = ui.list(ui::Key("child", id_number(child.subject.id)), {}, ui::ListLook::Plain);
  for (const wire::FamilyPerson& person : session_.info().people) {
    if (person.id.bytes() == child.subject.id.bytes() || person.id == session_.info().person) continue;
    const auto item = ui.list_item(ui::Key("person", id_number(person.id)));
    person_ui(ui, child, person);
  }
}

void Sharing::person_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person) {
  std::int64_t shared = 0;
  for (const FacetWords& facet : shared_facets) {
    if (level_of({child.subject.id, person.id, facet.facet}).level != wire::ShareLevel::None) ++shared;
  }
  const Pair place{child.subject.id, person.id};
  const bool open = opened_.contains(place);
  const std::string name =
      works_with(person, child) ? ui.tr("shell.sharing.professional"_t, {{"name", person.name}}) : person.name;
  const std::string label = ui.plural("shell.sharing.person"_t, shared, {{"name", name}, {"child", child.name}});
  if (ui.disclosure("open", label, open ? ui::Expanded::Yes : ui::Expanded::No)) {
    if (open) {
      opened_.erase(place);
    } else {
      opened_.insert(place);
    }
  }
  if (!open) return;
  for (const FacetWords& facet : shared_facets) facet_ui(ui, child, person, facet.facet);
  end_ui(ui, child, person);
}

// One for all that somebody sees of a child: who helps for a month helps with several things.
void Sharing::end_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person) {
  const Pair pair{child.subject.id, person.id};
  const std::optional<Date> end = end_of(pair);
  const std::vector<ui::Choice> choices = share_end_choices(ui, day_, end);
  std::string chosen = share_end_value(end);
  if (!ui.select("end", {ui.tr("shell.sharing.how_long"_t, {{"name", person.name}})}, choices, chosen)) return;
  const std::optional<Date> until = share_end_from(chosen);
  ends_[pair] = until;
  for (const FacetWords& facet : shared_facets) {
    const Level level = level_of({pair.first, pair.second, facet.facet});
    if (level.level == wire::ShareLevel::None) continue;
    save(child.subject, {person.id, facet.facet, level.level, {}, until}, level.version);
  }
}

void Sharing::facet_ui(ui::Ui& ui, const wire::FamilyChild& child, const wire::FamilyPerson& person,
                       wire::Facet facet) {
  const auto words = std::find_if(shared_facets.begin(), shared_facets.end(),
                                  [facet](const FacetWords& known) { return known.facet == facet; });
  std::vector<ui::Choice> choices{
      {value_of(wire::ShareLevel::None), ui.tr("shell.sharing.none"_t)},
      {value_of(wire::ShareLevel::See), ui.tr("shell.sharing.see"_t)},
  };
  if (!works_with(person, child))
    choices.push_back({value_of(wire::ShareLevel::Change), ui.tr("shell.sharing.change"_t)});
  const Level level = level_of({child.subject.id, person.id, facet});
  std::string chosen = value_of(level.level);
  if (!ui.select(ui::Key("facet", static_cast<std::uint64_t>(facet)), {ui.tr(words->name)}, choices, chosen)) return;
  const std::optional<Date> until = end_of({child.subject.id, person.id});
  save(child.subject, {person.id, facet, level_from(chosen), {}, until}, level.version);
}

void Sharing::save(const wire::Subject& subject, const wire::Share& share, const wire::Version& version) {
  Change change{subject, wire::Share::schema.id, wire::Share::schema.version, version, wire::encode_payload(share)};
  // The records outlive this page, the page does not outlive the answer for sure: nothing of it is
  // held. What was not kept is seen in the list, which then still says what it said before.
  session_.records().save(std::move(change), [](const Result<OperationId>&) {});
}

Sharing::Level Sharing::level_of(const Place& place) const {
  const auto found = levels_.find(place);
  return found == levels_.end() ? Level{} : found->second;
}

// The latest of what they see; where they see nothing yet, what was chosen here.
std::optional<Date> Sharing::end_of(const Pair& pair) const {
  std::optional<Date> latest;
  for (const FacetWords& facet : shared_facets) {
    const Level level = level_of({pair.first, pair.second, facet.facet});
    if (level.level == wire::ShareLevel::None) continue;
    if (!level.until) return std::nullopt;
    latest = std::max(latest, level.until);
  }
  const auto chosen = ends_.find(pair);
  return latest || chosen == ends_.end() ? latest : chosen->second;
}

// What the council shows, and over it what was chosen here since.
void Sharing::read_again() {
  const Records& records = session_.records();
  if (edition_ == records.edition() && day_ == clock_.today()) return;
  edition_ = records.edition();
  day_ = clock_.today();
  levels_.clear();
  for (const wire::Document* document : records.documents(wire::Share::schema.id)) {
    if (document->owner != session_.info().person) continue;
    const auto share = wire::decode_payload<wire::Share>(document->content);
    if (share.ok()) note(document->subject, share.value(), document->now());
  }
  constexpr std::array kinds{wire::Share::schema.id};
  for (const PendingChange* pending : records.changes(kinds)) {
    const bool said_no = pending->state == ChangeState::Refused || pending->state == ChangeState::Conflict;
    const auto share = wire::decode_payload<wire::Share>(pending->change.payload);
    if (said_no || !share.ok()) continue;
    const wire::Version before = level_of({pending->change.subject.id, share->viewer, share->facet}).version;
    note(pending->change.subject, share.value(), before.after(pending->id));
  }
}

// What is over is nothing that anybody sees.
void Sharing::note(const wire::Subject& subject, const wire::Share& share, const wire::Version& version) {
  const bool is_over = share.until && *share.until < day_;
  const wire::ShareLevel level = is_over ? wire::ShareLevel::None : share.level;
  levels_[{subject.id, share.viewer, share.facet}] = {level, share.until, version};
}

}  // namespace alongside::client

#include "plugins/local_offer/pages/shortlist.hpp"

#include "app/base/text.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/local_offer/model/id_list.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

constexpr std::string_view shortlist_draft = "local_offer.shortlist";

}  // namespace

void Shortlist::take_up() {
  const PersonId person = host_.session().person;
  if (person != person_) {
    // What was gathered before signing in comes along; what was another person's does not.
    if (!person_.is_nil()) ids_.clear();
    person_ = person;
    is_taken_up_ = false;
    keeping_ = ListKeeping::WhileOpen;
  }
  if (is_taken_up_ || person_.is_nil() || !host_.records().are_drafts_read()) return;
  is_taken_up_ = true;
  const std::vector<std::string> gathered = std::move(ids_);
  const auto draft = host_.records().draft(shortlist_draft);
  std::string lines = draft ? std::string(draft->begin(), draft->end()) : std::string();
  if (draft) keeping_ = ListKeeping::OnDevice;
  for (const std::string& id : gathered) lines += "\n" + id;
  ids_ = known_ids(split(lines, '\n'));
  if (!gathered.empty()) keep();
}

// Only when the device says so is it said to be kept.
void Shortlist::keep() {
  if (!is_taken_up_) return;
  std::string lines;
  for (const std::string& each : ids_) lines += (lines.empty() ? "" : "\n") + each;
  host_.records().keep_draft(shortlist_draft, Bytes(lines.begin(), lines.end()),
                             [this, alive = std::weak_ptr(alive_)](const Result<void>& done) {
                               if (!alive.expired())
                                 keeping_ = done.ok() ? ListKeeping::OnDevice : ListKeeping::WhileOpen;
                             });
}

const std::vector<std::string>& Shortlist::ids() {
  take_up();
  return ids_;
}

bool Shortlist::has(std::string_view id) { return std::find(ids().begin(), ids().end(), id) != ids_.end(); }

void Shortlist::toggle(std::string_view id) {
  take_up();
  const auto found = std::find(ids_.begin(), ids_.end(), id);
  if (found != ids_.end()) {
    ids_.erase(found);
  } else if (ids_.size() < most_kept) {
    ids_.emplace_back(id);
  }
  keep();
}

bool Shortlist::is_full() { return ids().size() >= most_kept; }

}  // namespace alongside::local_offer

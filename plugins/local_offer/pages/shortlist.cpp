#include "plugins/local_offer/pages/shortlist.hpp"

#include "app/base/text.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/local_offer/model/id_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::string_view shortlist_key = "local_offer.shortlist";

std::string lines_of(const std::optional<Bytes>& bytes) {
  return bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
}

}  // namespace

bool Shortlist::is_persons() const { return !host_.session().person.is_nil() && host_.records().are_drafts_read(); }

void Shortlist::take_up() {
  const std::optional<Bytes> gathered = host_.public_notes().find(shortlist_key);
  const std::optional<Bytes> draft = is_persons() ? host_.records().draft(shortlist_key) : std::nullopt;
  Bytes now = (is_persons() ? draft : gathered).value_or(Bytes{});
  const bool comes_along = is_persons() && gathered;
  if (now == seen_ && !comes_along) return;
  keeping_ = draft ? ListKeeping::OnDevice : ListKeeping::WhileOpen;
  std::string lines = lines_of(now);
  // What was gathered before signing in comes along; what was another person's never lies there.
  if (comes_along) lines += '\n' + lines_of(gathered);
  seen_ = std::move(now);
  ids_ = known_ids(split(lines, '\n'));
  if (!comes_along) return;
  host_.public_notes().keep(shortlist_key, {}, Lasting::WhileOpen, {});
  keep();
}

// Only when the device says so is it said to be kept.
void Shortlist::keep() {
  std::string lines;
  for (const std::string& each : ids_) lines += (lines.empty() ? "" : "\n") + each;
  seen_ = Bytes(lines.begin(), lines.end());
  if (!is_persons()) return host_.public_notes().keep(shortlist_key, seen_, Lasting::WhileOpen, {});
  host_.records().keep_draft(shortlist_key, seen_, [this, alive = std::weak_ptr(alive_)](const Result<void>& done) {
    if (!alive.expired()) keeping_ = done.ok() ? ListKeeping::OnDevice : ListKeeping::WhileOpen;
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

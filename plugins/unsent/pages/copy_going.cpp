#include "plugins/unsent/pages/copy_going.hpp"

#include "app/base/uk_time.hpp"
#include "app/ui/format.hpp"
#include "app/ui/words.hpp"
#include "plugins/unsent/pages/tell_changes.hpp"

#include <utility>

namespace alongside::unsent {

using namespace ui::literals;
namespace limits = wire::saved_copy_limits;

namespace {

bool is_unsent(const KeptChange& kept) { return kept.state == ChangeState::Saving || kept.state == ChangeState::Kept; }

std::string title_of(const wire::SavedCopy& copy, const ui::Words& words) {
  return words.get("unsent.paper.title"_t,
                   {{"date", ui::format_short_date(words.language(), uk_day(copy.made_at_ms))}});
}

std::string count(const ui::Words& words, ui::TextKey key, std::size_t number) {
  return number == 0 ? std::string() : words.plural(key, static_cast<std::int64_t>(number));
}

}  // namespace

// The oldest first and without a gap: what comes later may build on what comes before.
CopyGoing going_of(const SavedCopies::Kept& kept, PersonId person, std::int64_t now_ms) {
  CopyGoing going;
  going.copy.person = person;
  going.copy.made_at_ms = now_ms;
  std::size_t bytes = 0;
  for (const KeptChange& change : kept.changes) {
    if (!is_unsent(change)) continue;
    bytes += change.made.payload.size();
    const bool fits = going.copy.changes.size() < limits::changes && bytes <= limits::all_change_bytes;
    if (fits && going.changes_left == 0) {
      going.copy.changes.push_back(change.made);
    } else {
      ++going.changes_left;
    }
  }
  bytes = 0;
  for (const KeptFile& file : kept.files) {
    const bool fits = going.files.size() < limits::files && bytes + file.content->size() <= limits::all_file_bytes;
    if (!fits) {
      ++going.files_left;
      continue;
    }
    bytes += file.content->size();
    going.files.push_back(file);
  }
  return going;
}

wire::SavedCopy whole_of(const CopyGoing& going) {
  wire::SavedCopy copy = going.copy;
  for (const KeptFile& file : going.files) copy.files.push_back({file.id, *file.content, {}});
  return copy;
}

Paper paper_words(const SavedCopies::Kept& kept, const CopyGoing& going, const wire::SessionInfo& session,
                  const ui::Words& words) {
  Paper paper;
  paper.language = ui::code_of(words.language());
  paper.title = title_of(going.copy, words);
  paper.lead = {words.get("unsent.paper.of"_t, {{"name", session.name}}),
                words.get("unsent.paper.lead"_t),
                words.get("unsent.open_file"_t),
                words.get("unsent.not_in_it"_t),
                count(words, "unsent.files"_t, going.files.size()),
                count(words, "unsent.files_left"_t, going.files_left),
                count(words, "unsent.changes_left"_t, going.changes_left)};
  for (const KeptChange& change : kept.changes) {
    ChangeWords said = in_words(change, session, words);
    paper.entries.push_back({std::move(said.what), std::move(said.facts)});
  }
  paper.app_title = words.get("unsent.paper.app"_t);
  paper.app_lead = words.get("unsent.paper.app_lead"_t);
  return paper;
}

}  // namespace alongside::unsent

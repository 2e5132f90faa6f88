#include "plugins/unsent/pages/tell_changes.hpp"

#include "app/base/uk_time.hpp"
#include "app/ui/format.hpp"

#include <algorithm>
#include <utility>

namespace alongside::unsent {

using namespace ui::literals;

namespace {

std::string whose(const wire::Subject& subject, const wire::SessionInfo& session, const ui::Words& words) {
  if (subject.id == session.own.id) return words.get("unsent.you"_t);
  const auto child = std::ranges::find(session.children, subject.id, [](const auto& one) { return one.subject.id; });
  return child == session.children.end() ? std::string() : child->name;
}

ChangeWords of_kind(const Change& change, const ui::Words& words) {
  for (const ChangeTeller tell : plugin_tellers()) {
    if (auto said = tell(change, words)) return std::move(*said);
  }
  if (auto said = core_change_in_words(change, words)) return std::move(*said);
  return {words.get("unsent.unknown"_t), {}};
}

std::string state_in_words(ChangeState state, const ui::Words& words) {
  switch (state) {
    case ChangeState::Refused: return words.get("unsent.refused"_t);
    case ChangeState::Conflict: return words.get("unsent.conflict"_t);
    case ChangeState::Saving:
    case ChangeState::Kept:
    case ChangeState::Received: break;
  }
  return {};
}

}  // namespace

ChangeWords in_words(const KeptChange& kept, const wire::SessionInfo& session, const ui::Words& words) {
  const wire::Operation& made = kept.made;
  ChangeWords said = of_kind({made.subject, made.kind, made.edition, made.base(), made.payload}, words);
  said.add(words.get("unsent.whose"_t), whose(made.subject, session, words));
  said.add(words.get("unsent.made"_t), ui::format_short_date(words.language(), uk_day(made.made_at_ms)));
  said.add(words.get("unsent.council"_t), state_in_words(kept.state, words));
  return said;
}

}  // namespace alongside::unsent

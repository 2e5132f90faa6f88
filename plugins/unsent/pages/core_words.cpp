#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/unsent/pages/tell_changes.hpp"

namespace alongside::unsent {

using namespace ui::literals;

namespace {

ChangeWords told(const wire::Fact& fact, const ui::Words& words) {
  ChangeWords said{words.get("unsent.core.fact"_t), {}};
  said.add(words.get("unsent.core.words"_t), fact.text);
  return said;
}

ChangeWords told(const wire::Share&, const ui::Words& words) { return {words.get("unsent.core.share"_t), {}}; }
ChangeWords told(const wire::Preference&, const ui::Words& words) { return {words.get("unsent.core.choice"_t), {}}; }
ChangeWords told(const wire::NoticeRead&, const ui::Words& words) { return {words.get("unsent.core.read"_t), {}}; }

}  // namespace

std::optional<ChangeWords> core_change_in_words(const Change& change, const ui::Words& words) {
  const auto say = [&](const auto& made) { return told(made, words); };
  return tell_change<wire::Fact, wire::Share, wire::Preference, wire::NoticeRead>(change, say);
}

}  // namespace alongside::unsent

// What a family asks for, told in words while it is not sent. Part of the module "unsent".
#include "app/plugin_api/change_words.hpp"
#include "plugins/requests/model/changes.hpp"

namespace alongside::requests {

using namespace ui::literals;

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words);

namespace {

ui::TextKey what_of(RequestKind kind) {
  switch (kind) {
    case RequestKind::ShortBreak: return "unsent.ask.short_break"_t;
    case RequestKind::Assessment: return "unsent.ask.assessment"_t;
    case RequestKind::CarerAssessment: return "unsent.ask.carer"_t;
    case RequestKind::SomethingElse: break;
  }
  return "unsent.ask.else"_t;
}

ChangeWords told(const AskFor& ask, const ui::Words& words) {
  ChangeWords said{words.get(what_of(ask.kind)), {}};
  said.add(words.get("unsent.ask.where"_t), ask.service_name);
  said.add(words.get("unsent.ask.needs"_t), ask.needs);
  said.add(words.get("unsent.ask.when"_t), ask.when);
  said.add(words.get("unsent.ask.contact"_t), ask.contact);
  return said;
}

ChangeWords told(const AddWords& add, const ui::Words& words) {
  ChangeWords said{words.get("unsent.ask.more"_t), {}};
  said.add(words.get("unsent.ask.words"_t), add.words);
  return said;
}

ChangeWords told(const TakeBack&, const ui::Words& words) { return {words.get("unsent.ask.back"_t), {}}; }

}  // namespace

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words) {
  return tell_change<AskFor, AddWords, TakeBack>(change, [&](const auto& made) { return told(made, words); });
}

}  // namespace alongside::requests

// What somebody says with their name, told in words while it is not sent. A call for safety is named as something
// private, and not told: whoever finds the file must not read it. Part of the module "unsent".
#include "app/plugin_api/change_words.hpp"
#include "app/ui/format.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/safety_call.hpp"

namespace alongside::feedback {

using namespace ui::literals;

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words);

namespace {

ChangeWords told(const NamedAnswers& answers, const ui::Words& words) {
  ChangeWords said{words.get("unsent.say.answers"_t), {}};
  said.add(words.get("unsent.say.about"_t), answers.response.about_service_name);
  for (const auto& [question, value] : answers.response.answers) {
    if (value.kind == ValueKind::Text) said.add(words.get("unsent.say.words"_t), value.text);
  }
  return said;
}

ChangeWords told(const PutVisitNote& put, const ui::Words& words) {
  ChangeWords said{words.get("unsent.say.visit"_t), {}};
  said.add(words.get("unsent.say.about"_t), put.note.service_name);
  said.add(words.get("unsent.say.day"_t), ui::format_short_date(words.language(), put.note.day));
  said.add(words.get("unsent.say.words"_t), put.note.words);
  return said;
}

ChangeWords told(const PutSafetyCall&, const ui::Words& words) { return {words.get("unsent.say.private"_t), {}}; }

}  // namespace

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words) {
  return tell_change<NamedAnswers, PutVisitNote, PutSafetyCall>(change,
                                                                [&](const auto& made) { return told(made, words); });
}

}  // namespace alongside::feedback

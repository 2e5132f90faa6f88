#include "plugins/feedback/pages/survey_card_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

namespace {

// The council's words, in English where it has not written them in Welsh.
template <class Draw>
void bilingual_ui(ui::Ui& ui, const wire::Bilingual& words, Draw draw) {
  if (ui.language() == ui::Language::Welsh && !words.cy.empty()) {
    draw(words.cy);
    return;
  }
  const auto english = ui.language_of(ui::Language::English);
  draw(words.en);
}

std::string audience_text(const ui::Ui& ui, Audience who) {
  switch (who) {
    case Audience::Everyone: return ui.tr("surveys.who.everyone"_t);
    case Audience::ParentsAndCarers: return ui.tr("surveys.who.parents"_t);
    case Audience::YoungPeople: return ui.tr("surveys.who.young_people"_t);
  }
  return {};
}

std::string closes_text(const ui::Ui& ui, const Survey& survey, Date today) {
  if (survey.closes == today) return ui.tr("surveys.closes.today"_t);
  return ui.tr("surveys.closes.on"_t, {{"date", ui::format_short_date(ui.language(), survey.closes)}});
}

// The link says which survey it is for: a list of links alone must make sense.
void answer_ui(ui::Ui& ui, const Survey& survey, std::string_view phone) {
  if (survey.version != 0) {
    const std::string href = survey.about == About::Visit ? "/say/visit" : "/say/" + survey.id;
    ui.link("answer", ui.tr("surveys.answer"_t, {{"survey", bilingual(survey.title, ui.language())}}), href,
            ui::LinkLook::Button);
    return;
  }
  if (phone.empty()) return;
  tell(ui, "surveys.by_phone"_t, ui::TextLook::Soft);
  ui.link("phone", ui.tr("surveys.ring"_t, {{"phone", phone}}), telephone_link(phone), ui::LinkLook::Standalone,
          ui::Icon::Phone);
}

}  // namespace

void survey_card_ui(ui::Ui& ui, const Survey& survey, Date today, std::string_view phone) {
  const auto item = ui.list_item(ui::key_by("survey", survey.id));
  const auto card = ui.card("card");
  bilingual_ui(ui, survey.title, [&](const std::string& words) { ui.heading(3, words); });
  bilingual_ui(ui, survey.purpose, [&](const std::string& words) { ui.text(words); });
  {
    const auto row = ui.row("facts");
    ui.text(audience_text(ui, survey.who), ui::TextLook::Soft, ui::Icon::Users);
    ui.text(ui.plural("surveys.minutes"_t, survey.minutes), ui::TextLook::Soft, ui::Icon::Clock);
    ui.text(closes_text(ui, survey, today), ui::TextLook::Soft, ui::Icon::Calendar);
  }
  const bool is_anonymous = survey.anonymity == Anonymity::Anonymous;
  tell(ui, is_anonymous ? "feedback.list.anonymous"_t : "feedback.list.named"_t, ui::TextLook::Body, ui::Icon::Shield);
  if (!survey.answers_back.en.empty()) {
    tell(ui, "surveys.answers_back"_t, ui::TextLook::Strong);
    bilingual_ui(ui, survey.answers_back, [&](const std::string& words) { ui.text(words); });
  }
  answer_ui(ui, survey, phone);
}

}  // namespace alongside::feedback

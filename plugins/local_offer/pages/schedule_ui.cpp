// when_section of the service screen: each schedule with its days, hours and dates.
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/schedule_words.hpp"
#include "plugins/local_offer/pages/service_sections.hpp"
#include "plugins/local_offer/pages/term_words.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

void words_ui(ui::Ui& ui, const std::string& words) {
  if (words.empty()) return;
  if (const auto known = known_term(ui, words)) {
    ui.text(*known, ui::TextLook::Soft);
    return;
  }
  const auto english = ui.language_of(ui::Language::English);
  ui.text(words);
}

void schedule_ui(ui::Ui& ui, const Schedule& schedule, Date today) {
  const std::string sentence = schedule_text(ui, schedule);
  if (!sentence.empty()) ui.text(sentence, ui::TextLook::Strong, ui::Icon::Calendar);
  words_ui(ui, schedule.description);
  words_ui(ui, schedule.notes);
  words_ui(ui, schedule.attending_type);
  const std::string dates = validity_text(ui, schedule);
  if (!dates.empty()) ui.text(dates, ui::TextLook::Soft);
  // Dates in the past are told, never hidden: the provider may only have forgotten to renew them.
  if (schedule.valid_to && *schedule.valid_to < today) {
    ui.sentence("service.when.finished"_t, ui::TextLook::Soft, ui::Icon::Warning);
  }
}

}  // namespace

void when_section(ui::Ui& ui, const ServiceDetail& service, const wire::Council& council, Date today) {
  if (service.schedules.empty()) return;
  const auto card = ui.card("when");
  ui.heading(2, ui.tr("local_offer.when.title"_t));
  {
    const auto list = ui.list("times", ui.tr("local_offer.when.title"_t), ui::ListLook::Plain);
    for (std::size_t i = 0; i < service.schedules.size(); ++i) {
      const auto item = ui.list_item(ui::Key("time", i));
      schedule_ui(ui, service.schedules[i], today);
    }
  }
  calendar_ui(ui, service, council, today);
}

}  // namespace alongside::local_offer

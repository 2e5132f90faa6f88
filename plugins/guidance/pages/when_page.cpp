#include "plugins/guidance/pages/when_page.hpp"

#include "app/plugin_api/records.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/format.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/guidance/model/due_day.hpp"
#include "plugins/guidance/pages/guidance_ui.hpp"

#include <vector>

namespace alongside::guidance {

using namespace ui::literals;

namespace {

constexpr std::string_view kept_day = "guidance.when";  // "ehc-assessment 2026-11-02"

void step_ui(ui::Ui& ui, const Host& host, const Step& step, Date from) {
  const Date due = due_day(from, step.count, step.unit);
  ui.text(ui.tr("guidance.when.by"_t, {{"day", ui::format_date(ui.language(), due)}}), ui::TextLook::Strong,
          ui::Icon::Calendar);
  ui.text(text_of(host.words(), step.words));
  if (is_earliest(step.unit)) ui.sentence("guidance.when.earliest"_t, ui::TextLook::Soft);
  if (due < host.clock().today()) ui.badge(ui::Tone::Warn, ui::Icon::Clock, ui.tr("guidance.when.passed"_t));
}

}  // namespace

void WhenPage::opened(const Route& route) {
  if (!route.value("what").empty()) what_ = route.value("what");
  store_.want();
}

std::string WhenPage::title(const ui::Words& words) const { return words.get("guidance.when"_t); }

Result<void> WhenPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("guidance.back"_t), "/rights", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("guidance.when"_t));
  ui.sentence("guidance.when.lead"_t, ui::TextLook::Large);
  const GuidanceBook* book = book_ui(ui, store_);
  if (book == nullptr || book->clocks.empty()) return {};
  read_kept();
  if (find_by_id(book->clocks, what_) == nullptr) what_ = book->clocks.front().id;
  form_ui(ui, *book);
  const auto from = day_typed(day_, host_.clock().today());
  if (!from) return {};
  days_ui(ui, *book, *find_by_id(book->clocks, what_), *from);
  keep_ui(ui);
  return {};
}

// Once the device's drafts are read; a page that was opened for something else keeps that.
void WhenPage::read_kept() {
  if (is_read_ || !host_.records().are_drafts_read()) return;
  is_read_ = true;
  const auto draft = host_.records().draft(kept_day);
  if (!draft) return;
  const std::string text(draft->begin(), draft->end());
  const std::size_t space = text.find(' ');
  if (space == std::string::npos || (!what_.empty() && what_ != text.substr(0, space))) return;
  what_ = text.substr(0, space);
  if (day_.empty()) day_ = text.substr(space + 1);
  is_kept_ = true;
}

void WhenPage::form_ui(ui::Ui& ui, const GuidanceBook& book) {
  const auto form = ui.form("when", ui.tr("guidance.when"_t));
  std::vector<ui::Choice> choices;
  for (const Clock& clock : book.clocks) choices.push_back({clock.id, text_of(host_.words(), clock.title)});
  ui.select("what", {ui.tr("guidance.when.what"_t)}, choices, what_);
  const bool is_wrong = !day_.empty() && !day_typed(day_, host_.clock().today());
  const std::string error = is_wrong ? ui.tr("guidance.when.error"_t) : std::string();
  const Clock* clock = find_by_id(book.clocks, what_);
  const std::string hint = clock != nullptr ? text_of(host_.words(), clock->from) : std::string();
  ui.text_field("day", {ui.tr("guidance.when.day"_t), hint, error}, day_,
                {.type = ui::InputType::Date, .max_length = 10, .max_width = 220});
}

void WhenPage::days_ui(ui::Ui& ui, const GuidanceBook& book, const Clock& clock, Date from) {
  ui.heading(2, text_of(host_.words(), clock.title));
  const Date first = due_day(from, clock.steps.front().count, clock.steps.front().unit);
  ui.status("first", ui.tr("guidance.when.first"_t, {{"day", ui::format_date(ui.language(), first)}}));
  bool is_any_passed = false;
  {
    const auto list = ui.list("steps", text_of(host_.words(), clock.title));
    for (std::size_t i = 0; i < clock.steps.size(); ++i) {
      const auto item = ui.list_item(ui::Key("step", i));
      const auto card = ui.card("card");
      step_ui(ui, host_, clock.steps[i], from);
      is_any_passed |= due_day(from, clock.steps[i].count, clock.steps[i].unit) < host_.clock().today();
    }
  }
  if (is_any_passed)
    ui.link("complain", ui.tr("guidance.when.complain"_t), "/rights/about/" + std::string(complaints_topic),
            ui::LinkLook::Button, ui::Icon::ArrowRight);
  if (!clock.unless.empty()) {
    ui.heading(2, ui.tr("guidance.when.unless"_t));
    facts_ui(ui, host_, "unless", ui.tr("guidance.when.unless"_t), clock.unless, 0);
  }
  sources_ui(ui, book, sources_of(book, clock));
}

void WhenPage::keep_ui(ui::Ui& ui) {
  if (host_.session().person.is_nil() || !is_read_) return;
  const auto card = ui.card("keep", ui::CardLook::Soft);
  if (is_kept_) {
    ui.status("kept", ui.tr("guidance.when.kept"_t));
    if (!ui.button("forget", ui.tr("guidance.when.forget"_t))) return;
    host_.records().drop_draft(kept_day);
    is_kept_ = false;
    return;
  }
  if (!ui.button("keep", ui.tr("guidance.when.keep"_t))) return;
  const std::string text = what_ + " " + day_;
  host_.records().keep_draft(kept_day, Bytes(text.begin(), text.end()), {});
  is_kept_ = true;
}

}  // namespace alongside::guidance

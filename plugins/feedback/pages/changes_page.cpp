#include "plugins/feedback/pages/changes_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/feedback/model/change_order.hpp"

#include <utility>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

std::string outcome_text(const ui::Ui& ui, ChangeOutcome outcome) {
  switch (outcome) {
    case ChangeOutcome::Done: return ui.tr("changes.did"_t);
    case ChangeOutcome::Doing: return ui.tr("changes.doing"_t);
    case ChangeOutcome::CouldNot: return ui.tr("changes.could_not"_t);
  }
  return {};
}

}  // namespace

void ChangesPage::opened(const Route& route) {
  service_ = route.value("service");
  if (host_.words().wording() == ui::Wording::Easy) wording_ = Wording::Easy;
  fetch();
}

std::string ChangesPage::title(const ui::Words& words) const { return words.get("changes.title"_t); }

void ChangesPage::fetch() {
  host_.fetch("/api/feedback/changes", [hold = std::weak_ptr<Shelf>(shelf_)](Result<Bytes> reply) {
    const auto shelf = hold.lock();
    if (shelf == nullptr) return;
    const bool is_offline = !reply.ok() && reply.error().code == ErrorCode::Offline;
    Result<ChangeList> list = reply.ok() ? wire::decode_frame<ChangeList>(reply.value()) : reply.error();
    if (list.ok()) {
      shelf->list = std::move(list).value();
      shelf->load = Load::Ready;
    } else if (shelf->load != Load::Ready) {
      shelf->load = is_offline ? Load::Offline : Load::Failed;
    }
  });
}

Result<void> ChangesPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("changes.back"_t), "/say", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("changes.title"_t));
  ui.sentence("changes.lead"_t, ui::TextLook::Large);
  if (shelf_->load != Load::Ready) {
    trouble_ui(ui);
    return {};
  }
  if (shelf_->list.stories.empty()) {
    ui.sentence("changes.none"_t);
    return {};
  }
  switches_ui(ui);
  for (const ChangeStory* story : concerned_first(shelf_->list, service_)) story_ui(ui, *story);
  return {};
}

void ChangesPage::trouble_ui(ui::Ui& ui) {
  if (shelf_->load == Load::Waiting) return ui.status("trouble", ui.tr("changes.waiting"_t));
  ui.status("trouble", shelf_->load == Load::Offline ? ui.tr("changes.offline"_t) : ui.tr("changes.failed"_t));
  if (ui.button("again", ui.tr("changes.again"_t))) fetch();
}

void ChangesPage::switches_ui(ui::Ui& ui) {
  const auto row = ui.row("switches");
  const bool is_easy = wording_ == Wording::Easy, are_tables = figures_ == Figures::Tables;
  if (ui.toggle("easy", ui.tr("changes.easy"_t), is_easy ? ui::Pressed::Yes : ui::Pressed::No))
    wording_ = is_easy ? Wording::Plain : Wording::Easy;
  if (ui.toggle("tables", ui.tr("changes.tables"_t), are_tables ? ui::Pressed::Yes : ui::Pressed::No))
    figures_ = are_tables ? Figures::Bars : Figures::Tables;
}

void ChangesPage::story_ui(ui::Ui& ui, const ChangeStory& story) {
  const auto card = ui.card(ui::key_by("story", story.survey));
  ui.heading(2, bilingual(story.title, ui.language()));
  ui.heading(3, ui.tr("changes.asked"_t));
  bilingual_text_ui(ui, story.asked);
  ui.text(ui.plural("changes.people"_t, story.people), ui::TextLook::Soft, ui::Icon::Users);
  for (std::size_t i = 0; i < story.steps.size(); ++i) {
    const auto box = ui.card(ui::Key("step", i), ui::CardLook::Plain);
    step_ui(ui, story.steps[i]);
  }
  if (story.tables.empty()) return;
  ui.heading(3, ui.tr("changes.counts"_t));
  ui.sentence("changes.hidden"_t, ui::TextLook::Soft, ui::Icon::Shield);
  for (const ReleasedTable& table : story.tables) figure_ui(ui, table, story.people);
}

void ChangesPage::step_ui(ui::Ui& ui, const ChangeStep& step) {
  const bool is_easy = wording_ == Wording::Easy;
  ui.heading(3, ui.tr("changes.said"_t));
  bilingual_text_ui(ui, is_easy ? step.said_easily : step.said);
  ui.heading(3, outcome_text(ui, step.outcome));
  bilingual_text_ui(ui, is_easy ? step.did_easily : step.did);
  const auto list = ui.description_list("facts");
  ui.description("who", ui::Icon::Users, ui.tr("changes.who"_t), bilingual(step.owner, ui.language()));
  ui.description("when", ui::Icon::Calendar, ui.tr("changes.when"_t), ui::format_short_date(ui.language(), step.by));
  for (const ConcernedService& service : step.services)
    ui.link(ui::key_by("service", service.id), service.name, "/service/" + service.id, ui::LinkLook::Standalone);
}

// A bar says in words what it shows, and a table says the same.
void ChangesPage::figure_ui(ui::Ui& ui, const ReleasedTable& table, std::uint32_t people) {
  const std::string& title = bilingual(table.title, ui.language());
  const auto box = ui.card(ui::key_by("figure", table.key), ui::CardLook::Plain);
  if (figures_ == Figures::Tables) {
    const auto grid =
        ui.table("table", title,
                 {{ui.tr("changes.answer"_t), ui::Align::Start, 3}, {ui.tr("changes.count"_t), ui::Align::End, 1}});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const auto row = ui.table_row(ui::Key("row", i));
      ui.cell(bilingual(table.rows[i].label, ui.language()));
      ui.cell(std::to_string(table.rows[i].count));
    }
  } else {
    ui.heading(4, title);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const ReleasedRow& row = table.rows[i];
      const std::string words =
          ui.plural("changes.bar"_t, row.count, {{"answer", bilingual(row.label, ui.language())}});
      ui.progress(ui::Key("bar", i), words, people == 0 ? 0.0 : static_cast<double>(row.count) / people);
    }
  }
  if (!table.note.en.empty()) bilingual_text_ui(ui, table.note, ui::TextLook::Soft);
}

}  // namespace alongside::feedback

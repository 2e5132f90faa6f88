// The steps of ReturnPage, from what the council asks to sending it. Each is kept as it is typed, so that the phone may
// be put down at any of them.
#include "app/plugin_api/council_ui.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/returns/return_page.hpp"
#include "plugins/direct_payments/pages/returns/return_words.hpp"
#include "plugins/direct_payments/pages/spending/answers_ui.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"

#include <cstdlib>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string part_title(const ui::Ui& ui, ReturnPart part) {
  switch (part) {
    case ReturnPart::Asks: return ui.tr("returns.asks"_t);
    case ReturnPart::Numbers: return ui.tr("returns.numbers"_t);
    case ReturnPart::Papers: return ui.tr("returns.papers"_t);
    case ReturnPart::Missing: return ui.tr("returns.gaps"_t);
    case ReturnPart::Declaration: break;
  }
  return ui.tr("returns.declaration"_t);
}

ReturnPart next_part(ReturnPart part) { return static_cast<ReturnPart>(static_cast<int>(part) + 1); }
ReturnPart part_before(ReturnPart part) { return static_cast<ReturnPart>(static_cast<int>(part) - 1); }

// The council's reason for opening it again, for whoever puts it right.
void opened_again_ui(ui::Ui& ui, const BookReturn& one) {
  for (std::size_t i = one.content.steps.size(); i-- > 0;) {
    const ReturnStep& step = one.content.steps[i];
    if (step.state != ReturnState::Reopened) continue;
    ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("returns.opened_again"_t, {{"name", step.officer}}));
    bilingual_text_ui(ui, step.words);
    return;
  }
}

void gap_ui(ui::Ui& ui, const std::string& text) { ui.notice(ui::Tone::Warn, ui::Icon::Warning, text); }

// A payment of just that amount explains most differences: it is in one of the two and not in the other.
const BookEntry* explains(const Book& book, const PeriodPack& pack, DocumentId agreement, std::int64_t difference) {
  for (const BookEntry& entry : book.entries) {
    const Transaction& one = entry.transaction;
    if (one.agreement == agreement && pack.period.holds(one.day) && entry.reversed_by.is_nil() &&
        one.reverses.is_nil() && std::abs(spent_by(one)) == std::abs(difference))
      return &entry;
  }
  return nullptr;
}

}  // namespace

void ReturnPage::steps_ui(ui::Ui& ui, const Due& due) {
  ui.heading(1, period_text(ui, due.period.first, due.period.last));
  const bool is_new = !is_draft_read_;
  if (!read_draft()) return ui.status("waiting", ui.tr("returns.waiting"_t));
  if (is_new && form_.first.empty()) form_.first = typed_day(due.period.first);
  if (is_new && form_.last.empty()) form_.last = typed_day(due.period.last);
  if (due.opened != nullptr) opened_again_ui(ui, *due.opened);
  ui.text(ui.tr("returns.step"_t,
                {{"n", std::to_string(static_cast<int>(form_.part) + 1)}, {"of", std::to_string(return_parts)}}),
          ui::TextLook::Soft);
  const PeriodPack& pack = pack_of(due.agreement->id, due.period);
  const auto form = ui.form("return", part_title(ui, form_.part));
  ui.heading(2, part_title(ui, form_.part));
  part_ui(ui, due, pack);
}

void ReturnPage::part_ui(ui::Ui& ui, const Due& due, const PeriodPack& pack) {
  switch (form_.part) {
    case ReturnPart::Asks: asks_ui(ui); break;
    case ReturnPart::Numbers:
      numbers_ui(ui, pack);
      written_answers_section(ui, written_answers(host_.records(), due.agreement->id, due.period.last));
      break;
    case ReturnPart::Papers: papers_ui(ui, pack); break;
    case ReturnPart::Missing: missing_ui(ui, due, pack); break;
    case ReturnPart::Declaration: return declaration_ui(ui, due, pack);  // last: it may change the book
  }
  move_ui(ui, due);
}

void ReturnPage::asks_ui(ui::Ui& ui) {
  const Guide& guide = rules_.guide();
  ui.sentence("returns.asks.lead"_t);
  if (!guide.returns.asks.empty()) {
    const auto list = ui.list("asks", ui.tr("returns.asks"_t), ui::ListLook::Bullets);
    for (std::size_t i = 0; i < guide.returns.asks.size(); ++i) {
      const auto item = ui.list_item(ui::Key("ask", i));
      bilingual_text_ui(ui, guide.returns.asks[i]);
    }
    bilingual_text_ui(ui, guide.source.title, ui::TextLook::Soft);
  } else {
    ui.text(ui.tr("returns.asks.none"_t));
  }
  ui.sentence("returns.asks.later"_t);
}

void ReturnPage::numbers_ui(ui::Ui& ui, const PeriodPack& pack) {
  ui.sentence("returns.numbers.lead"_t);
  figures_ui(ui, pack.figures);
  plan_lines_ui(ui, pack.figures);
  ui.link("wrong", ui.tr("returns.numbers.wrong"_t), "/money", ui::LinkLook::Standalone);
}

void ReturnPage::papers_ui(ui::Ui& ui, const PeriodPack& pack) {
  if (!faults_.none()) {
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), statement_errors(ui, faults_), summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  ui.sentence("returns.papers.lead"_t);
  const std::string last_error = faults_.is_turned ? ui.tr("returns.error.turned"_t)
                                 : faults_.last    ? day_fault_text(ui, *faults_.last)
                                                   : std::string();
  bool is_changed = ui.text_field(
      "first",
      {ui.tr("returns.statement.first"_t), {}, faults_.first ? day_fault_text(ui, *faults_.first) : std::string()},
      form_.first, {.max_length = 30, .max_width = 240});
  is_changed |= ui.text_field("last", {ui.tr("returns.statement.last"_t), {}, last_error}, form_.last,
                              {.max_length = 30, .max_width = 240});
  is_changed |= ui.text_field("closing",
                              {ui.tr("returns.statement.closing"_t), ui.tr("returns.statement.closing_hint"_t),
                               faults_.closing ? ui.tr("returns.error.closing"_t) : std::string()},
                              form_.closing, {.mode = ui::InputMode::Decimal, .max_length = 30, .max_width = 240});
  is_changed |= files_.draw_ui(ui, form_.files, ui.tr("returns.statement.file"_t));
  if (is_changed) keep_draft();
  if (pack.without_receipt.empty()) return;
  ui.heading(3, ui.tr("returns.receipts"_t));
  const auto list = ui.list("receipts", ui.tr("returns.receipts"_t), ui::ListLook::Plain);
  for (const DocumentId id : pack.without_receipt) {
    const BookEntry* entry = store_.book().entry(id);
    if (entry == nullptr) continue;
    const std::string key = id.text();
    const auto item = ui.list_item(ui::Key(key));
    ui.link("add",
            ui.tr("returns.receipt"_t,
                  {{"what", entry->transaction.text}, {"money", pence_text(spent_by(entry->transaction))}}),
            "/money/entry/" + key, ui::LinkLook::Standalone, ui::Icon::Camera);
  }
}

void ReturnPage::missing_ui(ui::Ui& ui, const Due& due, const PeriodPack& pack) {
  bool is_whole = true;
  const auto missing = static_cast<std::int64_t>(pack.without_receipt.size());
  if (missing > 0) gap_ui(ui, ui.plural("returns.gap.receipts"_t, missing)), is_whole = false;
  const auto statement = statement_of(form_, pack.period);
  const auto* there = std::get_if<std::optional<StatementNote>>(&statement);
  if (there != nullptr && *there) {
    const StatementGap gap = gap_of(**there, pack.period, pack.figures);
    is_whole = is_whole && gap.none();
    if (gap.days_missing > 0) gap_ui(ui, ui.plural("returns.gap.days"_t, gap.days_missing));
    if (gap.difference != 0) {
      gap_ui(ui, ui.tr(gap.difference > 0 ? "returns.gap.more"_t : "returns.gap.less"_t,
                       {{"money", pence_text(std::abs(gap.difference))}}));
      const BookEntry* entry = explains(store_.book(), pack, due.agreement->id, gap.difference);
      if (entry != nullptr)
        ui.link("why", ui.tr("returns.gap.look"_t, {{"what", entry->transaction.text}}),
                "/money/entry/" + entry->id.text(), ui::LinkLook::Standalone);
    }
  } else if (rules_.guide().returns.statement == StatementAsked::Yes) {
    gap_ui(ui, ui.tr("returns.gap.statement"_t)), is_whole = false;
  }
  if (is_whole) ui.notice(ui::Tone::Good, ui::Icon::Check, ui.tr("returns.gap.none"_t));
  const std::string hours = host_.intent_href(wire::WorkersIntent::name, wire::encode_frame(wire::WorkersIntent()));
  if (!hours.empty()) ui.link("hours", ui.tr("returns.gap.hours"_t), hours, ui::LinkLook::Standalone, ui::Icon::Users);
  if (ui.text_field("note", {ui.tr("returns.note"_t), ui.tr("returns.note.hint"_t)}, form_.note,
                    {.max_length = 1500, .lines = 4}))
    keep_draft();
}

void ReturnPage::declaration_ui(ui::Ui& ui, const Due& due, const PeriodPack& pack) {
  if (host_.clock().today() <= due.period.last) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info,
              ui.tr("returns.not_over"_t, {{"day", day_text(ui, Date(due.period.last.days() + 1))}}));
    return move_ui(ui, due);
  }
  if (is_declaration_missing_) {
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t),
                     {{"declared", ui.tr("returns.error.declared"_t)}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  ui.text(ui.tr("returns.closing_is"_t, {{"money", pack.figures.closing.text()}}), ui::TextLook::Strong);
  const wire::Bilingual& words = rules_.guide().returns.declaration;
  if (words.en.empty())
    ui.sentence("returns.declare"_t);
  else
    bilingual_text_ui(ui, words);
  ui.sentence("returns.closes"_t);
  ui.checkbox("declared", ui.tr("returns.declared"_t), is_declared_);
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  const bool is_waiting = saving_.state() == SavingState::Waiting;
  if (is_waiting) ui.status("saving", ui.tr("direct_payments.progress.saving"_t));
  const bool wants_sending =
      !is_waiting && ui.button("send", ui.tr("returns.send"_t), ui::ButtonLook::Primary, ui::Icon::Check);
  move_ui(ui, due);
  if (wants_sending) send(due, pack);
}

void ReturnPage::go_to(ReturnPart part) {
  form_.part = part;
  keep_draft();
  host_.announce(host_.words().get(
      "returns.step"_t, {{"n", std::to_string(static_cast<int>(part) + 1)}, {"of", std::to_string(return_parts)}}));
  host_.redraw();
}

void ReturnPage::move_ui(ui::Ui& ui, const Due& due) {
  const auto row = ui.row("move");
  if (form_.part != ReturnPart::Declaration &&
      ui.button("next", ui.tr("returns.next"_t), ui::ButtonLook::Primary, ui::Icon::ArrowRight)) {
    const auto statement = statement_of(form_, due.period);
    const auto* faults = std::get_if<StatementFaults>(&statement);
    faults_ = form_.part == ReturnPart::Papers && faults != nullptr ? *faults : StatementFaults();
    if (!faults_.none())
      summary_focus_ = ui::TakeFocus::Yes, host_.redraw();
    else
      return go_to(next_part(form_.part));
  }
  if (form_.part != ReturnPart::Asks && ui.button("before", ui.tr("returns.before_step"_t), ui::ButtonLook::Quiet))
    go_to(part_before(form_.part));
}

void ReturnPage::send(const Due& due, const PeriodPack& pack) {
  is_declaration_missing_ = !is_declared_;
  auto statement = statement_of(form_, due.period);
  auto* there = std::get_if<std::optional<StatementNote>>(&statement);
  if (is_declaration_missing_ || there == nullptr) {
    if (there == nullptr) form_.part = ReturnPart::Papers, faults_ = std::get<StatementFaults>(statement);
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  SendReturn sent;
  sent.agreement = due.agreement->id;
  sent.first = due.period.first;
  sent.last = due.period.last;
  sent.figures = pack.figures;
  sent.statement = std::move(*there);
  if (sent.statement) sent.statement->files = files_.kept(form_.files);
  sent.note = form_.note;
  sent.declared = Declared::Yes;
  const wire::Version version = due.opened == nullptr ? wire::Version() : due.opened->version;
  saving_.start(host_, change_of(due.agreement->subject, version, sent), [this] {
    host_.records().drop_draft(draft_key_);
    form_ = {};
    words_.clear();
    is_declared_ = false;
    host_.announce(host_.words().get("returns.sent"_t));
  });
}

}  // namespace alongside::direct_payments

#include "plugins/requests/pages/request_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/requests/pages/request_words.hpp"

namespace alongside::requests {

using namespace ui::literals;

namespace {

void step_words_ui(ui::Ui& ui, const RequestStep& step) {
  if (step.words.en.empty()) return;
  if (step.by == StepBy::Council) return bilingual_text_ui(ui, step.words);
  ui.text(step.words.en);
}

}  // namespace

void RequestPage::opened(const Route& route) {
  if (route.path == route_.path) return;
  route_ = route;
  draft_key_ = "requests.more." + std::string(route.tail("/requests/one"));
  is_draft_read_ = false;
  fault_ = std::nullopt;
  taking_back_ = ui::Open::No;
  adding_.reset();
  taking_.reset();
}

std::string RequestPage::title(const ui::Words& words) const { return words.get("requests.one"_t); }

Result<void> RequestPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("requests.back"_t), "/requests", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("requests.one"_t));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_);
    return {};
  }
  const auto id = DocumentId::parse(route_.tail("/requests/one"));
  const BookRequest* one = id.ok() ? store_.book().find(id.value()) : nullptr;
  if (one == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("requests.missing"_t));
    return {};
  }
  asked_ui(ui, *one);
  steps_ui(ui, *one);
  more_ui(ui, *one);
  urgent_ui(ui, host_);
  take_back_ui(ui, *one);  // last: either may change the book
  return {};
}

void RequestPage::asked_ui(ui::Ui& ui, const BookRequest& one) {
  const FamilyRequest& request = one.request;
  const auto card = ui.card("asked", ui::CardLook::Band);
  ui.heading(2, title_text(ui, request));
  status_ui(ui, request.status());
  const std::string next = next_text(ui, one, host_.clock().today());
  if (!next.empty()) ui.text(next, ui::TextLook::Strong);
  if (request.status() == RequestStatus::No || is_late(one, host_.clock().today())) complain_ui(ui, host_, request);
  const std::string progress = progress_text(ui, one.progress);
  if (!progress.empty()) ui.status("progress", progress);
  const auto list = ui.description_list("facts");
  const std::string child = store_.name_of_child(one.subject);
  if (!child.empty()) ui.description("child", ui::Icon::Users, ui.tr("requests.child"_t), child);
  ui.description("needs", ui::Icon::None, ui.tr("requests.needs"_t), request.needs);
  if (!request.when.empty()) ui.description("when", ui::Icon::Calendar, ui.tr("requests.when"_t), request.when);
  if (!request.contact.empty())
    ui.description("contact", ui::Icon::Phone, ui.tr("requests.contact"_t), request.contact);
  ui.description("day", ui::Icon::Clock, ui.tr("requests.asked_on"_t), ui::format_day(ui.language(), request.asked_on));
  if (one.version.exists())
    ui.description("by", ui::Icon::Calendar, ui.tr("requests.answer_by"_t),
                   ui::format_day(ui.language(), request.answer_by));
}

void RequestPage::steps_ui(ui::Ui& ui, const BookRequest& one) {
  if (one.request.steps.empty()) return;
  ui.heading(2, ui.tr("requests.steps"_t));
  const auto list = ui.list("steps", ui.tr("requests.steps"_t));
  for (std::size_t i = one.request.steps.size(); i-- > 0;) {
    const RequestStep& step = one.request.steps[i];
    const auto item = ui.list_item(ui::Key("step", i));
    const auto card = ui.card("step");
    const std::string day = ui::format_day(ui.language(), step.day);
    ui.text(step.by == StepBy::Council ? ui.tr("requests.by_council"_t, {{"day", day}})
                                       : ui.tr("requests.by_you"_t, {{"day", day}}),
            ui::TextLook::Soft);
    if (step.by == StepBy::Council || step.status == RequestStatus::TakenBack) status_ui(ui, step.status);
    step_words_ui(ui, step);
  }
}

void RequestPage::more_ui(ui::Ui& ui, const BookRequest& one) {
  if (!is_open(one.request.status()) || !one.version.exists()) return;
  if (adding_.state() == SavingState::Saved) ui.status("added", ui.tr("requests.more.added"_t));
  if (adding_.state() == SavingState::Waiting) return ui.status("adding", ui.tr("requests.progress.saving"_t));
  // A draft that is not read yet must not be written over.
  if (!is_draft_read_ && !host_.records().are_drafts_read()) return;
  if (!is_draft_read_) {
    is_draft_read_ = true;
    const auto draft = host_.records().draft(draft_key_);
    words_ = draft ? std::string(draft->begin(), draft->end()) : std::string();
  }
  const auto form = ui.form("more", ui.tr("requests.more"_t));
  ui.heading(2, ui.tr("requests.more"_t));
  const std::string error = fault_ ? fault_text(ui, *fault_) : std::string();
  if (fault_) {
    ui.error_summary("errors", ui.tr("requests.error.title"_t), {{"words", error}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  if (ui.text_field("words", {ui.tr("requests.more.words"_t), {}, error}, words_, {.max_length = 1500, .lines = 4}))
    host_.records().keep_draft(draft_key_, Bytes(words_.begin(), words_.end()), {});
  if (adding_.state() == SavingState::Failed) ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("requests.not_kept"_t));
  if (ui.button("add", ui.tr("requests.more.send"_t), ui::ButtonLook::Primary)) add(one);
}

void RequestPage::add(const BookRequest& one) {
  AddWords add;
  add.request = one.id;
  add.words = words_;
  fault_ = check(one.request, add);
  if (fault_) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  adding_.start(host_, change_of(one.subject, one.version, add), [this] {
    words_.clear();
    host_.records().drop_draft(draft_key_);
  });
}

void RequestPage::take_back_ui(ui::Ui& ui, const BookRequest& one) {
  if (taking_.state() == SavingState::Failed) ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("requests.not_kept"_t));
  if (!is_open(one.request.status()) || !one.version.exists()) return;
  if (taking_.state() == SavingState::Waiting) return;
  const auto box = ui.card("take_back", ui::CardLook::Plain);
  if (ui.button("open", ui.tr("requests.take_back"_t), ui::ButtonLook::Quiet)) taking_back_ = ui::Open::Yes;
  const auto dialog = ui.dialog("sure", ui.tr("requests.take_back.sure"_t), taking_back_);
  if (!dialog) return;
  ui.sentence("requests.take_back.what"_t);
  if (!ui.button("yes", ui.tr("requests.take_back.yes"_t), ui::ButtonLook::Primary)) return;
  taking_back_ = ui::Open::No;
  TakeBack back;
  back.request = one.id;
  taking_.start(host_, change_of(one.subject, one.version, back), {});
}

}  // namespace alongside::requests

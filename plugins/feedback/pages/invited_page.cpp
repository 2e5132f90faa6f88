#include "plugins/feedback/pages/invited_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/feedback/model/survey_draft.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

namespace {

std::string opened_note(const std::string& code) { return "feedback.invited " + code; }

std::string answer_href(Host& host, const InvitedSurvey& invited, const std::string& code) {
  Route route{"/say/" + invited.survey.id, {}};
  route.set("code", code);
  if (!invited.service.empty()) {
    const wire::VisitIntent visit{invited.service, invited.service_name, {}, {}};
    const Route taken = Route::parse(host.intent_href(wire::VisitIntent::name, wire::encode_frame(visit)));
    route.set("intent", taken.value("intent"));
  }
  return route.text();
}

}  // namespace

void InvitedPage::opened(const Route& route) {
  typed_ = std::string(route.tail("/i"));
  code_ = meant_invitation(typed_);
  is_typed_wrong_ = code_.empty() && !typed_.empty();
  if (!code_.empty()) look_up();
}

void InvitedPage::look_up() {
  found_ = std::make_shared<Found>();
  found_->look = Look::Waiting;
  host_.fetch(invited_path(code_), [this, hold = std::weak_ptr<Found>(found_)](Result<Bytes> reply) {
    if (const auto found = hold.lock()) came(*found, reply);
  });
}

void InvitedPage::came(Found& found, const Result<Bytes>& reply) {
  auto invited = reply.ok() ? wire::decode_frame<InvitedSurvey>(reply.value()) : Result<InvitedSurvey>(reply.error());
  if (invited.ok()) {
    found.invited = std::move(invited).value();
    found.look = Look::Known;
    if (found.invited.state == InvitedState::Open) keep_ready(reply.value());
    return;
  }
  switch (invited.error().code) {
    case ErrorCode::NotFound: found.look = Look::Wrong; return;
    case ErrorCode::Unavailable: found.look = Look::Busy; return;
    case ErrorCode::Offline: found.look = Look::Offline; return;
    default: found.look = Look::Failed; return;
  }
}

// So that it can be answered where there is no network, and to its end though a new version comes: what it asks, and
// the part of the app that asks it.
void InvitedPage::keep_ready(const Bytes& frame) {
  const std::string& survey = found_->invited.survey.id;
  host_.nobodys_records().keep_draft(opened_note(code_), frame, {});
  const std::string key = form_key(survey) + " " + std::to_string(found_->invited.survey.version);
  host_.fetch("/api/feedback/forms/" + survey, [&host = host_, key](const Result<Bytes>& form) {
    if (form.ok()) host.nobodys_records().keep_draft(key, form.value(), {});
  });
  host_.expect("/say/" + survey);
}

bool InvitedPage::was_opened_here() const { return host_.nobodys_records().draft(opened_note(code_)).has_value(); }

bool InvitedPage::open_note(Found& found) const {
  const auto note = host_.nobodys_records().draft(opened_note(code_));
  auto invited =
      note ? wire::decode_frame<InvitedSurvey>(*note) : Result<InvitedSurvey>(Error{ErrorCode::NotFound, {}});
  if (!invited.ok()) return false;
  found.invited = std::move(invited).value();
  found.look = Look::Known;
  return true;
}

std::string InvitedPage::title(const ui::Words& words) const {
  if (found_->look != Look::Known) return words.get("invited.title"_t);
  return bilingual(found_->invited.survey.title, words.language());
}

Result<void> InvitedPage::page_ui(ui::Ui& ui) {
  if (found_->look == Look::Offline) open_note(*found_);
  ui.heading(1, title(host_.words()));
  switch (found_->look) {
    case Look::Typing: typing_ui(ui); break;
    case Look::Known: survey_ui(ui); break;
    default: trouble_ui(ui); break;
  }
  safe_ui(ui, host_);
  return {};
}

void InvitedPage::typing_ui(ui::Ui& ui) {
  tell(ui, "invited.lead"_t, ui::TextLook::Large);
  const std::string wrong = is_typed_wrong_ ? ui.tr("invited.not_a_code"_t) : std::string();
  ui.text_field("code", {ui.tr("invited.code"_t), ui.tr("invited.code_hint"_t), wrong}, typed_, {.max_length = 40});
  if (!press(ui, "open", "invited.open"_t, ui::ButtonLook::Primary)) return;
  const std::string code = meant_invitation(typed_);
  is_typed_wrong_ = code.empty();
  if (is_typed_wrong_)
    host_.announce(ui.tr("invited.not_a_code"_t));
  else
    host_.navigate("/i/" + code);
  host_.redraw();
}

void InvitedPage::survey_ui(ui::Ui& ui) {
  const InvitedSurvey& invited = found_->invited;
  if (!invited.service_name.empty()) ui.text(ui.tr("invited.about"_t, {{"service", invited.service_name}}));
  bilingual_text_ui(ui, invited.survey.purpose, ui::TextLook::Large);
  way_on_ui(ui);
  tell(ui, "invited.nobody_knows"_t, ui::TextLook::Body, ui::Icon::Shield);
  tell(ui, "invited.this_device"_t);
  if (invited.survey.answers_back.en.empty()) return;
  tell_heading(ui, 2, "invited.answers_back"_t);
  bilingual_text_ui(ui, invited.survey.answers_back);
}

void InvitedPage::way_on_ui(ui::Ui& ui) {
  const InvitedSurvey& invited = found_->invited;
  if (host_.public_notes().find(sent_note(code_))) {
    host_.nobodys_records().drop_draft(opened_note(code_));
    return tell_status(ui, "state", "invited.sent"_t);
  }
  if (invited.state == InvitedState::Over) return tell_status(ui, "state", "invited.over"_t);
  const bool is_open = invited.state == InvitedState::Open;
  if (!is_open && !was_opened_here()) return tell_status(ui, "state", "invited.used"_t);
  ui.text(ui.plural("invited.minutes"_t, invited.survey.minutes), ui::TextLook::Soft, ui::Icon::Clock);
  ui.link("begin", is_open ? ui.tr("invited.begin"_t) : ui.tr("invited.go_on"_t), answer_href(host_, invited, code_),
          ui::LinkLook::Button, ui::Icon::ArrowRight);
}

void InvitedPage::trouble_ui(ui::Ui& ui) {
  switch (found_->look) {
    case Look::Wrong: tell_status(ui, "trouble", "invited.wrong"_t); break;
    case Look::Busy: tell_status(ui, "trouble", "invited.busy"_t); break;
    case Look::Offline: tell_status(ui, "trouble", "invited.offline"_t); break;
    case Look::Failed: tell_status(ui, "trouble", "invited.failed"_t); break;
    default: return tell_status(ui, "trouble", "invited.waiting"_t);
  }
  const auto row = ui.row("ways");
  if (press(ui, "again", "invited.again"_t)) {
    look_up();
    host_.redraw();
  }
  ui.link("other", ui.tr("invited.other"_t), "/i", ui::LinkLook::Standalone);
}

}  // namespace alongside::feedback

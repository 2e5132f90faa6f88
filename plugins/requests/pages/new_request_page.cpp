#include "plugins/requests/pages/new_request_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/requests/pages/request_words.hpp"

#include <algorithm>
#include <utility>

namespace alongside::requests {

using namespace ui::literals;

namespace {

constexpr std::string_view draft_key = "requests.new";

// An address is from outside: what it carries may be anything.
std::optional<wire::AskIntent> service_in(const Bytes& frame) {
  if (frame.empty()) return std::nullopt;
  Result<wire::AskIntent> intent = wire::decode_frame<wire::AskIntent>(frame);
  if (!intent.ok() || intent->service_name.empty()) return std::nullopt;
  if (intent->service_name.size() > FamilyRequest::most_line) return std::nullopt;
  return std::move(intent).value();
}

std::vector<ui::Choice> kind_choices(const ui::Ui& ui) {
  return {{std::string(name_of(RequestKind::ShortBreak)), kind_text(ui, RequestKind::ShortBreak),
           ui.tr("requests.hint.short_break"_t)},
          {std::string(name_of(RequestKind::Assessment)), kind_text(ui, RequestKind::Assessment),
           ui.tr("requests.hint.assessment"_t)},
          {std::string(name_of(RequestKind::CarerAssessment)), kind_text(ui, RequestKind::CarerAssessment),
           ui.tr("requests.hint.carer_assessment"_t)},
          {std::string(name_of(RequestKind::SomethingElse)), kind_text(ui, RequestKind::SomethingElse)}};
}

}  // namespace

void NewRequestPage::opened(const Route& route) {
  if (has_begun_ && route.text() == route_.text()) return;
  route_ = route;
  has_begun_ = false;
}

std::string NewRequestPage::title(const ui::Words& words) const { return words.get("requests.new.title"_t); }

// The draft is what was typed; what is asked for is what the address says, if it says anything.
void NewRequestPage::begin() {
  has_begun_ = true;
  form_ = {};
  fault_ = std::nullopt;
  saving_.reset();
  const auto draft = host_.records().draft(draft_key);
  auto kept = draft ? wire::decode_payload<RequestForm>(*draft) : Result<RequestForm>(Error{});
  is_restored_ = kept.ok();
  if (kept.ok()) form_ = std::move(kept).value();
  if (auto intent = service_in(host_.intent_in(route_))) {
    const auto service = ServiceId::parse(intent->service);
    form_.ask.kind = RequestKind::ShortBreak;
    form_.ask.service = service.ok() ? service.value() : ServiceId();
    form_.ask.service_name = std::move(intent->service_name);
  }
}

Result<void> NewRequestPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("requests.back"_t), "/requests", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("requests.new.title"_t));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_);
    urgent_ui(ui, host_);
    return {};
  }
  if (!store_.may_ask()) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("requests.nobody"_t));
  } else if (saving_.state() == SavingState::Saved) {
    done_ui(ui);
  } else {
    // A draft that is not read yet must not be written over.
    if (!has_begun_ && host_.records().are_drafts_read()) begin();
    if (has_begun_) form_ui(ui);
  }
  urgent_ui(ui, host_);
  return {};
}

void NewRequestPage::form_ui(ui::Ui& ui) {
  const auto form = ui.form("request", ui.tr("requests.new.title"_t));
  errors_ui(ui);
  if (is_restored_) ui.text(ui.tr("requests.restored"_t), ui::TextLook::Soft, ui::Icon::Info);
  if (fields_ui(ui)) {
    is_restored_ = false;
    host_.records().keep_draft(draft_key, wire::encode_payload(form_), {});
  }
  ui.sentence("requests.who_sees"_t, ui::TextLook::Soft, ui::Icon::Shield);
  if (saving_.state() == SavingState::Failed) ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("requests.not_kept"_t));
  if (saving_.state() == SavingState::Waiting)
    ui.status("saving", ui.tr("requests.progress.saving"_t));
  else if (ui.button("send", ui.tr("requests.send"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    send();  // last: it may change the book
}

void NewRequestPage::errors_ui(ui::Ui& ui) {
  if (!fault_) return;
  ui.error_summary("errors", ui.tr("requests.error.title"_t), {{"needs", fault_text(ui, *fault_)}}, summary_focus_);
  summary_focus_ = ui::TakeFocus::No;
}

bool NewRequestPage::fields_ui(ui::Ui& ui) {
  bool is_changed = what_ui(ui);
  const std::string error = fault_ ? fault_text(ui, *fault_) : std::string();
  is_changed |= ui.text_field("needs", {ui.tr("requests.needs"_t), ui.tr("requests.needs_hint"_t), error},
                              form_.ask.needs, {.max_length = 1500, .lines = 5, .required = ui::Required::Yes});
  is_changed |= ui.text_field("when", {ui.tr("requests.when"_t), ui.tr("requests.when_hint"_t)}, form_.ask.when,
                              {.max_length = 120});
  is_changed |= ui.text_field("contact", {ui.tr("requests.contact"_t), ui.tr("requests.contact_hint"_t)},
                              form_.ask.contact, {.max_length = 120});
  return is_changed;
}

// Who it is for, where there are several children, and what it is: the service that was asked for, or a kind.
bool NewRequestPage::what_ui(ui::Ui& ui) {
  bool is_changed = false;
  std::vector<ui::Choice> children;
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.role != wire::FamilyRole::Helper) children.push_back({child.subject.id.text(), child.name});
  }
  const bool is_known = std::any_of(children.begin(), children.end(),
                                    [this](const ui::Choice& child) { return child.value == form_.child; });
  if (!is_known) form_.child = children.front().value;
  if (children.size() > 1) is_changed |= ui.select("child", {ui.tr("requests.child"_t)}, children, form_.child);
  if (form_.ask.service_name.empty()) {
    std::string kind(name_of(form_.ask.kind));
    is_changed |= ui.radio_group("kind", {ui.tr("requests.kind"_t)}, kind_choices(ui), kind);
    form_.ask.kind = kind_named(kind);
    return is_changed;
  }
  const auto card = ui.card("service", ui::CardLook::Band);
  ui.text(ui.tr("requests.kind.short_break"_t), ui::TextLook::Soft);
  {
    const auto english = ui.language_of(ui::Language::English);
    ui.text(form_.ask.service_name, ui::TextLook::Large);
  }
  if (!ui.button("other", ui.tr("requests.other"_t), ui::ButtonLook::Quiet)) return is_changed;
  form_.ask.service = ServiceId();
  form_.ask.service_name.clear();
  return true;
}

void NewRequestPage::send() {
  AskFor ask = form_.ask;
  ask.id = host_.records().new_document();
  fault_ = check(ask);
  const auto& children = host_.session().children;
  const auto child = std::find_if(children.begin(), children.end(), [this](const wire::FamilyChild& one) {
    return one.subject.id.text() == form_.child;
  });
  if (fault_ || child == children.end()) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  sent_ = ask.id;
  saving_.start(host_, change_of(child->subject, ask), [this] {
    wants_focus_ = true;
    host_.records().drop_draft(draft_key);
    host_.announce(host_.words().get("requests.sent"_t));
  });
}

void NewRequestPage::done_ui(ui::Ui& ui) {
  const auto card = ui.card("done", ui::CardLook::Band);
  ui.heading(2, ui.tr("requests.sent"_t));
  ui.sentence("requests.sent_next"_t);
  if (std::exchange(wants_focus_, false)) ui.focus("see");
  ui.link("see", ui.tr("requests.see"_t), "/requests/one/" + sent_.text(), ui::LinkLook::Button, ui::Icon::ArrowRight);
}

}  // namespace alongside::requests

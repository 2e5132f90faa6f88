#include "plugins/requests/pages/request_words.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"

namespace alongside::requests {

using namespace ui::literals;

std::string kind_text(const ui::Ui& ui, RequestKind kind) {
  switch (kind) {
    case RequestKind::ShortBreak: return ui.tr("requests.kind.short_break"_t);
    case RequestKind::Assessment: return ui.tr("requests.kind.assessment"_t);
    case RequestKind::CarerAssessment: return ui.tr("requests.kind.carer_assessment"_t);
    case RequestKind::SomethingElse: break;
  }
  return ui.tr("requests.kind.something_else"_t);
}

std::string title_text(const ui::Ui& ui, const FamilyRequest& request) {
  return request.service_name.empty() ? kind_text(ui, request.kind) : request.service_name;
}

void status_ui(ui::Ui& ui, RequestStatus status) {
  using ui::Icon;
  using ui::Tone;
  switch (status) {
    case RequestStatus::Asked: ui.badge(Tone::Neutral, Icon::Clock, ui.tr("requests.status.asked"_t)); break;
    case RequestStatus::LookedAt: ui.badge(Tone::Accent, Icon::Search, ui.tr("requests.status.looked_at"_t)); break;
    case RequestStatus::Question: ui.badge(Tone::Warn, Icon::Help, ui.tr("requests.status.question"_t)); break;
    case RequestStatus::Waiting: ui.badge(Tone::Accent, Icon::Clock, ui.tr("requests.status.waiting"_t)); break;
    case RequestStatus::Yes: ui.badge(Tone::Good, Icon::Check, ui.tr("requests.status.yes"_t)); break;
    case RequestStatus::No: ui.badge(Tone::Neutral, Icon::Info, ui.tr("requests.status.no"_t)); break;
    case RequestStatus::TakenBack: ui.badge(Tone::Neutral, Icon::Cross, ui.tr("requests.status.taken_back"_t)); break;
  }
}

bool is_late(const BookRequest& one, Date today) {
  return one.version.exists() && one.request.status() == RequestStatus::Asked && one.request.answer_by < today;
}

std::string next_text(const ui::Ui& ui, const BookRequest& one, Date today) {
  switch (one.request.status()) {
    case RequestStatus::Asked:
      if (!one.version.exists()) return ui.tr("requests.next.sending"_t);
      if (is_late(one, today)) return ui.tr("requests.next.late"_t);
      return ui.tr("requests.next.asked"_t, {{"day", ui::format_day(ui.language(), one.request.answer_by)}});
    case RequestStatus::LookedAt: return ui.tr("requests.next.looked_at"_t);
    case RequestStatus::Question: return ui.tr("requests.next.question"_t);
    case RequestStatus::Waiting: return ui.tr("requests.next.waiting"_t);
    case RequestStatus::No: return ui.tr("requests.next.no"_t);
    case RequestStatus::Yes:
    case RequestStatus::TakenBack: break;
  }
  return {};
}

std::string progress_text(const ui::Ui& ui, Progress progress) {
  if (progress == Progress::Saving) return ui.tr("requests.progress.saving"_t);
  if (progress == Progress::OnDevice) return ui.tr("requests.progress.device"_t);
  return {};
}

std::string fault_text(const ui::Ui& ui, RequestFault fault) {
  switch (fault) {
    case RequestFault::NoWords: return ui.tr("requests.error.no_words"_t);
    case RequestFault::TooLong: return ui.tr("requests.error.too_long"_t);
    case RequestFault::BadText:
    case RequestFault::Over:
    case RequestFault::TooMany: break;
  }
  return ui.tr("requests.error.bad_text"_t);
}

void sign_in_ui(ui::Ui& ui, const Route& here) {
  Route sign_in{"/signin", {}};
  sign_in.set("then", here.text());
  const auto card = ui.card("signing_in", ui::CardLook::Band);
  ui.heading(2, ui.tr("requests.sign_in.title"_t));
  ui.sentence("requests.sign_in.why"_t);
  ui.link("sign_in", ui.tr("requests.sign_in.go"_t), sign_in.text(), ui::LinkLook::Button, ui::Icon::DoorOpen);
}

void complain_ui(ui::Ui& ui, const Host& host, const FamilyRequest& request) {
  wire::ComplainIntent intent;
  intent.about = request.service_name;
  const std::string href = host.intent_href(wire::ComplainIntent::name, wire::encode_frame(intent));
  if (href.empty())
    ui.link("help", ui.tr("requests.urgent.help"_t), "/help", ui::LinkLook::Standalone, ui::Icon::Help);
  else
    ui.link("complain", ui.tr("requests.complain"_t), href, ui::LinkLook::Standalone, ui::Icon::Shield);
}

void urgent_ui(ui::Ui& ui, const Host& host) {
  const wire::Council& council = host.council();
  const auto card = ui.card("urgent", ui::CardLook::Soft);
  ui.heading(2, ui.tr("requests.urgent.title"_t));
  ui.sentence("requests.urgent.text"_t);
  if (!council.help.phone.empty())
    ui.link("phone", ui.tr("requests.urgent.ring"_t, {{"phone", council.help.phone}}),
            telephone_link(council.help.phone), ui::LinkLook::Standalone, ui::Icon::Phone);
  if (!council.help.hours.en.empty()) bilingual_text_ui(ui, council.help.hours, ui::TextLook::Soft);
  if (!council.emergency.en.empty()) bilingual_text_ui(ui, council.emergency);
  ui.link("help", ui.tr("requests.urgent.help"_t), "/help", ui::LinkLook::Standalone, ui::Icon::Help);
  const std::string rights = host.intent_href(wire::RightsIntent::name, wire::encode_frame(wire::RightsIntent{}));
  if (!rights.empty())
    ui.link("rights", ui.tr("requests.rights"_t), rights, ui::LinkLook::Standalone, ui::Icon::Shield);
}

}  // namespace alongside::requests

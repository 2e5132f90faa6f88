#include "plugins/feedback/pages/carry_here_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/published_form.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

using What = Host::Carrying::What;

wire::Bilingual title_of(const CarriedDraft& carried) {
  const auto published = wire::decode_frame<PublishedForm>(carried.form);
  if (!published.ok()) return {};
  return {published->form.title.en, published->form.title.cy};
}

// Answers that nobody is to know are kept by the invitation's code, or by one of their own.
std::string code_of(const CarriedDraft& carried) {
  if (!carried.person.is_nil()) return {};
  return carried.invitation.empty() ? carried_code(carried.draft.id) : carried.invitation;
}

bool is_plain(const std::string& code) {
  return code.size() <= 32 &&
         std::ranges::all_of(code, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::string CarryHerePage::title(const ui::Words& words) const { return words.get("carry.here.title"_t); }

Result<void> CarryHerePage::page_ui(ui::Ui& ui) {
  tell_heading(ui, 1, "carry.here.title"_t);
  tell(ui, "carry.here.lead"_t, ui::TextLook::Large);
  typing_ui(ui);
  list_ui(ui);
  safe_ui(ui, host_);
  return {};
}

void CarryHerePage::typing_ui(ui::Ui& ui) {
  const Look look = opened_->look;
  const std::string wrong = look == Look::NoCode ? ui.tr("carry.here.not_a_code"_t) : std::string();
  ui.text_field("code", {ui.tr("carry.here.code"_t), ui.tr("carry.here.hint"_t), wrong}, typed_, {.max_length = 40});
  if (look == Look::Opening) return tell_status(ui, "state", "carry.waiting"_t);
  trouble_ui(ui);
  if (!press(ui, "open", "carry.here.open"_t, ui::ButtonLook::Primary)) return;
  open_box();
  host_.redraw();
}

void CarryHerePage::trouble_ui(ui::Ui& ui) {
  switch (opened_->look) {
    case Look::Typing:
    case Look::NoCode:
    case Look::Opening: return;
    case Look::Unknown: return tell_status(ui, "state", "carry.here.unknown"_t);
    case Look::Busy: return tell_status(ui, "state", "carry.busy"_t);
    case Look::Offline: return tell_status(ui, "state", "carry.here.offline"_t);
    case Look::Spoilt: return tell_status(ui, "state", "carry.here.spoilt"_t);
    case Look::OtherPerson: return sign_in_ui(ui);
    case Look::BegunHere: return tell_status(ui, "state", "carry.here.begun"_t);
    case Look::NotKept: return tell_status(ui, "state", "carry.here.not_kept"_t);
    case Look::Failed: return tell_status(ui, "state", "carry.failed"_t);
  }
}

void CarryHerePage::sign_in_ui(ui::Ui& ui) {
  tell_status(ui, "state", "carry.here.other_person"_t);
  Route sign_in{"/signin", {}};
  sign_in.set("then", "/carry");
  ui.link("sign_in", ui.tr("carry.here.sign_in"_t), sign_in.text(), ui::LinkLook::Standalone, ui::Icon::DoorOpen);
}

void CarryHerePage::open_box() {
  opened_ = std::make_shared<Opened>();
  opened_->look = Look::Opening;
  opened_code_ = typed_;
  host_.carry({What::Here, std::string(carried_box), typed_, {}},
              [this, hold = std::weak_ptr<Opened>(opened_)](const Result<Bytes>& reply) {
                if (hold.lock()) came(reply);
              });
}

void CarryHerePage::came(const Result<Bytes>& reply) {
  auto carried = reply.ok() ? wire::decode_frame<CarriedDraft>(reply.value()) : Result<CarriedDraft>(reply.error());
  if (carried.ok()) return take_in(std::move(carried).value());
  if (reply.ok()) {
    opened_->look = Look::Spoilt;
    return;
  }
  switch (carried.error().code) {
    case ErrorCode::InvalidInput: opened_->look = Look::NoCode; break;
    case ErrorCode::NotFound: opened_->look = Look::Unknown; break;
    case ErrorCode::Unavailable: opened_->look = Look::Busy; break;
    case ErrorCode::Offline: opened_->look = Look::Offline; break;
    case ErrorCode::Incompatible: opened_->look = Look::Spoilt; break;
    default: opened_->look = Look::Failed; break;
  }
  if (opened_->look == Look::NoCode) host_.announce(host_.words().get("carry.here.not_a_code"_t));
}

// Its form first, then how to find it again, then the draft itself: where that is, all is.
void CarryHerePage::take_in(CarriedDraft carried) {
  const std::string code = code_of(carried);
  const bool is_named = !carried.person.is_nil();
  if (carried.draft.id.is_nil() || !is_plain(code)) opened_->look = Look::Spoilt;
  if (is_named && carried.person != host_.session().person) opened_->look = Look::OtherPerson;
  if (opened_->look != Look::Opening) return;
  Records& records = is_named ? host_.records() : host_.nobodys_records();
  const Response& response = carried.draft.response;
  const std::string key = answers_key(response.edition.survey, response.about_service, code);
  const std::string href = href_of(carried, code);
  const auto before = records.draft(key);
  const auto there =
      before ? wire::decode_payload<SurveyDraft>(*before) : Result<SurveyDraft>(Error{ErrorCode::NotFound, {}});
  if (there.ok() && there->id == carried.draft.id) return kept({}, href);  // opened here before: that one goes on
  if (before) {
    opened_->look = Look::BegunHere;
    return;
  }
  if (!carried.form.empty()) records.keep_draft(form_key(response.edition), carried.form, {});
  if (!is_named) note(carried, key, href);
  records.keep_draft_with_others(key, wire::encode_payload(carried.draft),
                                 [this, href, hold = std::weak_ptr<Opened>(opened_)](const Result<void>& result) {
                                   if (hold.lock()) kept(result, href);
                                 });
}

void CarryHerePage::kept(const Result<void>& result, const std::string& href) {
  if (!result.ok()) {
    opened_->look = result.error().code == ErrorCode::Conflict ? Look::BegunHere : Look::NotKept;
    return;
  }
  opened_->look = Look::Typing;
  typed_.clear();
  // Should this not arrive, the box goes by itself on its last day.
  host_.carry({What::Kept, std::string(carried_box), std::exchange(opened_code_, {}), {}}, [](const Result<Bytes>&) {});
  host_.navigate(href);
}

std::string CarryHerePage::href_of(const CarriedDraft& carried, const std::string& code) const {
  const Response& response = carried.draft.response;
  Route route{"/say/" + response.edition.survey.text(), {}};
  route.set("code", code);
  if (!response.about_service.empty()) {
    const wire::VisitIntent visit{response.about_service, response.about_service_name, {}, {}};
    route.set("intent",
              Route::parse(host_.intent_href(wire::VisitIntent::name, wire::encode_frame(visit))).value("intent"));
  }
  return route.text();
}

CarriedList CarryHerePage::list() const {
  const auto kept = host_.public_notes().find(carried_list_note);
  auto list = kept ? wire::decode_frame<CarriedList>(*kept) : Result<CarriedList>(CarriedList());
  return list.ok() ? std::move(list).value() : CarriedList();
}

void CarryHerePage::note(const CarriedDraft& carried, const std::string& key, const std::string& href) {
  CarriedList known = list();
  std::erase_if(known.places, [&](const CarriedList::Place& place) {
    return place.key == key || !host_.nobodys_records().draft(place.key);
  });
  known.places.insert(known.places.begin(), {key, href, title_of(carried)});
  if (known.places.size() > CarriedList::most) known.places.resize(CarriedList::most);
  host_.public_notes().keep(carried_list_note, wire::encode_frame(known), Lasting::OnDevice, {});
}

// What was sent is no longer among the drafts.
void CarryHerePage::list_ui(ui::Ui& ui) {
  CarriedList known = list();
  std::erase_if(known.places,
                [&](const CarriedList::Place& place) { return !host_.nobodys_records().draft(place.key); });
  if (known.places.empty()) return;
  tell_heading(ui, 2, "carry.here.list"_t);
  const auto all = ui.list("carried", ui.tr("carry.here.list"_t), ui::ListLook::Plain);
  for (const CarriedList::Place& place : known.places) {
    const auto item = ui.list_item(ui::key_by("carried", place.key));
    const std::string& title = bilingual(place.title, ui.language());
    ui.link("go", title.empty() ? ui.tr("carry.here.go"_t) : title, place.href, ui::LinkLook::Standalone,
            ui::Icon::ArrowRight);
  }
}

}  // namespace alongside::feedback

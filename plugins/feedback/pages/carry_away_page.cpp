#include "plugins/feedback/pages/carry_away_page.hpp"

#include "app/plugin_api/records.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

// A longer form stays at home: the other device asks for it, and it is the same unless a new version came meanwhile.
constexpr std::size_t most_form_bytes = 64 * 1024;

}  // namespace

void CarryAwayPage::opened(const Route& route) {
  survey_ = std::string(route.tail("/carry"));
  key_ = std::string(route.value("of"));
  if (!key_.starts_with("feedback answers " + survey_ + " ")) key_.clear();
  fetch_form();
}

void CarryAwayPage::fetch_form() {
  box_ = std::make_shared<Box>();
  if (key_.empty()) return;
  host_.fetch("/api/feedback/forms/" + survey_, [hold = std::weak_ptr<Box>(box_)](Result<Bytes> reply) {
    if (const auto box = hold.lock()) form_came(*box, std::move(reply));
  });
}

void CarryAwayPage::form_came(Box& box, Result<Bytes> reply) {
  auto form = reply.ok() ? wire::decode_frame<PublishedForm>(reply.value()) : Result<PublishedForm>(reply.error());
  if (!form.ok()) {
    box.look = form.error().code == ErrorCode::Offline ? Look::Offline : Look::Failed;
    return;
  }
  box.published = std::move(form).value();
  box.form = std::move(reply).value();
  box.look = Look::Ready;
}

// It lies among this person's drafts, or among nobody's.
std::optional<SurveyDraft> CarryAwayPage::begun() const {
  if (key_.empty()) return std::nullopt;
  auto kept = host_.records().draft(key_);
  if (!kept) kept = host_.nobodys_records().draft(key_);
  auto draft =
      kept ? wire::decode_payload<SurveyDraft>(*kept) : Result<SurveyDraft>(Error{ErrorCode::NotFound, "nothing"});
  const bool is_it = draft.ok() && !draft->id.is_nil() && draft->response.edition.survey.text() == survey_;
  return is_it ? std::optional(std::move(draft).value()) : std::nullopt;
}

// What stands behind the service in the key, up to a version.
std::string CarryAwayPage::code_of(const SurveyDraft& draft) const {
  const std::string before = answers_key(draft.response.edition.survey, draft.response.about_service, {});
  if (!key_.starts_with(before)) return {};
  const std::string rest = key_.substr(before.size());
  return rest.substr(0, rest.find(' '));
}

std::string CarryAwayPage::title(const ui::Words& words) const { return words.get("carry.away.title"_t); }

Result<void> CarryAwayPage::page_ui(ui::Ui& ui) {
  tell_heading(ui, 1, "carry.away.title"_t);
  const auto draft = begun();
  if (box_->look == Look::Made) {
    code_ui(ui);
  } else if (!draft) {
    const bool is_looking = !host_.records().are_drafts_read() || !host_.nobodys_records().are_drafts_read();
    tell_status(ui, "nothing", is_looking ? "carry.waiting"_t : "carry.away.nothing"_t);
  } else if (box_->look == Look::Ready || box_->look == Look::Waiting || box_->look == Look::Sealing) {
    making_ui(ui, *draft);
  } else {
    trouble_ui(ui);
  }
  ui.link("say", ui.tr("carry.away.back"_t), "/say", ui::LinkLook::Standalone);
  safe_ui(ui, host_);
  return {};
}

void CarryAwayPage::making_ui(ui::Ui& ui, const SurveyDraft& draft) {
  tell(ui, "carry.away.lead"_t, ui::TextLook::Large);
  tell(ui, "carry.away.locked"_t, ui::TextLook::Body, ui::Icon::Shield);
  tell(ui, "carry.away.stays"_t);
  const bool has_files = !joined_files(box_->published.form, draft.response.answers).empty();
  if (has_files) tell(ui, "carry.away.files"_t);
  if (box_->look != Look::Ready) return tell_status(ui, "state", "carry.waiting"_t);
  if (!press(ui, "make", "carry.away.make"_t, ui::ButtonLook::Primary)) return;
  use_older_form(draft);
  seal(draft);
  host_.redraw();
}

// Who is half way through an older version goes on with that one, as they do here.
void CarryAwayPage::use_older_form(const SurveyDraft& draft) {
  const Edition& edition = draft.response.edition;
  if (box_->published.edition == edition) return;
  auto kept = host_.records().draft(form_key(edition));
  if (!kept) kept = host_.nobodys_records().draft(form_key(edition));
  auto older = kept ? wire::decode_frame<PublishedForm>(*kept) : Result<PublishedForm>(Error{ErrorCode::NotFound, {}});
  if (!older.ok()) return;
  box_->published = std::move(older).value();
  box_->form = std::move(*kept);
}

void CarryAwayPage::seal(const SurveyDraft& draft) {
  const PublishedForm& published = box_->published;
  const std::string code = code_of(draft);
  const std::uint32_t version = draft.response.edition.version;
  CarriedDraft carried;
  carried.draft = draft;
  if (!is_carried_code(code)) carried.invitation = code;
  if (!published.is_anonymous) carried.person = host_.session().person;
  if (box_->form.size() <= most_form_bytes) carried.form = box_->form;
  Host::Carrying carrying{Host::Carrying::What::Away, std::string(carried_box), {}, wire::encode_frame(carried)};
  if (published.is_anonymous && published.how_often == HowOften::Once) {
    carrying.token_purpose = token_purpose(draft.response.edition);
    carrying.token_path = token_holder_of(code, version);
    carrying.token_there = token_holder_of(code.empty() ? carried_code(draft.id) : code, version);
  }
  box_->look = Look::Sealing;
  host_.carry(std::move(carrying), [hold = std::weak_ptr<Box>(box_)](const Result<Bytes>& reply) {
    if (const auto box = hold.lock()) sealed(*box, reply);
  });
}

void CarryAwayPage::sealed(Box& box, const Result<Bytes>& reply) {
  if (reply.ok()) {
    const auto end = std::ranges::find(reply.value(), '\n');
    box.code.assign(reply.value().begin(), end);
    if (end != reply.value().end()) box.last_day.assign(end + 1, reply.value().end());
    box.look = Look::Made;
    return;
  }
  switch (reply.error().code) {
    case ErrorCode::Offline: box.look = Look::Offline; return;
    case ErrorCode::Unavailable: box.look = Look::Busy; return;
    case ErrorCode::TooLarge: box.look = Look::TooLarge; return;
    case ErrorCode::Conflict:
    case ErrorCode::SignedOut: box.look = Look::TokenElsewhere; return;
    default: box.look = Look::Failed; return;
  }
}

void CarryAwayPage::code_ui(ui::Ui& ui) {
  tell_status(ui, "state", "carry.away.made"_t);
  {
    const auto card = ui.card("code", ui::CardLook::Soft);
    ui.text(box_->code, ui::TextLook::Large);
  }
  ui.sentence("carry.away.write_down"_t, ui::TextLook::Strong);
  const auto day = Date::parse(box_->last_day);
  if (day.ok())
    ui.text(ui.tr("carry.away.until"_t, {{"date", ui::format_short_date(ui.language(), day.value())}}),
            ui::TextLook::Body, ui::Icon::Clock);
  tell(ui, "carry.away.there"_t);
  tell(ui, "carry.away.stays"_t);
}

void CarryAwayPage::trouble_ui(ui::Ui& ui) {
  switch (box_->look) {
    case Look::Offline: tell_status(ui, "trouble", "carry.away.offline"_t); break;
    case Look::Busy: tell_status(ui, "trouble", "carry.busy"_t); break;
    case Look::TooLarge: return tell_status(ui, "trouble", "carry.away.too_large"_t);
    case Look::TokenElsewhere: return tell_status(ui, "trouble", "carry.away.token"_t);
    default: tell_status(ui, "trouble", "carry.failed"_t); break;
  }
  if (!press(ui, "again", "carry.again"_t)) return;
  fetch_form();
  host_.redraw();
}

}  // namespace alongside::feedback

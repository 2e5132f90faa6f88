#include "plugins/feedback/pages/unsafe_page.hpp"

#include "app/plugin_api/read_record.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

bool UnsafePage::is_signed_in() const { return !host_.session().person.is_nil(); }

void UnsafePage::opened(const Route&) { who_ = is_signed_in() ? "name" : ""; }

std::string UnsafePage::title(const ui::Words& words) const { return words.get("feedback.unsafe.title"_t); }

Result<void> UnsafePage::page_ui(ui::Ui& ui) {
  ui.link("back_to_say", ui.tr("safe.back"_t), "/say", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  tell_heading(ui, 1, "feedback.unsafe.title"_t);
  safe_ui(ui, host_, SafeLook::NumbersAlone);
  const Way now = way();
  if (now == Way::NotYet || now == Way::Failed || now == Way::Refused)
    telling_ui(ui);
  else
    told_ui(ui, now);
  return {};
}

void UnsafePage::telling_ui(ui::Ui& ui) {
  tell_heading(ui, 2, "safe.what_happens"_t);
  tell(ui, "safe.who_reads"_t);
  tell(ui, "safe.not_at_once"_t);
  tell(ui, "safe.not_secret"_t);
  if (is_signed_in()) {
    const std::vector<ui::Choice> choices{{"name", ui.tr("safe.with_name"_t)}, {"", ui.tr("safe.without_name"_t)}};
    ui.radio_group("who", {ui.tr("safe.name"_t)}, choices, who_);
  }
  ui.text_field("words", {ui.tr("safe.words"_t), ui.tr("safe.words_hint"_t)}, call_.words,
                {.max_length = 1000, .lines = 4});
  ui.text_field("reach", {ui.tr("safe.reach"_t), ui.tr("safe.reach_hint"_t)}, call_.reach, {.max_length = 100});
  const Way now = way();
  if (now == Way::Failed) tell_wrong(ui, "safe.failed"_t);
  if (now == Way::Refused) tell_wrong(ui, "safe.refused"_t);
  if (press(ui, "tell", "safe.tell"_t, ui::ButtonLook::Primary)) {
    send();
    host_.redraw();
  }
}

void UnsafePage::told_ui(ui::Ui& ui, Way way) {
  switch (way) {
    case Way::WithCouncil: tell_status(ui, "way", "safe.with_council"_t); break;
    case Way::Read: tell_status(ui, "way", "safe.read"_t); break;
    default: tell_status(ui, "way", "safe.waiting"_t); break;
  }
  tell(ui, "safe.thanks"_t, ui::TextLook::Large);
}

void UnsafePage::send() {
  if (sent_->way == Way::Saving) return;
  call_.id = SafetyId(host_.records().new_document().bytes());
  has_name_ = is_signed_in() && who_ == "name";
  sent_->way = Way::Saving;
  sent_->refused_before = host_.letters().refused;
  const auto saved = [hold = std::weak_ptr<Sent>(sent_)](bool is_good, OperationId operation) {
    const auto sent = hold.lock();
    if (!sent) return;
    sent->way = is_good ? Way::Waiting : Way::Failed;
    sent->operation = operation;
  };
  if (!has_name_) {
    host_.send_anonymously({"/api/feedback/safety", wire::encode_frame(SafetyLetter{call_, {}}), {}},
                           [saved](Result<void> result) { saved(result.ok(), {}); });
    return;
  }
  Change change{host_.session().own,
                PutSafetyCall::schema.id,
                PutSafetyCall::schema.version,
                {},
                wire::encode_payload(PutSafetyCall{call_, {}})};
  host_.records().save(std::move(change), [saved](Result<OperationId> result) {
    saved(result.ok(), result.ok() ? result.value() : OperationId());
  });
}

// Letters have no names, so it is the box that is asked: once it is empty, this one has gone too.
UnsafePage::Way UnsafePage::way() const {
  if (sent_->way != Way::Waiting) return sent_->way;
  if (has_name_) return way_with_name();
  const Host::LetterFacts facts = host_.letters();
  if (facts.refused > sent_->refused_before) return Way::Refused;
  return facts.waiting == 0 ? Way::WithCouncil : Way::Waiting;
}

UnsafePage::Way UnsafePage::way_with_name() const {
  for (const wire::Document* document : host_.records().documents(KeptSafetyCall::schema.id)) {
    if (document->id.bytes() != call_.id.bytes()) continue;
    const auto kept = read_document<KeptSafetyCall>(*document);
    return kept && kept->is_read ? Way::Read : Way::WithCouncil;
  }
  constexpr std::uint32_t kinds[] = {PutSafetyCall::schema.id};
  for (const PendingChange* change : host_.records().changes(kinds)) {
    if (change->id != sent_->operation) continue;
    const bool is_refused = change->state == ChangeState::Refused || change->state == ChangeState::Conflict;
    if (is_refused) return Way::Refused;
    return change->state == ChangeState::Received ? Way::WithCouncil : Way::Waiting;
  }
  return Way::Waiting;
}

}  // namespace alongside::feedback

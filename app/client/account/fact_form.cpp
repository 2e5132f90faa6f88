#include "app/client/account/fact_form.hpp"

#include "app/client/account/fact_draft.hpp"
#include "app/wire/payload.hpp"

#include <array>

namespace alongside::client {

using namespace ui::literals;

namespace {

constexpr std::uint16_t most_letters = 4000;

struct FactWords {
  ui::TextKey label;
  ui::TextKey hint;
};

FactWords words_of(wire::Facet facet) {
  switch (facet) {
    case wire::Facet::School: return {"shell.facet.school"_t, "shell.about_us.school_hint"_t};
    case wire::Facet::Address: return {"shell.facet.address"_t, "shell.about_us.address_hint"_t};
    case wire::Facet::Phone: return {"shell.facet.phone"_t, "shell.about_us.phone_hint"_t};
    default: return {"shell.facet.care_notes"_t, "shell.about_us.care_notes_hint"_t};
  }
}

}  // namespace

FactForm::FactForm(const wire::FamilyChild& child, wire::Facet facet, PersonId person)
    : subject_(child.subject), facet_(facet), person_(person) {}

std::string FactForm::draft_key() const {
  return "shell.fact." + subject_.id.text() + "." + std::to_string(static_cast<int>(facet_));
}

FactForm::Present FactForm::present(const Records& records) const {
  Present present;
  for (const wire::Document* document : records.documents(wire::Fact::schema.id)) {
    if (document->owner != person_ || document->subject != subject_ || document->facet != facet_) continue;
    const auto fact = wire::decode_payload<wire::Fact>(document->content);
    if (!fact.ok()) continue;
    present.id = document->id;
    present.version = document->now();
    present.at_council = present.text = fact->text;
  }
  constexpr std::array kinds{wire::Fact::schema.id};
  for (const PendingChange* change : records.changes(kinds)) {
    const auto fact = wire::decode_payload<wire::Fact>(change->change.payload);
    if (!fact.ok() || fact->facet != facet_ || change->change.subject != subject_) continue;
    if (change->state == ChangeState::Refused) {
      present.is_not_taken = present.is_not_taken || change->id == state_->saved;
      continue;
    }
    if (change->state == ChangeState::Conflict) {
      present.conflict = change;
      present.is_not_taken = present.is_not_taken || change->id == state_->saved;
      continue;
    }
    if (present.id.is_nil()) present.id = fact->id;
    // What this device sent before will have been applied when the next one comes.
    present.version = present.version.after(change->id);
    present.text = fact->text;
    present.last = change;
  }
  return present;
}

void FactForm::draw_ui(ui::Ui& ui, Records& records, std::function<void()> wake) {
  if (!std::exchange(draft_read_, true)) {
    const auto kept = records.draft(draft_key());
    auto draft = kept ? wire::decode_payload<FactDraft>(*kept) : Result<FactDraft>(Error{});
    if (draft.ok()) *state_ = {std::move(draft->text), true, {draft->version, draft->made_by}, Problem::None, {}};
  }
  const Present now = present(records);
  if (now.is_not_taken) state_->saved = {};
  if (!state_->touched) {
    state_->text = now.text;
    state_->seen = now.version;
  }
  const auto card = ui.card(ui::Key("fact", static_cast<std::uint64_t>(facet_)));
  if (now.conflict != nullptr) {
    conflict_ui(ui, records, now);
  } else {
    field_ui(ui, records, now, wake);
  }
}

void FactForm::field_ui(ui::Ui& ui, Records& records, const Present& present, const std::function<void()>& wake) {
  const FactWords words = words_of(facet_);
  const bool phone = facet_ == wire::Facet::Phone;
  ui::TextFieldOptions options;
  options.max_length = phone ? 40 : most_letters;
  options.lines = phone ? 1 : 4;
  if (phone) options.type = ui::InputType::Telephone;
  if (phone) options.mode = ui::InputMode::Telephone;
  if (phone) options.autocomplete = "tel";
  if (facet_ == wire::Facet::Address) options.autocomplete = "street-address";
  if (ui.text_field("text", {ui.tr(words.label), ui.tr(words.hint)}, state_->text, options)) {
    state_->touched = state_->text != present.text;
    // Kept as it is typed: a page that closes by itself loses no word.
    const FactDraft draft{state_->text, state_->seen.number, state_->seen.made_by, {}};
    records.keep_draft(draft_key(), wire::encode_payload(draft), [](const Result<void>&) {});
  }
  state_ui(ui, present);
  const std::string name = ui.tr(words.label);
  if (state_->touched && ui.button("save", ui.tr("shell.about_us.save"_t, {{"what", name}}), ui::ButtonLook::Primary)) {
    save(records, present, state_->text, wake);  // on top of what they saw when they began
  }
}

void FactForm::state_ui(ui::Ui& ui, const Present& present) {
  if (state_->problem != Problem::None) {
    const bool full = state_->problem == Problem::NoRoom;
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr(full ? "shell.about_us.no_room"_t : "shell.about_us.not_kept"_t));
    return;
  }
  if (state_->touched) return ui.text(ui.tr("shell.about_us.not_saved_yet"_t), ui::TextLook::Soft);
  if (present.last == nullptr) {
    // A quick council's document may stand in the change's place before this form is drawn again: what
    // became of it is said all the same.
    if (!state_->saved.is_nil()) ui.status("state", ui.tr("shell.about_us.received"_t));
    return;
  }
  switch (present.last->state) {
    case ChangeState::Saving: return ui.status("state", ui.tr("shell.about_us.saving"_t));
    case ChangeState::Kept: return ui.status("state", ui.tr("shell.about_us.kept"_t));
    default: return ui.status("state", ui.tr("shell.about_us.received"_t));
  }
}

// Both texts, side by side in words, and nobody is told off.
void FactForm::conflict_ui(ui::Ui& ui, Records& records, const Present& present) {
  const auto mine = wire::decode_payload<wire::Fact>(present.conflict->change.payload);
  const std::string own = mine.ok() ? mine->text : std::string();
  ui.heading(3, ui.tr(words_of(facet_).label));
  ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("shell.about_us.conflict"_t));
  ui.text(ui.tr("shell.about_us.theirs"_t), ui::TextLook::Strong);
  ui.text(present.at_council.empty() ? ui.tr("shell.about_us.nothing"_t) : present.at_council);
  ui.text(ui.tr("shell.about_us.mine"_t), ui::TextLook::Strong);
  ui.text(own.empty() ? ui.tr("shell.about_us.nothing"_t) : own);
  const OperationId change = present.conflict->id;
  const auto row = ui.row("choice");
  if (ui.button("theirs", ui.tr("shell.about_us.take_theirs"_t))) {
    state_->seen = present.version;
    records.dismiss(change);
  }
  if (ui.button("mine", ui.tr("shell.about_us.take_mine"_t), ui::ButtonLook::Primary)) {
    state_->seen = present.version;
    save(records, present, own, [] {});
    records.dismiss(change);
  }
}

void FactForm::save(Records& records, const Present& present, std::string text, const std::function<void()>& wake) {
  const DocumentId id = present.id.is_nil() ? records.new_document() : present.id;
  Change change{subject_, wire::Fact::schema.id, wire::Fact::schema.version, state_->seen, {}};
  change.payload = wire::encode_payload(wire::Fact{id, facet_, std::move(text), {}});
  state_->touched = false;
  state_->problem = Problem::None;
  state_->saved = {};
  records.save(std::move(change), [state = std::weak_ptr(state_), typed = state_->text, seen = state_->seen,
                                   key = draft_key(), &records, wake](const Result<OperationId>& saved) {
    if (saved.ok()) records.drop_draft(key);
    const auto form = state.lock();
    if (form && saved.ok()) form->saved = saved.value();
    if (form && !saved.ok()) {
      form->text = typed;
      form->touched = true;
      form->seen = seen;
      form->problem = saved.error().code == ErrorCode::TooLarge ? Problem::NoRoom : Problem::NotKept;
    }
    wake();
  });
}

}  // namespace alongside::client

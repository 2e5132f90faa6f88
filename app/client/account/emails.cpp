#include "app/client/account/emails.hpp"

#include "app/wire/payload.hpp"

#include <array>
#include <utility>
#include <vector>

namespace alongside::client {

using namespace ui::literals;

namespace {

constexpr std::string_view key = "shell.emails";
constexpr std::string_view off = "off";

}  // namespace

void Emails::draw_ui(ui::Ui& ui, std::string_view phone) {
  const auto card = ui.card("emails");
  ui.heading(2, ui.tr("shell.emails"_t));
  switch (session_.info().emails) {
    case wire::EmailOffer::NotSent: return ui.sentence("shell.emails.none_sent"_t);
    case wire::EmailOffer::NoAddress: return ui.text(ui.tr("shell.emails.no_address"_t, {{"phone", phone}}));
    case wire::EmailOffer::Offered: return choice_ui(ui);
  }
}

void Emails::choice_ui(ui::Ui& ui) {
  read_again();
  const std::vector<ui::Choice> choices{{std::string(off), ui.tr("shell.emails.off"_t)},
                                        {"en", ui.tr("shell.emails.en"_t)},
                                        {"cy", ui.tr("shell.emails.cy"_t)}};
  std::string chosen = wish_.value;
  const ui::FieldText words{ui.tr("shell.emails.question"_t),
                            ui.tr("shell.emails.hint"_t, {{"email", session_.info().email}})};
  if (ui.radio_group("emails", words, choices, chosen)) save(std::move(chosen));
}

void Emails::save(std::string value) {
  wire::Preference wish = wish_;
  if (wish.id.is_nil()) wish.id = session_.records().new_document();
  wish.key = key;
  wish.value = std::move(value);
  Change change{session_.info().own, wire::Preference::schema.id, wire::Preference::schema.version, version_,
                wire::encode_payload(wish)};
  // As with shares: what was not kept is seen in the choice, which then still says what it said before.
  session_.records().save(std::move(change), [](const Result<OperationId>&) {});
}

// What the council shows, and over it what was chosen here since.
void Emails::read_again() {
  const Records& records = session_.records();
  if (edition_ == records.edition()) return;
  edition_ = records.edition();
  wish_ = {};
  version_ = {};
  for (const wire::Document* document : records.documents(wire::Preference::schema.id)) {
    auto wish = wire::decode_payload<wire::Preference>(document->content);
    if (!wish.ok() || wish->key != key) continue;
    wish_ = std::move(wish).value();
    version_ = document->now();
  }
  constexpr std::array kinds{wire::Preference::schema.id};
  for (const PendingChange* pending : records.changes(kinds)) {
    const bool said_no = pending->state == ChangeState::Refused || pending->state == ChangeState::Conflict;
    auto wish = wire::decode_payload<wire::Preference>(pending->change.payload);
    if (said_no || !wish.ok() || wish->key != key) continue;
    wish_ = std::move(wish).value();
    version_ = version_.after(pending->id);
  }
  if (wish_.value != "en" && wish_.value != "cy") wish_.value = off;
}

}  // namespace alongside::client

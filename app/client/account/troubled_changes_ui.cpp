#include "app/client/account/troubled_changes_ui.hpp"

#include "app/client/id_number.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"

#include <array>

namespace alongside::client {

using namespace ui::literals;

namespace {

// A fact in conflict is asked about where it is written.
constexpr std::array kinds{wire::Fact::schema.id, wire::Share::schema.id, wire::Preference::schema.id,
                           wire::NoticeRead::schema.id};

bool is_for_here(const PendingChange& change) {
  const bool fact = change.change.kind == wire::Fact::schema.id;
  return change.state == ChangeState::Refused || (change.state == ChangeState::Conflict && !fact);
}

ui::TextKey sentence_of(const PendingChange& change) {
  if (change.code == "grown_up") return "shell.account.refused_grown_up"_t;
  const std::uint32_t kind = change.change.kind;
  if (kind == wire::Share::schema.id) return "shell.account.refused_share"_t;
  return kind == wire::Fact::schema.id ? "shell.account.refused_fact"_t : "shell.account.refused_other"_t;
}

}  // namespace

void troubled_changes_ui(ui::Ui& ui, Records& records) {
  for (const PendingChange* change : records.changes(kinds)) {
    if (!is_for_here(*change)) continue;
    const auto row = ui.row(ui::Key("refused", id_number(change->id)));
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr(sentence_of(*change)));
    if (!ui.button("seen", ui.tr("shell.account.seen"_t))) continue;
    records.dismiss(change->id);
    return;  // the list is another one now
  }
}

}  // namespace alongside::client

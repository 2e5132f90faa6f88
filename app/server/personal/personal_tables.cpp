#include "app/server/personal/personal_tables.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/moment_text.hpp"

#include <algorithm>

namespace alongside::server {

const PersonalKind* PersonalTables::kind_of(std::uint32_t kind) const {
  const auto found = std::ranges::find(kinds_, kind, &PersonalKind::kind);
  return found == kinds_.end() ? nullptr : &*found;
}

Result<EverythingHeld> tell_everything(const PersonalTables& tables, const PersonalContext& context,
                                       Language language) {
  auto row = ALONGSIDE_TRY(context.database.prepare("SELECT name FROM person WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(row, 1, context.person).step()) == Step::Done) {
    return Error{ErrorCode::NotFound, "there is nobody with this id"};
  }
  EverythingHeld held;
  held.language = language;
  held.person = context.person;
  held.name = row.column_text(0);
  row.reset();
  held.made_at = moment_text(context.clock.now_ms());
  for (const PersonalTable& table : tables.tables()) {
    if (table.tell) ALONGSIDE_TRY(table.tell(context, held));
  }
  return held;
}

}  // namespace alongside::server

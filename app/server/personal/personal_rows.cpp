#include "app/server/personal/personal_rows.hpp"

#include "app/base/uk_time.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/moment_text.hpp"

#include <utility>

namespace alongside::server {

namespace {

Date day_in(const Statement& row, int column) { return Date(static_cast<std::int32_t>(row.column_integer(column))); }

std::string machine_text(const Statement& row, int column, HeldAs as) {
  switch (as) {
    case HeldAs::Text: return std::string(row.column_text(column));
    case HeldAs::Number: return std::to_string(row.column_integer(column));
    case HeldAs::Day: return day_in(row, column).iso();
    case HeldAs::Moment: return row.column_integer(column) == 0 ? "" : moment_text(row.column_integer(column));
    case HeldAs::Id: return column_id<DocumentId>(row, column).text();
  }
  return {};
}

HeldItem item_in(const Statement& row, const HeldRows& rows, Language language) {
  HeldWords words(language);
  HeldItem item;
  item.title = rows.item.in(language);
  wire::JsonWriter writer(item.json);
  writer.open('{');
  for (int i = 0; i < static_cast<int>(rows.columns.size()); ++i) {
    const HeldColumn& column = rows.columns[static_cast<std::size_t>(i)];
    const std::string text = machine_text(row, i, column.as);
    writer.key(column.name);
    writer.text(text);
    if (column.as == HeldAs::Day) {
      words.add(column.label, day_in(row, i));
    } else if (column.as == HeldAs::Moment) {
      words.moment(column.label, row.column_integer(i));
    } else {
      words.add(column.label, text);
    }
  }
  writer.close('}');
  item.lines = words.take();
  return item;
}

}  // namespace

TellHeld tell_rows(HeldRows rows) {
  return [rows = std::move(rows)](const PersonalContext& context, EverythingHeld& held) -> Result<void> {
    auto select = ALONGSIDE_TRY(context.database.prepare(rows.sql));
    bind_id(select, 1, context.person);
    HeldSection& section = held.section(rows.table, rows.section);
    while (ALONGSIDE_TRY(select.step()) == Step::Row) section.items.push_back(item_in(select, rows, held.language));
    return {};
  };
}

Erase erase_rows(std::string what, std::string sql) {
  return
      [what = std::move(what), sql = std::move(sql)](const PersonalContext& context, Erasure& erasure) -> Result<void> {
        auto remove = ALONGSIDE_TRY(context.database.prepare(sql));
        ALONGSIDE_TRY(bind_id(remove, 1, context.person).run());
        erasure.erased(what, context.database.changes());
        return {};
      };
}

}  // namespace alongside::server

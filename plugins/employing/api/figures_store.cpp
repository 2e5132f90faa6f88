#include "plugins/employing/api/figures_store.hpp"

#include "app/server/database.hpp"
#include "app/server/json_reader.hpp"
#include "app/wire/frame.hpp"
#include "plugins/employing/api/figures_file.hpp"

#include <algorithm>
#include <array>

namespace alongside::employing {
namespace {

constexpr std::array migrations = {
    server::Migration{1, "figures",
                      "CREATE TABLE employing_figures(origin INTEGER PRIMARY KEY, frame BLOB NOT NULL) STRICT;"},
};

}  // namespace

std::span<const server::Migration> figure_migrations() { return migrations; }

Result<PayFigures> stored_figures(server::Database& database) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT frame FROM employing_figures ORDER BY origin"));
  PayFigures figures;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row)
    figures = joined(std::move(figures), ALONGSIDE_TRY(wire::decode_frame<PayFigures>(select.column_bytes(0))));
  return figures;
}

Result<std::string> import_figures(server::Database& database, const std::string& path, FiguresOf origin) {
  const auto json = ALONGSIDE_TRY(server::read_json_file(path, {std::size_t{1} << 20, 16}));
  const auto parsed = parse_figures(json);
  if (!parsed.ok()) return Error{parsed.error().code, path + ":\n" + parsed.error().detail};
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database));
  auto insert =
      ALONGSIDE_TRY(database.prepare("INSERT INTO employing_figures(origin, frame) VALUES(?1, ?2)"
                                     " ON CONFLICT (origin) DO UPDATE SET frame = excluded.frame"));
  insert.bind(1, static_cast<std::int64_t>(origin));
  ALONGSIDE_TRY(insert.bind_bytes(2, wire::encode_frame(parsed.value())).run());
  ALONGSIDE_TRY(transaction.commit());
  const auto& figures = parsed->figures;
  const auto unsure = std::count_if(figures.begin(), figures.end(),
                                    [](const Figure& figure) { return figure.status == FigureStatus::Unconfirmed; });
  return "The figures are in: " + std::to_string(figures.size()) + ", of which " + std::to_string(unsure) +
         " are not confirmed and are marked so on screen.\n";
}

}  // namespace alongside::employing

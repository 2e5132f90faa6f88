// The pay figures that the council keeps: the country's and its own, each the whole of the file that was imported last.
#pragma once

#include "app/base/result.hpp"
#include "app/server/migration.hpp"
#include "plugins/employing/model/figures.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace alongside::server {
class Database;
}

namespace alongside::employing {

enum class FiguresOf : std::uint8_t { Country, Council };

std::span<const server::Migration> figure_migrations();
// The country's with the council's own laid over them; empty when nothing was imported.
Result<PayFigures> stored_figures(server::Database& database);
// Replaces those of the same origin, or nothing when the file has a mistake. The report says what is not confirmed.
Result<std::string> import_figures(server::Database& database, const std::string& path, FiguresOf origin);

}  // namespace alongside::employing

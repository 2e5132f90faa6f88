#include "app/client/catalog.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace alongside::client {
namespace {

constexpr std::size_t max_plugins = 32;
constexpr std::size_t columns = 9;  // without the one of intents
constexpr std::size_t columns_beside = 14;

// The icons a plugin may choose for its place in the navigation, by their names in assets/icons.txt.
constexpr std::array<std::pair<std::string_view, ui::Icon>, 12> navigation_icons{{
    {"search", ui::Icon::Search},
    {"hand-helping", ui::Icon::HandHelping},
    {"wallet", ui::Icon::Wallet},
    {"message-circle", ui::Icon::MessageCircle},
    {"heart", ui::Icon::Heart},
    {"calendar", ui::Icon::Calendar},
    {"users", ui::Icon::Users},
    {"shield", ui::Icon::Shield},
    {"map-pin", ui::Icon::MapPin},
    {"bell", ui::Icon::Bell},
    {"warning", ui::Icon::Warning},
    {"info", ui::Icon::Info},
}};

ui::Icon icon_named(std::string_view name) {
  for (const auto& [known, icon] : navigation_icons) {
    if (known == name) return icon;
  }
  return ui::Icon::Info;
}

ui::Hue hue_named(std::string_view name) {
  if (name == "plum") return ui::Hue::Plum;
  if (name == "indigo") return ui::Hue::Indigo;
  return ui::Hue::Primary;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// A plugin takes intents at its own routes only.
Result<std::vector<std::pair<std::string, std::string>>> parse_takes(std::string_view text, const CatalogEntry& entry) {
  std::vector<std::pair<std::string, std::string>> takes;
  if (text.empty()) return takes;
  for (const std::string& pair : split(text, ',')) {
    const std::size_t equals = pair.find('=');
    const std::string route = equals == std::string::npos ? std::string() : pair.substr(equals + 1);
    if (equals == 0 || !entry.owns(route)) {
      return Error{ErrorCode::InvalidInput, "'" + entry.id + "' takes an intent where it has no page: " + pair};
    }
    takes.emplace_back(pair.substr(0, equals), route);
  }
  return takes;
}

// At others' pages below a star, to its own below a star, with a name.
Result<CatalogEntry::Beside> parse_beside(const std::vector<std::string>& cells, const CatalogEntry& entry) {
  CatalogEntry::Beside beside{cells[10], cells[11], cells[12], cells[13]};
  const bool is_good = beside.at.starts_with('/') && beside.at.ends_with("/*") && beside.to.ends_with("/*") &&
                       entry.owns(beside.to) && !beside.en.empty() && !beside.cy.empty();
  if (!is_good) return Error{ErrorCode::InvalidInput, "'" + entry.id + "' stands beside nothing: " + beside.at};
  return beside;
}

Result<CatalogEntry> parse_line(std::string_view line) {
  const std::vector<std::string> cells = split(line, '\t');
  if (cells.size() != columns && cells.size() != columns + 1 && cells.size() != columns_beside) {
    return Error{ErrorCode::InvalidInput, "catalog line has not 9, 10 or 14 columns"};
  }
  CatalogEntry entry;
  entry.id = cells[0];
  entry.hue = hue_named(cells[1]);
  entry.icon = icon_named(cells[2]);
  const std::string& order = cells[3];
  const auto read = std::from_chars(order.data(), order.data() + order.size(), entry.order);
  entry.nav_en = cells[4];
  entry.nav_cy = cells[5];
  entry.about_en = cells[6];
  entry.about_cy = cells[7];
  entry.routes = split(cells[8], ',');
  const bool routes_ok = std::all_of(entry.routes.begin(), entry.routes.end(),
                                     [](const std::string& route) { return route.starts_with('/'); });
  if (entry.id.empty() || read.ec != std::errc{} || entry.nav_en.empty() || !routes_ok) {
    return Error{ErrorCode::InvalidInput, "catalog line for '" + entry.id + "' is not complete"};
  }
  if (cells.size() > columns) entry.takes = ALONGSIDE_TRY(parse_takes(cells[columns], entry));
  if (cells.size() == columns_beside) entry.beside = ALONGSIDE_TRY(parse_beside(cells, entry));
  return entry;
}

}  // namespace

bool CatalogEntry::owns(std::string_view path) const {
  return std::any_of(routes.begin(), routes.end(), [&](const auto& route) { return route_matches(route, path); });
}

std::string_view CatalogEntry::route_of(std::string_view intent) const {
  for (const auto& [name, route] : takes) {
    if (name == intent) return route;
  }
  return {};
}

bool route_matches(std::string_view pattern, std::string_view path) {
  if (!pattern.ends_with("/*")) return pattern == path;
  pattern.remove_suffix(1);  // keeps the slash, so that "/service/*" does not take "/services"
  return path.size() > pattern.size() && path.starts_with(pattern);
}

Result<std::vector<CatalogEntry>> parse_catalog(std::string_view lines) {
  std::vector<CatalogEntry> entries;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    if (line.empty()) continue;
    if (entries.size() == max_plugins) return Error{ErrorCode::TooLarge, "more than 32 plugins"};
    entries.push_back(ALONGSIDE_TRY(parse_line(line)));
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& left, const auto& right) { return left.order < right.order; });
  return entries;
}

}  // namespace alongside::client

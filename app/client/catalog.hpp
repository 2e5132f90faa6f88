// CatalogEntry: what is known of a plugin before its module is fetched: its name, its place in
// the navigation, its routes. Read by the shell from the lines boot.js makes of catalog.json.
#pragma once

#include "app/base/result.hpp"
#include "app/ui/look.hpp"
#include "app/ui/words.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::client {

struct CatalogEntry {
  std::string id;
  ui::Hue hue = ui::Hue::Primary;
  ui::Icon icon = ui::Icon::None;
  // In the navigation; from 1000 on it is reached from other parts' pages only, and shown as a part of one: 1012 of 10.
  int order = 0;
  std::string nav_en;
  std::string nav_cy;
  std::string about_en;
  std::string about_cy;
  std::vector<std::string> routes;  // "/find", "/service/*"
  // Intents that it takes from other plugins, and where: {"short_break.cost", "/money/afford"}.
  std::vector<std::pair<std::string, std::string>> takes;

  // A way to this plugin under others' pages ("/service/*"). Such a plugin has no place in the navigation.
  struct Beside {
    std::string at;
    std::string to;  // "/comments/about/*": the star is what stood at the other's
    std::string en;
    std::string cy;

    const std::string& label(ui::Language language) const { return language == ui::Language::Welsh ? cy : en; }
  };
  Beside beside;  // `at` is empty when there is none

  const std::string& label(ui::Language language) const {
    return language == ui::Language::Welsh && !nav_cy.empty() ? nav_cy : nav_en;
  }
  const std::string& about(ui::Language language) const {
    return language == ui::Language::Welsh && !about_cy.empty() ? about_cy : about_en;
  }
  const std::string& first_route() const { return routes.front(); }
  bool is_in_navigation() const { return order < 1000 && beside.at.empty(); }
  bool owns(std::string_view path) const;
  bool is_part_of(const CatalogEntry& other) const { return order >= 1000 && order % 1000 / 10 * 10 == other.order; }
  std::string_view route_of(std::string_view intent) const;  // empty when it does not take it
};

// True when `pattern` is `path`, or ends in "/*" and `path` lies below it.
bool route_matches(std::string_view pattern, std::string_view path);

// Lines of tab-separated values: id, hue, icon, order, nav_en, nav_cy, about_en, about_cy,
// routes (comma separated), intents taken (comma separated "name=route"; the column may be missing), and the four of
// Beside (all there or all missing).
// At most 32 plugins; a bad line fails the whole, since the build made it.
Result<std::vector<CatalogEntry>> parse_catalog(std::string_view lines);

}  // namespace alongside::client

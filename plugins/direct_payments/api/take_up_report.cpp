#include "app/server/json_tree.hpp"
#include "plugins/direct_payments/api/take_up.hpp"

#include <utility>

namespace alongside::direct_payments {
namespace {

using server::JsonValue;

std::size_t rounded(std::size_t count, const server::DisclosureLimits& limits) {
  if (limits.round_to <= 0) return count;
  const auto to = static_cast<std::size_t>(limits.round_to);
  return (count + to / 2) / to * to;
}

// Whole pounds: pence would tell of one bill.
std::int64_t whole_pounds(std::int64_t pence) { return pence / 100; }

std::string value_text(const TakeUpTable& table, const TakeUpCell& cell, const server::DisclosureLimits& limits) {
  if (cell.is_hidden) return "not shown";
  if (table.of == TakeUpOf::Money) return "£" + std::to_string(whole_pounds(cell.pence));
  return std::to_string(rounded(cell.families, limits));
}

JsonValue cell_json(const TakeUpTable& table, const TakeUpCell& cell, const server::DisclosureLimits& limits) {
  JsonValue json = server::json_object();
  put_member(json, "name", server::json_words(cell.name));
  put_member(json, "hidden", server::json_truth(cell.is_hidden));
  if (cell.is_hidden) return json;
  if (table.of == TakeUpOf::Money)
    put_member(json, "pounds", server::json_whole(whole_pounds(cell.pence)));
  else
    put_member(json, "families", server::json_whole(static_cast<std::int64_t>(rounded(cell.families, limits))));
  return json;
}

}  // namespace

std::string as_text(const TakeUp& take_up, const server::DisclosureLimits& limits) {
  const std::string days = take_up.first.iso() + " to " + take_up.last.iso();
  if (take_up.are_too_few)
    return days + ": fewer than " + std::to_string(limits.people) +
           " families have a direct payment. Nothing is told of so few.\n";
  std::string text =
      days + ": " + std::to_string(rounded(take_up.families, limits)) + " families have a direct payment.\n";
  for (const TakeUpTable& table : take_up.tables) {
    text += table.name + "\n";
    for (const TakeUpCell& cell : table.cells) text += "  " + cell.name + ": " + value_text(table, cell, limits) + "\n";
  }
  return text + "Not shown: fewer than " + std::to_string(limits.cell) +
         " families, mostly one family's, or what that could be worked out from.\n";
}

std::string as_json(const TakeUp& take_up, const server::DisclosureLimits& limits) {
  JsonValue json = server::json_object();
  put_member(json, "first", server::json_words(take_up.first.iso()));
  put_member(json, "last", server::json_words(take_up.last.iso()));
  put_member(json, "too_few", server::json_truth(take_up.are_too_few));
  if (!take_up.are_too_few)
    put_member(json, "families", server::json_whole(static_cast<std::int64_t>(rounded(take_up.families, limits))));
  JsonValue tables = server::json_array();
  for (const TakeUpTable& table : take_up.tables) {
    JsonValue one = server::json_object();
    put_member(one, "name", server::json_words(table.name));
    JsonValue cells = server::json_array();
    for (const TakeUpCell& cell : table.cells) cells.items.push_back(cell_json(table, cell, limits));
    put_member(one, "cells", std::move(cells));
    tables.items.push_back(std::move(one));
  }
  put_member(json, "tables", std::move(tables));
  return server::write_json(json) + "\n";
}

}  // namespace alongside::direct_payments

// FormItem as a scope: {row.cost}, {panel.name}, {prevRow.cost}, {rowIndex}, then what is around it.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_item.hpp"
#include "plugins/feedback/model/form_list.hpp"

namespace alongside::feedback {
namespace {

Path rest_of(const Path& path, std::size_t from) {
  return Path(path.begin() + static_cast<std::ptrdiff_t>(from), path.end());
}

}  // namespace

// Rows count from 1, panels from 0; one that is only being made is in no place yet.
std::optional<Value> FormItem::special(std::string_view name) const {
  const std::string small = lower_case(name);
  const int first = is_panel_ ? 0 : 1;
  const auto place = [&](std::size_t at, int otherwise) {
    return Value::of_number(stands_in_list ? static_cast<double>(at) + first : otherwise);
  };
  const bool is_shown = stands_in_list && is_visible;
  if (small == (is_panel_ ? "panelindex" : "rowindex")) return place(index_, number_);
  if (small == (is_panel_ ? "visiblepanelindex" : "visiblerowindex")) {
    return is_shown ? place(list_.place_among_shown(*this), 0) : Value::of_number(first - 1);
  }
  if (is_panel_) return std::nullopt;
  if (small == "matrix") return list_.filtered();
  const bool is_name = small == "item" || small == "rowname" || small == "rowvalue" || small == "rowtitle";
  if (is_name && index_ < list_.what().rows.size()) return list_.what().rows[index_].name;
  return std::nullopt;
}

// Its questions first, then whatever else was kept in it.
std::optional<Value> FormItem::find_part(const Path& path, std::size_t from) const {
  if (from >= path.size()) return std::nullopt;
  if (from + 1 == path.size()) {
    if (auto value = special(path[from].name)) return value;
  }
  const Path rest = rest_of(path, from);
  for (std::size_t end = 0; end <= last_of_name(rest, 0); ++end) {
    const auto element = question_of(joined(rest, 0, end));
    if (!element) continue;
    if (auto value = inside(*element, rest, end)) return value;
    break;
  }
  Value answers = list_.kept_in(*this);
  if (!is_panel_) {
    Value all = collected();
    for (std::size_t i = 0; i < answers.entries(); ++i) {
      if (all.find(answers.names[i]) == nullptr) all.set(answers.names[i], answers.items[i]);
    }
    answers = std::move(all);
  }
  return find_inside(answers, rest);
}

std::optional<Value> FormItem::find_near(const Path& path) const {
  const std::string first = lower_case(path[0].name);
  if (path.size() == 1) return special(first);
  const std::size_t place = list_.place_among_shown(*this);
  const bool is_before = first == (is_panel_ ? "prevpanel" : "prevrow");
  if (is_before || first == (is_panel_ ? "nextpanel" : "nextrow")) {
    const FormItem* near = is_before && place == 0 ? nullptr : list_.shown_item(is_before ? place - 1 : place + 1);
    return near == nullptr ? Value() : near->find_part(path, 1).value_or(Value());
  }
  if (first == (is_panel_ ? "panel" : "row")) return find_part(path, 1);
  return std::nullopt;
}

std::optional<Value> FormItem::find(std::string_view name) const {
  const Path path = path_of(name);
  if (auto near = find_near(path)) return near;
  if (lower_case(path[0].name) == "parentpanel") {
    return list_.owner().find("panel" + std::string(name.substr(path[0].name.size())));
  }
  if (auto value = list_.find_beside(path)) return value;
  return list_.owner().find(name);
}

bool FormItem::order_counts(std::string_view name) const {
  const Path path = path_of(name);
  if (path.size() == 2 && lower_case(path[0].name) == (is_panel_ ? "panel" : "row")) {
    const auto element = question_of(path[1].name);
    return element && elements()[*element].type == FormType::Ranking;
  }
  return list_.owner().order_counts(name);
}

}  // namespace alongside::feedback

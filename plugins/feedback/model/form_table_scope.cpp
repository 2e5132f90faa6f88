// FormTable's rows by name, as expressions see them.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_table.hpp"

#include <algorithm>

namespace alongside::feedback {

bool FormTable::leads_into_item(const Path& path, std::size_t end) const {
  if (is_dynamic_) return path[end].index && *path[end].index > -1;
  for (std::size_t last = end + 1; last < path.size() && last <= last_of_name(path, end + 1); ++last) {
    const std::string name = lower_case(joined(path, end + 1, last));
    const auto has_name = [&name](const FormRow& row) { return lower_case(to_words(row.name)) == name; };
    if (std::ranges::any_of(what_.rows, has_name)) return true;
  }
  return false;
}

const FormItem* FormTable::row_named(const Path& path, std::size_t from, std::size_t& end) const {
  for (end = from; end < path.size() && end <= last_of_name(path, from); ++end) {
    const std::string name = lower_case(joined(path, from, end));
    for (const auto& row : items_) {
      if (row->is_visible && lower_case(to_words(what_.rows[row->index()].name)) == name) return row.get();
    }
  }
  return nullptr;
}

std::optional<Value> FormTable::find(const Path& path, std::size_t end) const {
  const auto rest = Path(path.begin() + static_cast<std::ptrdiff_t>(end) + 1, path.end());
  if (!is_dynamic_) return find_beside(rest);
  if (path[end].index && *path[end].index >= 0) {
    const auto index = static_cast<std::size_t>(std::min(*path[end].index, 1e6));
    return index < items_.size() ? items_[index]->find_part(rest, 0) : std::nullopt;
  }
  return is_blank() || rest.empty() ? std::nullopt : find_inside(value_, rest);
}

std::optional<Value> FormTable::find_beside(const Path& path) const {
  std::size_t end = 0;
  if (!is_dynamic_) {
    if (const FormItem* row = row_named(path, 0, end)) {
      if (auto value = row->find_part(path, end + 1)) return value;
    }
  }
  return is_blank() || path.empty() ? std::nullopt : find_inside(value_, path);
}

}  // namespace alongside::feedback

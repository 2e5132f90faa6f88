// FormPart as a scope: its questions by name, and what is inside them.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_list.hpp"

namespace alongside::feedback {

std::optional<std::size_t> FormPart::question_of(std::string_view value_name) const {
  return question_found_as(SmallName(lower_case(value_name)));
}

std::optional<std::size_t> FormPart::question_found_as(const SmallName& name) const {
  const std::size_t last = by_name_.size() - 1;
  for (std::size_t i = name.sum & last; by_name_[i] != 0; i = (i + 1) & last) {
    if (by_name_[i] >> 32 != name.sum) continue;
    const std::size_t at = static_cast<std::uint32_t>(by_name_[i]) - 1;
    if (elements_[at].found_as == name.text) return at;
  }
  return std::nullopt;
}

// A table that nobody has filled in is null, and any other question undefined: an empty list equals that alone.
const Value& FormPart::as_seen(std::size_t element) const {
  const FormType type = elements_[element].type;
  const bool is_table = type == FormType::Matrix || type == FormType::MultipleText;
  if (states_[element].list && is_blank(element)) return Value::nothing();
  const Value& value = value_of(element);
  return is_table && value.is_empty() ? Value::null() : value;
}

std::optional<Value> FormPart::inside(std::size_t element, const Path& path, std::size_t end) const {
  const bool is_whole = end + 1 == path.size();
  if (is_whole && !path[end].index) return as_seen(element);
  if (FormList* list = states_[element].list.get()) {
    if (list->leads_into_item(path, end)) list->show();
    return list->find(path, end);
  }
  if (auto part = find_among({{joined(path, 0, end), value_of(element)}}, path)) return part;
  return is_whole ? std::optional(Value()) : std::nullopt;
}

}  // namespace alongside::feedback

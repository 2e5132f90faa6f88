// FormTable's end: what of it is sent, and what is wrong with it.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_table.hpp"

#include <algorithm>

namespace alongside::feedback {

Value FormTable::filtered() const {
  if (is_blank() || !is_shown_) return value_;
  Value shown = is_dynamic_ ? Value::of_list({}) : Value::of_map();
  for (const auto& row : items_) {
    Value answers = row->collected();
    if (!row->is_visible || answers.entries() == 0) continue;
    if (is_dynamic_)
      shown.items.push_back(std::move(answers));
    else
      shown.set(to_words(what_.rows[row->index()].name), std::move(answers));
  }
  return shown;
}

void FormTable::drop_hidden() {
  const auto shows = [](const auto& row) { return row->is_visible; };
  if (!is_blank() && !std::ranges::all_of(items_, shows)) set(filtered());
}

void FormTable::add_own_mistakes(std::vector<FormMistake>& mistakes) const {
  if (!is_dynamic_ || what_.fewest == 0 || !owner_.must_be_answered(element_)) return;
  const auto says_something = [](const auto& row) { return row->collected().entries() > 0; };
  const auto count = static_cast<std::size_t>(std::ranges::count_if(items_, says_something));
  if (count < what_.fewest) mistakes.push_back({place(), FormFault::TooFewRows, 0});
}

// Capital and small letters alike; a moment and a list are what they are as words.
bool FormTable::looks_the_same(const Value& left, const Value& right) const {
  const auto words = [](const Value& value) {
    return value.kind == ValueKind::Text ? lower_case(value.text) : to_words(value);
  };
  return words(left) == words(right);
}

}  // namespace alongside::feedback

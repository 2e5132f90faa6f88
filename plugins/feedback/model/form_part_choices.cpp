// FormPart's choices: which can be chosen, and answers that none of them is.
#include "plugins/feedback/model/form_list.hpp"

#include <algorithm>

namespace alongside::feedback {

void FormPart::run_choices(std::size_t at) {
  const bool was_shown = shows_itself(at);
  if (states_[at].choices->run(*this)) drop_unknown_at(at);
  if (was_shown && !shows_itself(at)) hide(at);
}

// Where several questions share one answer, it may be a choice of another of them.
bool FormPart::keeps_unknown(std::size_t at) const {
  if (!states_[at].choices) return true;
  const auto shares = [&](const FormElement& other) {
    return other.found_as == elements_[at].found_as && !holds_others(other.type);
  };
  return std::ranges::count_if(elements_, shares) > 1;
}

void FormPart::drop_unknown_at(std::size_t at) {
  if (keeps_unknown(at)) return;
  Value left = states_[at].choices->without_unknown(value_of(at));
  give(at, std::move(left));
}

bool FormPart::has_unknown() const {
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (holds_others(elements_[i].type) || !shows(i)) continue;
    if (const FormList* list = list_of(i); list != nullptr && list->has_unknown()) return true;
    if (elements_[i].clearing == Clearing::Never) continue;
    if (!keeps_unknown(i) && states_[i].choices->lacks(value_of(i))) return true;
  }
  return false;
}

void FormPart::drop_unknown() {
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (holds_others(elements_[i].type) || !shows(i)) continue;
    if (FormList* list = list_at(i)) list->drop_unknown();
    if (elements_[i].clearing != Clearing::Never) drop_unknown_at(i);
  }
}

}  // namespace alongside::feedback

// FormPart's questions that go away and come back: what is dropped then, and what begins anew.
#include "plugins/feedback/model/form_part.hpp"

namespace alongside::feedback {

void FormPart::hide(std::size_t at) {
  // What is in it stands behind it in one row.
  for (std::size_t i = at; i < elements_.size() && (i == at || stands_in(i, at)); ++i) {
    const FormElement& element = elements_[i];
    if (element.clearing == Clearing::WhenHidden && !holds_others(element.type) && !shows(i)) set_question(i, {});
  }
}

// A page or panel that shows again begins anew where nothing is said, and so does a question that dropped its answer
// when it went away.
void FormPart::come_back(std::size_t at) {
  if (!has_beginnings_) return;
  const FormElement& element = elements_[at];
  if (holds_others(element.type)) {
    if (!others_show(at, FormElement::nowhere)) return;  // a panel in which nothing shows does not show itself
    begin_inside(at);
  } else if (element.clearing == Clearing::WhenHidden && !element.default_value.is_empty() && is_blank(at)) {
    set_question(at, element.default_value);
  }
  // What stands around it comes back with it, where nothing else in that shows.
  for (std::size_t from = at;;) {
    const std::size_t around = elements_[from].parent;
    if ((around == FormElement::nowhere && !is_one_panel()) || others_show(around, from)) break;
    begin_inside(around);
    if (around == FormElement::nowhere) break;
    from = around;
  }
}

bool FormPart::others_show(std::size_t container, std::size_t but) const {
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (i != but && elements_[i].parent == container && shows_itself(i)) return true;
  }
  return false;
}

void FormPart::begin_inside(std::size_t container) {
  for (std::size_t i = container == FormElement::nowhere ? 0 : container + 1; i < elements_.size(); ++i) {
    const FormElement& element = elements_[i];
    if (container != FormElement::nowhere && !stands_in(i, container))
      break;  // what is in it stands behind it in one row
    if (holds_others(element.type) || element.default_value.is_empty() || !is_blank(i)) continue;
    if (element.clearing != Clearing::WhenHidden || shows(i)) set_question(i, element.default_value);
  }
}

bool FormPart::stands_in(std::size_t at, std::size_t container) const {
  while (elements_[at].parent != FormElement::nowhere && elements_[at].parent != container) at = elements_[at].parent;
  return elements_[at].parent == container;
}

}  // namespace alongside::feedback

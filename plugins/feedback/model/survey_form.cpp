#include "plugins/feedback/model/published_form.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

// What the engine takes for granted of a form that read_form made, looked at where one came over the network.
bool can_be_run(const std::vector<FormElement>& elements, int depth) {
  if (elements.size() > Form::most_elements || depth > FormTemplate::deepest) return false;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const FormElement& element = elements[i];
    const bool is_outermost = element.parent == FormElement::nowhere;
    if (element.type == FormType::Page && (depth > 0 || !is_outermost)) return false;
    if (!is_outermost && (element.parent >= i || !holds_others(elements[element.parent].type))) return false;
    if (asks_again(element.type) != (element.inner != nullptr)) return false;
    if (element.choices && element.face.options.size() < element.choices->choices.size()) return false;
    if (!element.inner) continue;
    const bool has_too_many =
        element.inner->count > FormTemplate::most_rows || element.inner->fewest > FormTemplate::most_rows ||
        element.inner->rows.size() > FormTemplate::most_rows || element.face.rows.size() < element.inner->rows.size();
    if (has_too_many || !can_be_run(element.inner->elements, depth + 1)) return false;
  }
  return true;
}

}  // namespace

Result<std::shared_ptr<const Form>> survey_form(Form form) {
  if (form.elements.empty() || !can_be_run(form.elements, 0)) {
    return Error{ErrorCode::InvalidInput, "this is no survey that can be asked"};
  }
  return std::make_shared<const Form>(std::move(form));
}

}  // namespace alongside::feedback

// ElementReader: the pages, panels and questions of a definition, or of one template in it, in one row. The
// lower half of read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/api/survey_wide.hpp"
#include "plugins/feedback/model/form.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

std::optional<FormType> form_type_named(std::string_view name);

class ElementReader {
 public:
  // `depth`: how many templates this one stands in.
  ElementReader(const SurveyWide& wide, int depth) : wide_(wide), template_depth_(depth) {}

  void page(const FormPlace& place);
  // The whole survey in the place of its only page.
  void only_page(const FormPlace& place);
  void elements_of(const FormPlace& place, std::string_view key, std::size_t parent);
  // `table`: the table that it is a column of.
  void question(const FormPlace& place, FormType type, std::size_t parent, const FormPlace* table = nullptr);

  std::vector<FormElement> take() { return std::move(elements_); }
  std::size_t count() const { return elements_.size(); }

 private:
  void container(const FormPlace& place, FormElement element);
  void read_element(const FormPlace& place, std::size_t parent);
  void read_kind(const FormPlace& place, FormElement& element);

  std::vector<FormElement> elements_;
  std::set<std::string> names_;
  SurveyWide wide_;
  int template_depth_;
  int panel_depth_ = 0;
};

}  // namespace alongside::feedback

// ElementReader: the pages, panels and questions of a definition, or of one template in it, in one row. The
// lower half of read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/api/form_room.hpp"
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
  // `room`: of the whole survey; past its end nothing more is read, and read_form says so. `depth`: how many templates
  // this one stands in.
  ElementReader(const SurveyWide& wide, FormRoom& room, int depth) : wide_(wide), room_(room), template_depth_(depth) {}

  void page(const FormPlace& place);
  // The whole survey in the place of its only page.
  void only_page(const FormPlace& place);
  void elements_of(const FormPlace& place, std::string_view key, std::size_t parent);
  // `table`: the table that it is a column of.
  void question(const FormPlace& place, FormType type, std::size_t parent, const FormPlace* table = nullptr);

  std::vector<FormElement> take() { return std::move(elements_); }

 private:
  void container(const FormPlace& place, FormElement element);
  void read_element(const FormPlace& place, std::size_t parent);
  void read_kind(const FormPlace& place, FormElement& element);
  void keep(FormElement element);

  std::vector<FormElement> elements_;
  std::set<std::string> names_;
  SurveyWide wide_;
  FormRoom& room_;
  int template_depth_;
  int panel_depth_ = 0;
};

}  // namespace alongside::feedback

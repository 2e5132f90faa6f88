// FormRoom: how much of a form has been read, of all that one may ask, in pages, tables and panels together. What is
// written in a few letters can be large once read, so files are not the measure. Counted by ElementReader.
#pragma once

#include "plugins/feedback/model/form.hpp"

#include <cstddef>

namespace alongside::feedback {

struct FormRoom {
  static constexpr std::size_t most_options = 20000;  // choices, rows and steps of all questions

  std::size_t elements = 0;
  std::size_t options = 0;

  void take(const FormElement& element) {
    ++elements;
    options += element.face.options.size() + element.face.rows.size();
  }
  bool has_more() const { return elements <= Form::most_elements && options <= most_options; }
};

}  // namespace alongside::feedback

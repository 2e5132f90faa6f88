// FormTemplate: what a table or a dynamic panel asks in each of its rows or panels, and how many of them there
// are. Made by read_form; run by FormList (form_list.hpp).
#pragma once

#include "plugins/feedback/model/form.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace alongside::feedback {

// A row of MatrixDropdown; those of MatrixDynamic have no name.
struct FormRow {
  Value name;
  std::optional<Expression> visible_if;
  std::optional<Expression> enable_if;
  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(visible_if), CEREAL_NVP(enable_if));
  }
};

struct FormTemplate {
  static constexpr std::size_t most_rows = 1000, most_panels = 100;  // as survey-core has them
  static constexpr std::size_t most_asked = 20000;  // questions in all rows and panels of a survey together
  static constexpr int deepest = 4;                 // inside each other

  std::vector<FormElement> elements;
  std::vector<FormRow> rows;  // of MatrixDropdown
  std::size_t count = 0;      // of rows or panels, before anything is answered; of panels never fewer than `fewest`
  std::size_t fewest = 0;
  Value default_item;                    // the answer in each of them, before anything is answered
  std::optional<Expression> visible_if;  // of each
  std::vector<std::string> different;    // those whose answers may not be the same twice
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(elements), CEREAL_NVP(rows), CEREAL_NVP(count), CEREAL_NVP(fewest), CEREAL_NVP(default_item),
            CEREAL_NVP(visible_if), CEREAL_NVP(different), tail);
  }
};

}  // namespace alongside::feedback

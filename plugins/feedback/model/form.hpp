// Form: a whole survey as SurveyJS describes it, ready to be run: pages, panels and questions in one row,
// conditions read. Made by read_form out of a council's file; run by FormRun (form_run.hpp).
#pragma once

#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/form_wire.hpp"
#include "plugins/feedback/model/form_words.hpp"
#include "plugins/feedback/model/pattern.hpp"
#include "plugins/feedback/model/value.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

enum class FormType : std::uint8_t {
  Page,
  Panel,
  Boolean,
  Checkbox,
  Comment,
  Dropdown,
  Expression,
  File,
  Html,
  Image,
  ImagePicker,
  Matrix,
  MatrixDropdown,
  MatrixDynamic,
  MultipleText,
  PanelDynamic,
  Radiogroup,
  Ranking,
  Rating,
  SignaturePad,
  Slider,
  Tagbox,
  Text,
};
inline constexpr std::string_view form_type_names[] = {
    "page",           "panel",         "boolean",      "checkbox",     "comment",     "dropdown",
    "expression",     "file",          "html",         "image",        "imagepicker", "matrix",
    "matrixdropdown", "matrixdynamic", "multipletext", "paneldynamic", "radiogroup",  "ranking",
    "rating",         "signaturepad",  "slider",       "tagbox",       "text"};
constexpr bool is_known(FormType type) { return type <= FormType::Text; }
constexpr std::string_view name_of(FormType type) { return form_type_names[static_cast<unsigned>(type)]; }
constexpr bool holds_others(FormType type) { return type == FormType::Page || type == FormType::Panel; }
// What is shown and never answered.
constexpr bool is_shown_only(FormType type) { return type == FormType::Html || type == FormType::Image; }

// Before anything is chosen, the answer to these is a list with nothing in it.
constexpr bool chooses_many(FormType type) {
  return type == FormType::Checkbox || type == FormType::Ranking || type == FormType::Tagbox;
}

// Asks the same again in each of its rows or panels.
constexpr bool asks_again(FormType type) {
  return type == FormType::MatrixDropdown || type == FormType::MatrixDynamic || type == FormType::PanelDynamic;
}

// When the answer to a question that does not show is dropped.
enum class Clearing : std::uint8_t { AtEnd, Never, WhenHidden };
constexpr bool is_known(Clearing clearing) { return clearing <= Clearing::WhenHidden; }

// What must be true of an answer. What is not set does not count.
struct FormValidator {
  enum class Kind : std::uint8_t { Numeric, Text, AnswerCount, Regex, Email, Expression };
  Kind kind = Kind::Text;
  std::optional<double> least;
  std::optional<double> most;
  bool allows_digits = true;
  std::optional<Pattern> pattern;  // of Regex; of Email: what an address looks like
  Expression expression;
  FormWords says;  // of a mistake, in the council's words
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(least), CEREAL_NVP(most), CEREAL_NVP(allows_digits), CEREAL_NVP(pattern),
            CEREAL_NVP(expression), CEREAL_NVP(says), tail);
  }
};
constexpr bool is_known(FormValidator::Kind kind) { return kind <= FormValidator::Kind::Expression; }

struct FormChoiceSet;
struct FormTemplate;

struct FormElement {
  static constexpr std::size_t nowhere = 0xFFFFFFFF;

  // First and together what is looked at with every answer.
  FormType type = FormType::Text;
  Clearing clearing = Clearing::AtEnd;
  bool is_visible = true;
  bool is_read_only = false;
  bool is_required = false;
  std::uint32_t parent = nowhere;  // the page or panel it stands in
  std::string value_name;          // where its answer is kept: its name, unless the file says otherwise
  std::string found_as;            // that in small letters
  std::string name;
  std::shared_ptr<const FormChoiceSet> choices;  // of those with a list to choose from
  std::shared_ptr<const FormTemplate> inner;     // of those that ask again: what is asked
  std::optional<Expression> visible_if;
  std::optional<Expression> enable_if;
  std::optional<Expression> required_if;
  std::optional<Expression> expression;  // of Expression
  std::optional<Expression> set_value_if;
  std::optional<Expression> set_value_to;
  std::optional<Expression> reset_value_if;
  Value default_value;
  int precision = -1;  // digits it is rounded to; -1: as they come
  std::vector<FormValidator> validators;
  std::optional<Pattern> address;  // of Text: what an e-mail address looks like
  bool counts_numbers = false;     // of Text: least and most are numbers, else days
  Value least;                     // of Text
  Value most;
  double fewest_chosen = 0;       // of Checkbox and Tagbox
  std::vector<std::string> rows;  // of Matrix
  bool needs_each_row = false;
  FormFace face;
  wire::Tail tail{};

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(type), CEREAL_NVP(name), CEREAL_NVP(value_name), CEREAL_NVP(found_as), CEREAL_NVP(parent),
            CEREAL_NVP(is_visible), CEREAL_NVP(is_read_only), CEREAL_NVP(is_required), CEREAL_NVP(visible_if),
            CEREAL_NVP(enable_if), CEREAL_NVP(required_if), CEREAL_NVP(default_value), CEREAL_NVP(set_value_if),
            CEREAL_NVP(set_value_to), CEREAL_NVP(reset_value_if), CEREAL_NVP(expression), CEREAL_NVP(precision),
            CEREAL_NVP(validators), CEREAL_NVP(address), CEREAL_NVP(counts_numbers), CEREAL_NVP(least),
            CEREAL_NVP(most), CEREAL_NVP(fewest_chosen), CEREAL_NVP(rows), CEREAL_NVP(needs_each_row),
            CEREAL_NVP(choices), CEREAL_NVP(inner), CEREAL_NVP(clearing), CEREAL_NVP(face), tail);
  }
};

struct FormTrigger {
  enum class Kind : std::uint8_t { Visible, SetValue, CopyValue, RunExpression, Complete, Skip };
  Kind kind = Kind::Complete;
  std::optional<Expression> expression;
  std::vector<std::string> shown;  // of Visible: pages and questions
  std::string to;
  std::string from;          // of CopyValue
  Value value;               // of SetValue
  bool is_variable = false;  // of SetValue: into a variable
  Expression run;            // of RunExpression
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(expression), CEREAL_NVP(shown), CEREAL_NVP(to), CEREAL_NVP(from),
            CEREAL_NVP(value), CEREAL_NVP(is_variable), CEREAL_NVP(run), tail);
  }
};
constexpr bool is_known(FormTrigger::Kind kind) { return kind <= FormTrigger::Kind::Skip; }

struct CalculatedValue {
  std::string name;
  Expression expression;
  bool is_in_result = false;
  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(expression), CEREAL_NVP(is_in_result));
  }
};

// How much is asked at once.
enum class AskAtOnce : std::uint8_t { OneThing, Page, Everything };
constexpr bool is_known(AskAtOnce at_once) { return at_once <= AskAtOnce::Everything; }

struct Form {
  static constexpr std::size_t most_elements = 5000;

  std::vector<FormElement> elements;  // each page and panel stands before what is in it
  std::vector<FormTrigger> triggers;
  std::vector<CalculatedValue> calculated;
  FormWords title;
  AskAtOnce at_once = AskAtOnce::OneThing;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(elements), CEREAL_NVP(triggers), CEREAL_NVP(calculated), CEREAL_NVP(title), CEREAL_NVP(at_once),
            tail);
  }
};

}  // namespace alongside::feedback

#include "plugins/feedback/pages/question_ui.hpp"

#include "plugins/feedback/model/answer_fit.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/numbers.hpp"
#include "plugins/feedback/model/survey_run.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

const Value other = Value::of_text("other");

bool has_other(const FormElement& element) { return element.choices && element.choices->has_other; }

bool is_among(const std::vector<FormOption>& options, const Value& value) {
  return std::ranges::any_of(options, [&](const FormOption& one) { return same_answer(one.value, value); });
}

// Words that are no choice are a choice of one's own.
bool is_own(const FormElement& element, const Value& value) {
  return has_other(element) && !value.is_empty() && (value == other || !is_among(element.face.options, value));
}

struct Input {
  ui::InputType type = ui::InputType::Text;
  ui::InputMode mode = ui::InputMode::Text;
  std::string_view autocomplete = {};
};

Input input_of(std::string_view input) {
  if (input == "number") return {ui::InputType::Text, ui::InputMode::Decimal};
  if (input == "date") return {ui::InputType::Date, ui::InputMode::Text};
  if (input == "email") return {ui::InputType::Email, ui::InputMode::Email, "email"};
  if (input == "tel") return {ui::InputType::Telephone, ui::InputMode::Telephone, "tel"};
  if (input == "url") return {ui::InputType::Url, ui::InputMode::Text};
  if (input == "time") return {ui::InputType::Time, ui::InputMode::Text};
  return {};
}

// A number as soon as what is typed is one as we write it; until then the letters, so that none is lost.
Value typed_value(const std::string& text, bool counts_numbers) {
  const Value words = Value::of_text(text);
  const double number = counts_numbers ? survey_number(words) : std::nan("");
  if (std::isnan(number) || text_of_number(number) != text) return words;
  return Value::of_number(number);
}

Value map_with(Value map, const std::string& name, Value value) {
  if (map.kind != ValueKind::Map) map = Value::of_map();
  Value made = Value::of_map();
  for (std::size_t i = 0; i < map.entries(); ++i) {
    if (map.names[i] != name) made.set(map.names[i], std::move(map.items[i]));
  }
  if (!value.is_empty()) made.set(name, std::move(value));
  return made;
}

Value part_named(const Value& map, const std::string& name) {
  const Value* found = map.kind == ValueKind::Map ? map.find(name) : nullptr;
  return found == nullptr ? Value() : *found;
}

}  // namespace

void QuestionUi::shown_only(const FormPart& part, std::size_t at) {
  const FormElement& element = part.elements()[at];
  const std::string title = reader_.title(part, at);
  if (element.type == FormType::Expression) {
    ui_.text(title, ui::TextLook::Strong);
    ui_.text(text_of(part.value_of(at)));
  } else if (!title.empty()) {
    ui_.text(title);
  }
}

std::optional<Touch> QuestionUi::question(const FormPart& part, std::size_t at, const Value& kept) {
  const FormElement& element = part.elements()[at];
  // A key of its own for each question: a field's words and focus are not the last one's.
  const Asked asked{part,
                    at,
                    element,
                    part.value_of(at),
                    kept,
                    {reader_.title(part, at), reader_.description(part, at), error_of(part, at)},
                    ui::key_by("answer", element.name)};
  if (!part.may_be_changed(at)) {
    ui_.text(asked.words.label, ui::TextLook::Strong);
    ui_.text(reader_.answer(element, asked.value));
    return std::nullopt;
  }
  const std::string picture = reader_.picture(element.face.picture);
  if (!picture.empty()) ui_.picture(picture, "", 96);
  if (auto touch = answer_ui(asked)) return touch;
  return own_words(asked);
}

std::optional<Touch> QuestionUi::answer_ui(const Asked& asked) {
  switch (asked.element.type) {
    case FormType::Checkbox:
    case FormType::Tagbox: return many_of(asked);
    case FormType::ImagePicker:
      return asked.element.choices->choosing == Choosing::One ? one_of(asked) : many_of(asked);
    case FormType::Ranking: return ranking(asked);
    case FormType::Comment: return typed(asked, 4);
    case FormType::Text: return typed(asked, 1);
    case FormType::Slider: return slider(asked);
    case FormType::Matrix: return rows(asked);
    case FormType::MultipleText: return boxes(asked);
    case FormType::MatrixDropdown:
    case FormType::MatrixDynamic:
    case FormType::PanelDynamic: return list(asked);
    case FormType::File:
    case FormType::SignaturePad: return joined(asked);
    default: return one_of(asked);
  }
}

std::vector<std::size_t> QuestionUi::offered(const Asked& asked) const {
  std::vector<std::size_t> offered;
  const FormChoices* choices = asked.part.choices_of(asked.at);
  for (std::size_t i = 0; i < asked.element.face.options.size(); ++i) {
    if (choices == nullptr || (choices->shows(i) && choices->is_enabled(i))) offered.push_back(i);
  }
  return offered;
}

std::optional<Touch> QuestionUi::one_of(const Asked& asked) {
  const std::vector<FormOption>& options = asked.element.face.options;
  const bool is_list = asked.element.type == FormType::Dropdown;
  std::vector<ui::Choice> choices;
  if (is_list) choices.push_back({"", ui_.tr("feedback.choose"_t)});
  std::string chosen = is_own(asked.element, asked.value) ? "other" : "";
  for (const std::size_t i : offered(asked)) {
    choices.push_back({.value = std::to_string(i),
                       .label = reader_.option(asked.element, i),
                       .picture = is_list ? std::string() : reader_.picture(options[i].picture)});
    if (same_answer(options[i].value, asked.value)) chosen = choices.back().value;
  }
  if (has_other(asked.element)) choices.push_back({"other", reader_.choice(asked.element, other)});
  const bool is_changed = is_list ? ui_.select(asked.key, asked.words, choices, chosen)
                                  : ui_.radio_group(asked.key, asked.words, choices, chosen);
  if (!is_changed) return std::nullopt;
  if (chosen == "other") return Touch{asked.element.value_name, other};
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (chosen == std::to_string(i)) return Touch{asked.element.value_name, options[i].value};
  }
  return Touch{asked.element.value_name, {}};
}

[[gnu::noinline]] ui::Scope QuestionUi::group_of(const Asked& asked) {
  ui::Scope group = ui_.landmark(asked.key, ui::Role::Region, asked.words.label);
  ui_.heading(2 + std::min(depth_, 3), asked.words.label);
  if (!asked.words.hint.empty()) ui_.text(asked.words.hint, ui::TextLook::Soft);
  if (!asked.words.error.empty()) ui_.notice(ui::Tone::Bad, ui::Icon::Warning, asked.words.error);
  return group;
}

std::optional<Touch> QuestionUi::many_of(const Asked& asked) {
  const auto group = group_of(asked);
  const std::vector<FormOption>& options = asked.element.face.options;
  const FormChoiceSet& set = *asked.element.choices;
  const auto stands_alone = [&](const Value& value) {
    return std::ranges::any_of(set.choices,
                               [&](const FormChoice& one) { return one.is_always_there && one.value == value; });
  };
  std::vector<Value> chosen = asked.value.kind == ValueKind::List ? asked.value.items : std::vector<Value>();
  bool is_changed = false;
  const auto box = [&](ui::Key key, const std::string& words, const Value& value, const std::string& picture = {}) {
    bool is_chosen = std::ranges::find(chosen, value) != chosen.end();
    if (!ui_.checkbox(key, words, is_chosen, picture)) return;
    is_changed = true;
    std::erase(chosen, value);
    if (!is_chosen) return;
    // "None of these" and a choice cannot both be so.
    const bool is_alone = stands_alone(value);
    std::erase_if(chosen, [&](const Value& before) { return is_alone || stands_alone(before); });
    chosen.push_back(value);
  };
  const std::vector<std::size_t> shown = offered(asked);
  for (const std::size_t i : shown)
    box(ui::Key("choice", i), reader_.option(asked.element, i), options[i].value, reader_.picture(options[i].picture));
  if (has_other(asked.element)) box(ui::Key("other"), reader_.choice(asked.element, other), other);
  if (asked.element.face.selects_all && press(ui_, "all", "feedback.all"_t, ui::ButtonLook::Quiet)) {
    is_changed = true;
    chosen.clear();
    for (const std::size_t i : shown) {
      if (!stands_alone(options[i].value)) chosen.push_back(options[i].value);
    }
  }
  if (!is_changed) return std::nullopt;
  // In the order in which they stand; what is not among them comes last.
  std::vector<Value> ordered;
  for (const FormOption& option : options) {
    if (std::erase(chosen, option.value) > 0) ordered.push_back(option.value);
  }
  for (Value& value : chosen) ordered.push_back(std::move(value));
  return Touch{asked.element.value_name, Value::of_list(std::move(ordered))};
}

// The words beside "other", or, where the words are the answer, the answer itself.
std::optional<Touch> QuestionUi::own_words(const Asked& asked) {
  const FormElement& element = asked.element;
  const bool is_list = asked.value.kind == ValueKind::List;
  const bool is_asked =
      is_list ? std::ranges::find(asked.value.items, other) != asked.value.items.end() : is_own(element, asked.value);
  if (!has_other(element) || !is_asked) return std::nullopt;
  const bool is_answer = element.choices->keeps_unknown && !is_list;
  const std::string name = is_answer ? element.value_name : words_beside(element.value_name);
  std::string text =
      is_answer ? (asked.value == other ? "" : text_of(asked.value)) : text_of(part_named(asked.kept, name));
  const ui::FieldText words{ui_.tr("feedback.own_words"_t), {}, {}};
  if (!ui_.text_field(ui::key_by("own", element.name), words, text, {.max_length = 200})) return std::nullopt;
  return Touch{name, is_answer && text.empty() ? other : Value::of_text(text)};
}

std::optional<Touch> QuestionUi::ranking(const Asked& asked) {
  const auto group = group_of(asked);
  std::vector<Value> order = asked.value.kind == ValueKind::List ? asked.value.items : std::vector<Value>();
  const bool is_untouched = order.empty();
  for (const FormOption& option : asked.element.face.options) {
    if (std::ranges::find(order, option.value) == order.end()) order.push_back(option.value);
  }
  std::optional<std::size_t> up;  // the one that goes one place up
  {
    const auto items = ui_.list("order", asked.words.label, ui::ListLook::Plain);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto item = ui_.list_item(ui::key_by("item", to_words(order[i])));
      const auto row = ui_.row("row");
      const std::string words = reader_.choice(asked.element, order[i]);
      ui_.text(std::to_string(i + 1) + ". " + words, ui::TextLook::Strong);
      if (i > 0 && ui_.button("up", ui_.tr("feedback.up"_t, {{"choice", words}}))) up = i;
      const bool has_below = i + 1 < order.size();
      if (has_below && ui_.button("down", ui_.tr("feedback.down"_t, {{"choice", words}}))) up = i + 1;
    }
  }
  const bool keeps = is_untouched && press(ui_, "keep", "feedback.keep_order"_t);
  if (!up && !keeps) return std::nullopt;
  if (up) std::swap(order[*up - 1], order[*up]);
  return Touch{asked.element.value_name, Value::of_list(std::move(order))};
}

std::optional<Touch> QuestionUi::typed(const Asked& asked, std::uint8_t lines) {
  const FormFace& face = asked.element.face;
  const Input input = input_of(face.input);
  const std::size_t usual = lines > 1 ? most_letters : 1000;
  const std::size_t most = face.most_letters == 0 ? usual : std::min<std::size_t>(face.most_letters, most_letters);
  std::string text = text_of(asked.value);
  const ui::TextFieldOptions options{.type = input.type,
                                     .mode = input.mode,
                                     .autocomplete = input.autocomplete,
                                     .max_length = static_cast<std::uint16_t>(most),
                                     .lines = lines};
  if (!ui_.text_field(asked.key, asked.words, text, options)) return std::nullopt;
  return Touch{asked.element.value_name, typed_value(text, asked.element.counts_numbers)};
}

// A number with a step down and a step up beside it: as quick as a slider, and a switch or a key is enough.
std::optional<Touch> QuestionUi::slider(const Asked& asked) {
  const FormFace& face = asked.element.face;
  const auto group = ui_.landmark(asked.key, ui::Role::Region, asked.words.label);
  ui::FieldText words = asked.words;
  const std::string range =
      ui_.tr("feedback.range"_t, {{"least", text_of_number(face.least)}, {"most", text_of_number(face.most)}});
  words.hint += words.hint.empty() ? range : " " + range;
  std::string text = text_of(asked.value);
  if (ui_.text_field("number", words, text, {.mode = ui::InputMode::Decimal, .max_length = 20, .max_width = 160})) {
    return Touch{asked.element.value_name, typed_value(text, true)};
  }
  const auto row = ui_.row("steps");
  const double now = asked.value.kind == ValueKind::Number ? asked.value.number : face.least;
  std::optional<double> next;
  if (press(ui_, "less", "feedback.less"_t)) next = now - face.step;
  if (press(ui_, "more", "feedback.more_of_it"_t)) next = now + face.step;
  if (!next) return std::nullopt;
  return Touch{asked.element.value_name, Value::of_number(std::clamp(*next, face.least, face.most))};
}

// Each row is a question of its own: a table is hard to follow by ear, and does not fit a phone.
std::optional<Touch> QuestionUi::rows(const Asked& asked) {
  const auto group = group_of(asked);
  const FormFace& face = asked.element.face;
  std::vector<ui::Choice> choices;
  for (std::size_t i = 0; i < face.options.size(); ++i) {
    choices.push_back({std::to_string(i), reader_.option(asked.element, i)});
  }
  for (const FormOption& row : face.rows) {
    const std::string name = to_words(row.value);
    const Value value = part_named(asked.value, name);
    std::string chosen;
    for (std::size_t i = 0; i < face.options.size(); ++i) {
      if (same_answer(face.options[i].value, value)) chosen = choices[i].value;
    }
    if (!ui_.radio_group(ui::key_by("row", name), {reader_.words(row.words)}, choices, chosen)) continue;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].value != chosen) continue;
      return Touch{asked.element.value_name, map_with(asked.value, name, face.options[i].value)};
    }
  }
  return std::nullopt;
}

std::optional<Touch> QuestionUi::boxes(const Asked& asked) {
  const auto group = group_of(asked);
  for (const FormOption& box : asked.element.face.rows) {
    const std::string name = to_words(box.value);
    const Input input = input_of(box.input);
    std::string text = text_of(part_named(asked.value, name));
    if (!ui_.text_field(ui::key_by("box", name), {reader_.words(box.words)}, text,
                        {.type = input.type, .mode = input.mode, .max_length = 1000})) {
      continue;
    }
    return Touch{asked.element.value_name, map_with(asked.value, name, typed_value(text, box.input == "number"))};
  }
  return std::nullopt;
}

}  // namespace alongside::feedback

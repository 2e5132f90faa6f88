#include "plugins/feedback/pages/question_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

constexpr std::size_t faces = 5;

// All five are happy to some degree: asked from sad to happy, children choose the ends.
std::string face_words(const ui::Ui& ui, std::size_t degree) {
  switch (degree) {
    case 0: return ui.tr("feedback.face.1"_t);
    case 1: return ui.tr("feedback.face.2"_t);
    case 2: return ui.tr("feedback.face.3"_t);
    case 3: return ui.tr("feedback.face.4"_t);
    default: return ui.tr("feedback.face.5"_t);
  }
}

std::string choice_words(const ui::Ui& ui, const Question& question, std::size_t index) {
  if (question.look == RatingLook::Faces && question.choices.size() == faces) return face_words(ui, index);
  std::string words = words_of(ui, question.choices[index].text);
  if (question.type != QuestionType::Rating) return words;
  const bool is_first = index == 0, is_last = index + 1 == question.choices.size();
  if (is_first && !question.lowest.en.empty()) words += ": " + words_of(ui, question.lowest);
  if (is_last && !question.highest.en.empty()) words += ": " + words_of(ui, question.highest);
  return words;
}

std::size_t index_of(const Question& question, const Value& value) {
  const auto found = std::ranges::find(question.choices, value, &AnswerChoice::value);
  return static_cast<std::size_t>(found - question.choices.begin());
}

// A key of its own for each question: a field's words and focus are not the last one's.
ui::Key key_of(const Question& question) { return ui::key_by("answer", question.name); }

std::optional<Value> one_of_ui(ui::Ui& ui, const Question& question, const Value* answer, const ui::FieldText& words) {
  std::vector<ui::Choice> choices;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    choices.push_back({std::to_string(i), choice_words(ui, question, i)});
  }
  std::string chosen = answer == nullptr ? "" : std::to_string(index_of(question, *answer));
  if (!ui.radio_group(key_of(question), words, choices, chosen)) return std::nullopt;
  const auto same = std::ranges::find(choices, chosen, &ui::Choice::value);
  if (same == choices.end()) return std::nullopt;
  return question.choices[static_cast<std::size_t>(same - choices.begin())].value;
}

std::optional<Value> many_of_ui(ui::Ui& ui, const Question& question, const Value* answer, const ui::FieldText& words) {
  const auto group = ui.landmark(key_of(question), ui::Role::Region, words.label);
  ui.heading(2, words.label);
  if (!words.hint.empty()) ui.text(words.hint, ui::TextLook::Soft);
  if (!words.error.empty()) ui.notice(ui::Tone::Bad, ui::Icon::Warning, words.error);
  std::vector<Value> chosen = answer == nullptr ? std::vector<Value>() : answer->items;
  bool is_changed = false;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    const Value& value = question.choices[i].value;
    bool is_chosen = std::ranges::find(chosen, value) != chosen.end();
    if (!ui.checkbox(ui::Key("choice", i), choice_words(ui, question, i), is_chosen)) continue;
    is_changed = true;
    std::erase(chosen, value);
    if (is_chosen) chosen.push_back(value);
  }
  if (!is_changed) return std::nullopt;
  std::ranges::sort(chosen, {}, [&question](const Value& value) { return index_of(question, value); });
  return Value::of_list(std::move(chosen));
}

std::optional<Value> words_ui(ui::Ui& ui, const Question& question, const Value* answer, const ui::FieldText& words) {
  std::string text = answer == nullptr ? "" : answer->text;
  const std::uint32_t most = question.most_letters == 0 ? Definition::most_letters : question.most_letters;
  const bool is_changed =
      ui.text_field(key_of(question), words, text, {.max_length = static_cast<std::uint16_t>(most), .lines = 4});
  return is_changed ? std::optional<Value>(Value::of_text(text)) : std::nullopt;
}

}  // namespace

std::string words_of(const ui::Ui& ui, const wire::Bilingual& words) {
  return ui.language() == ui::Language::Welsh && !words.cy.empty() ? words.cy : words.en;
}

std::optional<Value> question_ui(ui::Ui& ui, const Question& question, const Value* answer, const std::string& error) {
  const ui::FieldText words{words_of(ui, question.title), words_of(ui, question.description), error};
  switch (question.type) {
    case QuestionType::Checkbox: return many_of_ui(ui, question, answer, words);
    case QuestionType::Comment: return words_ui(ui, question, answer, words);
    case QuestionType::Radiogroup:
    case QuestionType::Rating:
    case QuestionType::Boolean: break;
  }
  return one_of_ui(ui, question, answer, words);
}

std::string answer_words(const ui::Ui& ui, const Question& question, const Value& answer) {
  if (question.type == QuestionType::Comment) return text_of(answer);
  const std::vector<Value> values = answer.kind == ValueKind::List ? answer.items : std::vector<Value>{answer};
  std::string words;
  for (const Value& value : values) {
    const std::size_t index = index_of(question, value);
    if (index == question.choices.size()) continue;
    if (!words.empty()) words += ", ";
    words += choice_words(ui, question, index);
  }
  return words;
}

}  // namespace alongside::feedback

#include "plugins/feedback/pages/form_words_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/model/loose.hpp"

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

void add(std::string& to, std::string_view between, const std::string& words) {
  if (words.empty()) return;
  if (!to.empty()) to += between;
  to += words;
}

}  // namespace

std::string Wording::words(const FormWords& words) const {
  const bool is_welsh = ui.language() == ui::Language::Welsh && !words.cy.empty();
  const std::string& easy = is_welsh ? words.easy_cy : words.easy;
  if (reading == Reading::Easy && !easy.empty()) return easy;
  return is_welsh ? words.cy : words.en;
}

// {name} is what was answered there, as it was said; where there is no telling, nothing.
std::string Wording::piped(const FormPart* part, std::string text) const {
  for (std::size_t from = text.find('{'); from != std::string::npos; from = text.find('{', from)) {
    const std::size_t end = text.find('}', from);
    if (end == std::string::npos) break;
    const std::string name = text.substr(from + 1, end - from - 1);
    std::string said;
    const std::string small = lower_case(name);
    std::size_t at = 0;
    while (part && at < part->elements().size() && part->elements()[at].found_as != small) ++at;
    if (part && at < part->elements().size())
      said = answer(part->elements()[at], part->value_of(at));
    else if (const auto found = part ? part->find(name) : std::nullopt)
      said = text_of(*found);
    text.replace(from, end - from + 1, said);
    from += said.size();
  }
  return text;
}

std::string Wording::title(const FormPart& part, std::size_t at) const {
  return piped(&part, words(part.elements()[at].face.title));
}

std::string Wording::description(const FormPart& part, std::size_t at) const {
  return piped(&part, words(part.elements()[at].face.description));
}

std::string Wording::option(const FormElement& element, std::size_t index) const {
  const FormFace& face = element.face;
  if (face.look == RatingLook::Faces && face.options.size() == faces) return face_words(ui, index);
  std::string said = words(face.options[index].words);
  if (element.type != FormType::Rating) return said;
  if (face.look == RatingLook::Stars) said = ui.plural("feedback.stars"_t, static_cast<std::int64_t>(index) + 1);
  const bool is_first = index == 0, is_last = index + 1 == face.options.size();
  if (is_first) add(said, ": ", words(face.lowest));
  if (is_last) add(said, ": ", words(face.highest));
  return said;
}

std::string Wording::choice(const FormElement& element, const Value& value) const {
  for (std::size_t i = 0; i < element.face.options.size(); ++i) {
    if (same_answer(element.face.options[i].value, value)) return option(element, i);
  }
  if (element.choices && value == Value::of_text("other")) {
    const std::string other = words(element.face.other);
    return other.empty() ? ui.tr("feedback.other"_t) : other;
  }
  return text_of(value);
}

std::string Wording::answer(const FormElement& element, const Value& value) const {
  std::string said;
  if (const auto files = joined_files(element, value); !files.empty())
    return ui.tr("feedback.item"_t, {{"question", words(element.face.title)}, {"n", std::to_string(files.size())}});
  if (value.kind != ValueKind::Map && value.kind != ValueKind::List) return choice(element, value);
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Value& item = value.items[i];
    if (element.inner && item.kind == ValueKind::Map) {
      for (std::size_t j = 0; j < item.entries(); ++j) {
        for (const FormElement& inner : element.inner->elements) {
          if (inner.value_name == item.names[j] && !item.items[j].is_empty())
            add(said, "; ", piped(nullptr, words(inner.face.title)) + ": " + answer(inner, item.items[j]));
        }
      }
    } else if (value.kind == ValueKind::Map) {
      std::string row = i < value.entries() ? value.names[i] : "";
      for (const FormOption& one : element.face.rows) {
        if (to_words(one.value) == row) row = words(one.words);
      }
      if (!item.is_empty()) add(said, "; ", row + ": " + choice(element, item));
    } else {
      add(said, ", ", choice(element, item));
    }
  }
  return said;
}

}  // namespace alongside::feedback

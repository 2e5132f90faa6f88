// QuestionUi: what is joined to an answer: photos and PDFs, a recording of the voice, a signature. A signature may be
// written instead of drawn: not everybody's hand, mouth or switch can draw.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/pages/question_ui.hpp"

#include <utility>

namespace alongside::feedback {

using namespace ui::literals;

std::optional<Touch> QuestionUi::joined(const Asked& asked) {
  const auto group = group_of(asked);
  const FormElement& element = asked.element;
  const bool is_signature = element.type == FormType::SignaturePad, is_voice = records_voice(element);
  const auto files = joined_files(element, asked.value);
  std::optional<Touch> touch = joined_list(asked, files);
  if (files.size() >= most_joined_to(element)) return touch;
  std::string text = text_of(asked.value);
  if (is_signature && ui_.text_field("name", {ui_.tr("feedback.file.name"_t)}, text, {.max_length = 100}))
    touch = Touch{element.value_name, Value::of_text(text)};
  auto words = "feedback.file.photo"_t, press = "feedback.choose"_t;
  auto kind = ui::FileKind::Photo;
  if (is_signature) words = press = "feedback.file.draw"_t, kind = ui::FileKind::Drawing;
  if (is_voice) words = press = "feedback.file.voice"_t, kind = ui::FileKind::Voice;
  if (auto picked = ui_.file_field("file", {ui_.tr(words)}, ui_.tr(press), kind))
    touch = Touch{element.value_name, asked.value, std::move(picked->token)};
  return touch;
}

std::optional<Touch> QuestionUi::joined_list(const Asked& asked, const std::vector<DocumentId>& files) {
  std::optional<Touch> touch;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto row = ui_.row(ui::Key("file", i));
    const std::string item = std::to_string(i + 1);  // of this question, in whose group it stands
    if (ui_.button_of_group("show", ui_.tr("feedback.file.show"_t, {{"item", item}})))
      touch = Touch{asked.element.value_name, asked.value, {}, files[i]};
    if (ui_.button_of_group("remove", ui_.tr("feedback.remove"_t, {{"item", item}}), ui::ButtonLook::Quiet))
      touch = Touch{asked.element.value_name, without_file(asked.value, files[i]), {}, {}, files[i]};
  }
  return touch;
}

}  // namespace alongside::feedback

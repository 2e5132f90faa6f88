// Joined files: a photo, a PDF, a recording or a drawn signature that somebody joins to an answer. In the answers
// stands a list, as SurveyJS has it, with a random id in the place of each content, and without the name that the
// family gave it; a signature that is written is its letters. The bytes lie beside the draft, and travel after the
// answers. Used by the answering screen, which keeps and sends them, and by the server, which waits for those that an
// answer names and for no others.
#pragma once

#include "app/base/ids.hpp"
#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/value.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace alongside::feedback {

inline constexpr std::size_t most_joined = 5;  // to one response

// What a question of type file takes, in FormFace::input: a recording made here, or a photo or PDF.
inline constexpr std::string_view takes_voice = "voice";

constexpr bool takes_files(FormType type) { return type == FormType::File || type == FormType::SignaturePad; }
inline bool records_voice(const FormElement& element) { return element.face.input == takes_voice; }
// How many this question takes.
inline std::size_t most_joined_to(const FormElement& element) {
  return element.face.most_items == 0 ? 1 : element.face.most_items;
}

// The files in the answer to one question; in all answers.
std::vector<DocumentId> joined_files(const FormElement& element, const Value& value);
std::vector<DocumentId> joined_files(const Form& form, const Answers& answers);

// The answer with one more, or without one.
Value with_file(const Value& value, DocumentId id);
Value without_file(Value value, DocumentId id);

// Whether a value can be the answer to such a question; a signature may be a name in letters instead.
bool fits_files(const FormElement& element, const Value& value);

}  // namespace alongside::feedback

// question_ui: one question with its choices, and the words of an answer. Used by AnswerPage.
#pragma once

#include "plugins/feedback/model/definition.hpp"

#include <optional>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

// The council's words in the person's language, or in English where there are no Welsh ones.
std::string words_of(const ui::Ui& ui, const wire::Bilingual& words);

// The new answer in the frame in which the person changed it (an empty one: they took it back).
// `error` is empty when nothing is wrong.
std::optional<Value> question_ui(ui::Ui& ui, const Question& question, const Value* answer, const std::string& error);

// "Yes" · "Music and dancing, Animals" · "Very happy"
std::string answer_words(const ui::Ui& ui, const Question& question, const Value& answer);

}  // namespace alongside::feedback

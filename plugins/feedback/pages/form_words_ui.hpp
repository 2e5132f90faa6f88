// The words of a form as a person reads them: in their language, in easy words when they like, with what they have
// answered put in for {names}. Used by the screens that ask and look over answers.
#pragma once

#include "plugins/feedback/model/form_part.hpp"
#include "plugins/feedback/model/form_words.hpp"

#include <cstdint>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

enum class Reading : std::uint8_t { Usual, Easy };
enum class Symbols : bool { No, Yes };

struct Wording {
  const ui::Ui& ui;
  Reading reading = Reading::Usual;
  Symbols symbols = Symbols::No;

  std::string words(const FormWords& words) const;
  std::string title(const FormPart& part, std::size_t at) const;
  std::string description(const FormPart& part, std::size_t at) const;
  // What is chosen by this value: "Very happy"; words of one's own as they are.
  std::string choice(const FormElement& element, const Value& value) const;
  // "Yes" · "Music and dancing, Animals" · "Bus: often; Taxi: never"
  std::string answer(const FormElement& element, const Value& value) const;
  // The address of the symbol beside these words; empty: none is wanted, or there is none.
  std::string picture(const std::string& address) const { return symbols == Symbols::Yes ? address : std::string(); }
  std::string option(const FormElement& element, std::size_t index) const;

 private:
  std::string piped(const FormPart* part, std::string text) const;
};

}  // namespace alongside::feedback

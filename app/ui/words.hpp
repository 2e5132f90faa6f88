// Words: every sentence of the application in every language, and the one language in use.
// Owned by the shell; plugins add their table when they load and read through Ui::tr().
#pragma once

#include "app/base/result.hpp"
#include "app/ui/text_key.hpp"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::ui {

enum class Language : std::uint8_t { English, Welsh };
enum class Wording : std::uint8_t { Usual, Easy };  // Easy: easy read, where there is such a sentence
enum class Law : std::uint8_t { England, Wales };   // Wales: the words of its law, where there is such a sentence
std::string_view code_of(Language language);        // "en", "cy"

struct WordArgument {
  std::string_view name;  // {name} in the sentence
  std::string_view value;
};
using WordArguments = std::initializer_list<WordArgument>;

class Words {
 public:
  void add(WordTable table);
  // A table that came by itself, with a text as WordTable has it, at most 1 MiB. Fails, and adds nothing, when it is
  // cut short or its keys are in no order.
  Result<void> take(std::string text);
  void use(Language language, Wording wording = Wording::Usual) {
    language_ = language;
    wording_ = wording;
  }
  void use(Law law) { law_ = law; }
  Language language() const { return language_; }
  Wording wording() const { return wording_; }

  // The sentence with its {names} filled in. A key that is not there comes back as itself.
  std::string get(TextKey key, WordArguments arguments = {}) const;
  // The right plural form for `count`; {n} is filled with it.
  std::string plural(TextKey key, std::int64_t count, WordArguments arguments = {}) const;
  // In easy read, the address of the picture beside this sentence; else, or where there is none, empty.
  std::string picture(TextKey key) const;

 private:
  using Keys = std::vector<const char*>;  // behind each stand its sentences

  const char* find(std::string_view key) const;
  const char* find_in_wording(const std::string& key) const;

  std::vector<std::shared_ptr<const std::string>> came_;  // texts that `tables_` point into, also those of a copy
  std::vector<Keys> tables_;
  Language language_ = Language::English;
  Wording wording_ = Wording::Usual;
  Law law_ = Law::England;
};

}  // namespace alongside::ui

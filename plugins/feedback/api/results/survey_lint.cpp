#include "plugins/feedback/api/results/survey_lint.hpp"

#include "app/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonKind;
using server::JsonValue;

struct HardWord {
  std::string_view word;
  std::string_view instead;
};
constexpr HardWord hard_words[] = {{"accessible", "easy to get to, or easy to use"},
                                   {"accommodate", "make room for"},
                                   {"activities", "things to do"},
                                   {"adequate", "enough"},
                                   {"additional", "more"},
                                   {"appropriate", "right"},
                                   {"approximately", "about"},
                                   {"assessment", "a look at what you need"},
                                   {"assistance", "help"},
                                   {"commissioned", "paid for"},
                                   {"complex needs", "needs a lot of help"},
                                   {"consultation", "asking you"},
                                   {"difficulties", "what is hard"},
                                   {"domiciliary", "at home"},
                                   {"eligibility", "who can get it"},
                                   {"engagement", "taking part"},
                                   {"facilitate", "help"},
                                   {"frequency", "how often"},
                                   {"implement", "do"},
                                   {"inadequate", "not enough"},
                                   {"interventions", "help"},
                                   {"multi-agency", "from several services"},
                                   {"opportunities", "chances"},
                                   {"outcomes", "what changed"},
                                   {"participate", "take part"},
                                   {"practitioner", "worker"},
                                   {"prior to", "before"},
                                   {"provision", "a place, or help"},
                                   {"regarding", "about"},
                                   {"require", "need"},
                                   {"respite", "short break"},
                                   {"satisfaction", "how happy you are"},
                                   {"satisfied", "happy"},
                                   {"stakeholder", "people who have to do with it"},
                                   {"statutory", "by law"},
                                   {"sufficient", "enough"},
                                   {"transition", "move, or change"},
                                   {"utilise", "use"}};

// How a question begins that has its answer in it.
constexpr std::string_view leading[] = {"don't you",
                                        "do not you",
                                        "wouldn't you",
                                        "isn't it",
                                        "aren't you",
                                        "do you agree",
                                        "how much did you enjoy",
                                        "how much do you like",
                                        "how good",
                                        "how great",
                                        "how helpful",
                                        "how satisfied",
                                        "surely",
                                        "as you know",
                                        "obviously",
                                        "would you not"};

constexpr std::size_t most_words_a_sentence = 15, most_rates = 5, most_choices = 7;

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '\'' || (c & 0x80) != 0; }

// As a whole word or run of words.
bool has_words(const std::string& text, std::string_view words) {
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const bool starts = at == 0 || !is_letter(text[at - 1]);
    const std::size_t end = at + words.size();
    if (starts && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::string english_of(const JsonValue& words) {
  if (words.is(JsonKind::Text)) return words.text;
  const std::string_view standard = words.text_at("default");
  return std::string(standard.empty() ? words.text_at("en") : standard);
}

bool lacks_welsh(const JsonValue& words) {
  return words.is(JsonKind::Text) || (words.is(JsonKind::Object) && words.text_at("cy").empty());
}

class Lint {
 public:
  std::vector<std::string> take() { return std::move(notes_); }

  // Anything with a type and a name is a question or a panel, wherever it stands.
  void look(const JsonValue& value, const std::string& place) {
    if (value.is(JsonKind::Array)) {
      for (std::size_t i = 0; i < value.items.size(); ++i) look(value.items[i], place + "[" + std::to_string(i) + "]");
      return;
    }
    if (!value.is(JsonKind::Object)) return;
    if (value.find("type") != nullptr && value.find("name") != nullptr) question(value, place);
    for (const auto& [name, member] : value.members) {
      if (name == "pages" || name == "elements" || name == "templateElements" || name == "questions")
        look(member, place.empty() ? name : place + "." + name);
    }
  }

 private:
  void note(const std::string& what) { notes_.push_back(here_ + ": " + what); }

  void question(const JsonValue& value, const std::string& place) {
    here_ = place + " " + std::string(value.text_at("name"));
    if (value.find("title") == nullptr && value.text_at("type") != "panel" && value.text_at("type") != "html")
      note("it has no title, so people would read its name");
    for (const std::string_view key : {"title", "description", "minRateDescription", "maxRateDescription", "html"}) {
      if (const JsonValue* words = value.find(key)) words_of(*words, key);
    }
    if (const JsonValue* title = value.find("title")) asks(english_of(*title));
    scale(value);
    if (const JsonValue* choices = value.find("choices")) choices_of(*choices, value.text_at("type"));
  }

  void words_of(const JsonValue& words, std::string_view key) {
    const std::string text = lower(english_of(words));
    if (lacks_welsh(words) && !text.empty()) note("no Welsh for its " + std::string(key));
    for (const HardWord& hard : hard_words) {
      if (has_words(text, hard.word))
        note("\"" + std::string(hard.word) + "\" is a hard word: perhaps \"" + std::string(hard.instead) + "\"");
    }
    std::size_t words_now = 0;
    for (const std::string_view word : split(text, ' ')) {
      words_now += word.empty() ? 0 : 1;
      const bool ends = word.ends_with('.') || word.ends_with('?') || word.ends_with('!');
      if (words_now > most_words_a_sentence) {
        note("a sentence of more than 15 words: make two of it");
        return;
      }
      if (ends) words_now = 0;
    }
  }

  void asks(const std::string& english) {
    const std::string text = lower(english);
    if (!text.ends_with('?')) return;
    const bool is_pair = has_words(text, "and") || has_words(text, "and/or");
    if (is_pair || std::ranges::count(text, '?') > 1) note("it may ask two things at once: ask each by itself");
    for (const std::string_view words : leading) {
      if (has_words(text, words)) note("\"" + std::string(words) + "\" leads to an answer: ask it openly");
    }
    if (has_words(text, "not") && has_words(text, "never")) note("two negatives: say it the other way round");
  }

  void scale(const JsonValue& value) {
    if (value.text_at("type") != "rating") return;
    const auto whole = [&](std::string_view key, std::int64_t otherwise) {
      const JsonValue* found = value.find(key);
      return found != nullptr && found->is_number() ? static_cast<std::int64_t>(found->real) : otherwise;
    };
    const JsonValue* values = value.find("rateValues");
    const std::int64_t steps = values != nullptr && values->is(JsonKind::Array)
                                   ? static_cast<std::int64_t>(values->items.size())
                               : value.find("rateCount") != nullptr ? whole("rateCount", 5)
                                                                    : whole("rateMax", 5) - whole("rateMin", 1) + 1;
    if (steps > static_cast<std::int64_t>(most_rates))
      note("a scale of " + std::to_string(steps) + ": up to 5 can be told apart, 3 where it is hard to choose");
  }

  void choices_of(const JsonValue& choices, std::string_view type) {
    if (choices.items.size() > most_choices && type != "dropdown" && type != "tagbox")
      note(std::to_string(choices.items.size()) + " choices: more than 7 are hard to keep in mind");
    for (const JsonValue& choice : choices.items) {
      const JsonValue* text = choice.find("text");
      if (text != nullptr) words_of(*text, "choices");
    }
  }

  std::string here_;
  std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> survey_lint(const JsonValue& definition) {
  Lint lint;
  lint.look(definition, {});
  return lint.take();
}

}  // namespace alongside::feedback

#include "app/ui/words.hpp"

#include "app/base/letters.hpp"

#include "app/ui/plural_rules.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace alongside::ui {
namespace {

// Within a sentence a Welsh day begins small, and softens after some words: "tan ddydd Llun", "cyn dydd Llun".
void add_welsh(std::string& result, std::string_view value) {
  static constexpr std::array<std::string_view, 9> softening{"o", "i", "ar", "am", "at", "tan", "hyd", "neu", "gan"};
  const bool is_within = result.size() > 1 && result.back() == ' ' && is_letter(result[result.size() - 2]);
  if (!is_within || !value.starts_with("Dydd ")) {
    result += value;
    return;
  }
  std::string before = result.substr(0, result.size() - 1);
  before.erase(0, before.rfind(' ') + 1);
  before.front() |= ' ';  // as a small letter
  result += std::ranges::find(softening, before) != softening.end() ? "ddydd" : "dydd";
  result += value.substr(4);
}

// Replaces each {name} that has an argument; any other brace stays as it is.
std::string fill(Language language, std::string_view sentence, std::span<const WordArgument> arguments) {
  std::string result;
  result.reserve(sentence.size() + 16);
  while (true) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    const auto found = std::ranges::find(arguments, name, &WordArgument::name);
    result += sentence.substr(0, open);
    const std::string_view value = found != arguments.end() ? found->value : sentence.substr(open, close - open + 1);
    if (language == Language::Welsh) {
      add_welsh(result, value);
    } else {
      result += value;
    }
    sentence.remove_prefix(close + 1);
  }
  result += sentence;
  return result;
}

constexpr std::size_t longest_table = std::size_t{1} << 20;

// What stands behind a text's end.
const char* after(const char* text) { return text + std::string_view(text).size() + 1; }

bool is_sorted(const std::vector<const char*>& keys) {
  const auto out_of_order = [](std::string_view one, std::string_view next) { return one >= next; };
  return std::ranges::adjacent_find(keys, out_of_order) == keys.end();
}

}  // namespace

std::string_view code_of(Language language) { return language == Language::Welsh ? "cy" : "en"; }

void Words::add(WordTable table) {
  Keys& keys = tables_.emplace_back();
  keys.reserve(table.sentences);
  const char* at = table.text;
  while (keys.size() < table.sentences) {
    keys.push_back(at);
    at = after(after(after(at)));
  }
}

Result<void> Words::take(std::string text) {
  const auto ends = static_cast<std::size_t>(std::ranges::count(text, '\0'));
  const bool is_whole = !text.empty() && text.back() == '\0' && ends % 3 == 0;
  if (!is_whole || text.size() > longest_table) return Error{ErrorCode::InvalidInput, "a table of words is not whole"};
  came_.push_back(std::make_shared<const std::string>(std::move(text)));
  add({came_.back()->c_str(), ends / 3});
  if (is_sorted(tables_.back())) return {};
  tables_.pop_back();
  came_.pop_back();
  return Error{ErrorCode::InvalidInput, "a table of words is in no order"};
}

const char* Words::find(std::string_view key) const {
  for (const Keys& keys : tables_) {
    const auto found = std::ranges::lower_bound(keys, key, {}, [](const char* one) { return std::string_view(one); });
    if (found == keys.end() || *found != key) continue;
    const char* english = after(*found);
    return language_ == Language::Welsh ? after(english) : english;
  }
  return nullptr;
}

const char* Words::find_in_wording(const std::string& key) const {
  const char* sentence = wording_ == Wording::Easy ? find(key + "#easy") : nullptr;
  return sentence != nullptr ? sentence : find(key);
}

std::string Words::get(TextKey key, WordArguments arguments) const {
  const std::string name(key.text);
  const char* sentence = law_ == Law::Wales ? find_in_wording(name + "#wales") : nullptr;
  if (sentence == nullptr) sentence = find_in_wording(name);
  return fill(language_, sentence != nullptr ? sentence : key.text, {arguments.begin(), arguments.size()});
}

std::string Words::picture(TextKey key) const {
  const char* address = wording_ == Wording::Easy ? find(std::string(key.text) + "#picture") : nullptr;
  return address != nullptr ? address : std::string();
}

std::string Words::plural(TextKey key, std::int64_t count, WordArguments arguments) const {
  const std::string stem = std::string(key.text) + '#';
  const char* sentence = find(stem + std::string(plural_category(language_, count)));
  // A table has every category that its sentences need: the others read like "other".
  if (sentence == nullptr || *sentence == '\0') sentence = find(stem + "other");
  const std::string number = std::to_string(count);
  std::vector<WordArgument> all(arguments);
  all.push_back({"n", number});
  return fill(language_, sentence != nullptr ? sentence : key.text, all);
}

}  // namespace alongside::ui

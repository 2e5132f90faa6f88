#include "plugins/local_offer/api/summary_words.hpp"

#include "app/base/utf8.hpp"
#include "plugins/local_offer/model/fold.hpp"

#include <set>
#include <string_view>

namespace alongside::local_offer {
namespace {

constexpr std::size_t longest_summary = 220;
constexpr std::size_t longest_words = 2500;

class WordGatherer {
 public:
  void add(std::string_view text) {
    for (FoldedWord& word : fold_words(text)) {
      if (word.folded.size() < 2 || is_small_word(word.folded)) continue;
      if (words_.size() + word.folded.size() >= longest_words || !stems_.insert(stem(word.folded)).second) continue;
      if (!words_.empty()) words_ += ' ';
      words_ += word.folded;
    }
  }
  std::string take() { return std::move(words_); }

 private:
  std::set<std::string> stems_;
  std::string words_;
};

}  // namespace

std::string first_sentences(const RichText& description) {
  if (description.empty() || description.blocks.front().lines.empty()) return {};
  const std::string text = plain_text(description.blocks.front().lines.front());
  if (text.size() <= longest_summary) return text;
  // Whole sentences when one ends in time, else whole words and a mark that there is more.
  const std::string_view start = text_prefix(text, longest_summary);
  const std::size_t stop = start.find_last_of(".!?");
  if (stop != std::string_view::npos && stop > longest_summary / 3) return std::string(start.substr(0, stop + 1));
  return std::string(start.substr(0, start.find_last_of(' '))) + " …";
}

std::string search_words_of(const ServiceDetail& service) {
  WordGatherer words;
  words.add(service.summary.name);
  words.add(plain_text(service.description));
  words.add(plain_text(service.eligibility));
  words.add(plain_text(service.application));
  for (const Attribute& attribute : service.attributes) words.add(attribute.term);
  for (const Location& location : service.locations) {
    words.add(location.name);
    for (const std::string& line : location.address) words.add(line);
    for (const std::string& line : location.accessibility) words.add(line);
  }
  for (const Schedule& schedule : service.schedules) words.add(schedule.description);
  for (const std::string& language : service.languages) words.add(language);
  return words.take();
}

}  // namespace alongside::local_offer

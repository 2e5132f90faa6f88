#include "app/server/daily/verb_line.hpp"

#include "app/server/verbs.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

Error wrong(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

struct Found {
  const Verb* verb = nullptr;
  std::size_t words = 0;  // of its name
};

// "offer proposals list" and "offer import" are both names: the longest that fits is meant.
Found verb_in(const Verbs& verbs, std::span<const std::string> line) {
  Found found;
  std::string said;
  for (std::size_t i = 0; i < line.size(); ++i) {
    said += (i == 0 ? "" : " ") + line[i];
    for (const Verb& verb : verbs.all()) {
      if ((verb.name.empty() ? verb.group : verb.group + " " + verb.name) == said) found = {&verb, i + 1};
    }
  }
  return found;
}

class Reading {
 public:
  Reading(const Verb& verb, std::span<const std::string> rest) : verb_(verb), rest_(rest) {
    words_ = {verb.group, verb.name};
    words_.resize(2 + verb.arguments.size());
  }

  Result<std::vector<std::string>> read() {
    while (at_ < rest_.size()) ALONGSIDE_TRY(take());
    for (std::size_t i = 0; i < verb_.arguments.size(); ++i) {
      const bool is_missing = verb_.arguments[i].use == VerbArgumentUse::Required && words_[2 + i].empty();
      if (is_missing) return wrong("say its " + verb_.arguments[i].name + " too");
    }
    return std::move(words_);
  }

 private:
  // The next word is an option with or without a value, or stands for the next argument without a name.
  Result<void> take() {
    const std::string& word = rest_[at_++];
    const bool is_option = word.starts_with("--");
    for (std::size_t i = 0; i < verb_.arguments.size(); ++i) {
      const VerbArgument& argument = verb_.arguments[i];
      const bool is_named = argument.name.starts_with("--");
      if (is_option ? argument.name != word : is_named || !words_[2 + i].empty()) continue;
      if (argument.use == VerbArgumentUse::Flag) return put(i, "yes");
      if (!is_option) return put(i, word);
      if (at_ == rest_.size()) return wrong("write a word after " + word);
      return put(i, rest_[at_++]);
    }
    return wrong("it takes no " + word);
  }

  Result<void> put(std::size_t argument, const std::string& word) {
    const VerbArgumentKind kind = verb_.arguments[argument].kind;
    const bool is_address =
        kind == VerbArgumentKind::PathOrAddress && (word.starts_with("https://") || word.starts_with("http://"));
    if (kind != VerbArgumentKind::Text && !is_address && !word.starts_with("/"))
      return wrong("write the whole path, from /, for " + verb_.arguments[argument].name);
    words_[2 + argument] = word;
    return {};
  }

  const Verb& verb_;
  std::span<const std::string> rest_;
  std::size_t at_ = 0;
  std::vector<std::string> words_;
};

}  // namespace

Result<std::vector<std::string>> words_of_line(const Verbs& verbs, std::span<const std::string> line) {
  const Found found = verb_in(verbs, line);
  if (found.verb == nullptr) return wrong("there is no such verb; see council-api --help");
  if (found.verb->needs == VerbNeeds::Folder) return wrong("this cannot be done while the server runs");
  return Reading(*found.verb, line.subspan(found.words)).read();
}

}  // namespace alongside::server

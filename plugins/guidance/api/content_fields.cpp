#include "plugins/guidance/api/content_fields.hpp"

#include "app/server/html_writer.hpp"

#include <algorithm>

namespace alongside::guidance {
namespace {

using server::JsonFields;
using server::JsonMistakes;
using server::JsonValue;

constexpr std::string_view plain_rule = "write plain words, without < or > and without hidden characters";
constexpr std::string_view name_rule = "write a short name of small letters, digits and -, like \"mediation\"";

// Characters that nobody sees and that turn around or hide what stands beside them (U+200B to 200F, 202A to 202E, 2060
// to 206F): all of them are three bytes that begin with E2 80 or E2 81.
bool has_hidden(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] != '\xE2') continue;
    const auto second = static_cast<unsigned char>(text[i + 1]), third = static_cast<unsigned char>(text[i + 2]);
    if (second == 0x80 && ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE))) return true;
    if (second == 0x81 && third >= 0xA0 && third <= 0xAF) return true;
  }
  return false;
}

std::string read_plain(JsonFields& fields, std::string_view key, std::size_t most, std::string_view rule) {
  std::string text = fields.text(key, {most, rule});
  const bool is_plain = text.find_first_of("<>") == text.npos && !has_hidden(text);
  if (!is_plain) fields.mistake(key, plain_rule);
  return is_plain ? text : std::string();
}

wire::Bilingual read_pair(JsonFields& fields, std::size_t most) {
  wire::Bilingual words;
  words.en = read_plain(fields, "en", most, "write the English words in quotes, as plain text");
  words.cy = read_plain(fields, "cy", most, "write the Welsh words in quotes, as plain text");
  return words;
}

Sentence read_sentence_of(JsonFields& fields) {
  Sentence sentence;
  sentence.usual = read_pair(fields, most_sentence);
  sentence.easy = read_both_if_there(fields, "easy");
  return sentence;
}

Search read_search(JsonFields& fact) {
  Search search;
  if (fact.optional("find") == nullptr) return search;
  JsonFields fields = fact.object("find");
  search.name = read_pair(fields, most_sentence);
  search.words = fields.optional_text("words", {100, "write the words to search for"});
  search.head = read_name_if_there(fields, "head");
  fields.finish();
  return search;
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

wire::Bilingual read_both(JsonFields& parent, std::string_view key, std::size_t most) {
  JsonFields fields = parent.object(key);
  wire::Bilingual words = read_pair(fields, most);
  fields.finish();
  return words;
}

wire::Bilingual read_both_if_there(JsonFields& parent, std::string_view key, std::size_t most) {
  return parent.optional(key) == nullptr ? wire::Bilingual() : read_both(parent, key, most);
}

Sentence read_sentence(JsonFields& parent, std::string_view key) {
  JsonFields fields = parent.object(key);
  Sentence sentence = read_sentence_of(fields);
  fields.finish();
  return sentence;
}

std::vector<Fact> read_facts(JsonFields& parent, std::string_view key, JsonMistakes& mistakes) {
  std::vector<Fact> facts;
  if (parent.optional(key) == nullptr) return facts;
  const auto& items = parent.array(key, 1, most_facts);
  for (std::size_t i = 0; i < items.size(); ++i) {
    JsonFields fields(items[i], parent.path_of(key) + "[" + std::to_string(i) + "]", mistakes);
    Fact& fact = facts.emplace_back();
    fact.words = read_sentence_of(fields);
    fact.source = read_name_if_there(fields, "source");
    fact.search = read_search(fields);
    fields.finish();
  }
  return facts;
}

std::string read_web(JsonFields& fields, std::string_view key) {
  constexpr std::string_view rule = "write an address that begins with https://, or take this key out";
  std::string web = fields.optional_text(key, {300, rule});
  const bool is_good = web.empty() || (web.starts_with("https://") && web.find_first_of(" <>\"'\\") == web.npos &&
                                       server::is_safe_address(web));
  if (!is_good) fields.mistake(key, rule);
  return is_good ? web : std::string();
}

std::string read_name(JsonFields& fields, std::string_view key) {
  std::string name = fields.text(key, {40, name_rule});
  if (!name.empty() && !is_name(name)) fields.mistake(key, name_rule);
  return name;
}

std::string read_name_if_there(JsonFields& fields, std::string_view key) {
  std::string name = fields.optional_text(key, {40, name_rule});
  if (!name.empty() && !is_name(name)) fields.mistake(key, name_rule);
  return name;
}

}  // namespace alongside::guidance

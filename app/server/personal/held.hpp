// What is held about one person, as they are told it: sections of things, each in plain words and as JSON. Filled by
// the features (PersonalTables), written out by held_page.hpp and held_json.hpp. Plain data; holds no secrets of
// anybody else, which is for those who fill it to see to.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/base/money.hpp"
#include "app/server/language.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::server {

struct HeldLine {
  std::string label;
  std::string value;
};

// The lines of one thing, in one language. What is empty has no line.
class HeldWords {
 public:
  explicit HeldWords(Language language) : language_(language) {}

  HeldWords& add(const Sentence& label, std::string_view value);
  HeldWords& add(const Sentence& label, const Sentence& value) { return add(label, value.in(language_)); }
  HeldWords& add(const Sentence& label, const wire::Bilingual& value);
  HeldWords& add(const Sentence& label, Date day);
  HeldWords& add(const Sentence& label, Money amount) { return add(label, amount.text()); }
  HeldWords& moment(const Sentence& label, std::int64_t at_ms);  // nothing for 0

  Language language() const { return language_; }
  std::vector<HeldLine> take() { return std::move(lines_); }

 private:
  Language language_;
  std::vector<HeldLine> lines_;
};

struct HeldItem {
  std::string title;
  std::vector<HeldLine> lines;
  std::string json;  // an object, whole
};

struct HeldSection {
  std::string table;  // for programs: where it is kept
  std::string title;
  std::vector<HeldItem> items;
};

// A photo or letter; its bytes are fetched when it is written out.
struct HeldFile {
  DocumentId id;
  std::int64_t number = 0;  // between the server's tables; never told
  std::string name;         // "0f….jpg"
};

struct EverythingHeld {
  Language language = Language::English;
  PersonId person;
  std::string name;
  std::string made_at;
  std::vector<HeldSection> sections;
  std::vector<HeldFile> files;

  HeldSection& section(std::string_view table, const Sentence& title);
};

}  // namespace alongside::server

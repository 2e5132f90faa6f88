#include "app/server/personal/held.hpp"

#include "app/base/uk_time.hpp"
#include "app/server/date_words.hpp"

namespace alongside::server {

HeldWords& HeldWords::add(const Sentence& label, std::string_view value) {
  if (!value.empty()) lines_.push_back({std::string(label.in(language_)), std::string(value)});
  return *this;
}

HeldWords& HeldWords::add(const Sentence& label, const wire::Bilingual& value) {
  return add(label, language_ == Language::Welsh && !value.cy.empty() ? value.cy : value.en);
}

HeldWords& HeldWords::add(const Sentence& label, Date day) {
  return day == Date() ? *this : add(label, date_words(day, language_));
}

HeldWords& HeldWords::moment(const Sentence& label, std::int64_t at_ms) {
  return at_ms == 0 ? *this : add(label, uk_day(at_ms));
}

HeldSection& EverythingHeld::section(std::string_view table, const Sentence& title) {
  for (HeldSection& one : sections) {
    if (one.table == table) return one;
  }
  return sections.emplace_back(HeldSection{std::string(table), std::string(title.in(language)), {}});
}

}  // namespace alongside::server

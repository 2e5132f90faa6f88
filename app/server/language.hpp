// Language: which of the council's two languages a person reads, and sentences written in both.
// Chosen for each request by request_reader; used by features to write their pages.
#pragma once

#include <cstdint>
#include <string_view>

namespace alongside::server {

enum class Language : std::uint8_t { English, Welsh };

constexpr std::string_view code_of(Language language) { return language == Language::Welsh ? "cy" : "en"; }

// One sentence in both languages: `const Sentence title{"Find something", "Dod o hyd i rywbeth"};`
// There is no way to give only one.
struct Sentence {
  const char* en;
  const char* cy;

  constexpr Sentence(const char* english, const char* welsh) : en(english), cy(welsh) {}
  constexpr std::string_view in(Language language) const { return language == Language::Welsh ? cy : en; }
};

}  // namespace alongside::server

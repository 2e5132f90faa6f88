#include "app/server/negotiation.hpp"

#include "app/base/text.hpp"
#include "app/server/guard_rules.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

std::string_view next_item(std::string_view& list, char separator) {
  const std::string_view item = list.substr(0, list.find(separator));
  list.remove_prefix(item.size() == list.size() ? item.size() : item.size() + 1);
  return trim(item);
}

// "q=0.85" as 850. What is not a quality counts as not wanted.
int thousandths(std::string_view value) {
  if (value.empty() || (value[0] != '0' && value[0] != '1')) return 0;
  int whole = (value[0] - '0') * 1000;
  int weight = 100;
  for (char c : value.substr(std::min<std::size_t>(value.size(), 2))) {
    if (c < '0' || c > '9') return 0;
    whole += (c - '0') * weight;
    weight /= 10;
  }
  return std::min(whole, 1000);
}

int quality_in(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view parameter = next_item(parameters, ';');
    if (parameter.substr(0, 2) == "q=" || parameter.substr(0, 2) == "Q=") return thousandths(parameter.substr(2));
  }
  return 1000;
}

// "cy-GB" is Welsh, "en" is English.
bool names_language(std::string_view tag, Language language) {
  return equal_ignoring_case(tag.substr(0, tag.find('-')), code_of(language));
}

int wish_for(std::string_view accept_language, Language language) {
  int best = 0;
  while (!accept_language.empty()) {
    std::string_view item = next_item(accept_language, ',');
    const std::string_view tag = next_item(item, ';');
    if (names_language(tag, language)) best = std::max(best, quality_in(item));
  }
  return best;
}

}  // namespace

int quality_of(std::string_view header, std::string_view wanted) {
  int any = 0;
  while (!header.empty()) {
    std::string_view item = next_item(header, ',');
    const std::string_view name = next_item(item, ';');
    if (equal_ignoring_case(name, wanted)) return quality_in(item);
    if (name == "*") any = quality_in(item);
  }
  return any;
}

Format format_of(std::string_view accept) {
  while (!accept.empty()) {
    std::string_view item = next_item(accept, ',');
    const std::string_view type = next_item(item, ';');
    if (equal_ignoring_case(type, "application/x-alongside")) return Format::Frame;
    if (equal_ignoring_case(type, "application/json")) return Format::Json;
    if (equal_ignoring_case(type, "text/html")) return Format::Html;
  }
  return Format::Frame;
}

Language language_of(const Query& query, std::string_view accept_language, std::span<const Language> offered) {
  if (offered.empty()) return Language::English;
  const std::string_view chosen = query.value("lang");
  Language best = offered.front();
  int best_wish = 0;
  for (const Language language : offered) {
    if (chosen == code_of(language)) return language;
    const int wish = wish_for(accept_language, language);
    if (wish > best_wish) {
      best = language;
      best_wish = wish;
    }
  }
  return best;
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  const auto opaque = [](std::string_view tag) { return tag.substr(0, 2) == "W/" ? tag.substr(2) : tag; };
  while (!if_none_match.empty()) {
    const std::string_view item = next_item(if_none_match, ',');
    if (item == "*" || (!item.empty() && opaque(item) == opaque(etag))) return true;
  }
  return false;
}

}  // namespace alongside::server

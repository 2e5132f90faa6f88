#include "app/server/date_words.hpp"

namespace alongside::server {

namespace {

constexpr Sentence months[] = {{"January", "Ionawr"},  {"February", "Chwefror"}, {"March", "Mawrth"},
                               {"April", "Ebrill"},    {"May", "Mai"},           {"June", "Mehefin"},
                               {"July", "Gorffennaf"}, {"August", "Awst"},       {"September", "Medi"},
                               {"October", "Hydref"},  {"November", "Tachwedd"}, {"December", "Rhagfyr"}};

}  // namespace

std::string date_words(Date date, Language language) {
  return std::to_string(date.day()) + " " + std::string(months[date.month() - 1].in(language)) + " " +
         std::to_string(date.year());
}

}  // namespace alongside::server

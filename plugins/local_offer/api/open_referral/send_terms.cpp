#include "plugins/local_offer/api/open_referral/send_terms.hpp"

#include "app/base/letters.hpp"
#include "app/server/query.hpp"

#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::pair<std::string_view, std::string_view> send_taxonomies[] = {
    {"accepts", "What a family may pay with."},
    {"capacity", "Whether there is room for one more."},
    {"local-offer", "The heads of the law's local offer."},
    {"need", "The needs that a service is made for."},
    {"registration", "Who inspects a service."},
    {"season", "When in the school year a service runs."},
    {"short-break-kind", "The kind of short break."},
    {"support", "The help that there is at a service, and what its building has."},
    {"tier", "Who may use a service: everybody, families who meet conditions, or families with an assessment."},
    {"way-in", "How a family starts: by turning up, booking, a referral or an assessment."}};

// "Places available" as "places-available".
std::string slug_of(std::string_view term) {
  std::string slug;
  for (const char c : term) {
    const char small = small_letter(c);
    slug += small == ' ' ? '-' : small;
  }
  return server::percent_encode(slug);
}

}  // namespace

std::string send_taxonomy_uri(std::string_view taxonomy) {
  for (const auto& [name, description] : send_taxonomies) {
    if (name == taxonomy) return "urn:alongside:send:" + std::string(name);
  }
  return {};
}

std::string send_term_uri(std::string_view taxonomy, std::string_view term) {
  const std::string uri = send_taxonomy_uri(taxonomy);
  return uri.empty() || term.empty() ? std::string() : uri + ":" + slug_of(term);
}

std::string taxonomy_description(std::string_view taxonomy) {
  for (const auto& [name, description] : send_taxonomies) {
    if (name == taxonomy) return std::string(description);
  }
  return std::string(taxonomy);
}

}  // namespace alongside::local_offer

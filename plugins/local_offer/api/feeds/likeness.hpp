// Likeness: how likely two services of different feeds are one and the same, in points out of a hundred, and why.
// Certain: every feed's own words agree; doubtful: somebody should look. Pure. Used by merge_feeds.
#pragma once

#include "plugins/local_offer/model/service_detail.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// What of a service can be compared, folded: made once for each.
struct ServiceFacts {
  std::string id;
  std::string title;  // folded, stems without small words
  std::set<std::string> title_words;
  std::string organisation;         // folded
  std::set<std::string> numbers;    // "gb-chc 1123456": organisation identifiers
  std::set<std::string> postcodes;  // "NM12AB"
  std::set<std::string> phones;     // digits
  std::set<std::string> emails;
  std::set<std::string> pages;  // web addresses deeper than a home page
  std::set<std::string> sites;  // their hosts
  std::optional<std::uint8_t> youngest, oldest;
  std::uint8_t days = 0;
  bool is_confidential = false;  // it has a place whose address is not told
};

// `record`: the service as it is kept, for what the message for families has not.
ServiceFacts facts_of(const ServiceDetail& service, std::string_view record);

struct Likeness {
  static constexpr int doubtful = 50;
  static constexpr int certain = 80;

  int score = 0;
  std::vector<std::string> reasons;  // "the same title", "other ages"
  bool is_certain() const { return score >= certain; }
  bool is_doubtful() const { return score >= doubtful && score < certain; }
  std::string why() const;  // the reasons, with commas
};

Likeness likeness_of(const ServiceFacts& a, const ServiceFacts& b);

}  // namespace alongside::local_offer

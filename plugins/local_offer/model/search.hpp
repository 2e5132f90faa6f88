// Search: finds services in an OfferList. Pure: no clock, no I/O, the same on the client, on the
// server and on the command line. Built once for a list, which it refers to and does not own.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search_query.hpp"
#include "plugins/local_offer/model/search_result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

class Search {
 public:
  explicit Search(const OfferList& list);

  SearchResult run(const SearchQuery& query) const;

 private:
  struct Posting {
    std::uint32_t service;
    std::uint16_t weight;
  };
  struct Word {
    std::string text;
    std::string stem;
    std::vector<Posting> postings;  // by service, each once
  };
  using Scores = std::vector<std::uint16_t>;  // one a service; 0: not found there

  Scores scores_of(std::string_view term, bool unfinished) const;

  const OfferList* list_;
  std::vector<Word> vocabulary_;
};

// The list as the API answers it: the summaries that were found, best first.
SearchAnswer answer_of(const OfferList& list, const SearchResult& result);

}  // namespace alongside::local_offer

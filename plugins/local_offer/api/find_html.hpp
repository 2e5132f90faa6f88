// find_html: the search of the local offer as plain HTML with a form that works without scripts,
// and its results. Used by the feature's page /find.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/local_offer/model/find_form.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search.hpp"

#include <cstddef>
#include <vector>

namespace alongside::local_offer {

struct FindPageState {
  const OfferList& list;
  const Search& search;
  const std::vector<wire::Place>& places;
  FindForm form;
  std::size_t shown = 20;
  Date today;
  server::Language language = server::Language::English;
  bool is_language_chosen = false;  // ?lang= stands in the address, and in every link of the page
};

server::PageContent find_html(const FindPageState& state);

}  // namespace alongside::local_offer

// NarrowUi: the part of the find screen in which a search is narrowed: kinds, days, costs and so on, each with
// how many services it would leave. Closed until it is wanted. Owned by FindPage.
#pragma once

#include "plugins/local_offer/model/find_form.hpp"
#include "plugins/local_offer/model/search/facet.hpp"

#include <bitset>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

class NarrowUi {
 public:
  // True when the person chose something, or took it back.
  bool narrow_ui(ui::Ui& ui, FindForm& form, const std::vector<FacetCounts>& facets);

 private:
  bool facet_ui(ui::Ui& ui, FindForm& form, const FacetCounts& facet);

  bool is_open_ = false;
  std::bitset<facet_count> open_;  // the facets whose values are shown
};

}  // namespace alongside::local_offer

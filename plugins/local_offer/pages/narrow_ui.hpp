// NarrowUi: the part of the find screen in which a search is narrowed: kinds, days, costs and so on, each with
// how many services it would leave. Closed until it is wanted, so that a phone's first screen has results on it; its
// button says how many are set. Owned by FindPage, which puts its own fields in there as well.
#pragma once

#include "plugins/local_offer/model/find_form.hpp"
#include "plugins/local_offer/model/search/facet.hpp"

#include <bitset>
#include <cstddef>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

class NarrowUi {
 public:
  // The button that opens and closes it. `set`: how many there are, the page's own fields included.
  void opener_ui(ui::Ui& ui, std::size_t set);
  void open() { is_open_ = true; }
  void close() { is_open_ = false; }
  bool is_open() const { return is_open_; }
  // What can be chosen. True when the person chose something, or took it back.
  bool choices_ui(ui::Ui& ui, FindForm& form, const std::vector<FacetCounts>& facets);

 private:
  bool facet_ui(ui::Ui& ui, FindForm& form, const FacetCounts& facet);

  bool is_open_ = false;
  std::bitset<facet_count> open_;  // the facets whose values are shown
};

}  // namespace alongside::local_offer

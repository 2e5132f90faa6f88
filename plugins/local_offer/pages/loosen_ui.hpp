// chips_ui: the words of a search that were understood as filters, each with a link that takes it
// away. loosen_ui: an empty result, and what could be left out. Used by the find screen.
#pragma once

#include "plugins/local_offer/model/find_form.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

void chips_ui(ui::Ui& ui, const FindForm& form, const std::vector<Hint>& hints);
// What was chosen to narrow the search, each with a link that takes it back.
void choices_ui(ui::Ui& ui, const FindForm& form);
void loosen_ui(ui::Ui& ui, const FindForm& form, const SearchResult& result);

}  // namespace alongside::local_offer

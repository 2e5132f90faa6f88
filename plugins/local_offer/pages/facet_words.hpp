// The words of what a search can be narrowed by. Used by the find screen's filters and chips.
#pragma once

#include "plugins/local_offer/model/search/facet.hpp"

#include <optional>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

std::string facet_title(const ui::Ui& ui, Facet facet);
// Nothing for a term of the feed's own, which is shown as it is.
std::optional<std::string> choice_words(const ui::Ui& ui, const FacetChoice& choice);
std::string choice_text(const ui::Ui& ui, const FacetChoice& choice);

}  // namespace alongside::local_offer

#include "plugins/local_offer/pages/find_route.hpp"

#include "app/base/text.hpp"
#include "plugins/local_offer/model/narrowing.hpp"

#include <algorithm>
#include <string>

namespace alongside::local_offer {

FindForm form_of(const Route& route) {
  FindForm form;
  form.words = route.value("q");
  form.age = route.value("age");
  form.near = route.value("near");
  form.miles = route.value("miles");
  form.choices = choices_in(route);
  return form;
}

std::uint32_t shown_of(const Route& route) {
  constexpr std::uint32_t most = 2000;
  std::uint32_t shown = 0;
  for (const char c : route.value("shown")) {
    if (c < '0' || c > '9') return shown_at_first;
    shown = std::min(most, shown * 10 + static_cast<std::uint32_t>(c - '0'));
  }
  return std::max(shown, shown_at_first);
}

Route route_of(const FindForm& form, std::uint32_t shown) {
  Route route{"/find", {}};
  route.set("q", form.words);
  route.set("age", trim(form.age));
  route.set("near", form.near);
  route.set("miles", form.miles);
  for (const FacetChoice& choice : form.choices) route.add(name_of(choice.facet), choice.value);
  if (shown > shown_at_first) route.set("shown", std::to_string(shown));
  return route;
}

}  // namespace alongside::local_offer

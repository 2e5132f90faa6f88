// The find screen's address: "/find?q=quiet&age=8&near=Aldermere&miles=5&day=saturday&shown=40". Read when the
// page opens, written when the form changes, kept in the links to services for the way back.
#pragma once

#include "app/plugin_api/route.hpp"
#include "plugins/local_offer/model/find_form.hpp"

#include <cstdint>

namespace alongside::local_offer {

inline constexpr std::uint32_t shown_at_first = 20;

FindForm form_of(const Route& route);
std::uint32_t shown_of(const Route& route);
Route route_of(const FindForm& form, std::uint32_t shown = shown_at_first);

}  // namespace alongside::local_offer

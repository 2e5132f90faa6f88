// The pages of employing somebody without script: what it takes, what the figures are and where they come from, and who
// to ask. One page for all its addresses: the family's own hours need the app.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/employing/model/figures.hpp"

#include <array>
#include <string_view>

namespace alongside::employing {

inline constexpr std::array<std::string_view, 6> employing_pages = {
    "/pa", "/pa/new", "/pa/cost", "/pa/one/{id}", "/pa/change/{id}", "/pa/confirm/{id}"};

server::PageContent employing_html(const PayFigures& figures, Date today, const wire::Contact& council,
                                   server::Language language);

}  // namespace alongside::employing

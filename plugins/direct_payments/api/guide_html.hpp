// guide_html: the money screen as plain HTML, for people without scripts and for the moment before
// they arrive. Used by the feature's page.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/direct_payments/model/guide.hpp"

#include <optional>

namespace alongside::direct_payments {

server::PageContent guide_html(const std::optional<Guide>& guide, const wire::Contact& council,
                               server::Language language);

}  // namespace alongside::direct_payments

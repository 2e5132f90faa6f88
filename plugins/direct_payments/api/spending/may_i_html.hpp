// may_i_html: "May I spend it on this?" for people without scripts: a form of its own that answers from the council's
// rules for everybody. Nothing of any family is in it. Used by the feature's pages.
#pragma once

#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/direct_payments/model/spending/spend_rule.hpp"

namespace alongside::direct_payments {

// "what" and "cost" of the request's query are what was asked; nothing is answered where there is neither.
server::PageContent may_i_html(const SpendRules& rules, const server::Request& request, const wire::Contact& council);

}  // namespace alongside::direct_payments

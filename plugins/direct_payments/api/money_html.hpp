// money_html: the screens of a family's own money as plain HTML: what each is for, that it needs scripts,
// and whom to ring. They hold nothing of anybody's. Used by the feature's pages.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::direct_payments {

enum class MoneyScreen : std::uint8_t { Afford, Spend, Entry, Returns, OneReturn, Agreement, Plan, In };
std::string_view pattern_of(MoneyScreen screen);

server::PageContent money_html(MoneyScreen screen, const wire::Contact& council, server::Language language);

}  // namespace alongside::direct_payments

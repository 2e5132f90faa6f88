// How long somebody may see what is shared with them: a few lengths to choose from, each with its last day. Drawn by
// Sharing.
#pragma once

#include "app/base/date.hpp"
#include "app/ui/ui.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

// The end as it stands is among them, whatever it was counted from. Nothing: until its owner says otherwise.
std::vector<ui::Choice> share_end_choices(const ui::Ui& ui, Date today, std::optional<Date> now);

std::string share_end_value(std::optional<Date> until);
std::optional<Date> share_end_from(std::string_view value);

}  // namespace alongside::client

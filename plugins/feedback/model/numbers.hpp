// Numbers as JavaScript reads and writes them, since surveys are written for it: used by conditions
// and by answers that are shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alongside::feedback {

// All of the text, without spaces around it, as one finite decimal number: "12", "-1.5", ".5", "1e3".
std::optional<double> number_of_text(std::string_view text);
// As short as it can be: 3, 1.5.
std::string text_of_number(double number);

}  // namespace alongside::feedback

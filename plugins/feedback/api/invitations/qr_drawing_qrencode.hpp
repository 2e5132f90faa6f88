// qr_svg: an address as a QR code to be printed: an SVG picture of one black path on white, with the quiet margin that
// readers need. Wraps libqrencode; used by the invite verbs.
#pragma once

#include "app/base/result.hpp"

#include <string>

namespace alongside::feedback {

// InvalidInput: it is empty or too long for a code that a phone reads off paper.
Result<std::string> qr_svg(const std::string& address);

}  // namespace alongside::feedback

#include "plugins/feedback/api/invitations/qr_drawing_qrencode.hpp"

#include <qrencode.h>

#include <memory>

namespace alongside::feedback {
namespace {

constexpr int quiet_margin = 4;  // as the standard asks
constexpr std::size_t most_address = 300;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// One stroke for each run of black modules: smaller than a square each, and no seams between them in print.
std::string black_runs(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      const auto is_black = [&](int at) { return at < code.width && (code.data[y * code.width + at] & 1) != 0; };
      if (!is_black(x)) continue;
      const int begin = x;
      while (is_black(x + 1)) ++x;
      const std::string run = std::to_string(x + 1 - begin);
      path += "M" + std::to_string(begin + quiet_margin) + " " + std::to_string(y + quiet_margin) + "h" + run + "v1h-" +
              run + "z";
    }
  }
  return path;
}

}  // namespace

Result<std::string> qr_svg(const std::string& address) {
  if (address.empty() || address.size() > most_address)
    return Error{ErrorCode::InvalidInput, "an address for a QR code has 1 to 300 letters"};
  // A quarter of it may be dirty or torn.
  const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(address.c_str(), 0, QR_ECLEVEL_Q));
  if (code == nullptr) return Error{ErrorCode::Internal, "the QR code could not be made"};
  const std::string size = std::to_string(code->width + 2 * quiet_margin);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size +
         "\" width=\"40mm\" height=\"40mm\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" +
         size + "H0z\"/><path d=\"" + black_runs(*code) + "\"/></svg>\n";
}

}  // namespace alongside::feedback

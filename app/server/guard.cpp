#include "app/server/guard.hpp"

#include "app/server/guard_rules.hpp"

#include <array>

namespace alongside::server {

std::string_view RequestHead::value(std::string_view name) const {
  for (const HeaderField& field : fields) {
    if (equal_ignoring_case(field.name, name)) return field.value;
  }
  return {};
}

std::size_t RequestHead::count(std::string_view name) const {
  std::size_t count = 0;
  for (const HeaderField& field : fields) count += equal_ignoring_case(field.name, name) ? 1u : 0u;
  return count;
}

std::optional<Refusal> raw_head_fault(std::string_view head) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto byte = static_cast<unsigned char>(head[i]);
    if (byte == '\r') {
      if (i + 1 < head.size() && head[i + 1] != '\n') return Refusal{400, "bad_line_end", "A line must end in CR LF."};
    } else if (byte == '\n') {
      if (i == 0 || head[i - 1] != '\r') return Refusal{400, "bad_line_end", "A line must end in CR LF."};
      const bool folded = i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t');
      if (folded) return Refusal{400, "folded_header", "A header must be on one line."};
    } else if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
      return Refusal{400, "control_character", "The head of the request holds a control character."};
    }
  }
  return std::nullopt;
}

namespace {

using Rule = std::optional<Refusal> (*)(const RequestHead&, Accepted&);

// In this order, so that what decides where the request ends comes first.
constexpr std::array<Rule, 7> rules = {check_version, check_framing, check_length, check_host,
                                       check_method,  check_target,  check_body};

}  // namespace

std::variant<Accepted, Refusal> guard(const RequestHead& head, OwnOrigins own_origins) {
  Accepted accepted;
  for (const Rule rule : rules) {
    if (auto refusal = rule(head, accepted)) return *refusal;
  }
  if (auto refusal = check_origin(head, accepted, own_origins)) return *refusal;
  return accepted;
}

}  // namespace alongside::server

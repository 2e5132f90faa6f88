#include "app/server/mail/mail_address.hpp"

#include "app/base/letters.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t longest_address = 254;  // RFC 5321
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_label = 63;

// RFC 5322's dot-atom.
bool is_local_part(std::string_view text) {
  constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
  if (text.empty() || text.size() > longest_local_part || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != text.npos) return false;
  return std::ranges::all_of(text, [&](char c) { return is_letter_or_digit(c) || others.find(c) != others.npos; });
}

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > longest_label || text.front() == '-' || text.back() == '-') return false;
  return std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

}  // namespace

bool is_mail_domain(std::string_view text) {
  if (text.empty() || text.size() > longest_address) return false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t dot = std::min(text.find('.', at), text.size());
    if (!is_label(text.substr(at, dot - at))) return false;
    at = dot + 1;
  }
  return true;
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == text.npos || text.size() > longest_address) return false;
  return is_local_part(text.substr(0, at)) && is_mail_domain(text.substr(at + 1));
}

std::string_view domain_of(std::string_view address) { return address.substr(address.rfind('@') + 1); }

std::string masked_address(std::string_view address) {
  if (address.empty()) return {};
  return std::string(1, address.front()) + "…@" + std::string(domain_of(address));
}

}  // namespace alongside::server

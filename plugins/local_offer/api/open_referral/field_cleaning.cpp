#include "plugins/local_offer/api/open_referral/field_cleaning.hpp"

#include "app/base/letters.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/json_tree.hpp"
#include "app/server/query.hpp"
#include "plugins/local_offer/api/html_text.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "plugins/local_offer/api/open_referral/moment.hpp"
#include "plugins/local_offer/api/rich_text_html.hpp"
#include "plugins/local_offer/model/rich_text.hpp"
#include "plugins/local_offer/model/terms.hpp"

#include <algorithm>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;

constexpr std::size_t longest_address = 2000;

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool may_stand_in_uri(char c) {
  return is_letter_or_digit(c) || std::string_view("-._~:/?#@!$&'()*+,;=").find(c) != std::string_view::npos;
}

// What may not stand in an address is written as %XX: letters with accents, a second "#", brackets.
std::string with_percents(std::string_view address) {
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool is_escape = c == '%' && i + 2 < address.size() && is_hex(address[i + 1]) && is_hex(address[i + 2]);
    if (is_escape || (may_stand_in_uri(c) && !(c == '#' && in_fragment)))
      out += c;
    else
      out += server::percent_encode(std::string_view(&c, 1));
    in_fragment = in_fragment || c == '#';
  }
  return out;
}

// The host, and a port of digits.
bool has_plain_authority(std::string_view web_address) {
  std::string_view rest = web_address.substr(web_address.find("//") + 2);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  if (rest.find('@') != std::string_view::npos) return false;
  const std::size_t colon = rest.find(':');
  if (rest.empty() || colon == 0) return false;
  return colon == std::string_view::npos ||
         std::all_of(rest.begin() + static_cast<long>(colon) + 1, rest.end(), is_digit);
}

std::string clean_uri(std::string_view text) {
  text = trim(text);
  const std::string_view scheme = text.substr(0, text.find(':'));
  if (scheme.size() == text.size() || scheme.empty() || text.size() > longest_address || !is_text(text)) return {};
  if (same_term(scheme, "http") || same_term(scheme, "https")) return clean_web_address(text);
  // Names, which nothing follows: a scheme that could run something is not among them.
  if (!same_term(scheme, "urn") && !same_term(scheme, "tag")) return {};
  return scheme.size() + 1 == text.size() ? std::string() : with_percents(text);
}

bool is_plain_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

std::string clean_email(std::string_view text) {
  text = trim(text);
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.size() > 254) return {};
  const auto is_atom = [](std::string_view atom) {
    return !atom.empty() && std::all_of(atom.begin(), atom.end(), [](char c) {
      return is_letter_or_digit(c) || std::string_view("!#$'*+/=^_`{|}~-").find(c) != std::string_view::npos;
    });
  };
  for (const std::string_view atom : split(text.substr(0, at), '.')) {
    if (!is_atom(atom)) return {};
  }
  const auto labels = split(text.substr(at + 1), '.');
  const bool is_domain = labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), is_plain_label);
  return is_domain ? std::string(text) : std::string();
}

std::string written_again(std::string_view text) {
  if (!looks_like_html(text)) return clean_text(text);
  const auto rich = rich_text_of(text);
  if (!rich.ok()) return {};
  server::HtmlWriter html;
  write_rich_blocks(html, rich.value());
  return html.take().text();
}

// What is served has to be taken back as it is. Very tangled HTML is only so when it was read more than once; what
// never comes to rest is told in words alone.
std::string clean_rich(std::string_view text) {
  constexpr int most_readings = 4;
  std::string clean = written_again(text);
  for (int i = 1; i < most_readings; ++i) {
    std::string again = written_again(clean);
    if (again == clean) return clean;
    clean = std::move(again);
  }
  return clean_words(clean);
}

std::string clean_day(std::string_view text, const ProfileMember& member, Date today) {
  const auto day = Date::parse(trim(text).substr(0, 10));
  if (!day.ok() || (member.name == "assured_date" && day.value() > today)) return {};
  return day.value().iso();
}

std::string clean_moment(std::string_view text) {
  const auto ms = parse_moment(text);
  return ms ? moment_text(*ms) : std::string();
}

std::string clean_choice(std::string_view text, const ProfileMember& member) {
  text = trim(text);
  if (member.name == "status") {
    const auto status = status_named(text);
    return status ? std::string(name_of(*status)) : std::string();
  }
  return has_choice(member.choices, text) ? std::string(text) : std::string();
}

std::string clean_text_of(const ProfileMember& member, std::string_view text, Date today) {
  switch (member.type) {
    case MemberType::OwnId:
    case MemberType::Id: return id_from(text);
    case MemberType::Words: return clean_words(text);
    case MemberType::Rich: return clean_rich(text);
    case MemberType::Web: return clean_web_address(text);
    case MemberType::Uri: return clean_uri(text);
    case MemberType::Email: return clean_email(text);
    case MemberType::Day: return clean_day(text, member, today);
    case MemberType::Moment: return clean_moment(text);
    case MemberType::Choice: return clean_choice(text, member);
    default: return {};
  }
}

}  // namespace

std::string clean_words(std::string_view text) {
  if (!looks_like_html(text)) return std::string(trim(clean_text(text)));
  const auto line = one_line_of(text);
  if (!line.ok()) return {};
  // "&lt;b&gt;" says "<b>", and has to go on saying so when it is read again.
  return looks_like_html(line.value()) ? server::escape_html(line.value()) : line.value();
}

std::string clean_web_address(std::string_view text) {
  text = trim(text);
  const bool is_web = is_safe_href(text) && (text[0] == 'h' || text[0] == 'H') && is_text(text);
  if (!is_web || text.size() > longest_address) return {};
  const std::string address = with_percents(text);
  return address.size() <= longest_address && has_plain_authority(address) ? address : std::string();
}

std::optional<JsonValue> clean_field(const ProfileMember& member, const JsonValue& value, Date today) {
  if (member.type == MemberType::Number) return value.is_number() ? std::optional(value) : std::nullopt;
  if (!value.is(JsonKind::Text)) return std::nullopt;
  std::string text = clean_text_of(member, value.text, today);
  if (text.empty()) return std::nullopt;
  return server::json_words(text);
}

}  // namespace alongside::local_offer

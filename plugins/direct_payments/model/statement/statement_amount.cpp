#include "plugins/direct_payments/model/statement/statement_amount.hpp"

#include "app/base/text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace alongside::direct_payments {
namespace {

enum class Sign : std::uint8_t { Unsaid, In, Out };

struct Mark {
  std::string_view text;
  enum Kind : std::uint8_t { Space, Pounds, Minus, Plus, Open, Close, Debit, Credit } kind;
};

constexpr std::array marks = {
    Mark{" ", Mark::Space},      Mark{"\t", Mark::Space},     Mark{"\u00A0", Mark::Space}, Mark{"\u202F", Mark::Space},
    Mark{"\u2009", Mark::Space}, Mark{"£", Mark::Pounds},     Mark{"GBP", Mark::Pounds},   Mark{"gbp", Mark::Pounds},
    Mark{"-", Mark::Minus},      Mark{"\u2212", Mark::Minus}, Mark{"\u2013", Mark::Minus}, Mark{"+", Mark::Plus},
    Mark{"(", Mark::Open},       Mark{")", Mark::Close},      Mark{"DR", Mark::Debit},     Mark{"Dr", Mark::Debit},
    Mark{"dr", Mark::Debit},     Mark{"CR", Mark::Credit},    Mark{"Cr", Mark::Credit},    Mark{"cr", Mark::Credit},
};

// What stands around the digits, and the digits with what is between them.
struct Peeled {
  std::string_view core;
  Sign sign = Sign::Unsaid;
  bool is_good = true;
};

class Peeler {
 public:
  explicit Peeler(std::string_view text) : text_(text) {}

  Peeled peel() {
    while (peel_one(Side::Front)) {
    }
    while (peel_one(Side::Back)) {
    }
    const bool brackets_match = open_ == close_ && open_ <= 1;
    return {text_, sign_, signs_ <= 1 && pounds_ <= 1 && brackets_match};
  }

 private:
  enum class Side : std::uint8_t { Front, Back };

  bool peel_one(Side side) {
    if (text_.empty() || is_digit(side == Side::Front ? text_.front() : text_.back())) return false;
    for (const Mark& mark : marks) {
      const bool is_here = side == Side::Front ? text_.starts_with(mark.text) : text_.ends_with(mark.text);
      if (!is_here || !belongs(mark.kind, side)) continue;
      text_ = side == Side::Front ? text_.substr(mark.text.size()) : text_.substr(0, text_.size() - mark.text.size());
      count(mark.kind);
      return true;
    }
    return false;
  }

  static bool belongs(Mark::Kind kind, Side side) {
    if (kind == Mark::Open || kind == Mark::Plus) return side == Side::Front;
    if (kind == Mark::Close || kind == Mark::Debit || kind == Mark::Credit) return side == Side::Back;
    return true;
  }

  void count(Mark::Kind kind) {
    if (kind == Mark::Pounds) ++pounds_;
    if (kind == Mark::Close) ++close_;
    if (kind == Mark::Open) ++open_;
    if (kind == Mark::Minus || kind == Mark::Open || kind == Mark::Debit) signed_as(Sign::Out);
    if (kind == Mark::Plus || kind == Mark::Credit) signed_as(Sign::In);
  }

  // Two signs could take each other back, or not: neither is believed.
  void signed_as(Sign sign) {
    sign_ = sign;
    ++signs_;
  }

  std::string_view text_;
  Sign sign_ = Sign::Unsaid;
  int signs_ = 0;
  int pounds_ = 0;
  int open_ = 0;
  int close_ = 0;
};

// Digits in groups of three after the first, or without groups. False when they are neither.
bool is_grouped(std::string_view digits, char group) {
  const std::size_t first = digits.find(group);
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3 || (digits.size() - first) % 4 != 0) return false;
  for (std::size_t i = first; i < digits.size(); ++i) {
    if ((digits[i] == group) != ((i - first) % 4 == 0)) return false;
  }
  return true;
}

constexpr std::int64_t too_many = -1;
std::int64_t value_of(std::string_view digits, char group) {
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c == group) continue;
    value = value * 10 + (c - '0');
    if (value > Money::limit) return too_many;
  }
  return value;
}

bool are_digits_or(std::string_view text, char also) {
  for (const char c : text) {
    if (!is_digit(c) && c != also) return false;
  }
  return true;
}
bool are_digits(std::string_view text) { return are_digits_or(text, '0'); }

// The whole pounds before a decimal mark and what is behind it.
struct Split {
  std::string_view pounds;
  std::string_view pence;
  bool has_mark = false;
};
Split split_at(std::string_view core, char mark) {
  const std::size_t at = core.rfind(mark);
  if (at == std::string_view::npos) return {core, {}, false};
  return {core.substr(0, at), core.substr(at + 1), true};
}

std::variant<std::int64_t, LineReason> pence_in(std::string_view core, DecimalMark mark) {
  const char point = mark == DecimalMark::Point ? '.' : ',';
  const char group = mark == DecimalMark::Point ? ',' : '.';
  const Split split = split_at(core, point);
  if (!are_digits_or(split.pounds, group) || !is_grouped(split.pounds, group)) return LineReason::NotAnAmount;
  if (split.has_mark && (split.pence.empty() || !are_digits(split.pence))) return LineReason::NotAnAmount;
  if (split.pounds.empty() && !split.has_mark) return LineReason::NotAnAmount;
  // "10.9900" is as good as "10.99"; "1.000" may be a thousand in another notation.
  if (split.pence.size() == 3) return LineReason::TooManyPence;
  if (split.pence.size() > 2 && split.pence.find_first_not_of('0', 2) != std::string_view::npos)
    return LineReason::TooManyPence;
  std::int64_t pence = value_of(split.pounds, group);
  if (pence == too_many || pence > Money::limit / 100) return LineReason::AmountTooLarge;
  pence *= 100;
  if (!split.pence.empty()) pence += (split.pence[0] - '0') * 10;
  if (split.pence.size() > 1) pence += split.pence[1] - '0';
  return pence > Money::limit ? std::variant<std::int64_t, LineReason>(LineReason::AmountTooLarge) : pence;
}

// One or two digits after the last such mark, which no group of thousands has.
bool ends_in_pence_after(std::string_view core, char mark) {
  const Split split = split_at(core, mark);
  return split.has_mark && !split.pence.empty() && split.pence.size() <= 2 && are_digits(split.pence);
}

}  // namespace

bool is_blank_amount(std::string_view cell) {
  std::string_view core = cell;
  for (bool more = true; more && !core.empty() && !is_digit(core[0]);) {
    more = false;
    for (const Mark& mark : marks) {
      if (mark.kind > Mark::Minus || !core.starts_with(mark.text)) continue;
      core.remove_prefix(mark.text.size());
      more = true;
      break;
    }
  }
  return core.empty();
}

std::variant<Money, LineReason> read_statement_amount(std::string_view cell, DecimalMark mark) {
  const Peeled peeled = Peeler(cell).peel();
  if (!peeled.is_good) return LineReason::NotAnAmount;
  const auto pence = pence_in(peeled.core, mark);
  if (const auto* reason = std::get_if<LineReason>(&pence)) {
    const bool has_comma = mark == DecimalMark::Point && decimal_mark_shown(cell) == DecimalMark::Comma;
    return has_comma ? LineReason::DecimalComma : *reason;
  }
  const std::int64_t size = std::get<std::int64_t>(pence);
  return Money::of_known(peeled.sign == Sign::Out ? -size : size);
}

std::optional<DecimalMark> decimal_mark_shown(std::string_view cell) {
  const std::string_view core = Peeler(cell).peel().core;
  if (ends_in_pence_after(core, '.')) return DecimalMark::Point;
  if (ends_in_pence_after(core, ',')) return DecimalMark::Comma;
  return std::nullopt;
}

}  // namespace alongside::direct_payments

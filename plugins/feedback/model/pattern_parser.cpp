// Pattern::parse: the grammar of ECMAScript's patterns without the flag u, its concessions to the Web included.
#include "plugins/feedback/model/pattern.hpp"

#include <algorithm>
#include <limits>

namespace alongside::feedback {
namespace {

using Op = PatternStep::Op;
using Steps = std::vector<PatternStep>;
using Unit = std::uint16_t;

constexpr std::int32_t no_most = std::numeric_limits<std::int32_t>::max();

constexpr bool is_digit(Unit unit) { return unit >= '0' && unit <= '9'; }

PatternSet set_of(Unit letter) {
  constexpr Unit last = 0xFFFF;
  PatternSet set;
  switch (letter) {
    case 'd': set.ranges = {{'0', '9'}}; break;
    case 'D': set.ranges = {{0, '0' - 1}, {'9' + 1, last}}; break;
    case 'w': set.ranges = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}; break;
    case 'W': set.ranges = {{0, '0' - 1}, {'9' + 1, 'A' - 1}, {'Z' + 1, '_' - 1}, {'`', '`'}, {'z' + 1, last}}; break;
    case 's':
      set.ranges = {{9, 13},          {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
                    {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
      break;
    default:
      set.ranges = {{0, 8},           {14, 31},         {33, 0x9F},       {0xA1, 0x167F},
                    {0x1681, 0x1FFF}, {0x200B, 0x2027}, {0x202A, 0x202E}, {0x2030, 0x205E},
                    {0x2060, 0x2FFF}, {0x3001, 0xFEFE}, {0xFF00, last}};
  }
  return set;
}

constexpr bool names_set(Unit unit) {
  return unit == 'd' || unit == 'D' || unit == 'w' || unit == 'W' || unit == 's' || unit == 'S';
}

}  // namespace

class PatternParser {
 public:
  PatternParser(std::string_view text, LetterCase letter_case) : text_(script_units(text)) {
    out_.letter_case = letter_case;
    count_groups();
  }

  std::variant<Pattern, PatternFault> parse() {
    Steps all = choice();
    if (fault_.what.empty() && !at_end()) fail("this bracket was never opened");
    if (!fault_.what.empty()) return fault_;
    out_.steps = std::move(all);
    out_.steps.push_back({Op::Done, 0, 0});
    return std::move(out_);
  }

 private:
  // A number that is no group's is a letter in octal; so all groups are counted first.
  void count_groups() {
    bool in_set = false;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (in_set) {
        in_set = text_[i] != ']';
      } else if (text_[i] == '[') {
        in_set = true;
      } else if (text_[i] == '(' && (i + 1 == text_.size() || text_[i + 1] != '?')) {
        ++all_groups_;
      }
    }
    out_.places = 2 * (all_groups_ + 1);
  }

  bool at_end() const { return at_ >= text_.size() || !fault_.what.empty(); }
  bool stands(std::string_view words) const {
    if (text_.size() - at_ < words.size()) return false;
    return std::equal(words.begin(), words.end(), text_.begin() + static_cast<std::ptrdiff_t>(at_),
                      [](char c, Unit unit) { return static_cast<unsigned char>(c) == unit; });
  }
  bool take(std::string_view words) {
    if (!fault_.what.empty() || !stands(words)) return false;
    at_ += words.size();
    return true;
  }
  void fail(std::string_view what) {
    if (fault_.what.empty()) fault_ = {at_, std::string(what)};
  }

  void append(Steps& steps, const Steps& more) {
    if (steps.size() + more.size() > Pattern::most_steps) {
      fail("this pattern is too large");
    } else {
      steps.insert(steps.end(), more.begin(), more.end());
    }
  }

  Steps choice() {
    constexpr int deepest = 50;
    if (++depth_ > deepest) fail("too many brackets inside each other");
    Steps first = row();
    if (take("|")) {
      const Steps second = choice();
      const auto length = static_cast<std::int32_t>(first.size()), other = static_cast<std::int32_t>(second.size());
      Steps both{{Op::Try, 1, length + 2}};
      append(both, first);
      both.push_back({Op::Go, other + 1, 0});
      append(both, second);
      first = std::move(both);
    }
    --depth_;
    return first;
  }

  Steps row() {
    Steps steps;
    while (!at_end() && text_[at_] != '|' && text_[at_] != ')') {
      const std::int32_t groups_before = groups_;
      bool repeats = true;
      const Steps part = term(repeats);
      append(steps, repeats ? repeated(part, groups_before) : part);
    }
    return steps;
  }

  Steps term(bool& repeats) {
    repeats = false;
    if (take("^")) return {{Op::Start, 0, 0}};
    if (take("$")) return {{Op::End, 0, 0}};
    if (take("\\b")) return {{Op::WordEdge, 0, 0}};
    if (take("\\B")) return {{Op::NoWordEdge, 0, 0}};
    repeats = true;
    if (take("(")) return group();
    if (take(".")) return {{Op::Any, 0, 0}};
    if (take("[")) return one_of(set());
    if (take("\\")) return escaped();
    if (stands("*") || stands("+") || stands("?") || braces(at_).is_there) fail("there is nothing to repeat");
    return at_end() ? Steps() : letter(text_[at_++]);
  }

  Steps letter(Unit unit) const {
    return {{Op::Letter, out_.letter_case == LetterCase::Ignored ? folded(unit) : unit, 0}};
  }

  Steps one_of(PatternSet set) {
    out_.sets.push_back(std::move(set));
    return {{Op::OneOf, static_cast<std::int32_t>(out_.sets.size() - 1), 0}};
  }

  Steps group() {
    if (stands("?=") || stands("?!")) {
      const Op op = text_[at_ + 1] == '=' ? Op::Ahead : Op::NotAhead;
      at_ += 2;
      Steps inside = choice();
      inside.push_back({Op::Done, 0, 0});
      Steps steps{{op, static_cast<std::int32_t>(inside.size()) + 1, 0}};
      append(steps, inside);
      close();
      return steps;
    }
    if (take("?:")) {
      Steps steps = choice();
      close();
      return steps;
    }
    if (stands("?")) fail("we know no such bracket: write (, (?:, (?= or (?!");
    const std::int32_t number = ++groups_;
    Steps steps{{Op::Save, 2 * number, 0}};
    append(steps, choice());
    steps.push_back({Op::Save, 2 * number + 1, 0});
    close();
    return steps;
  }

  void close() {
    if (!take(")")) fail("this bracket is never closed");
  }

  Steps escaped() {
    if (at_end()) {
      fail("something is missing after \\");
      return {};
    }
    const Unit unit = text_[at_];
    if (names_set(unit)) {
      ++at_;
      return one_of(set_of(unit));
    }
    if (unit == 'k' || unit == 'p' || unit == 'P') fail("we know no such escape");
    if (unit >= '1' && unit <= '9') {
      std::size_t end = at_;
      std::int32_t number = 0;
      while (end < text_.size() && is_digit(text_[end]) && number < 1000) number = number * 10 + (text_[end++] - '0');
      if (number <= all_groups_) {
        at_ = end;
        return {{Op::Again, number, 0}};
      }
    }
    return letter(escaped_letter());
  }

  Unit escaped_letter() {
    const Unit unit = text_[at_++];
    switch (unit) {
      case 't': return '\t';
      case 'n': return '\n';
      case 'v': return '\v';
      case 'f': return '\f';
      case 'r': return '\r';
      case 'x': return hexadecimal(2, unit);
      case 'u': return hexadecimal(4, unit);
      case 'c':
        if (at_ < text_.size() && ((text_[at_] | 0x20) >= 'a' && (text_[at_] | 0x20) <= 'z')) return text_[at_++] % 32;
        --at_;
        return '\\';
      default: return unit >= '0' && unit <= '7' ? octal(static_cast<Unit>(unit - '0')) : unit;
    }
  }

  // Without all its digits it is the letter x or u.
  Unit hexadecimal(std::size_t digits, Unit otherwise) {
    Unit value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const Unit unit = at_ + i < text_.size() ? text_[at_ + i] : Unit{0};
      const Unit small = unit | 0x20;
      const bool is_letter = small >= 'a' && small <= 'f';
      if (!is_digit(unit) && !is_letter) return otherwise;
      value = static_cast<Unit>(value * 16 + (is_digit(unit) ? unit - '0' : small - 'a' + 10));
    }
    at_ += digits;
    return value;
  }

  Unit octal(Unit value) {
    for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '7'; ++i) {
      if (value * 8 + text_[at_] - '0' > 255) break;
      value = static_cast<Unit>(value * 8 + text_[at_++] - '0');
    }
    return value;
  }

  PatternSet set() {
    PatternSet set;
    set.is_negated = take("^");
    while (!at_end() && text_[at_] != ']') {
      const PatternSet first = member();
      if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        ++at_;
        const PatternSet last = member();
        add_range(set, first, last);
      } else {
        set.ranges.insert(set.ranges.end(), first.ranges.begin(), first.ranges.end());
      }
    }
    if (!take("]")) fail("this [ is never closed");
    return set;
  }

  // With \d and its like at one end, the - between is a letter.
  void add_range(PatternSet& set, const PatternSet& first, const PatternSet& last) {
    const bool is_range = is_single(first) && is_single(last);
    if (is_range && first.ranges[0].from > last.ranges[0].from) fail("the ends of this range are the wrong way round");
    if (is_range) {
      set.ranges.push_back({first.ranges[0].from, last.ranges[0].from});
      return;
    }
    set.ranges.insert(set.ranges.end(), first.ranges.begin(), first.ranges.end());
    set.ranges.push_back({'-', '-'});
    set.ranges.insert(set.ranges.end(), last.ranges.begin(), last.ranges.end());
  }

  static bool is_single(const PatternSet& set) {
    return set.ranges.size() == 1 && set.ranges[0].from == set.ranges[0].to;
  }

  PatternSet member() {
    if (at_ >= text_.size()) return {};
    Unit unit = text_[at_++];
    if (unit == '\\' && at_ < text_.size()) {
      if (names_set(text_[at_])) return set_of(text_[at_++]);
      if (text_[at_] == 'b') {
        ++at_;
        unit = '\b';
      } else {
        unit = escaped_letter();
      }
    }
    PatternSet set;
    set.ranges = {{unit, unit}};
    return set;
  }

  struct Count {
    bool is_there = false;
    std::int32_t least = 0;
    std::int32_t most = 0;
    std::size_t end = 0;
  };

  // {2}, {2,} or {2,5} at `at`; anything else in braces is letters.
  Count braces(std::size_t at) const {
    if (at >= text_.size() || text_[at] != '{') return {};
    Count count;
    const auto number = [&] {
      std::int32_t number = 0;
      while (at < text_.size() && is_digit(text_[at])) number = std::min(number * 10 + (text_[at++] - '0'), 100000);
      return number;
    };
    if (++at >= text_.size() || !is_digit(text_[at])) return {};
    count.least = count.most = number();
    if (at < text_.size() && text_[at] == ',') {
      ++at;
      count.most = at < text_.size() && is_digit(text_[at]) ? number() : no_most;
    }
    count.is_there = at < text_.size() && text_[at] == '}';
    count.end = at + 1;
    return count;
  }

  Steps repeated(const Steps& part, std::int32_t groups_before) {
    Count count;
    if (take("*")) {
      count = {true, 0, no_most, at_};
    } else if (take("+")) {
      count = {true, 1, no_most, at_};
    } else if (take("?")) {
      count = {true, 0, 1, at_};
    } else {
      count = braces(at_);
    }
    if (!count.is_there || !fault_.what.empty()) return part;
    at_ = count.end;
    const bool is_lazy = take("?");
    if (count.most < count.least) fail("the counts in braces are the wrong way round");
    Steps fresh;
    if (groups_ > groups_before) fresh.push_back({Op::Forget, 2 * (groups_before + 1), 2 * groups_ + 2});
    append(fresh, part);
    return copies(fresh, count, is_lazy);
  }

  Steps copies(const Steps& part, const Count& count, bool is_lazy) {
    Steps steps;
    for (std::int32_t i = 0; i < count.least && fault_.what.empty(); ++i) append(steps, part);
    const std::int32_t mark = out_.places++;
    Steps once{{Op::Save, mark, 0}};
    append(once, part);
    once.push_back({Op::MustMove, mark, 0});
    const auto length = static_cast<std::int32_t>(once.size());
    if (count.most == no_most) {
      steps.push_back(attempt(length + 2, is_lazy));
      append(steps, once);
      steps.push_back({Op::Go, -length - 1, 0});
      return steps;
    }
    const std::int32_t optional = fault_.what.empty() ? count.most - count.least : 0;
    for (std::int32_t i = 0; i < optional && fault_.what.empty(); ++i) {
      steps.push_back(attempt((length + 1) * (optional - i), is_lazy));
      append(steps, once);
    }
    return steps;
  }

  static PatternStep attempt(std::int32_t past, bool is_lazy) {
    return is_lazy ? PatternStep{Op::Try, past, 1} : PatternStep{Op::Try, 1, past};
  }

  std::vector<Unit> text_;
  std::size_t at_ = 0;
  Pattern out_;
  PatternFault fault_;
  std::int32_t groups_ = 0;
  std::int32_t all_groups_ = 0;
  int depth_ = 0;
};

std::variant<Pattern, PatternFault> Pattern::parse(std::string_view text, LetterCase letter_case) {
  if (text.size() > most_bytes) return PatternFault{most_bytes, "keep a pattern under 2,000 characters"};
  return PatternParser(text, letter_case).parse();
}

}  // namespace alongside::feedback

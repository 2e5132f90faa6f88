#include "plugins/feedback/model/pattern.hpp"

#include "app/base/utf8.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

using Op = PatternStep::Op;
using Unit = std::uint16_t;

constexpr std::size_t most_work = 1'000'000;
constexpr std::size_t most_waiting = 100'000;

constexpr bool is_word(Unit unit) {
  return (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z') || unit == '_';
}
constexpr bool ends_line(Unit unit) { return unit == '\n' || unit == '\r' || unit == 0x2028 || unit == 0x2029; }

// Tries a pattern at one place after another. What is still to be tried waits in a row of our own, so that
// no pattern costs stack.
class Matcher {
 public:
  Matcher(const Pattern& pattern, const std::vector<Unit>& text) : pattern_(pattern), text_(text) {}

  Pattern::Found find() {
    for (std::size_t start = 0; start <= text_.size(); ++start) {
      places_.assign(static_cast<std::size_t>(pattern_.places), none);
      const bool found = run(0, start);
      if (work_left_ == 0) return Pattern::Found::TooLong;
      if (found) return Pattern::Found::Yes;
    }
    return Pattern::Found::No;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Waiting {
    std::size_t step;
    std::size_t at;
    std::size_t changes;
  };
  struct Change {
    std::size_t place;
    std::size_t before;
  };

  // From a step to its Done. What waited before is left alone, and what was saved stays.
  bool run(std::size_t step, std::size_t at) {
    const std::size_t waited = waiting_.size();
    for (;;) {
      if (work_left_ == 0 || --work_left_ == 0 || waiting_.size() > most_waiting) {
        work_left_ = 0;
        return false;
      }
      const PatternStep& now = pattern_.steps[step];
      if (now.op == Op::Done) {
        waiting_.resize(waited);
        return true;
      }
      if (now.op == Op::Try) {
        waiting_.push_back({step + static_cast<std::size_t>(now.other), at, changes_.size()});
        step += static_cast<std::size_t>(now.value);
      } else if (now.op == Op::Go) {
        step = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(step) + now.value);
      } else if (now.op == Op::Ahead || now.op == Op::NotAhead) {
        if (!looks_ahead(now, step, at) && !go_back(waited, step, at)) return false;
      } else if (does(now, at)) {
        ++step;
      } else if (!go_back(waited, step, at)) {
        return false;
      }
    }
  }

  bool looks_ahead(const PatternStep& now, std::size_t& step, std::size_t at) {
    const std::size_t changes = changes_.size();
    const bool stands = run(step + 1, at);
    if (now.op == Op::NotAhead || !stands) undo(changes);
    if (stands != (now.op == Op::Ahead)) return false;
    step += static_cast<std::size_t>(now.value);
    return true;
  }

  bool go_back(std::size_t waited, std::size_t& step, std::size_t& at) {
    if (waiting_.size() == waited) return false;
    const Waiting next = waiting_.back();
    waiting_.pop_back();
    undo(next.changes);
    step = next.step;
    at = next.at;
    return true;
  }

  void undo(std::size_t changes) {
    while (changes_.size() > changes) {
      places_[changes_.back().place] = changes_.back().before;
      changes_.pop_back();
    }
  }

  void save(std::size_t place, std::size_t value) {
    changes_.push_back({place, places_[place]});
    places_[place] = value;
  }

  bool does(const PatternStep& now, std::size_t& at) {
    switch (now.op) {
      case Op::Letter: return at < text_.size() && unit(at) == now.value && ++at > 0;
      case Op::Any: return at < text_.size() && !ends_line(text_[at]) && ++at > 0;
      case Op::OneOf:
        return at < text_.size() && is_in(pattern_.sets[static_cast<std::size_t>(now.value)], at) && ++at > 0;
      case Op::Start: return at == 0;
      case Op::End: return at == text_.size();
      case Op::WordEdge: return is_edge(at);
      case Op::NoWordEdge: return !is_edge(at);
      case Op::Save: save(static_cast<std::size_t>(now.value), at); return true;
      case Op::Forget:
        for (std::int32_t place = now.value; place < now.other; ++place) save(static_cast<std::size_t>(place), none);
        return true;
      case Op::MustMove: return places_[static_cast<std::size_t>(now.value)] != at;
      case Op::Again: return stands_again(static_cast<std::size_t>(now.value), at);
      default: return false;
    }
  }

  Unit unit(std::size_t at) const {
    return pattern_.letter_case == LetterCase::Ignored ? folded(text_[at]) : text_[at];
  }

  bool is_in(const PatternSet& set, std::size_t at) const {
    const auto holds = [&set](Unit unit) {
      return std::ranges::any_of(set.ranges,
                                 [unit](const auto& range) { return range.from <= unit && unit <= range.to; });
    };
    bool is_there = holds(text_[at]);
    if (!is_there && pattern_.letter_case == LetterCase::Ignored) {
      const Unit small = folded(text_[at]);
      is_there = holds(small) || (small >= 'a' && small <= 'z' && holds(static_cast<Unit>(small - 32)));
    }
    return is_there != set.is_negated;
  }

  bool is_edge(std::size_t at) const {
    const bool before = at > 0 && is_word(text_[at - 1]);
    return before != (at < text_.size() && is_word(text_[at]));
  }

  // A group that took part in nothing stands everywhere.
  bool stands_again(std::size_t group, std::size_t& at) const {
    const std::size_t from = places_[2 * group], to = places_[2 * group + 1];
    if (from == none || to == none) return true;
    if (text_.size() - at < to - from) return false;
    for (std::size_t i = from; i < to; ++i) {
      if (unit(i) != unit(at + i - from)) return false;
    }
    at += to - from;
    return true;
  }

  const Pattern& pattern_;
  const std::vector<Unit>& text_;
  std::vector<std::size_t> places_;
  std::vector<Waiting> waiting_;
  std::vector<Change> changes_;
  std::size_t work_left_ = most_work;
};

}  // namespace

Pattern::Found Pattern::find_in(std::string_view text) const {
  const std::vector<Unit> units = script_units(text);
  return Matcher(*this, units).find();
}

std::vector<std::uint16_t> script_units(std::string_view text) {
  std::vector<Unit> units;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(sequence_length(text.substr(at)), 1);
    std::uint32_t point = static_cast<unsigned char>(text[at]);
    if (length > 1) point &= 0xFFu >> (length + 1);
    for (std::size_t i = 1; i < length; ++i) point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    at += length;
    if (point >= 0x10000) {
      units.push_back(static_cast<Unit>(0xD7C0 + (point >> 10)));
      point = 0xDC00 + (point & 0x3FF);
    }
    units.push_back(static_cast<Unit>(point));
  }
  return units;
}

std::uint16_t folded(std::uint16_t unit) {
  if (unit >= 'A' && unit <= 'Z') return static_cast<Unit>(unit + 32);
  if (unit < 0xC0 || unit > 0x17F) return unit;
  const char bytes[] = {static_cast<char>(0xC0 | unit >> 6), static_cast<char>(0x80 | (unit & 0x3F))};
  const std::string small = lower_case(std::string_view(bytes, 2));
  return static_cast<Unit>((static_cast<unsigned char>(small[0]) & 0x1F) << 6 |
                           (static_cast<unsigned char>(small[1]) & 0x3F));
}

}  // namespace alongside::feedback

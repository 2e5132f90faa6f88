// Scope: what an expression can see of the survey it stands in: answers and variables by name, and the
// time. AnswerScope is the plain one, of answers alone; a survey's own is in the engine. Lookup inside a
// value ("visits[0].place", "kids.length") is shared.
#pragma once

#include "plugins/feedback/model/value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::feedback {

// One part of "visits[0].place".
struct PathPart {
  std::string name;
  std::optional<double> index;
};
using Path = std::vector<PathPart>;

Path path_of(std::string_view name);
// Whether it is one name alone: most are, and need no path.
inline bool leads_nowhere(std::string_view name) { return name.find_first_of(".[") == name.npos && !name.empty(); }
// The parts from `from` to `to` as one name; the last part that may belong to a name that begins at `from`.
std::string joined(const Path& path, std::size_t from, std::size_t to);
std::size_t last_of_name(const Path& path, std::size_t from);
// The part of `value` that the path from `from` on leads to; names count in capital and small letters alike,
// and the longest name that is there wins ("a.b" before "a").
std::optional<Value> find_inside(const Value& value, const Path& path, std::size_t from = 0);
// The item of that name, as find_inside has it.
const Value* member_of(const Value& value, std::string_view name);

// A name in small letters, with a number that nearly always tells it from others.
struct SmallName {
  std::string text;
  std::uint32_t sum = 0;

  SmallName() = default;
  explicit SmallName(std::string small) : text(std::move(small)), sum(sum_of(text)) {}
  static std::uint32_t sum_of(std::string_view text);  // FNV-1a
};

class Scope {
 public:
  virtual ~Scope() = default;
  // Nothing when nobody has that name: an expression then reads null.
  virtual std::optional<Value> find(std::string_view name) const = 0;
  // Where it is kept, of a name that leads nowhere, for who has it in small letters too; null: `find` may know it yet.
  // Good until something is answered.
  virtual const Value* seen(std::string_view, const SmallName&) const { return nullptr; }
  // Milliseconds since 1970 on the clock on the wall.
  virtual double now() const { return 0; }
  // Whether the order of this list counts when it is compared: the answer to a ranking.
  virtual bool order_counts(std::string_view) const { return false; }
  // isContainerReady('name', index), displayValue('name'), getComment('name').
  virtual bool is_ready(std::string_view, std::optional<double>) const { return false; }
  virtual Value displayed(std::string_view) const { return {}; }
  virtual Value comment(std::string_view, const Value&) const { return {}; }
};

class AnswerScope : public Scope {
 public:
  explicit AnswerScope(const Answers& answers, double now = 0) : answers_(answers), now_(now) {}
  std::optional<Value> find(std::string_view name) const override;
  double now() const override { return now_; }

 private:
  const Answers& answers_;
  double now_;
};

// Something near, and behind it what was in sight before.
class InnerScope : public Scope {
 public:
  explicit InnerScope(const Scope& around) : around_(around) {}
  std::optional<Value> find(std::string_view name) const override { return around_.find(name); }
  double now() const override { return around_.now(); }
  bool order_counts(std::string_view name) const override { return around_.order_counts(name); }
  bool is_ready(std::string_view name, std::optional<double> index) const override {
    return around_.is_ready(name, index);
  }
  Value displayed(std::string_view name) const override { return around_.displayed(name); }
  Value comment(std::string_view name, const Value& item) const override { return around_.comment(name, item); }

 private:
  const Scope& around_;
};

// One item of a list: for sumInArray and its like.
class ItemScope final : public InnerScope {
 public:
  ItemScope(const Value& item, const Scope& around) : InnerScope(around), item_(item) {}
  std::optional<Value> find(std::string_view name) const override;

 private:
  const Value& item_;
};

// Where a path leads among answers; nothing when there is no such answer.
std::optional<Value> find_among(const Answers& answers, const Path& path);
// The answer to the question of that name, in capital or small letters alike; null when there is none.
const Value* find_answer(const Answers& answers, std::string_view name);

}  // namespace alongside::feedback

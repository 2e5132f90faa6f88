#include "app/ui/plural_rules.hpp"

namespace alongside::ui {
namespace {

std::string_view welsh(std::uint64_t count) {
  switch (count) {
    case 0: return "zero";
    case 1: return "one";
    case 2: return "two";
    case 3: return "few";
    case 6: return "many";
    default: return "other";
  }
}

}  // namespace

std::string_view plural_category(Language language, std::int64_t count) {
  // A negative count is counted like the positive one.
  const auto whole = static_cast<std::uint64_t>(count);
  const std::uint64_t size = count < 0 ? 0 - whole : whole;
  if (language == Language::Welsh) return welsh(size);
  return size == 1 ? "one" : "other";
}

}  // namespace alongside::ui

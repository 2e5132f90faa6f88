// The functions of expressions that are about days and times.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/function_call.hpp"
#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <cmath>
#include <limits>

namespace alongside::feedback {
namespace {

using enum ScriptFunction;

constexpr double second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

bool has(Given given, std::size_t index) { return index < given.size() && counts_as_true(given[index]); }

// The word at `index`, or `otherwise` where there is none.
std::string word(Given given, std::size_t index, const char* otherwise) {
  return has(given, index) ? to_words(given[index]) : otherwise;
}

Value days_between(const Value& first, const Value& last) {
  const double days = (start_of_day(survey_moment(last)) - start_of_day(survey_moment(first))) / day;
  return Value::of_number(std::fabs(days));
}

Value months_between(double first, double last, const std::string& unit) {
  if (std::isnan(first) || std::isnan(last)) return Value::of_number(unit == "months" ? no_number : 0);
  const Civil from = civil_of(first), to = civil_of(last);
  const double months =
      static_cast<double>((to.year - from.year) * 12 + to.month - from.month) - (to.day < from.day ? 1 : 0);
  return Value::of_number(unit == "months" ? months : std::trunc(months / 12) + 0.0);
}

Value age(Given given, double now) {
  if (!has(given, 0)) return Value::of_null();
  const std::string unit = word(given, 1, "years");
  if (unit == "days") return Value::of_number(0);  // survey-core compares with nothing
  return months_between(survey_moment(given[0]), now, unit);
}

Value difference(Given given) {
  if (!has(given, 0) || !has(given, 1)) return Value::of_null();
  const std::string unit = word(given, 2, "days");
  const double length = unit == "hours" ? hour : unit == "minutes" ? minute : unit == "seconds" ? second : 0;
  const double first = survey_moment(given[0]), last = survey_moment(given[1]);
  if (length > 0) return Value::of_number(std::ceil(std::fabs(last - first) / length));
  return unit == "days" ? days_between(given[0], given[1]) : months_between(first, last, unit);
}

// A part of a date and more: words are put behind it, as JavaScript's + does.
double more(std::int64_t part, const Value& by) {
  const auto number = static_cast<double>(part);
  const bool is_wordy = by.kind == ValueKind::Text || is_object(by);
  return is_wordy ? number_of(text_of_number(number) + to_words(by)) : number + to_number(by);
}

Value moved(double moment, const Value& by, const std::string& unit) {
  if (std::isnan(moment)) return Value::of_moment(no_number);
  Civil civil = civil_of(moment);
  std::int64_t* const part = unit == "days"      ? &civil.day
                             : unit == "months"  ? &civil.month
                             : unit == "years"   ? &civil.year
                             : unit == "hours"   ? &civil.hour
                             : unit == "minutes" ? &civil.minute
                             : unit == "seconds" ? &civil.second
                                                 : nullptr;
  if (part == nullptr) return Value::of_moment(moment);
  constexpr double furthest = 1e13;
  const double moved = std::trunc(more(*part, by));
  if (!(std::fabs(moved) < furthest)) return Value::of_moment(no_number);
  *part = static_cast<std::int64_t>(moved);
  return Value::of_moment(moment_of(civil));
}

Value part_of(ScriptFunction function, double moment) {
  if (std::isnan(moment)) return Value::of_number(no_number);
  const Civil civil = civil_of(moment);
  switch (function) {
    case Month: return Value::of_number(static_cast<double>(civil.month + 1));
    case Day: return Value::of_number(static_cast<double>(civil.day));
    case Weekday: return Value::of_number(weekday_of(moment));
    default: return Value::of_number(static_cast<double>(civil.year));
  }
}

}  // namespace

Value call_date_function(ScriptFunction function, Given given, const Scope& scope) {
  const double today = start_of_day(scope.now());
  switch (function) {
    case CurrentDate: return Value::of_moment(scope.now());
    case CurrentYear: return part_of(Year, today);
    case Today: return given.size() == 1 ? moved(today, given[0], "days") : Value::of_moment(today);
    case GetDate: return has(given, 0) ? Value::of_moment(survey_moment(given[0])) : Value::of_null();
    case GetYear:
      if (given.size() != 1 || !has(given, 0)) return {};
      return part_of(Year, survey_moment(given[0]));
    case Year:
    case Month:
    case Day:
    case Weekday: return part_of(function, has(given, 0) ? survey_moment(given[0]) : today);
    case Age: return age(given, scope.now());
    case DateDiff: return difference(given);
    case DiffDays:
      if (given.size() != 2 || !has(given, 0) || !has(given, 1)) return Value::of_number(0);
      return days_between(given[0], given[1]);
    case DateAdd:
      if (!has(given, 0) || !has(given, 1)) return Value::of_null();
      return moved(survey_moment(given[0]), given[1], word(given, 2, "days"));
    default: return {};
  }
}

}  // namespace alongside::feedback

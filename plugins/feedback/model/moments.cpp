#include "plugins/feedback/model/moments.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <fmt/format.h>

#include <cmath>

namespace alongside::feedback {
namespace {

constexpr double day_length = 86400000;
constexpr std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

// Howard Hinnant's days_from_civil; `month` from 1.
std::int64_t days_of(std::int64_t year, std::int64_t month, std::int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = floor_divided(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

// Reads the parts of a date from the left; what does not fit leaves it failed.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool at_end() const { return at_ == text_.size(); }
  bool failed() const { return failed_; }
  bool take(char c) {
    if (failed_ || at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::int64_t number(std::size_t least, std::size_t most) {
    std::int64_t number = 0;
    std::size_t count = 0;
    while (count < most && !at_end() && is_digit(text_[at_])) {
      number = number * 10 + (text_[at_++] - '0');
      ++count;
    }
    failed_ = failed_ || count < least;
    return number;
  }
  void skip_fraction() {
    if (take('.')) number(1, 9);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

bool fits(const Civil& civil) {
  const bool is_midnight = civil.hour == 24 && civil.minute == 0 && civil.second == 0;
  return civil.month >= 0 && civil.month <= 11 && civil.day >= 1 && civil.day <= 31 &&
         (civil.hour <= 23 || is_midnight) && civil.minute <= 59 && civil.second <= 59;
}

double read_year_first(Reader in) {
  Civil civil;
  civil.year = in.number(4, 4);
  if (in.take('-')) civil.month = in.number(1, 2) - 1;
  if (in.take('-')) civil.day = in.number(1, 2);
  if (in.take('T') || in.take(' ')) {
    civil.hour = in.number(2, 2);
    if (!in.take(':')) return no_number;
    civil.minute = in.number(2, 2);
    if (in.take(':')) civil.second = in.number(2, 2);
    in.skip_fraction();
    in.take('Z');
  }
  return in.failed() || !in.at_end() || !fits(civil) ? no_number : moment_of(civil);
}

double read_month_first(Reader in) {
  Civil civil;
  civil.month = in.number(1, 2) - 1;
  if (!in.take('/')) return no_number;
  civil.day = in.number(1, 2);
  if (!in.take('/')) return no_number;
  civil.year = in.number(4, 4);
  return in.failed() || !in.at_end() || !fits(civil) ? no_number : moment_of(civil);
}

// Four digits, two, two, with lines between, anywhere.
bool holds_day(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  for (std::size_t start = 0; start + shape.size() <= text.size(); ++start) {
    std::size_t i = 0;
    while (i < shape.size() && (shape[i] == 'd' ? is_digit(text[start + i]) : text[start + i] == '-')) ++i;
    if (i == shape.size()) return true;
  }
  return false;
}

}  // namespace

double moment_of(const Civil& civil) {
  const std::int64_t year = civil.year + floor_divided(civil.month, 12);
  const std::int64_t month = civil.month - floor_divided(civil.month, 12) * 12;
  const double days = static_cast<double>(days_of(year, month + 1, 1) + civil.day - 1);
  const double moment = days * day_length + static_cast<double>(civil.hour) * 3600000 +
                        static_cast<double>(civil.minute) * 60000 + static_cast<double>(civil.second) * 1000 +
                        static_cast<double>(civil.millisecond);
  return std::fabs(moment) <= furthest_moment ? moment : no_number;
}

Civil civil_of(double moment) {
  const auto days = static_cast<std::int64_t>(std::floor(moment / day_length));
  auto rest = static_cast<std::int64_t>(moment - static_cast<double>(days) * day_length);
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = floor_divided(shifted, 146097);
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;  // from March
  Civil civil;
  civil.month = month < 10 ? month + 2 : month - 10;
  civil.year = year_of_era + era * 400 + (civil.month <= 1 ? 1 : 0);
  civil.day = day_of_year - (153 * month + 2) / 5 + 1;
  civil.hour = rest / 3600000;
  civil.minute = rest / 60000 % 60;
  civil.second = rest / 1000 % 60;
  civil.millisecond = rest % 1000;
  return civil;
}

int weekday_of(double moment) {
  const auto days = static_cast<std::int64_t>(std::floor(moment / day_length));
  return static_cast<int>(days + 4 - floor_divided(days + 4, 7) * 7);
}

double start_of_day(double moment) { return std::floor(moment / day_length) * day_length; }

double moment_of_text(std::string_view text) {
  const double moment = read_year_first(Reader(text));
  return std::isnan(moment) ? read_month_first(Reader(text)) : moment;
}

double survey_moment(std::string_view text) {
  const std::size_t t = text.find('T');
  const bool has_time = t != text.npos && t > 0;
  const double moment = moment_of_text(text);
  if (has_time || !holds_day(text) || std::isnan(moment)) return moment;
  return moment_of_text(std::string(text) + "T00:00:00");
}

std::string text_of_moment(double moment) {
  if (std::isnan(moment)) return "Invalid Date";
  constexpr std::string_view days = "SunMonTueWedThuFriSat", months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const Civil civil = civil_of(moment);
  return fmt::format("{} {} {:02} {:04} {:02}:{:02}:{:02} GMT+0000 (Coordinated Universal Time)",
                     days.substr(static_cast<std::size_t>(weekday_of(moment)) * 3, 3),
                     months.substr(static_cast<std::size_t>(civil.month) * 3, 3), civil.day, civil.year, civil.hour,
                     civil.minute, civil.second);
}

std::string day_of_moment(double moment) {
  if (std::isnan(moment)) return "NaN-NaN-NaN";
  const Civil civil = civil_of(moment);
  return fmt::format("{}-{:02}-{:02}", civil.year, civil.month + 1, civil.day);
}

}  // namespace alongside::feedback

// How a bank's file writes days and amounts. One cell often cannot say ("03/08/2026"), so every cell is
// asked what it shows, and the file as a whole decides. Used while a statement is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside::direct_payments {

enum class DayOrder : std::uint8_t { DayFirst, MonthFirst };
constexpr std::string_view name_of(DayOrder order) { return order == DayOrder::DayFirst ? "day_first" : "month_first"; }

enum class DecimalMark : std::uint8_t { Point, Comma };
constexpr std::string_view name_of(DecimalMark mark) { return mark == DecimalMark::Point ? "point" : "comma"; }

class NotationEvidence {
 public:
  void look_at_day(std::string_view cell);
  void look_at_amount(std::string_view cell);

  // Day first unless the file can only be read the other way: that is the custom in this country.
  DayOrder day_order() const;
  bool day_order_is_shown() const { return (day_first_ == 0) != (month_first_ == 0); }
  // A comma only when no amount has a point for its pence.
  DecimalMark decimal_mark() const { return comma_ > 0 && point_ == 0 ? DecimalMark::Comma : DecimalMark::Point; }

 private:
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::size_t point_ = 0;
  std::size_t comma_ = 0;
};

}  // namespace alongside::direct_payments

#include "plugins/local_offer/pages/day_words.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

std::string day_name(const ui::Ui& ui, unsigned weekday) {
  return std::string(ui::weekday_name(ui.language(), static_cast<Weekday>(weekday % 7)));
}

std::string days_text(const ui::Ui& ui, std::uint8_t days) {
  constexpr std::uint8_t every_day = 0x7F, monday_to_friday = 0x1F;
  if (days == every_day) return ui.tr("local_offer.day.every"_t);
  if (days == monday_to_friday) return ui.tr("local_offer.day.weekdays"_t);
  std::string text;
  for (unsigned day = 0; day < 7; ++day) {
    if ((days >> day & 1u) == 0) continue;
    if (!text.empty()) text += ", ";
    text += day_name(ui, day);
  }
  return text;
}

}  // namespace alongside::local_offer

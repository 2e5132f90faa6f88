#include "app/ui/measured_text.hpp"

#include <utility>

namespace alongside::ui {

void MeasuredText::begin_frame(const Fonts& fonts, float dpr) {
  if (std::exchange(fonts_, fonts.edition()) != fonts.edition() || std::exchange(dpr_, dpr) != dpr) all_.clear();
  next_ = 0;
}

const TextBlock& MeasuredText::measure(const Fonts& fonts, const TextStyle& style, std::string_view text,
                                       float max_width) {
  if (next_ == all_.size()) all_.push_back(std::make_unique<Measured>());
  Measured& here = *all_[next_++];
  if (here.max_width == max_width && here.style == style && here.text == text) return here.block;
  here.text = text;
  here.style = style;
  here.max_width = max_width;
  here.block = wrap_text(fonts, style, here.text, max_width);
  return here.block;
}

void MeasuredText::end_frame() { all_.resize(next_); }

}  // namespace alongside::ui

#include "app/ui/layout.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace alongside::ui {

void Layout::begin(float page_width, Rect column) {
  boxes_.clear();
  page_width_ = page_width;
  boxes_.push_back({.left = column.x, .top = column.y, .width = column.width, .y = column.y});
}

Rect Layout::place(Size size, Margins margins, LineAlign align) {
  Box& box = boxes_.back();
  const Mark start = stage_.take_start();
  size.width = std::min(size.width, box.width);
  return box.flow == Flow::Row ? next_in_row(box, start, size, align) : next_in_column(box, size, margins);
}

bool Layout::has_whole_line() const {
  return std::ranges::none_of(boxes_, [](const Box& box) { return box.flow == Flow::Row; });
}

Rect Layout::next_in_column(Box& box, Size size, Margins margins) {
  const float space = box.empty ? 0 : std::max(box.pending, margins.before);
  const Rect rect{box.left, box.y + space, size.width, size.height};
  box.y = rect.y + rect.height;
  box.pending = margins.after;
  box.empty = false;
  box.used = std::max(box.used, size.width);
  return rect;
}

Rect Layout::next_in_row(Box& box, Mark start, Size size, LineAlign align) {
  float x = box.line.empty() ? box.left : box.x + box.between;
  if (!box.line.empty() && x + size.width > box.left + box.width) {
    box.wrapped = true;
    finish_line(box, start);
    box.y += line_gap;
    x = box.left;
  }
  const Rect rect{x, box.y, size.width, size.height};
  box.line.push_back({start, rect, align});
  box.x = rect.x + rect.width;
  box.line_height = std::max(box.line_height, rect.height);
  box.used = std::max(box.used, box.x - box.left);
  box.empty = false;
  return rect;
}

void Layout::finish_line(Box& box, Mark end) {
  LineAlign align = LineAlign::Center;
  for (const Item& item : box.line) {
    if (item.align == LineAlign::Bottom) align = LineAlign::Bottom;
    if (item.align == LineAlign::Top && align == LineAlign::Center) align = LineAlign::Top;
  }
  const std::size_t gaps = box.spread == Spread::Yes && box.line.size() > 1 ? box.line.size() - 1 : 1;
  const float loose = box.spread != Spread::No && !box.wrapped
                          ? std::max(0.0f, box.left + box.width - box.x) / static_cast<float>(gaps)
                          : 0;
  if (loose > 0) box.used = box.width;
  std::size_t left_of = box.line.size();
  for (auto item = box.line.rbegin(); item != box.line.rend(); ++item) {
    const float spare = box.line_height - item->rect.height;
    const float down = align == LineAlign::Center   ? static_cast<float>(static_cast<int>(spare / 2))
                       : align == LineAlign::Bottom ? spare
                                                    : 0;
    const std::size_t gaps_before = std::min(--left_of, gaps);
    stage_.move(item->mark, end, std::floor(loose * static_cast<float>(gaps_before)), down);
    end = item->mark;
  }
  box.y += box.line_height;
  box.line_height = 0;
  box.line.clear();
}

void Layout::push(Box box) {
  box.mark = stage_.take_start();
  box.left += box.insets.left;
  box.width = std::max(1.0f, box.width - box.insets.left - box.insets.right);
  box.top += box.insets.top;
  box.y = box.row_top = box.top;
  boxes_.push_back(std::move(box));
}

void Layout::open(Flow flow, Insets insets, Margins margins, Span span) {
  const Box& parent = boxes_.back();
  if (parent.flow == Flow::Grid) return open_cell(insets, margins);
  Box box{
      .flow = flow, .left = parent.left, .top = parent.y, .width = parent.width, .insets = insets, .margins = margins};
  if (parent.flow == Flow::Column && !parent.empty) box.top += std::max(parent.pending, margins.before);
  if (span == Span::Page) box.left = 0, box.width = page_width_;
  push(std::move(box));
}

void Layout::open_at_most(float widest, Insets insets, Margins margins) {
  open(Flow::Column, insets, margins);
  Box& box = boxes_.back();
  box.width = std::min(box.width, std::max(1.0f, widest - insets.left - insets.right));
}

void Layout::open_row(float gap, Spread spread, Margins margins) {
  open(Flow::Row, {}, margins);
  boxes_.back().between = gap;
  boxes_.back().spread = spread;
}

void Layout::open_grid(int columns, Margins margins) {
  open(Flow::Grid, {}, margins);
  boxes_.back().columns = columns;
}

void Layout::open_cell(Insets insets, Margins margins) {
  Box& grid = boxes_.back();
  const float room = grid.width - grid_gap * static_cast<float>(grid.columns - 1);
  const float width = std::floor(room / static_cast<float>(grid.columns));
  if (grid.panes == grid.columns) {
    grid.panes = 0;
    grid.row_top = grid.y + grid_gap;
  }
  const float left = grid.left + static_cast<float>(grid.panes++) * (width + grid_gap);
  push({.left = left, .top = grid.row_top, .width = width, .insets = insets, .margins = margins});
}

void Layout::open_split(float left_share, Margins margins) {
  open(Flow::Split, {}, margins);
  boxes_.back().share = std::clamp(left_share, 0.1f, 0.9f);
}

void Layout::open_pane() {
  Box& split = boxes_.back();
  if (split.flow != Flow::Split) return open(Flow::Column, {}, {16, 16});
  const float room = split.width - split_gap;
  const bool first = split.panes++ == 0;
  const float left = static_cast<float>(static_cast<int>(room * split.share));
  Box box{.left = first ? split.left : split.left + left + split_gap,
          .top = split.top,
          .width = first ? left : room - left};
  push(std::move(box));
}

void Layout::open_apart(Rect column, Insets insets) {
  push({.apart = true, .left = column.x, .top = column.y, .width = column.width, .insets = insets});
}

Rect Layout::close() {
  assert(boxes_.size() > 1);
  stage_.take_start();  // nothing recorded before belongs to the next widget
  if (boxes_.back().flow == Flow::Row) finish_line(boxes_.back(), stage_.mark());
  const Box box = std::move(boxes_.back());
  boxes_.pop_back();
  Box& parent = boxes_.back();
  Rect outer{box.left - box.insets.left, box.top - box.insets.top, box.width + box.insets.left + box.insets.right,
             box.y - box.top + box.insets.top + box.insets.bottom};
  if (box.apart) return outer;
  if (parent.flow == Flow::Row) {
    close_into_row(parent, box, outer);
    return outer;
  }
  const bool split = parent.flow == Flow::Split || parent.flow == Flow::Grid;
  parent.y = split ? std::max(parent.y, outer.y + outer.height) : outer.y + outer.height;
  // A box without an edge of its own passes on the space that its last widget wants.
  parent.pending = box.insets.bottom > 0 ? box.margins.after : std::max(box.margins.after, box.pending);
  parent.empty = false;
  const float used = split ? outer.x + outer.width - parent.left : box.used + box.insets.left + box.insets.right;
  parent.used = std::max(parent.used, std::min(used, parent.width));
  return outer;
}

// The box was laid out at the start of the line, with the whole width; now that its own width is
// known it goes behind its neighbours, or to the next line.
void Layout::close_into_row(Box& parent, const Box& box, Rect& outer) {
  outer.width = std::min(box.used + box.insets.left + box.insets.right, parent.width);
  float x = parent.line.empty() ? parent.left : parent.x + parent.between;
  const float old_y = outer.y;
  const Mark end = stage_.mark();
  if (!parent.line.empty() && x + outer.width > parent.left + parent.width) {
    parent.wrapped = true;
    finish_line(parent, box.mark);
    parent.y += line_gap;
    x = parent.left;
    outer.y = parent.y;
  }
  stage_.move(box.mark, end, x - outer.x, outer.y - old_y);
  outer.x = x;
  parent.line.push_back({box.mark, outer, LineAlign::Top});
  parent.x = x + outer.width;
  parent.line_height = std::max(parent.line_height, outer.height);
  parent.used = std::max(parent.used, parent.x - parent.left);
  parent.empty = false;
}

void Layout::gap(float height) {
  Box& box = boxes_.back();
  if (box.flow == Flow::Row) {
    box.x += height;
    return;
  }
  box.y += height;
}

float Layout::bottom() const { return boxes_.front().y; }

}  // namespace alongside::ui

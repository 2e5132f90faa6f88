// DisplayList: what a frame paints, in page coordinates, before it goes to ImGui. Kept as data so
// that a background can take its place before its contents are known, that parts can be moved
// once their line is complete, and that tests can compare painted words with the tree.
#pragma once

#include "app/ui/figure.hpp"
#include "app/ui/node.hpp"
#include "app/ui/text_layout.hpp"
#include "app/ui/theme.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace alongside::ui {

class Pictures;

struct Command {
  enum class Kind : std::uint8_t {
    Nothing,
    Fill,
    FillTop,
    FillBottom,
    Stroke,
    Shadow,
    Line,
    Text,
    Icon,
    Picture,
    Dot,
    Path,
    Shape,
    Clip,
    Unclip
  };
  Kind kind = Kind::Nothing;
  FontFace face = FontFace::Regular;
  Rect rect;
  Color color;
  float radius = 0;                    // of corners
  float size = 0;                      // thickness of strokes, CSS size of text and icons
  const char* words = nullptr;         // `length` letters that are kept elsewhere
  std::uint32_t text = 0, length = 0;  // in the list's letters: a picture's address; or points
  float letter_spacing = 0, word_spacing = 0;
  std::uint16_t icon = 0;
  std::uint8_t opacity = 255;  // of all of it, over that of its colour
};

struct DrawTarget {
  ImDrawList* draw = nullptr;
  const Fonts* fonts = nullptr;
  float scroll_y = 0;
  float height = 0;  // of the viewport: what lies outside is not drawn
  Pictures* pictures = nullptr;
};

class DisplayList {
 public:
  void clear();
  std::size_t size() const { return commands_.size(); }
  const std::vector<Command>& commands() const { return commands_; }
  std::string_view text_of(const Command& command) const;

  void fill(Rect rect, Color color, float radius = 0);
  void fill_top(Rect rect, Color color, float radius);  // only the upper corners are round
  void fill_bottom(Rect rect, Color color, float radius);
  void stroke(Rect rect, Color color, float radius, float thickness);
  void shadow(Rect rect, Color color, float radius);
  void line(Rect rect, Color color);  // a thin box: rules and underlines
  void dot(Rect rect, Color color);
  // The words are only looked at, and have to be there until the next frame, as those of MeasuredText are.
  void text(std::string_view words, const TextStyle& style, Color color, Rect line_box);
  void icon(Icon icon, float size, Color color, Rect box);  // centred in the box
  // Once it has come it covers what was painted below it, and `veil`, if that has any alpha, lies over it.
  void picture(std::string_view address, Rect box, Color veil = {0, 0, 0, 0});
  // Points count from the box's corner; a shape may be hollow, but not cross itself.
  void path(Rect box, std::span<const FigurePoint> points, Color color, float thickness);
  void shape(Rect box, std::span<const FigurePoint> points, Color color);
  // Between the two nothing is painted outside the box.
  void clip(Rect box);
  void unclip(Rect box);

  // A place in the order to be filled in later, when the size is known.
  std::size_t reserve(std::size_t count);
  // Calls `paint` with this list; what it adds goes into the reserved place (at most `count`).
  template <class Paint>
  void fill_reserved(std::size_t at, std::size_t count, Paint paint);

  void move(std::size_t from, std::size_t to, float dx, float dy);
  void fade(std::size_t from, std::size_t to, std::uint8_t opacity);
  void draw(const DrawTarget& target) const;

 private:
  void take_back(std::size_t mark, std::size_t at, std::size_t count);
  void pointed(Command command, std::span<const FigurePoint> points);

  std::vector<Command> commands_;
  std::vector<FigurePoint> points_;
  std::string letters_;
};

template <class Paint>
void DisplayList::fill_reserved(std::size_t at, std::size_t count, Paint paint) {
  const std::size_t mark = commands_.size();
  paint(*this);
  take_back(mark, at, count);
}

}  // namespace alongside::ui

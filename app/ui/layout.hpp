// Layout: where the next widget goes. Boxes inside boxes; each is a column, a wrapping row or a
// split of two panes. Used by Ui's widgets through FrameParts; knows sizes, not what is drawn.
// All sizes are CSS pixels in page coordinates.
#pragma once

#include "app/ui/stage.hpp"

#include <vector>

namespace alongside::ui {

struct Size {
  float width = 0, height = 0;
};

// Empty space a widget likes before and after itself; between two widgets the larger one counts.
struct Margins {
  float before = 8, after = 8;
};

struct Insets {
  float left = 0, top = 0, right = 0, bottom = 0;
};

enum class Flow : std::uint8_t { Column, Row, Split, Grid };  // Grid: equal columns, filled row by row
enum class Span : std::uint8_t { Column, Page };              // Page: from edge to edge
enum class LineAlign : std::uint8_t { Center, Top, Bottom };  // among the others of a row's line

constexpr float row_gap = 12;
constexpr float line_gap = 8;
constexpr float split_gap = 32;
constexpr float grid_gap = 16;

// Where a line's spare width goes: nowhere, between its items, or after the first of them.
enum class Spread : unsigned char { No, Yes, Ends };

class Layout {
 public:
  explicit Layout(Stage& stage) : stage_(stage) {}

  void begin(float page_width, Rect column);
  // Puts a widget of this size next and returns its place.
  Rect place(Size size, Margins margins = {}, LineAlign align = LineAlign::Center);

  void open(Flow flow, Insets insets = {}, Margins margins = {}, Span span = Span::Column);
  void open_at_most(float widest, Insets insets,
                    Margins margins);  // a column that leaves the rest of a wide line empty
  void open_row(float gap, Spread spread, Margins margins);
  void open_grid(int columns, Margins margins);
  void open_split(float left_share, Margins margins);
  void open_pane();
  // A box of its own at a fixed place, outside the flow: a dialog.
  void open_apart(Rect column, Insets insets);
  // Returns the whole place of the box that was open, insets included. In a row the box is as
  // wide as what is in it.
  Rect close();

  void gap(float height);
  float width() const { return boxes_.back().width; }
  bool in_row() const { return boxes_.back().flow == Flow::Row; }
  bool in_grid() const { return boxes_.back().flow == Flow::Grid; }
  bool is_line_full() const {
    return boxes_.back().panes == boxes_.back().columns;
  }  // of a grid: a cell begins another
  // Nothing that is placed now can come to stand beside something else.
  bool has_whole_line() const;
  float bottom() const;  // of everything placed so far at the top level
  std::size_t depth() const { return boxes_.size(); }

 private:
  struct Item {
    Mark mark;
    Rect rect;
    LineAlign align;
  };
  struct Box {
    Flow flow = Flow::Column;
    bool apart = false;
    float left = 0, top = 0, width = 0;  // of the contents
    Insets insets = {};
    Margins margins = {};
    Mark mark = {};
    float y = 0;        // column: end of the last widget; row: top of the present line
    float pending = 0;  // space after the last widget
    bool empty = true;
    float used = 0;  // width of the widest thing inside
    float x = 0;     // row: where the present line ends
    float line_height = 0;
    float between = row_gap;
    Spread spread = Spread::No;
    bool wrapped = false;  // row: it has more than one line
    float share = 0;       // split
    int panes = 0;         // split: opened so far; grid: cells in the present row
    int columns = 0;       // grid
    float row_top = 0;     // grid: of the present row
    std::vector<Item> line = {};
  };

  Rect next_in_column(Box& box, Size size, Margins margins);
  Rect next_in_row(Box& box, Mark start, Size size, LineAlign align);
  void finish_line(Box& box, Mark end);  // `end`: where what is not of this line begins
  void push(Box box);
  void open_cell(Insets insets, Margins margins);
  void close_into_row(Box& parent, const Box& box, Rect& outer);

  Stage& stage_;
  float page_width_ = 0;
  std::vector<Box> boxes_;
};

}  // namespace alongside::ui

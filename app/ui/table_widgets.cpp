// Ui: tables. On a narrow screen each row becomes a small block with its column titles in it;
// for a screen reader it stays a table.
#include "app/ui/label.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

constexpr float cell_side = 8, cell_above = 8;
constexpr float widest_column = 260;     // on average: the eye does not find its row again across a wide screen
constexpr float narrowest_column = 100;  // holds "£2,184.00" at text scale 1; below it the table stacks

void close_table(FrameParts& parts, const OpenScope& scope, Rect place) {
  parts.paint().fill_reserved(scope.paint, 1, [&](DisplayList& paint) {
    paint.line({place.x, place.y + place.height - 1, place.width, 1}, parts.theme().line_strong);
  });
}

void close_row(FrameParts& parts, const OpenScope& scope, Rect place) {
  parts.paint().fill_reserved(
      scope.paint, 1, [&](DisplayList& paint) { paint.line({place.x, place.y, place.width, 1}, parts.theme().line); });
}

std::vector<float> column_widths(const FrameParts& parts, const std::vector<TableColumn>& columns) {
  float shares = 0;
  for (const TableColumn& column : columns) shares += std::max(0.1f, column.share);
  std::vector<float> widths;
  for (const TableColumn& column : columns) {
    widths.push_back(
        static_cast<float>(static_cast<int>(parts.layout.width() * std::max(0.1f, column.share) / shares)));
    if (widths.back() < narrowest_column * parts.input.text_scale) return {};
  }
  return widths;
}

// The scope of the table around a row.
OpenScope& table_of(FrameParts& parts) { return parts.scopes[parts.scopes.size() - 2]; }

// A row's cells are all placed from its top; the row is as high as the highest of them.
Rect place_cell(FrameParts& parts, OpenScope& row, float left, float width, float height) {
  const float grown = std::max(0.0f, height - row.row_height);
  if (row.column == 0 || grown > 0) {
    const Rect more = parts.layout.place({1, row.column == 0 ? height : grown}, {0, 0});
    if (row.column == 0) row.columns = {more.x, more.y};
    row.row_height = std::max(height, row.row_height);
  }
  return {row.columns[0] + left, row.columns[1], width, height};
}

void stacked_cell(FrameParts& parts, Node& node, const TableColumn& column, bool header) {
  const float width = parts.layout.width();
  const bool titled = !header && !column.title.empty();
  if (titled) node.description = column.title;
  const Label title = measure_label(parts, titled ? std::string_view(column.title) : std::string_view(),
                                    parts.style(16), Icon::None, width * 0.45f);
  const float left = titled ? title.width + 12 : 0;
  const TextStyle style = parts.style(18, header ? FontFace::Bold : FontFace::Regular);
  const Label words = measure_label(parts, node.name, style, Icon::None, width - left);
  node.rect = parts.layout.place({width, std::max(titled ? title.height : 0, words.height)}, {2, 2});
  if (titled) paint_label(parts, title, {node.rect.x, node.rect.y, title.width, title.height}, parts.theme().ink_soft);
  paint_label(parts, words, {node.rect.x + left, node.rect.y, width - left, words.height}, parts.theme().ink,
              titled ? LabelAlign::End : LabelAlign::Start);
}

void column_cell(FrameParts& parts, Node& node, OpenScope& row, const TableColumn& column,
                 const std::vector<float>& widths, bool bold) {
  float left = 0;
  const auto number = static_cast<std::size_t>(row.column);
  for (std::size_t i = 0; i < number; ++i) left += widths[i];
  const TextStyle style = parts.style(bold ? 16 : 18, bold ? FontFace::Bold : FontFace::Regular);
  const Label words = measure_label(parts, node.name, style, Icon::None, widths[number] - 2 * cell_side);
  node.rect = place_cell(parts, row, left, widths[number], words.height + 2 * cell_above);
  const Rect inside{node.rect.x + cell_side, node.rect.y + cell_above, widths[number] - 2 * cell_side, words.height};
  paint_label(parts, words, inside, bold ? parts.theme().ink_soft : parts.theme().ink,
              column.align == Align::End ? LabelAlign::End : LabelAlign::Start);
}

enum class Header : bool { No, Yes };

void open_row(FrameParts& parts, Key key, Header header) {
  OpenScope& row = parts.open(Scope::Kind::TableRow, Role::TableRow, key);
  const bool stacked = table_of(parts).columns.empty();
  row.paint = parts.paint().reserve(1);
  if (!stacked || header == Header::No) row.closed = close_row;
  const float space = stacked && header == Header::No ? 8.0f : 0.0f;
  parts.layout.open(Flow::Column, {0, space, 0, space}, {0, 0});
}

// When the rows are stacked the titles are said in each of them; the header row takes no space.
void header_cells(FrameParts& parts, const std::vector<TableColumn>& columns) {
  for (const TableColumn& column : columns) {
    Node& node = parts.leaf(Role::ColumnHeader);
    node.name = column.title;
    if (column.align == Align::End) node.look = "end";
    const std::vector<float> widths = table_of(parts).columns;
    if (widths.empty()) {
      node.rect = parts.layout.place({1, 0}, {0, 0});
    } else {
      column_cell(parts, node, parts.scope(), column, widths, true);
    }
    ++parts.scope().column;
  }
}

}  // namespace

Scope Ui::table(Key key, std::string_view caption, const std::vector<TableColumn>& columns) {
  FrameParts& parts = frame_.parts();
  OpenScope& table = parts.open(Scope::Kind::Table, Role::Table, key);
  parts.node_of(table).name = caption;
  table.titles = columns;
  table.paint = parts.paint().reserve(1);
  table.closed = close_table;
  const float widest = std::max(3.0f, static_cast<float>(columns.size())) * widest_column * parts.input.text_scale;
  parts.layout.open_at_most(widest, {}, {12, 12});
  table.columns = column_widths(parts, columns);
  if (table.columns.empty()) parts.node_of(table).look = "stacked";
  const Label words = measure_label(parts, caption, parts.style(18, FontFace::Bold), Icon::None, parts.layout.width());
  paint_label(parts, words, parts.layout.place({words.width, words.height}, {0, 4}), parts.theme().ink);
  open_row(parts, "head", Header::Yes);
  header_cells(parts, columns);
  parts.close();
  return {frame_, Scope::Kind::Table};
}

Scope Ui::table_row(Key key) {
  open_row(frame_.parts(), key, Header::No);
  return {frame_, Scope::Kind::TableRow};
}

void Ui::cell(std::string_view text) {
  FrameParts& parts = frame_.parts();
  const auto number = static_cast<std::size_t>(parts.scope().column);
  const OpenScope& table = table_of(parts);
  if (number >= table.titles.size()) return parts.log("a table row has more cells than columns");
  const TableColumn column = table.titles[number];
  const std::vector<float> widths = table.columns;
  const bool header = number == 0;
  Node& node = parts.leaf(header ? Role::RowHeader : Role::Cell);
  node.name = text;
  if (column.align == Align::End) node.look = "end";
  if (widths.empty()) {
    stacked_cell(parts, node, column, header);
  } else {
    column_cell(parts, node, parts.scope(), column, widths, false);
  }
  ++parts.scope().column;
}

}  // namespace alongside::ui

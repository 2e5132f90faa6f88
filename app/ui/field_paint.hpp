// The parts that every field has: label, hint and error above, a box below. Used by the text
// field, the select and the groups of choices.
#pragma once

#include "app/ui/label.hpp"

#include <string_view>

namespace alongside::ui {

struct FieldWords {
  Label label, hint, error;
  float width = 0, height = 0;
};

constexpr float field_padding = 12;
constexpr float field_in_row_width = 360;

// Measures the words of a field and puts them into the node: name, description, error.
FieldWords measure_field(const FrameParts& parts, Node& node, const FieldText& text, float width);
void paint_field_words(FrameParts& parts, const FieldWords& words, Rect place);
float field_width(const FrameParts& parts, float max_width);

enum class Faulty : bool { No, Yes };
void paint_field_box(FrameParts& parts, Rect box, Faulty faulty);
// Painted below the page's own control, which covers it: seen only while a dialog lies over.
void paint_field_value(FrameParts& parts, Rect box, std::string_view value, float lines);

// What a person may have typed: clean text, cut to `units` UTF-16 units.
std::string acceptable_value(std::string_view typed, std::uint16_t units, bool multiline);

}  // namespace alongside::ui

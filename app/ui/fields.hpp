// Small value types that Ui's widgets take: the words of a field, its choices, its errors.
#pragma once

#include "app/ui/key.hpp"
#include "app/ui/node.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::ui {

enum class Current : bool { No, Yes };
enum class Pressed : bool { No, Yes };
enum class Expanded : bool { No, Yes };
enum class Required : bool { No, Yes };
enum class TakeFocus : bool { No, Yes };
enum class Open : bool { No, Yes };
enum class Align : bool { Start, End };
enum class ListLook : std::uint8_t { Cards, Bullets, Plain, Navigation };

struct FieldText {
  std::string label;
  std::string hint = {};
  std::string error = {};  // empty: nothing is wrong
};

struct TextFieldOptions {
  InputType type = InputType::Text;
  InputMode mode = InputMode::Text;
  std::string_view autocomplete = {};  // HTML autofill token, such as "postal-code"
  std::uint16_t max_length = 200;      // UTF-16 units
  std::uint8_t lines = 1;              // above 1: a text area
  float max_width = 0;                 // CSS px; 0: as wide as the column
  Required required = Required::No;
};

// What a file field is for: the browser's chooser offers the camera and photos, or every file there is; or the page
// records a voice, or lets somebody draw their name (web/joined.js).
enum class FileKind : std::uint8_t { Photo, Any, Voice, Drawing };

// A file that the person has chosen. The page holds it; the token, good once, is given to Attachments::add(), or to
// Host::read_file().
struct PickedFile {
  std::string token;
  std::string name;  // as it is called on their device
};

struct Choice {
  std::string value;
  std::string label;
  std::string hint = {};
  std::string_view lang = {};  // of the label, where it is not the page's: "cy"
  std::string picture = {};    // its address, "/api/…"; the word stays beside it
};

struct FieldError {
  Key field;  // the key given to the field's widget, in the same form scope
  std::string message;
};

struct TableColumn {
  std::string title;
  Align align = Align::Start;
  float share = 1;  // of the table's width
};

}  // namespace alongside::ui

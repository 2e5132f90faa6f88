// Ui: the only way a screen is described. Each call draws with Dear ImGui and records a semantic
// node, so that canvas, screen reader, plain page and tests all tell the same. Passed to
// every page each frame by the shell; a page keeps no reference to it. UI thread only.
#pragma once

#include "app/ui/fields.hpp"
#include "app/ui/figure.hpp"
#include "app/ui/key.hpp"
#include "app/ui/look.hpp"
#include "app/ui/role.hpp"
#include "app/ui/scope.hpp"
#include "app/ui/words.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::ui {

class Frame;  // what one frame has gathered; ui/frame.hpp, for the shell and the tests

class Ui {
 public:
  explicit Ui(Frame& frame) : frame_(frame) {}

  // Words. Text given to the widgets below is already in the person's language.
  std::string tr(TextKey key, WordArguments arguments = {}) const;
  std::string plural(TextKey key, std::int64_t count, WordArguments arguments = {}) const;
  Language language() const;

  // Text.
  void heading(int level, std::string_view text);
  void text(std::string_view text, TextLook look = TextLook::Body, Icon icon = Icon::None);
  // The same by its key: in easy read the picture that text.json names for it stands beside the words.
  void sentence(TextKey key, TextLook look = TextLook::Body, Icon icon = Icon::None);
  void badge(Tone tone, Icon icon, std::string_view text);   // a word with an icon in a soft pill
  void notice(Tone tone, Icon icon, std::string_view text);  // a sentence in a soft box
  void status(Key key, std::string_view text);               // spoken once when it changes
  void image(Icon icon, std::string_view name);
  // A picture from this server ("/api/…"), `side` CSS px wide and high; without a name it only goes with words beside
  // it.
  void picture(std::string_view address, std::string_view name, float side);
  void fetch_picture(std::string_view address);  // so that it is here when it is drawn, also without a network
  // A drawing of ours beside what little there is to say, for the eye alone: assets/illustrations/<name>.svg.
  void illustration(std::string_view name);
  void progress(Key key, std::string_view label, std::optional<double> fraction);
  void gap(float steps = 1);  // 4 px steps of empty space; canvas only

  // Actions. A link asks the shell to go to `href`; a button returns true once per activation.
  void link(Key key, std::string_view text, std::string_view href, LinkLook look = LinkLook::Inline,
            Icon icon = Icon::None, Current current = Current::No);
  bool button(Key key, std::string_view text, ButtonLook look = ButtonLook::Secondary, Icon icon = Icon::None);
  // One of several that look alike, such as "Take away: 1": who does not see where it stands hears its group's name
  // too.
  bool button_of_group(Key key, std::string_view text, ButtonLook look = ButtonLook::Secondary);
  // What the link or button before this is called by who hears it; the words on it must be a part of that.
  void heard_as(std::string_view name);
  bool toggle(Key key, std::string_view text, Pressed pressed, Icon icon = Icon::None);
  bool disclosure(Key key, std::string_view text, Expanded expanded);

  // Structure. Each lasts as long as the returned Scope.
  Scope landmark(Key key, Role role, std::string_view name = {});
  Scope card(Key key, CardLook look = CardLook::Card, std::string_view href = {});
  Scope columns(Key key);  // cards alone, beside each other where there is room and then equally high
  Scope list(Key key, std::string_view name = {}, ListLook look = ListLook::Cards);
  Scope list_item(Key key);
  Scope row(Key key, RowLook look = RowLook::Start);  // side by side, wrapping
  Scope split(Key key, float left_share);             // two panes from 900 px, else one after the other
  Scope pane(Key key);                                // one half of a split
  Scope form(Key key, std::string_view name);
  Scope description_list(Key key);
  void description(Key key, Icon icon, std::string_view term, std::string_view definition);
  Scope dialog(Key key, std::string_view title, Open& open);  // falsy scope while closed
  Scope language_of(Language language);                       // words inside are in this language

  // Fields. True in the frame in which the person changed the value.
  bool text_field(Key key, const FieldText& words, std::string& value, const TextFieldOptions& options = {});
  bool checkbox(Key key, std::string_view label, bool& checked, std::string_view picture = {});
  // Choices with pictures are large tiles beside each other.
  bool radio_group(Key key, const FieldText& words, const std::vector<Choice>& choices, std::string& value);
  bool select(Key key, const FieldText& words, const std::vector<Choice>& choices, std::string& value);
  // A photo or PDF, chosen with the page's own chooser, which may be the camera. `button` is painted on it.
  std::optional<PickedFile> file_field(Key key, const FieldText& words, std::string_view button,
                                       FileKind kind = FileKind::Photo);
  // Lists what is wrong and links to each field; takes focus in the frame it is told to.
  void error_summary(Key key, std::string_view title, const std::vector<FieldError>& errors, TakeFocus focus);

  // Tables. Column headers first, then rows of cells.
  Scope table(Key key, std::string_view caption, const std::vector<TableColumn>& columns);
  Scope table_row(Key key);
  void cell(std::string_view text);

  // A drawing with marks in it, such as a map; `hint` says how it moves. What a person did to it is added to `move`.
  // Inside, places are CSS px from its corner; marks and labels that would reach over its edge are left out. What is
  // laid out in it stands below the drawing: its tools. Labels are for the eye alone.
  struct FigureWords {
    std::string_view name, hint;
  };
  Scope figure(Key key, FigureWords words, float height, const Sketch& sketch, FigureMove& move);
  // A drawing that nobody moves, such as a chart. Its name says what it shows, and a table beside it says all of it.
  void chart(Key key, std::string_view name, float height, const Sketch& sketch);
  // Something in the figure that can be chosen; true when it is. `sign` is what stands in the disc or box.
  struct MarkWords {
    std::string_view sign, name;
  };
  bool mark(Key key, FigurePoint centre, MarkWords words, MarkLook look, Pressed pressed = Pressed::No);
  void figure_label(Key key, FigurePoint centre, std::string_view text, TextLook look);  // Soft or Strong
  FigurePoint label_size(std::string_view text, TextLook look) const;

  // The hue of headers, links and chips inside (each plugin has one).
  Scope hue(Hue hue);
  // Width available to the next widget, CSS px.
  float width() const;
  float window_height() const;  // CSS px, of what can be seen at once
  // Moves focus to the widget `key` in the scope now open, from the next frame.
  void focus(Key key);
  // Shell only: ids of the nodes inside carry this plugin's number in their upper half.
  Scope owned_by(std::uint32_t plugin_number);

 private:
  Frame& frame_;
};

}  // namespace alongside::ui

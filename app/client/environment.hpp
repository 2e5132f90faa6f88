// Environment: how this person wants the application to be, resolved from their settings and their
// browser by boot.js and told to the shell as lines of "key=value", before start and at any change.
#pragma once

#include "app/ui/text_spacing.hpp"
#include "app/ui/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::client {

enum class View : std::uint8_t { Canvas, Plain };
enum class Appearance : std::uint8_t { Light, Dark, Contrast };
enum class Network : std::uint8_t { Online, Offline };
enum class Motion : std::uint8_t { Gentle, Still };  // Still: the person asked the browser for less of it
enum class HomeScreen : std::uint8_t {
  Menu,
  Offered,
  There
};  // Offered: the browser would ask; Menu: it may be in its menu

struct Environment {
  ui::Language language = ui::Language::English;
  Appearance appearance = Appearance::Light;
  View view = View::Canvas;
  Network network = Network::Online;
  Motion motion = Motion::Gentle;
  HomeScreen home_screen = HomeScreen::Menu;
  std::string origin;    // "https://alongside.example"
  float text_scale = 1;  // browser's default font size / 16 × the person's own choice; 0.5 to 8

  ui::TextSpacing spacing;
  ui::Wording wording = ui::Wording::Usual;

  // What the person chose in settings, as stored; "auto" where they left it to the browser.
  std::string chosen_language = "auto";
  std::string chosen_appearance = "auto";
  std::string chosen_text = "100";
  std::string chosen_view = "auto";
  std::string chosen_spacing = "usual";
  std::string chosen_face = "usual";
  std::string chosen_words = "usual";
  std::string chosen_aloud = "off";
  std::string chosen_switch = "off";
  std::string chosen_leave = "on";

  // Takes over the lines it knows; anything else is left alone.
  void apply(std::string_view lines);
};

}  // namespace alongside::client

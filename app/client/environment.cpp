#include "app/client/environment.hpp"

#include <fast_float/fast_float.h>
#include <algorithm>

namespace alongside::client {
namespace {

Appearance appearance_named(std::string_view name) {
  if (name == "dark") return Appearance::Dark;
  if (name == "contrast") return Appearance::Contrast;
  return Appearance::Light;
}

float length_from(std::string_view text) {
  float length = 0;
  const auto read = fast_float::from_chars(text.data(), text.data() + text.size(), length);
  return read.ec == std::errc{} ? std::clamp(length, 0.0f, 4.0f) : 0;
}

// "0.12 0.16 1.5 2": letters, words, lines, paragraphs.
ui::TextSpacing spacing_from(std::string_view text) {
  ui::TextSpacing spacing;
  for (float* length : {&spacing.letter, &spacing.word, &spacing.line, &spacing.paragraph}) {
    const std::string_view word = text.substr(0, text.find(' '));
    *length = length_from(word);
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return spacing;
}

float scale_from(std::string_view text, float otherwise) {
  float scale = otherwise;
  const auto read = fast_float::from_chars(text.data(), text.data() + text.size(), scale);
  return read.ec == std::errc{} && scale > 0 ? std::clamp(scale, 0.5f, 8.0f) : otherwise;
}

HomeScreen home_screen_named(std::string_view name) {
  if (name == "there") return HomeScreen::There;
  return name == "offered" ? HomeScreen::Offered : HomeScreen::Menu;
}

void apply_line(Environment& environment, std::string_view key, std::string_view value) {
  if (key == "lang") environment.language = value == "cy" ? ui::Language::Welsh : ui::Language::English;
  if (key == "theme") environment.appearance = appearance_named(value);
  if (key == "view") environment.view = value == "plain" ? View::Plain : View::Canvas;
  if (key == "online") environment.network = value == "0" ? Network::Offline : Network::Online;
  if (key == "text_scale") environment.text_scale = scale_from(value, environment.text_scale);
  if (key == "spacing") environment.spacing = spacing_from(value);
  if (key == "setting.words") {
    environment.chosen_words = value;
    environment.wording = value == "easy" ? ui::Wording::Easy : ui::Wording::Usual;
  }
  if (key == "origin") environment.origin = value;
  if (key == "reduced_motion") environment.motion = value == "1" ? Motion::Still : Motion::Gentle;
  if (key == "install") environment.home_screen = home_screen_named(value);
  if (key == "setting.face") environment.chosen_face = value;
  if (key == "setting.spacing") environment.chosen_spacing = value;
  if (key == "setting.aloud") environment.chosen_aloud = value;
  if (key == "setting.switch") environment.chosen_switch = value;
  if (key == "setting.leave") environment.chosen_leave = value;
  if (key == "setting.lang") environment.chosen_language = value;
  if (key == "setting.theme") environment.chosen_appearance = value;
  if (key == "setting.text") environment.chosen_text = value;
  if (key == "setting.view") environment.chosen_view = value;
}

}  // namespace

void Environment::apply(std::string_view lines) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t equals = line.find('=');
    if (equals != std::string_view::npos) apply_line(*this, line.substr(0, equals), line.substr(equals + 1));
  }
}

}  // namespace alongside::client

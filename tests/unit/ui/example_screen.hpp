// A screen with every kind of widget on it, for tests that must hold for all of them.
#pragma once

#include "app/ui/ui.hpp"

#include <string>

namespace alongside::testing {

struct ExampleScreen {
  std::string wish = "quiet";
  std::string story = "It was good.\nWe will come again.";
  std::string day = "sat", age = "5";
  bool step_free = true;
  ui::Open asking = ui::Open::No;
  bool more = false;
  int saved = 0;
  std::string long_word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

  void draw(ui::Ui& ui);

 private:
  void head(ui::Ui& ui);
  void text(ui::Ui& ui);
  void form(ui::Ui& ui);
  void figures(ui::Ui& ui);
  void ask(ui::Ui& ui);
};

}  // namespace alongside::testing

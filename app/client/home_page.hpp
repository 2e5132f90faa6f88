// HomePage: the first screen: a greeting, one question, and the ways in; for somebody who is signed in
// also what each plugin has to say. The shell's own.
#pragma once

#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

#include <string>

namespace alongside::client {

class HomePage final : public Page {
 public:
  explicit HomePage(OwnPageTools tools) : tools_(tools) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void greeting_ui(ui::Ui& ui);
  void urgent_ui(ui::Ui& ui);
  void own_things_ui(ui::Ui& ui);
  void noted_things_ui(ui::Ui& ui);
  void search_ui(ui::Ui& ui);
  enum class Parts : bool { Few, Many };
  // Where the card about oneself stands: beside the question where there is room, else among the ways in.
  enum class You : bool { Beside, AmongWays };
  void ways_in_ui(ui::Ui& ui, You you);
  void ways_in_ui(ui::Ui& ui, Parts wanted);
  void way_in_ui(ui::Ui& ui, const HostedPlugin& plugin);
  void you_ui(ui::Ui& ui);

  OwnPageTools tools_;
  std::string words_wanted_;
  bool drawn_ = false;
};

}  // namespace alongside::client

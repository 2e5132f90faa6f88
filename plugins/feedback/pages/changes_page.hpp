// ChangesPage: what we asked, what you said, what we did or could not do, with the counts as bars or as tables.
// For everybody, signed in or not; in easy words when they are wanted.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/feedback/model/change_story.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace alongside::feedback {

class ChangesPage final : public Page {
 public:
  explicit ChangesPage(Host& host) : host_(host), shelf_(std::make_shared<Shelf>()) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override { return "/say/changes"; }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Wording : std::uint8_t { Plain, Easy };
  enum class Figures : std::uint8_t { Bars, Tables };
  enum class Load : std::uint8_t { Waiting, Ready, Offline, Failed };
  struct Shelf {  // a reply holds it weakly: the page may have gone
    Load load = Load::Waiting;
    ChangeList list;
  };

  void fetch();
  void trouble_ui(ui::Ui& ui);
  void switches_ui(ui::Ui& ui);
  void story_ui(ui::Ui& ui, const ChangeStory& story);
  void step_ui(ui::Ui& ui, const ChangeStep& step);
  void figure_ui(ui::Ui& ui, const ReleasedTable& table, std::uint32_t people);

  Host& host_;
  std::shared_ptr<Shelf> shelf_;
  std::string service_;  // which the person came from, if any
  Wording wording_ = Wording::Plain;
  Figures figures_ = Figures::Bars;
};

}  // namespace alongside::feedback

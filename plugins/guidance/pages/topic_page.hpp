// TopicPage: one thing a family may ask for, or one step of growing up: what it is, who can ask and how, with words for
// a letter, by when, what happens next, who is on their side, and where all of that comes from.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/ui/words.hpp"
#include "plugins/guidance/pages/guidance_store.hpp"

#include <cstdint>
#include <string>

namespace alongside::guidance {

enum class Shelf : std::uint8_t { Rights, GrowingUp };

class TopicPage final : public Page {
 public:
  TopicPage(Host& host, GuidanceStore& store, Shelf shelf) : host_(host), store_(store), shelf_(shelf) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override {
    return (shelf_ == Shelf::Rights ? "/rights/about/" : "/growing-up/") + id_;
  }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  const Topic* topic() const;
  void way_back_ui(ui::Ui& ui);
  void topic_ui(ui::Ui& ui, const GuidanceBook& book, const Topic& topic);
  void letter_ui(ui::Ui& ui, const GuidanceBook& book, const Topic& topic);
  void begin_letter(const ui::Ui& ui, const Topic& topic);

  Host& host_;
  GuidanceStore& store_;
  Shelf shelf_;
  std::string id_;
  std::string about_;   // what a complaint is about, as the page from which somebody came calls it
  std::string letter_;  // as it is being changed; kept nowhere
  bool has_begun_ = false;
  ui::Language language_ = ui::Language::English;  // of the letter
};

}  // namespace alongside::guidance

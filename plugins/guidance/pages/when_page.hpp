// WhenPage: "When should I hear?" The days that the law counts from the one that somebody chooses. Nothing of it is
// kept, unless somebody who is signed in asks for that: then on this device alone.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/guidance/pages/guidance_store.hpp"

#include <string>

namespace alongside::guidance {

class WhenPage final : public Page {
 public:
  WhenPage(Host& host, GuidanceStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void read_kept();
  void form_ui(ui::Ui& ui, const GuidanceBook& book);
  void days_ui(ui::Ui& ui, const GuidanceBook& book, const Clock& clock, Date from);
  void keep_ui(ui::Ui& ui);

  Host& host_;
  GuidanceStore& store_;
  std::string what_;  // a clock's id
  std::string day_;   // as it was typed
  bool is_read_ = false;
  bool is_kept_ = false;
};

}  // namespace alongside::guidance

// MoneyPage: the first screen of direct payments. Until signing in is built it tells what the money
// may buy and who to ask, and says plainly what is not there yet.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/direct_payments/model/guide.hpp"

#include <cstdint>
#include <memory>

namespace alongside::direct_payments {

class MoneyPage final : public Page {
 public:
  explicit MoneyPage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Load : std::uint8_t { Waiting, Ready, Missing, Offline, Failed };
  struct Asked {
    Load load = Load::Waiting;
    Guide guide;
    void take(Result<Bytes> reply);
  };

  void fetch();
  void signing_in_ui(ui::Ui& ui);
  void trouble_ui(ui::Ui& ui);
  void ask_ui(ui::Ui& ui, const HelpContact* help);

  Host& host_;
  std::shared_ptr<Asked> asked_;  // a reply holds it weakly: none reaches a page that has gone
};

}  // namespace alongside::direct_payments

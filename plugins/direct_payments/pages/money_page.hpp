// MoneyPage: the first screen of direct payments. Signed in: what is left, what is planned, what was
// spent. For everybody: what the money may buy and who to ask.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/direct_payments/model/guide.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"

#include <cstdint>
#include <memory>

namespace alongside::direct_payments {

class MoneyPage final : public Page {
 public:
  MoneyPage(Host& host, MoneyStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  static constexpr std::size_t shown_at_first = 20;
  enum class Load : std::uint8_t { Waiting, Ready, Missing, Offline, Failed };
  struct Asked {
    Load load = Load::Waiting;
    Guide guide;
    void take(Result<Bytes> reply);
  };

  void fetch();
  void family_ui(ui::Ui& ui);
  void news_ui(ui::Ui& ui, const BookAgreement& of);
  void more_ui(ui::Ui& ui, const MoneyStore::View& view);
  void workers_ui(ui::Ui& ui);
  void which_ui(ui::Ui& ui, const MoneyStore::View& chosen);
  void put_away(const BookChange& change);
  void move_to_today(const BookChange& change);
  void take_out(const BookPlan& plan);
  void trouble_ui(ui::Ui& ui);
  void ask_ui(ui::Ui& ui, const HelpContact* help);

  Host& host_;
  MoneyStore& store_;
  Route route_;
  std::size_t shown_ = shown_at_first;
  std::shared_ptr<Asked> asked_;  // a reply holds it weakly: none reaches a page that has gone
};

}  // namespace alongside::direct_payments

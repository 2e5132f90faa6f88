// ForecastPage: "Will it last?" The money day by day until the council looks at the plan again: the lowest day and why,
// a chart with its table, the pace, what is owed and set aside, whether more is left than families may keep, and what
// one more thing a week would do.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/direct_payments/model/outlook.hpp"
#include "plugins/direct_payments/model/set_aside.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"
#include "plugins/direct_payments/pages/forecast/alerts_ui.hpp"
#include "plugins/direct_payments/pages/returns/rules_reader.hpp"

#include <string>

namespace alongside::direct_payments {

class ForecastPage final : public Page {
 public:
  ForecastPage(Host& host, BookStore& store, RulesReader& rules)
      : host_(host), store_(store), rules_(rules), alerts_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  static constexpr std::size_t shown_at_first = 5;

  bool read_draft();
  void keep_draft();
  OutlookAsk asked() const;  // without one more thing a week
  const Outlook& outlook_of(const BookAgreement& agreement);
  void answer_ui(ui::Ui& ui, const Outlook& outlook);
  void why_ui(ui::Ui& ui, const Outlook& outlook);
  void weeks_ui(ui::Ui& ui, const Outlook& outlook);
  void pace_ui(ui::Ui& ui, const Outlook& outlook);
  void surplus_ui(ui::Ui& ui, const Outlook& outlook);
  void wages_ui(ui::Ui& ui);
  void set_aside_ui(ui::Ui& ui);
  void what_if_ui(ui::Ui& ui, const BookAgreement& agreement);
  bool amount_ui(ui::Ui& ui, const char* key, const std::string& label, std::string& typed);

  Host& host_;
  BookStore& store_;
  RulesReader& rules_;
  AlertChooser alerts_;
  Route route_;
  SetAside aside_;
  bool is_draft_read_ = false;
  std::size_t shown_ = shown_at_first;
  Outlook outlook_;
  std::string outlook_of_;  // what it was made of; empty: none yet
};

}  // namespace alongside::direct_payments

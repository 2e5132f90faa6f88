// AgreementPage: "What is agreed": how much and how often, what changes, who keeps the money, what the council wrote
// and why, what to do if one disagrees, and the move at 18.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"
#include "plugins/direct_payments/pages/agreed/move_money_ui.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"
#include "plugins/direct_payments/pages/returns/rules_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

class AgreementPage final : public Page {
 public:
  AgreementPage(Host& host, BookStore& store, RulesReader& rules)
      : host_(host), store_(store), rules_(rules), move_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  const std::vector<AgreementNotice>& letters_of(DocumentId agreement);
  bool is_own(const BookAgreement& of) const;
  void which_ui(ui::Ui& ui, const BookAgreement& chosen);
  void terms_ui(ui::Ui& ui, const Agreement& agreement, const std::vector<AgreementNotice>& letters);
  void spending_ui(ui::Ui& ui, const BookAgreement& of);
  void grown_up_ui(ui::Ui& ui, const BookAgreement& of);

  Host& host_;
  BookStore& store_;
  RulesReader& rules_;
  MoveMoney move_;
  Route route_;
  std::vector<AgreementNotice> letters_;  // newest first
  DocumentId letters_of_;
  std::optional<std::uint64_t> edition_;  // of the records that they were read from
};

}  // namespace alongside::direct_payments

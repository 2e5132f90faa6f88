// ListingPage: whoever runs a club or service says what the local offer should tell of it: a new one, or (?about=ID)
// other words for one that is there. Goes to the council as a letter, also without a network; the council approves it.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "app/wire/messages/offer_proposal.hpp"

#include <memory>
#include <string>
#include <vector>

namespace alongside::comments {

class ListingPage final : public Page {
 public:
  explicit ListingPage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  struct Letter {
    SavingState state = SavingState::Waiting;
  };
  void form_ui(ui::Ui& ui);
  void fields_ui(ui::Ui& ui);
  void errors_ui(ui::Ui& ui);
  void send();

  Host& host_;
  std::string address_;
  wire::OfferProposal form_;
  bool is_checked_ = false;  // after the first try, what is missing is said
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  std::shared_ptr<Letter> letter_;
};

}  // namespace alongside::comments

// AlertChooser: what somebody wants to be told of about this money: nothing unless they choose it. Kept on this device
// first, as everything is. Owned by ForecastPage.
#pragma once

#include "app/plugin_api/saving.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/book.hpp"

#include <cstdint>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

class AlertChooser {
 public:
  explicit AlertChooser(Host& host) : host_(host) {}

  void opened() { is_begun_ = false, saving_.reset(); }
  void draw_ui(ui::Ui& ui, const BookAgreement& of);

 private:
  // As the council has it, with what this device has chosen since.
  struct Seen {
    AlertChoices choices;
    wire::Version version;
  };
  Seen seen_of(DocumentId agreement) const;

  Host& host_;
  bool is_begun_ = false;
  AlertChoices choices_;  // as ticked now
  wire::Version seen_;    // what they were ticked upon
  Saving saving_;
};

}  // namespace alongside::direct_payments

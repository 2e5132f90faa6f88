// MoveMoney: what is still in an account that the agreement does not use any more, as when somebody else has begun to
// keep the money or it has come back; and saying that it was moved. Owned by AgreementPage.
#pragma once

#include "app/plugin_api/saving.hpp"
#include "plugins/direct_payments/model/book.hpp"

#include <string_view>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

class MoveMoney {
 public:
  explicit MoveMoney(Host& host) : host_(host) {}

  // `keeper`: whose account a managed one is.
  void draw_ui(ui::Ui& ui, const Book& book, const BookAgreement& of, std::string_view keeper);

 private:
  Host& host_;
  Saving saving_;
};

}  // namespace alongside::direct_payments

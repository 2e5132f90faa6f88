// NearUi: where the map measures from: a place of the council's, or where this device is, after one sentence on why
// the browser will ask and what becomes of the answer. Also says how exact that is. Owned by MapPage.
#pragma once

#include "app/plugin_api/host.hpp"
#include "plugins/local_offer/model/find_form.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

class NearUi {
 public:
  explicit NearUi(Host& host) : host_(host) {}

  // True when the person chose another place: `form.near` is it.
  bool near_ui(ui::Ui& ui, FindForm& form);

 private:
  std::string exactness(const ui::Ui& ui, const FindForm& form) const;  // empty: there is nothing to say

  Host& host_;
};

}  // namespace alongside::local_offer

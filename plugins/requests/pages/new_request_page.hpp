// NewRequestPage: "Ask for something." A short form, kept as a draft as it is typed; sent when there is a network,
// and until then kept on this device. Takes what is asked for from a service's page by intent.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/requests/model/request_form.hpp"
#include "plugins/requests/model/request_rules.hpp"
#include "plugins/requests/pages/request_store.hpp"

#include <optional>
#include <string>

namespace alongside::requests {

class NewRequestPage final : public Page {
 public:
  NewRequestPage(Host& host, RequestStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void begin();
  void form_ui(ui::Ui& ui);
  void errors_ui(ui::Ui& ui);
  bool fields_ui(ui::Ui& ui);
  bool what_ui(ui::Ui& ui);
  void done_ui(ui::Ui& ui);
  void send();

  Host& host_;
  RequestStore& store_;
  Route route_;
  bool has_begun_ = false;
  bool is_restored_ = false;
  RequestForm form_;
  std::optional<RequestFault> fault_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  DocumentId sent_;
  bool wants_focus_ = false;  // once, when the form has made way for what comes next
};

}  // namespace alongside::requests

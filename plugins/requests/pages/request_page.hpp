// RequestPage: one request: what was asked, all that happened, what happens next, and what the family can do: say more,
// or take it back.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/requests/model/request_rules.hpp"
#include "plugins/requests/pages/request_store.hpp"

#include <optional>
#include <string>

namespace alongside::requests {

class RequestPage final : public Page {
 public:
  RequestPage(Host& host, RequestStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void asked_ui(ui::Ui& ui, const BookRequest& one);
  void steps_ui(ui::Ui& ui, const BookRequest& one);
  void more_ui(ui::Ui& ui, const BookRequest& one);
  void take_back_ui(ui::Ui& ui, const BookRequest& one);
  void add(const BookRequest& one);

  Host& host_;
  RequestStore& store_;
  Route route_;
  std::string draft_key_;
  bool is_draft_read_ = false;
  std::string words_;
  std::optional<RequestFault> fault_;  // of the words
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving adding_;
  ui::Open taking_back_ = ui::Open::No;
  Saving taking_;
};

}  // namespace alongside::requests

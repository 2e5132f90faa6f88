// SayPage: the first screen of feedback: the surveys that are open, each with the way to answer it.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/feedback/pages/survey_listing.hpp"

namespace alongside::feedback {

class SayPage final : public Page {
 public:
  SayPage(Host& host, SurveyListing& listing) : host_(host), listing_(listing) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override { return "/say"; }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void surveys_ui(ui::Ui& ui);

  Host& host_;
  SurveyListing& listing_;
};

}  // namespace alongside::feedback

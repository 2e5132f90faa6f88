// SayPage: the first screen of feedback: the surveys that are open. Answering comes in a later
// release; the screen says so and offers the phone meanwhile.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/feedback/model/survey_list.hpp"

#include <cstdint>
#include <memory>

namespace alongside::feedback {

class SayPage final : public Page {
 public:
  explicit SayPage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Load : std::uint8_t { Waiting, Ready, Offline, Failed };
  struct Asked {
    Load load = Load::Waiting;
    SurveyList list;
    void take(Result<Bytes> reply);
  };

  void fetch();
  void not_yet_ui(ui::Ui& ui);
  void surveys_ui(ui::Ui& ui);
  void trouble_ui(ui::Ui& ui);

  Host& host_;
  std::shared_ptr<Asked> asked_;  // a reply holds it weakly: none reaches a page that has gone
};

}  // namespace alongside::feedback

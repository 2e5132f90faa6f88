// CarryAwayPage: "/carry/{survey}": takes a survey that somebody has begun here to another device. What they said goes
// into a box that only their code opens; the code is shown once, and what is kept here stays here.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/feedback/model/carried_draft.hpp"
#include "plugins/feedback/model/published_form.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace alongside::feedback {

class CarryAwayPage final : public Page {
 public:
  explicit CarryAwayPage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Look : std::uint8_t { Waiting, Ready, Sealing, Made, Offline, Busy, TokenElsewhere, TooLarge, Failed };
  // Replies hold this weakly: the page may have gone.
  struct Box {
    Look look = Look::Waiting;
    Bytes form;
    PublishedForm published;
    std::string code, last_day;
  };

  void fetch_form();
  static void form_came(Box& box, Result<Bytes> reply);
  std::optional<SurveyDraft> begun() const;
  std::string code_of(const SurveyDraft& draft) const;
  void use_older_form(const SurveyDraft& draft);
  void seal(const SurveyDraft& draft);
  static void sealed(Box& box, const Result<Bytes>& reply);
  void making_ui(ui::Ui& ui, const SurveyDraft& draft);
  void code_ui(ui::Ui& ui);
  void trouble_ui(ui::Ui& ui);

  Host& host_;
  std::string survey_, key_;  // the key of the draft
  std::shared_ptr<Box> box_ = std::make_shared<Box>();
};

}  // namespace alongside::feedback

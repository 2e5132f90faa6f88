// InvitedPage: "/i/{code}": somebody was given a code, has no account and wants to say what they think; and "/i", where
// the code is typed. Says what the survey is before it is begun. What was opened here once opens without a network.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/feedback/model/invited_survey.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace alongside::feedback {

class InvitedPage final : public Page {
 public:
  explicit InvitedPage(Host& host) : host_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Look : std::uint8_t { Typing, Waiting, Known, Wrong, Busy, Offline, Failed };
  // Replies hold this weakly: the page may have gone.
  struct Found {
    Look look = Look::Typing;
    InvitedSurvey invited;
  };

  void look_up();
  void came(Found& found, const Result<Bytes>& reply);
  bool open_note(Found& found) const;
  void keep_ready(const Bytes& frame);
  bool was_opened_here() const;
  void typing_ui(ui::Ui& ui);
  void survey_ui(ui::Ui& ui);
  void way_on_ui(ui::Ui& ui);
  void trouble_ui(ui::Ui& ui);

  Host& host_;
  std::string code_;  // its twelve letters as they were meant; empty: none was given
  std::string typed_;
  bool is_typed_wrong_ = false;
  std::shared_ptr<Found> found_ = std::make_shared<Found>();
};

}  // namespace alongside::feedback

// SendPage: "Tell us what you think" and "Tell us what is wrong". Sent with the person's name, so that they get the
// answer, or as a letter without one; either is kept on this device until there is a network, and arrives once.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/comments/model/remark_form.hpp"
#include "plugins/comments/model/remark_rules.hpp"
#include "plugins/comments/pages/comment_store.hpp"

#include <memory>
#include <optional>
#include <string>

namespace alongside::comments {

class SendPage final : public Page {
 public:
  SendPage(Host& host, CommentStore& store, RemarkKind kind) : host_(host), store_(store), kind_(kind) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  bool is_correction() const { return kind_ == RemarkKind::Correction; }
  std::string_view draft_key() const { return is_correction() ? "comments.wrong" : "comments.new"; }
  SavingState sending() const;
  void begin();
  void about_ui(ui::Ui& ui);
  void form_ui(ui::Ui& ui);
  bool fields_ui(ui::Ui& ui);
  bool how_ui(ui::Ui& ui);
  void done_ui(ui::Ui& ui);
  void send();
  void send_letter(const SendRemark& sent);
  void was_sent();

  struct Letter {
    SavingState state = SavingState::Waiting;
  };

  Host& host_;
  CommentStore& store_;
  RemarkKind kind_;
  Route route_;
  bool has_begun_ = false;
  bool is_restored_ = false;
  RemarkForm form_;
  std::optional<RemarkFault> fault_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  std::shared_ptr<Letter> letter_;
  DocumentId sent_;
  bool wants_focus_ = false;  // once, when the form has made way for what comes next
};

}  // namespace alongside::comments

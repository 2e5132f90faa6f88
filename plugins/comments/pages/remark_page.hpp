// RemarkPage: one comment or correction of the person who is signed in: what they said, how it stands, and what the
// council says and does.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/comments/pages/comment_store.hpp"

#include <string>

namespace alongside::comments {

class RemarkPage final : public Page {
 public:
  RemarkPage(Host& host, CommentStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override { route_ = route; }
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void said_ui(ui::Ui& ui, const OwnRemark& one);
  void council_ui(ui::Ui& ui, const OwnRemark& one);

  Host& host_;
  CommentStore& store_;
  Route route_;
};

}  // namespace alongside::comments

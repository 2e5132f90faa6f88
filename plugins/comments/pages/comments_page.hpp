// CommentsPage: what families said of the local offer with the council's answer and action beside it: of everything,
// of one service (/comments/about/ID) or of one year (/comments/year/2026, "You said, we did"); and the ways to say
// something. Reads the same without a network.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/comments/pages/comment_store.hpp"

#include <string>

namespace alongside::comments {

class CommentsPage final : public Page {
 public:
  CommentsPage(Host& host, CommentStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  enum class Shown : std::uint8_t { All, Service, Year };

  void ways_ui(ui::Ui& ui);
  void own_ui(ui::Ui& ui);
  void published_ui(ui::Ui& ui);
  void summaries_ui(ui::Ui& ui, const CommentList& list);
  bool is_shown(const PublishedComment& comment) const;
  std::string form_href(std::string_view path) const;

  Host& host_;
  CommentStore& store_;
  Shown shown_ = Shown::All;
  ServiceId service_;
  std::string name_;  // of the service, as the page from which somebody came calls it
  std::string year_;
};

}  // namespace alongside::comments

// The pages of comments without script: what families said with the council's answer and action beside it, "You said,
// we did" of a year, and how to say something by phone.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/comments/model/comment_list.hpp"

#include <optional>
#include <string_view>

namespace alongside::server {
struct CouncilConfig;
}

namespace alongside::comments {

// Of everything, of one service, or of one year.
struct CommentsShown {
  std::optional<ServiceId> service;
  std::optional<int> year;
};
server::PageContent comments_html(const CommentList& list, const CommentsShown& shown,
                                  const server::CouncilConfig& council, server::Language language);
// In place of the forms, which need scripts.
server::PageContent form_html(RemarkKind kind, const server::CouncilConfig& council, server::Language language);

}  // namespace alongside::comments

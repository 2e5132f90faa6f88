// What somebody says of the local offer with their name, told in words while it is not sent. Part of the module
// "unsent".
#include "app/plugin_api/change_words.hpp"
#include "plugins/comments/model/remark.hpp"

namespace alongside::comments {

using namespace ui::literals;

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words);

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words) {
  return tell_change<SendRemark>(change, [&](const SendRemark& sent) {
    const bool is_comment = sent.remark.kind == RemarkKind::Comment;
    ChangeWords said{words.get(is_comment ? "unsent.comment.comment"_t : "unsent.comment.wrong"_t), {}};
    said.add(words.get("unsent.comment.about"_t), sent.remark.service_name);
    said.add(words.get("unsent.comment.words"_t), sent.remark.words);
    return said;
  });
}

}  // namespace alongside::comments

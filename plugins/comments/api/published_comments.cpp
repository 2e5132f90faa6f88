#include "plugins/comments/api/published_comments.hpp"

#include <algorithm>
#include <utility>

namespace alongside::comments {

Result<CommentList> published_comments(server::Database& database) {
  const RemarkStore store(database);
  CommentList list;
  list.summaries = ALONGSIDE_TRY(store.summaries());
  std::vector<StoredRemark> remarks = ALONGSIDE_TRY(store.all());
  std::sort(remarks.begin(), remarks.end(), [](const StoredRemark& a, const StoredRemark& b) {
    const Date first = a.record.published_on, second = b.record.published_on;
    return first != second ? first > second : a.id < b.id;
  });
  for (StoredRemark& remark : remarks) {
    RemarkRecord& record = remark.record;
    if (record.remark.kind != RemarkKind::Comment || record.published.en.empty()) continue;
    PublishedComment comment;
    comment.topic = record.remark.topic;
    comment.service = record.remark.service;
    comment.service_name = std::move(record.remark.service_name);
    comment.words = std::move(record.published);
    comment.published_on = record.published_on;
    comment.answer = std::move(record.answer);
    comment.action = std::move(record.action);
    comment.answered_on = record.answered_on;
    list.comments.push_back(std::move(comment));
  }
  return list;
}

}  // namespace alongside::comments

#include "plugins/comments/api/remark_box.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/frame.hpp"
#include "plugins/comments/api/remark_content.hpp"
#include "plugins/comments/model/remark_rules.hpp"

#include <string>

namespace alongside::comments {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view send_row = "op comments.send";
// Of letters, whose senders nobody knows: what one council's families never write, and a faulty program might.
constexpr std::size_t most_waiting_letters = 5000;

Result<StoredRemark> remark_of(const SendRemark& sent, Date today) {
  if (sent.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (const auto fault = check(sent.remark)) return Error{ErrorCode::InvalidInput, std::string(name_of(*fault))};
  StoredRemark remark;
  remark.id = sent.id;
  remark.record.remark = cleaned(sent.remark);
  remark.record.sent_on = today;
  return remark;
}

Result<Applied> take_remark(OperationContext& context, const SendRemark& sent) {
  StoredRemark remark = ALONGSIDE_TRY(remark_of(sent, context.clock.today()));
  remark.own = context.operation.subject;
  RemarkStore store(context.database);
  if (ALONGSIDE_TRY(store.find(remark.id))) return Error{ErrorCode::InvalidInput, "bad_payload"};
  if (ALONGSIDE_TRY(store.waiting(context.actor.person)) >= most_waiting_remarks)
    return Error{ErrorCode::TooLarge, "too_many"};
  const auto version = ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content_of(remark), {}));
  ALONGSIDE_TRY(store.put(remark));
  return Applied{version};
}

}  // namespace

Result<void> receive_letter(server::Database& database, const wire::Letter& letter, Date today) {
  const auto sent = ALONGSIDE_TRY(wire::decode_frame<SendRemark>(letter.body));
  const StoredRemark remark = ALONGSIDE_TRY(remark_of(sent, today));
  RemarkStore store(database);
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database));
  if (const auto before = ALONGSIDE_TRY(store.find(remark.id))) {
    const bool is_same =
        !before->has_sender() && wire::encode_payload(SendRemark{remark.id, before->record.remark, {}}) ==
                                     wire::encode_payload(SendRemark{remark.id, remark.record.remark, {}});
    if (is_same) return {};
    return Error{ErrorCode::Conflict, "another letter had this id"};
  }
  if (ALONGSIDE_TRY(store.waiting({})) >= most_waiting_letters)
    return Error{ErrorCode::Unavailable, "too many remarks without a name wait to be looked at"};
  ALONGSIDE_TRY(store.put(remark));
  return transaction.commit();
}

void add_remark_operations(server::Operations& operations) { operations.on<SendRemark>(send_row, take_remark); }

// Everybody who is signed in, on their own behalf: a helper has something to say as well.
void add_remark_access(server::AccessTable& table) {
  table.add(send_row).give(server::Relation::Self, server::Permission::Own);
}

}  // namespace alongside::comments

#include "plugins/direct_payments/api/spending/agreed_words_store.hpp"

#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "app/server/sync/new_content.hpp"
#include "plugins/direct_payments/model/agreement.hpp"

namespace alongside::direct_payments {
namespace {

// Whoever stands beside the person may read a notice, so it tells nothing of the child's plan.
server::NewNotice words_notice(DocumentId agreement) {
  server::NewNotice notice;
  notice.title = {"We have written down what your direct payment is for",
                  "Rydym wedi nodi beth yw pwrpas eich taliad uniongyrchol"};
  notice.text = {"Open it to read it. If something is not right, tell us.",
                 "Agorwch ef i'w ddarllen. Os nad yw rhywbeth yn iawn, dywedwch wrthym."};
  notice.href = "/money/agreement?for=" + agreement.text();
  return notice;
}

}  // namespace

Result<std::optional<AgreedWords>> read_agreed_words(const server::FeatureContext& context, DocumentId agreement) {
  const auto document = ALONGSIDE_TRY(context.documents.find_by_council(agreed_words_id(agreement)));
  const bool is_there =
      document && document->state == wire::DocumentState::Present && document->kind == AgreedWords::schema.id;
  if (!is_there) return std::optional<AgreedWords>();
  return std::optional<AgreedWords>(ALONGSIDE_TRY(wire::decode_payload<AgreedWords>(document->content)));
}

Result<void> keep_agreed_words(const server::FeatureContext& context, const wire::Subject& subject, PersonId payee,
                               const AgreedWords& agreed) {
  const DocumentId id = agreed_words_id(agreed.agreement);
  const auto content = server::new_content(id, subject, payee, wire::Facet::Money, agreed);
  const auto known = ALONGSIDE_TRY(context.documents.find_by_council(id));
  if (known && known->content == content.content) return {};
  ALONGSIDE_TRY(context.documents.put_by_council(content));
  return {};
}

Result<std::string> tell_agreed_words(const server::FeatureContext& context, Chance& chance,
                                      const AgreedWords& agreed) {
  const auto document = ALONGSIDE_TRY(context.documents.find_by_council(agreed.agreement));
  if (!document || document->state != wire::DocumentState::Present || document->kind != Agreement::schema.id)
    return Error{ErrorCode::NotFound, "there is no agreement with this id. See: council-api agreement list"};
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(keep_agreed_words(context, document->subject, document->owner, agreed));
  server::NoticeWriter notices(context.database, context.documents, context.clock, chance);
  const wire::Subject own{document->subject.household, SubjectId(document->owner.bytes())};
  ALONGSIDE_TRY(notices.write(own, words_notice(agreed.agreement)));
  ALONGSIDE_TRY(transaction.commit());
  return "Kept: " + std::to_string(agreed.outcomes.size()) + " outcomes and " + std::to_string(agreed.rules.size()) +
         " rules of this agreement. The payee has a notice.\n";
}

}  // namespace alongside::direct_payments

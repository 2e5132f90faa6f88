#include "plugins/requests/api/answer_request.hpp"

#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "plugins/requests/api/request_content.hpp"

#include <optional>
#include <utility>

namespace alongside::requests {
namespace {

Error wrong(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

std::optional<RequestStatus> answer_named(std::string_view name) {
  for (const RequestStatus status : {RequestStatus::LookedAt, RequestStatus::Question, RequestStatus::Waiting,
                                     RequestStatus::Yes, RequestStatus::No}) {
    if (name_of(status) == name) return status;
  }
  return std::nullopt;
}

Result<RequestStep> step_of(const CouncilAnswer& answer, Date today) {
  const auto status = answer_named(answer.status);
  if (!status) return wrong("write looked_at, question, waiting, yes or no for the status");
  for (const std::string& words : {answer.words.en, answer.words.cy}) {
    if (words.size() > FamilyRequest::most_words) return wrong("keep the words under 4,000 bytes");
    if (!is_text(words)) return wrong("write plain words, in UTF-8");
  }
  RequestStep step;
  step.day = today;
  step.by = StepBy::Council;
  step.status = *status;
  step.words = {std::string(trim(answer.words.en)), std::string(trim(answer.words.cy))};
  if (step.words.en.empty()) return wrong("say something to the family: what happens next, or why not");
  return step;
}

// Whoever stands beside the person may read a notice, so it does not say what was asked.
server::NewNotice notice_of(DocumentId request) {
  server::NewNotice notice;
  notice.title = {"There is an answer to what you asked", "Mae ateb i'r hyn wnaethoch chi ofyn"};
  notice.text = {"Open it to read what we say and what happens next.",
                 "Agorwch ef i ddarllen beth rydym yn ei ddweud a beth sy'n digwydd nesaf."};
  notice.href = "/requests/one/" + request.text();
  return notice;
}

}  // namespace

Result<FoundRequest> find_request(const server::FeatureContext& context, const std::string& id) {
  const auto parsed = DocumentId::parse(id);
  if (!parsed.ok()) return wrong("give the id of a request, from: council-api requests list");
  const auto document = ALONGSIDE_TRY(context.documents.find_by_council(parsed.value()));
  if (!document || document->state != wire::DocumentState::Present || document->kind != FamilyRequest::schema.id)
    return Error{ErrorCode::NotFound, "there is no request with this id. See: council-api requests list --all"};
  return FoundRequest{*document, ALONGSIDE_TRY(wire::decode_payload<FamilyRequest>(document->content))};
}

Result<std::string> answer_request(const server::FeatureContext& context, Chance& chance, const CouncilAnswer& answer) {
  auto [document, request] = ALONGSIDE_TRY(find_request(context, answer.id));
  if (request.status() == RequestStatus::TakenBack) return wrong("its family has taken this request back");
  if (request.steps.size() >= FamilyRequest::most_steps) return wrong("this request has 100 steps; that is the most");
  request.steps.push_back(ALONGSIDE_TRY(step_of(answer, context.clock.today())));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(context.documents.put_by_council(content_of(document.id, document.subject, document.owner, request)));
  const wire::Subject own{document.subject.household, SubjectId(document.owner.bytes())};
  server::NoticeWriter notices(context.database, context.documents, context.clock, chance);
  ALONGSIDE_TRY(notices.write(own, notice_of(document.id)));
  ALONGSIDE_TRY(transaction.commit());
  return "Answered: " + std::string(name_of(request.status())) + ". The family has a notice.\n";
}

}  // namespace alongside::requests

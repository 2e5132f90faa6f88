#include "plugins/feedback/api/answer_box.hpp"

#include "app/server/database.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/files/answer_files.hpp"
#include "plugins/feedback/model/pages_form.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/survey_run.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_service_bytes = 36, most_name_bytes = 400;

struct Checked {
  Response response;
  std::vector<NamedFile> files;
};

Result<Checked> checked(const AnonymousAnswers& letter, const FrozenDefinition& frozen) {
  const Response& response = letter.response;
  if (letter.id.is_nil()) return Error{ErrorCode::InvalidInput, "a letter has a random id"};
  if (response.about_service.size() > most_service_bytes || response.about_service_name.size() > most_name_bytes) {
    return Error{ErrorCode::InvalidInput, "the service's name is too long"};
  }
  const auto form = ALONGSIDE_TRY(survey_form(frozen.definition));
  Checked checked{ALONGSIDE_TRY(accept(form, response, 0)), {}};
  checked.files = named_files(*form, checked.response.answers);
  if (checked.files.size() > most_joined) return Error{ErrorCode::TooLarge, "too_many_files"};
  return checked;
}

// The bytes that are stored, and compared when a letter comes again: what a newer app may have added to
// the letter is no answer, and is not kept.
Bytes kept_bytes(Response response) {
  response.tail = {};
  KeptAnswers kept{Date(), std::move(response), {}};
  return wire::encode_payload(kept);
}

}  // namespace

Result<void> AnswerBox::receive(const wire::Letter& letter, Date today) {
  const auto answers = ALONGSIDE_TRY(wire::decode_frame<AnonymousAnswers>(letter.body));
  const FrozenDefinition frozen = ALONGSIDE_TRY(definitions_.find(answers.response.edition));
  Checked good = ALONGSIDE_TRY(checked(answers, frozen));
  const Bytes kept = kept_bytes(std::move(good.response));
  const Bytes id(answers.id.bytes().begin(), answers.id.bytes().end());
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database_));
  if (ALONGSIDE_TRY(is_known(id, kept))) return {};
  if (frozen.definition.how_often == HowOften::Once) {
    ALONGSIDE_TRY(desk_.spend(token_purpose(frozen.edition), letter.token));
  }
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO feedback_answers(id, survey, version, day, answers) VALUES(?1, ?2, ?3, ?4, ?5)"));
  insert.bind_bytes(1, id).bind_bytes(2, frozen.edition.survey.bytes());
  insert.bind(3, static_cast<std::int64_t>(frozen.edition.version)).bind(4, today.days()).bind_bytes(5, kept);
  ALONGSIDE_TRY(insert.run());
  ALONGSIDE_TRY(AnswerFiles(database_).expect(answers.id, good.files));
  return transaction.commit();
}

Result<bool> AnswerBox::is_known(const Bytes& id, const Bytes& kept) const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT answers FROM feedback_answers WHERE id = ?1"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, id).step()) == server::Step::Done) return false;
  if (std::ranges::equal(select.column_bytes(0), kept)) return true;
  return Error{ErrorCode::Conflict, "another letter had this id"};
}

}  // namespace alongside::feedback

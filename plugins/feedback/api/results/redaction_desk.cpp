#include "plugins/feedback/api/results/redaction_desk.hpp"

#include "app/base/bytes.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/database.hpp"
#include "app/server/digest.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_words_shown = 4000;

Result<std::string> words_id(const AnswerId& response, const std::string& question) {
  const std::string name = response.text() + "/" + question;
  const auto hash = ALONGSIDE_TRY(server::sha256(Bytes(name.begin(), name.end())));
  IdBytes id{};
  std::copy_n(hash.begin(), id.size(), id.begin());
  return uuid_text(id);
}

}  // namespace

Result<std::vector<WrittenWords>> RedactionDesk::all(const KeptResponses& kept) const {
  std::vector<WrittenWords> all;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT state, words FROM feedback_words WHERE id = ?1"));
  for (const KeptResponse& response : kept.responses) {
    for (const JoinedQuestion& question : kept.questions) {
      if (question.question.type != QuestionType::Comment) continue;
      const Value* answer = answer_to(question, response.response);
      if (answer == nullptr || answer->kind != ValueKind::Text) continue;
      WrittenWords written{ALONGSIDE_TRY(words_id(response.id, question.question.name)), response.id.text(), &question,
                           answer->text, WordsState::Waiting};
      if (ALONGSIDE_TRY(select.bind(1, written.id).step()) == server::Step::Row) {
        written.state = static_cast<WordsState>(select.column_integer(0));
        if (written.state != WordsState::Hidden) written.words = select.column_text(1);
      }
      select.reset();
      all.push_back(std::move(written));
    }
  }
  return all;
}

Result<void> RedactionDesk::put(const std::string& id, WordsState state, const std::string& words) {
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO feedback_words(id, state, words) VALUES(?1, ?2, ?3)"
                        " ON CONFLICT (id) DO UPDATE SET state = excluded.state, words = excluded.words"));
  insert.bind(1, id).bind(2, static_cast<std::int64_t>(state)).bind(3, words);
  return insert.run();
}

Result<void> RedactionDesk::approve(const std::string& id, const std::string& words) {
  const std::string left(trim(words));
  if (left.empty()) return Error{ErrorCode::InvalidInput, "nothing would be left: hide these words instead"};
  if (left.size() > most_words_shown || !is_text(left))
    return Error{ErrorCode::InvalidInput, "write at most 4,000 bytes of plain words, in UTF-8"};
  return put(id, WordsState::Approved, left);
}

Result<void> RedactionDesk::hide(const std::string& id) { return put(id, WordsState::Hidden, {}); }

Result<std::int64_t> RedactionDesk::forget(const AnswerId& response, const std::string& question) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM feedback_words WHERE id = ?1 AND state <> ?2"));
  remove.bind(1, ALONGSIDE_TRY(words_id(response, question))).bind(2, static_cast<std::int64_t>(WordsState::Released));
  ALONGSIDE_TRY(remove.run());
  return database_.changes();
}

Result<std::vector<ReleasedWords>> RedactionDesk::take_approved(const KeptResponses& kept) {
  std::vector<ReleasedWords> released;
  for (const WrittenWords& written : ALONGSIDE_TRY(all(kept))) {
    if (written.state != WordsState::Approved) continue;
    ALONGSIDE_TRY(put(written.id, WordsState::Released, written.words));
    released.push_back({written.question->question.title, written.words});
  }
  // Sorted by what they say: their order tells nothing of whose they are, nor what else one person wrote.
  std::ranges::sort(released, [](const ReleasedWords& a, const ReleasedWords& b) {
    return std::pair(a.question.en, a.words) < std::pair(b.question.en, b.words);
  });
  return released;
}

}  // namespace alongside::feedback

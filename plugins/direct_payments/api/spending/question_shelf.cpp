#include "plugins/direct_payments/api/spending/question_shelf.hpp"

#include "app/server/feature.hpp"
#include "app/server/json_tree.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace alongside::direct_payments {
namespace {

using server::json_whole;
using server::json_words;
using server::JsonValue;
using server::put_member;

JsonValue answer_json(const WrittenAnswer& answer) {
  JsonValue json = server::json_object();
  put_member(json, "day", json_words(answer.day.iso()));
  put_member(json, "officer", json_words(answer.officer));
  put_member(json, "answer", json_words(name_of(answer.reply)));
  put_member(json, "words", json_words(answer.words.en));
  if (!answer.words.cy.empty()) put_member(json, "welsh", json_words(answer.words.cy));
  return json;
}

// What somebody wrote may have lines of its own; here each text has one.
std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

}  // namespace

Result<std::vector<KeptQuestion>> all_questions(const server::FeatureContext& context) {
  std::vector<KeptQuestion> all;
  for (const wire::Document& document : ALONGSIDE_TRY(context.documents.all_by_council(SpendQuestion::schema.id)))
    all.push_back({document, ALONGSIDE_TRY(wire::decode_payload<SpendQuestion>(document.content))});
  std::sort(all.begin(), all.end(), [](const KeptQuestion& a, const KeptQuestion& b) {
    return std::tie(a.content.answer_by, a.document.id) < std::tie(b.content.answer_by, b.document.id);
  });
  return all;
}

Result<std::vector<KeptQuestion>> answered_questions(const server::FeatureContext& context, DocumentId agreement,
                                                     Date until) {
  auto all = ALONGSIDE_TRY(all_questions(context));
  std::erase_if(all, [&](const KeptQuestion& one) {
    return one.content.agreement != agreement || one.content.is_open() || one.content.answers.front().day > until;
  });
  return all;
}

Result<KeptQuestion> find_question(const server::FeatureContext& context, const std::string& id) {
  const auto parsed = DocumentId::parse(id);
  if (!parsed.ok())
    return Error{ErrorCode::InvalidInput, "give the id of a question, from: council-api agreement questions"};
  const auto document = ALONGSIDE_TRY(context.documents.find_by_council(parsed.value()));
  if (!document || document->state != wire::DocumentState::Present || document->kind != SpendQuestion::schema.id)
    return Error{ErrorCode::NotFound, "there is no question with this id. See: council-api agreement questions --all"};
  return KeptQuestion{*document, ALONGSIDE_TRY(wire::decode_payload<SpendQuestion>(document->content))};
}

std::string question_lines(const KeptQuestion& question, const std::string& before) {
  const SpendQuestion& content = question.content;
  std::string text = before + "Asked " + content.asked_on.iso() + ": " + one_line(content.what);
  if (content.cost) text += ", " + content.cost->text();
  text += " (" + question.document.id.text() + ")\n";
  if (!content.why.empty()) text += before + "  Why: " + one_line(content.why) + "\n";
  for (const WrittenAnswer& answer : content.answers)
    text += before + "  " + answer.day.iso() + ", " + one_line(answer.officer) + ": " +
            std::string(name_of(answer.reply)) + ". " + one_line(answer.words.en) + "\n";
  return text;
}

JsonValue question_json(const KeptQuestion& question) {
  const SpendQuestion& content = question.content;
  JsonValue json = server::json_object();
  put_member(json, "id", json_words(question.document.id.text()));
  put_member(json, "agreement", json_words(content.agreement.text()));
  put_member(json, "what", json_words(content.what));
  if (content.cost) put_member(json, "pence", json_whole(content.cost->pence()));
  put_member(json, "why", json_words(content.why));
  put_member(json, "asked", json_words(content.asked_on.iso()));
  put_member(json, "answer_by", json_words(content.answer_by.iso()));
  JsonValue answers = server::json_array();
  for (const WrittenAnswer& answer : content.answers) answers.items.push_back(answer_json(answer));
  put_member(json, "answers", std::move(answers));
  return json;
}

}  // namespace alongside::direct_payments

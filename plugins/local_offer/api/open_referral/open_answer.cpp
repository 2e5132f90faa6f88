#include "plugins/local_offer/api/open_referral/open_answer.hpp"

#include "app/server/json_tree.hpp"

#include <string_view>

namespace alongside::local_offer {
namespace {

using server::json_whole;
using server::json_words;

struct ProblemWords {
  int status;
  std::string_view title;
};

ProblemWords problem_words(ErrorCode code) {
  if (code == ErrorCode::InvalidInput) return {400, "A parameter cannot be used"};
  if (code == ErrorCode::NotFound) return {404, "Not found"};
  return {503, "Not available at the moment"};
}

server::Response open_problem(const Error& error) {
  const ProblemWords words = problem_words(error.code);
  const bool is_ours = words.status >= 500;
  server::JsonValue problem = server::json_object();
  server::put_member(problem, "type", json_words("about:blank"));
  server::put_member(problem, "title", json_words(words.title));
  server::put_member(problem, "status", json_whole(words.status));
  server::put_member(problem, "detail", json_words(is_ours ? "Please try again soon." : error.detail));
  server::Response response;
  response.status = words.status;
  response.content_type = "application/problem+json";
  response.body = server::write_json(problem);
  if (is_ours) response.fault = error.detail;
  if (is_ours) response.retry_after_seconds = 5;
  return response;
}

}  // namespace

server::Response open_answer(const Result<server::JsonValue>& answer) {
  server::Response response;
  if (answer.ok()) {
    response.content_type = "application/json";
    response.caching = server::Caching::Revalidate;
    response.body = server::write_json(answer.value());
  } else {
    response = open_problem(answer.error());
  }
  response.readers = server::Readers::AnyPage;
  return response;
}

}  // namespace alongside::local_offer

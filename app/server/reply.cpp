#include "app/server/reply.hpp"

#include "app/wire/messages/problem.hpp"

namespace alongside::server {

namespace {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidInput: return 400;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::NotAllowed: return 403;
    case ErrorCode::SignedOut: return 401;
    case ErrorCode::TooLarge: return 413;
    case ErrorCode::Conflict: return 409;
    case ErrorCode::Offline:
    case ErrorCode::Unavailable:
    case ErrorCode::Storage: return 503;
    case ErrorCode::Incompatible: return 400;
    case ErrorCode::Internal: return 500;
  }
  return 500;
}

}  // namespace

Response problem(const Request& request, int status, std::string_view code, std::string_view detail,
                 std::uint64_t offset) {
  if (request.format == Format::Html) return text_response(status, detail);
  wire::Problem body;
  body.code = code;
  body.detail = detail;
  body.offset = offset;
  Response response = reply(request, body);
  response.status = status;
  return response;
}

Response problem(const Request& request, const Error& error) {
  const int status = status_of(error.code);
  // What went wrong inside is for the log; outside it would only help somebody who looks for holes.
  const bool ours = status >= 500;
  Response response = problem(request, status, name_of(error.code),
                              ours ? "We cannot do this at the moment. Please try again soon." : error.detail);
  if (ours) response.fault = error.detail;
  if (status == 503) response.retry_after_seconds = 5;
  return response;
}

}  // namespace alongside::server

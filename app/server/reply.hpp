// reply: turns a wire value into a Response in the format that was asked for, and a frame in a
// request into a wire value. The only server header that brings the archives; included by
// features' handlers, which say what and never how.
#pragma once

#include "app/server/request.hpp"
#include "app/server/response.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/json.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace alongside::server {

inline constexpr std::string_view frame_type = "application/x-alongside";
inline constexpr std::string_view json_type = "application/json";

// An answer that says what was wrong: wire::Problem as a frame or JSON, or plain words.
Response problem(const Request& request, int status, std::string_view code, std::string_view detail,
                 std::uint64_t offset = 0);
// The status that fits an Error's code: NotFound 404, InvalidInput 400, TooLarge 413 …
Response problem(const Request& request, const Error& error);

template <class T>
Response reply(const Request& request, const T& value, Caching caching = Caching::Private) {
  Response response;
  response.caching = caching;
  response.vary = "Accept";
  if (request.format == Format::Frame) {
    const auto bytes = wire::encode_frame(value);
    response.content_type = frame_type;
    response.body.assign(bytes.begin(), bytes.end());
  } else {
    response.content_type = json_type;
    response.body = wire::to_json(value);
  }
  return response;
}

// Decodes the body as one frame of T and gives it to `answer`; a bad frame is answered here, with
// 400, the fault's code and its offset.
template <class T, class Answer>
Response with_body(const Request& request, Answer answer) {
  auto decoded = wire::decode_frame_checked<T>(request.body);
  if (const auto* fault = std::get_if<wire::DecodeError>(&decoded)) {
    return problem(request, 400, wire::name_of(fault->code), wire::to_error(*fault).detail, fault->offset);
  }
  return answer(std::move(std::get<T>(decoded)));
}

}  // namespace alongside::server

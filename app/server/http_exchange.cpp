#include "app/server/http_exchange.hpp"

#include "app/server/http_parser.hpp"
#include "app/server/log.hpp"
#include "app/server/negotiation.hpp"
#include "app/server/reply.hpp"
#include "app/server/session/session_cookie.hpp"

#include <cstdio>
#include <exception>
#include <utility>

namespace alongside::server {

namespace {

constexpr std::string_view head_end = "\r\n\r\n";

// Each proxy adds whom it heard at the end, so only the last was written by ours.
std::string last_address_in(std::string_view list) {
  const std::size_t comma = list.rfind(',');
  std::string_view last = comma == list.npos ? list : list.substr(comma + 1);
  while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
  return std::string(last.substr(0, 64));
}

// The method as a literal of ours: the log repeats nothing that a stranger wrote.
std::string_view method_name(const Accepted& accepted) {
  if (!accepted.method) return "other";
  if (accepted.method == Method::Post) return "POST";
  return accepted.body_wanted == BodyWanted::Yes ? "GET" : "HEAD";
}

}  // namespace

HttpExchange::HttpExchange(std::uint64_t number) {
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
  id = text;
}

bool HttpExchange::take_head(std::string& buffer) {
  const std::size_t end = buffer.find(head_end);
  const std::size_t size = end == buffer.npos ? buffer.size() : end + head_end.size();
  refusal = raw_head_fault(std::string_view(buffer).substr(0, size));
  if (!refusal && size > guard_limits::head_bytes) {
    refusal = Refusal{431, "large_head", "The head of the request is larger than 8 KB."};
  }
  if (refusal || end == buffer.npos) return false;
  head_ = buffer.substr(0, size);
  buffer.erase(0, size);
  return true;
}

void HttpExchange::check(const CouncilConfig& config, OwnOrigins own_origins) {
  const auto parsed = parse_head(head_, [&](const RequestHead& head) { examine(head, config, own_origins); });
  if (!parsed) refusal = Refusal{400, "malformed_head", "The head of the request cannot be read."};
}

void HttpExchange::examine(const RequestHead& parsed, const CouncilConfig& config, OwnOrigins own_origins) {
  if (!own_origins.empty()) request.origin = own_origins.front();
  request.format = format_of(parsed.value("Accept"));
  const std::string_view site = parsed.value("Sec-Fetch-Site");
  if (site == "cross-site" || site == "same-site") request.led_here = LedHere::ByAnotherSite;
  encoding.if_none_match = parsed.value("If-None-Match");
  encoding.accept_encoding = parsed.value("Accept-Encoding");
  encoding.a_im = parsed.value("A-IM");
  caller_.accept_encoding = encoding.accept_encoding;
  if (parsed.count("Cookie") == 1) {
    caller_.token = session_cookie_in(parsed.value("Cookie"));
    request.cookies = sign_in_cookies_in(parsed.value("Cookie"));
  }
  const std::string& told = config.sign_in.address_header;
  if (!told.empty() && parsed.count(told) == 1) request.address = last_address_in(parsed.value(told));
  auto decision = guard(parsed, own_origins);
  if (const auto* refused = std::get_if<Refusal>(&decision)) {
    refusal = *refused;
    return;
  }
  // `query` is a view into head_, which lives as long as this.
  accepted = std::get<Accepted>(std::move(decision));
  method_name_ = method_name(accepted);
  request.method = accepted.method.value_or(Method::Get);
  request.path = accepted.path;
  request.query = Query::parse(accepted.query);
  request.language = language_of(request.query, parsed.value("Accept-Language"), config.languages);
}

std::optional<Response> HttpExchange::turn_away(const Site& site) {
  std::optional<Response> refused;
  Response trouble = guarded([&] {
    refused = site.turn_away(plan, request, caller_);
    return Response{};
  });
  return trouble.fault.empty() ? refused : std::optional(std::move(trouble));
}

Response HttpExchange::answer(const Site& site) {
  return guarded([&] { return site.answer(plan, request, caller_); });
}

Response HttpExchange::guarded(const std::function<Response()>& act) const {
  std::string fault;
  try {
    return act();
  } catch (const std::exception& exception) {
    fault = exception.what();
  } catch (...) {
    fault = "something that is no exception";
  }
  Response response = problem(request, 500, "internal", "We cannot do this at the moment. Please try again soon.");
  response.fault = "a handler threw: " + fault;
  return response;
}

AnsweredRequest HttpExchange::answered(const Response& response) const {
  return {method_name_, plan.pattern, response.status, std::chrono::steady_clock::now() - started};
}

void HttpExchange::log(Log& log, const Response& response, std::size_t bytes_written) const {
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - started;
  const std::string_view reason = refusal ? refusal->code : std::string_view("-");
  log.write(LogLevel::Info, "request",
            {{"id", std::string_view(id)},
             {"method", method_name_},
             {"route", plan.pattern},
             {"status", std::int64_t{response.status}},
             {"bytes", static_cast<std::int64_t>(bytes_written)},
             {"ms", taken.count()},
             {"refused", reason}});
  if (!response.security_event.empty()) {
    log.write(LogLevel::Info, "security",
              {{"id", std::string_view(id)}, {"what", response.security_event}, {"route", plan.pattern}});
  }
  if (response.fault.empty()) return;
  log.write(LogLevel::Failure, "fault", {{"id", std::string_view(id)}, {"detail", std::string_view(response.fault)}});
}

}  // namespace alongside::server

#include "plugins/requests/model/request_rules.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"

#include <algorithm>
#include <string>

namespace alongside::requests {
namespace {

std::optional<RequestFault> check_text(std::string_view text, std::size_t most) {
  if (text.size() > most) return RequestFault::TooLong;
  if (!is_text(text)) return RequestFault::BadText;
  return std::nullopt;
}

std::optional<RequestFault> check_words(std::string_view words) {
  if (const auto fault = check_text(words, FamilyRequest::most_words)) return fault;
  return trim(words).empty() ? std::optional(RequestFault::NoWords) : std::nullopt;
}

void add_step(FamilyRequest& request, RequestStatus status, std::string_view words, Date day) {
  RequestStep step;
  step.day = day;
  step.by = StepBy::Family;
  step.status = status;
  step.words.en = trim(words);
  request.steps.push_back(std::move(step));
}

}  // namespace

std::optional<RequestFault> check(const AskFor& ask) {
  for (const std::string* line : {&ask.service_name, &ask.when, &ask.contact}) {
    if (const auto fault = check_text(*line, FamilyRequest::most_line)) return fault;
  }
  return check_words(ask.needs);
}

std::optional<RequestFault> check(const FamilyRequest& request, const AddWords& add) {
  if (!is_open(request.status())) return RequestFault::Over;
  if (request.steps.size() >= FamilyRequest::most_steps) return RequestFault::TooMany;
  return check_words(add.words);
}

std::optional<RequestFault> check(const FamilyRequest& request, const TakeBack&) {
  return is_open(request.status()) ? std::nullopt : std::optional(RequestFault::Over);
}

FamilyRequest request_of(const AskFor& ask, Date asked_on, Date answer_by) {
  FamilyRequest request;
  request.kind = ask.kind;
  request.service = ask.service;
  request.service_name = trim(ask.service_name);
  request.needs = trim(ask.needs);
  request.when = trim(ask.when);
  request.contact = trim(ask.contact);
  request.asked_on = asked_on;
  request.answer_by = answer_by;
  return request;
}

void add_words(FamilyRequest& request, std::string_view words, Date day) {
  const RequestStatus status = request.status();
  add_step(request, status == RequestStatus::Question ? RequestStatus::LookedAt : status, words, day);
}

void take_back(FamilyRequest& request, Date day) { add_step(request, RequestStatus::TakenBack, {}, day); }

}  // namespace alongside::requests

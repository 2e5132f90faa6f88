#include "tests/worlds/browser.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"

namespace alongside::worlds {

namespace {

constexpr std::string_view own_origin =
    "Sec-Fetch-Site: same-origin\r\nOrigin: http://localhost:8080\r\nContent-Type: application/x-alongside\r\n";

// "name=value" of a Set-Cookie, or empty.
std::string cookie_in(const std::string& head) {
  constexpr std::string_view field = "\r\nSet-Cookie: ";
  const std::size_t start = head.find(field);
  if (start == head.npos) return {};
  const std::size_t value = start + field.size();
  return head.substr(value, head.find_first_of(";\r", value) - value);
}

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

}  // namespace

Answer Browser::ask(std::string_view method, const std::string& target, std::string_view fields, const Bytes& body,
                    Cookie cookie) {
  std::string head = std::string(method) + " " + target + " HTTP/1.1\r\nHost: localhost:8080\r\n";
  head += "Accept: application/x-alongside\r\n";
  head += fields;
  if (cookie == Cookie::Sent && !cookie_.empty()) head += "Cookie: " + cookie_ + "\r\n";
  if (method == "POST") head += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  Answer answer = council_.ask(head + "\r\n", body);
  if (std::string fresh = cookie_in(answer.head); !fresh.empty()) cookie_ = std::move(fresh);
  if (seen_ != nullptr) seen_->push_back(std::string(method) + " " + target + "\n" + answer.head + answer.body);
  return answer;
}

Answer Browser::get(const std::string& target) { return ask("GET", target, "", {}); }

Answer Browser::post(const std::string& target, const Bytes& frame) { return ask("POST", target, own_origin, frame); }

Answer Browser::post_without_name(const std::string& target, const Bytes& frame) {
  return ask("POST", target, own_origin, frame, Cookie::Left);
}

void Browser::sign_in() {
  if (!cookie_.empty()) return;
  wire::DemoSignIn asked;
  asked.person = person_id(who_);
  asked.device = "Test";
  if (post("/api/session/demo", wire::encode_frame(asked)).status != 200 || cookie_.empty()) {
    must(Result<void>(Error{ErrorCode::Internal, "nobody can sign in"}));
  }
}

void Browser::look() {
  for (int page = 0; page < 100; ++page) {
    const std::string target = "/api/sync/feed?since=" + std::to_string(cursor_);
    Answer answer = get(target);
    if (answer.status == 401) {  // signed out by themselves after a long day
      cookie_.clear();
      sign_in();
      answer = get(target);
    }
    const auto found = wire::decode_frame<wire::FeedPage>(bytes_of(answer.body));
    if (!found) return;  // a planted leak may have spoilt it
    for (const wire::Document& document : found->documents) {
      if (document.state == wire::DocumentState::Gone) {
        documents_.erase(document.id);
      } else {
        documents_[document.id] = document;
      }
    }
    cursor_ = found->until;
    if (found->more == wire::More::No) return;
  }
}

void Browser::push(const wire::Subject& subject, wire::SchemaId schema, Bytes payload, std::uint64_t base_version) {
  wire::Push push;
  push.device = device_;
  push.actor = person_id(who_);
  push.first_sequence = next_;
  push.subjects = {subject};
  wire::PushedOperation operation;
  operation.id = random_id<OperationId>(council_.browsers_chance);
  operation.kind = schema.id;
  operation.edition = schema.version;
  operation.base_version = base_version;
  operation.payload = std::move(payload);
  push.operations.push_back(std::move(operation));
  if (post("/api/sync/push", wire::encode_frame(push)).status == 200) ++next_;
}

void Browser::push_as(DeviceId device, PersonId actor, const wire::Subject& subject) {
  wire::Push push;
  push.device = device;
  push.actor = actor;
  push.subjects = {subject};
  wire::PushedOperation operation;
  operation.id = random_id<OperationId>(council_.browsers_chance);
  operation.kind = 7777;
  push.operations.push_back(std::move(operation));
  post("/api/sync/push", wire::encode_frame(push));
}

std::uint64_t Browser::version(DocumentId id) const {
  const auto found = documents_.find(id);
  return found == documents_.end() ? 0 : found->second.version;
}

}  // namespace alongside::worlds

#include "app/server/fetch/web_fetch.hpp"

#include "app/server/fetch/public_address.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>

namespace alongside::server {

namespace {

constexpr long fetch_connect_seconds = 4;

struct FreeHeaders {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Arriving {
  std::string body;
  std::size_t most_bytes = 0;
  bool too_large = false;
  const std::atomic<bool>* stopping = nullptr;
  const std::vector<std::string>* inner_addresses = nullptr;
  bool encrypted = true;
  std::string refused_machine{};  // "10.0.0.1, which is no public address"
};

std::size_t take_bytes(char* bytes, std::size_t, std::size_t count, void* arriving_at) {
  auto& arriving = *static_cast<Arriving*>(arriving_at);
  arriving.too_large = arriving.body.size() + count > arriving.most_bytes;
  if (arriving.too_large) return 0;
  arriving.body.append(bytes, count);
  return count;
}

int fetch_goes_on(void* arriving_at, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return *static_cast<Arriving*>(arriving_at)->stopping ? 1 : 0;
}

// The address that is connected to is looked at, not a name that may resolve to another one a moment later.
curl_socket_t open_allowed(void* arriving_at, curlsocktype, curl_sockaddr* address) {
  auto& arriving = *static_cast<Arriving*>(arriving_at);
  std::span<const std::uint8_t> bytes;
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  if (address->family == AF_INET) {
    std::memcpy(&v4, &address->addr, sizeof v4);
    bytes = {reinterpret_cast<const std::uint8_t*>(&v4.sin_addr), 4};
  } else if (address->family == AF_INET6) {
    std::memcpy(&v6, &address->addr, sizeof v6);
    bytes = {reinterpret_cast<const std::uint8_t*>(&v6.sin6_addr), 16};
  }
  char text[INET6_ADDRSTRLEN] = "another kind of address";
  if (!bytes.empty()) inet_ntop(address->family, bytes.data(), text, sizeof text);
  const auto& inner = *arriving.inner_addresses;
  const bool is_public = is_public_address(bytes);
  // Without encryption only the council's own network is asked.
  if (!(is_public && arriving.encrypted) && std::ranges::find(inner, text) == inner.end()) {
    arriving.refused_machine =
        std::string(text) + (is_public ? ", which is asked over https only" : ", which is no public address");
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void set_machines(CURL* handle, const WebQuestion& question, Arriving& arriving) {
  if (question.machines == Machines::Any) return;
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_allowed);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &arriving);
  // A proxy would resolve the name, and we would only see the proxy.
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
}

void set_rules(CURL* handle, const WebQuestion& question) {
  curl_easy_setopt(handle, CURLOPT_URL, question.address.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  // Where a provider lives stands in the configuration, or in what the provider says over TLS: nowhere else.
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, fetch_connect_seconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(question.whole_seconds));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "Alongside council-api");
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(question.most_bytes));
}

void set_arrival(CURL* handle, Arriving& arriving) {
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &arriving);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, fetch_goes_on);
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &arriving);
}

void set_form(CURL* handle, const WebQuestion& question) {
  if (question.form.empty()) return;
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, question.form.c_str());
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(question.form.size()));
}

std::string header_named(CURL* handle, const char* name) {
  curl_header* header = nullptr;
  if (curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK) return {};
  return header->value;
}

std::unique_ptr<curl_slist, FreeHeaders> request_headers(const WebQuestion& question) {
  curl_slist* list = curl_slist_append(nullptr, "Accept: application/json");
  if (!question.authorization.empty()) {
    list = curl_slist_append(list, ("Authorization: " + question.authorization).c_str());
  }
  if (!question.known_tag.empty()) list = curl_slist_append(list, ("If-None-Match: " + question.known_tag).c_str());
  return std::unique_ptr<curl_slist, FreeHeaders>(list);
}

Error fetch_error(CURLcode code, const Arriving& arriving) {
  if (arriving.too_large || code == CURLE_FILESIZE_EXCEEDED) {
    return Error{ErrorCode::TooLarge, "its answer is too large"};
  }
  if (!arriving.refused_machine.empty()) return Error{ErrorCode::NotAllowed, "it is at " + arriving.refused_machine};
  return Error{ErrorCode::Offline, std::string("it did not answer: ") + curl_easy_strerror(code)};
}

WebResult answer_of(CURL* handle, const WebQuestion& question, Arriving& arriving) {
  WebAnswer answer;
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  const char* sent_to = nullptr;
  curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &sent_to);
  if (sent_to != nullptr) answer.sent_to = sent_to;
  const bool known = answer.status == 304 && !question.known_tag.empty();
  if (status >= 300 && status < 400 && !known && (question.sent_on == SentOn::Refuse || answer.sent_to.empty())) {
    return Error{ErrorCode::NotAllowed, "it sends us to another address"};
  }
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  if (type != nullptr) answer.content_type = type;
  curl_off_t retry_after = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &retry_after);
  answer.retry_after_seconds = static_cast<int>(std::clamp<curl_off_t>(retry_after, 0, 24 * 3600));
  answer.tag = header_named(handle, "ETag");
  answer.encoding = header_named(handle, "Content-Encoding");
  answer.body = std::move(arriving.body);
  return answer;
}

void free_fetch(void* handle) { curl_easy_cleanup(handle); }

}  // namespace

WebSession::WebSession() : handle_(curl_easy_init(), free_fetch) {}

WebResult WebSession::ask(const WebQuestion& question, const std::atomic<bool>& stopping) {
  CURL* handle = handle_.get();
  if (handle == nullptr) return Error{ErrorCode::Internal, "libcurl did not begin"};
  curl_easy_reset(handle);  // what was asked for before; its connection stays
  Arriving arriving{{}, question.most_bytes, false, &stopping, &question.inner_addresses};
  arriving.encrypted = question.address.starts_with("https://");
  set_rules(handle, question);
  set_arrival(handle, arriving);
  set_machines(handle, question, arriving);
  set_form(handle, question);
  const auto headers = request_headers(question);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(handle);
  return code == CURLE_OK ? answer_of(handle, question, arriving) : WebResult(fetch_error(code, arriving));
}

WebResult fetch_with_curl(const WebQuestion& question, const std::atomic<bool>& stopping) {
  return WebSession().ask(question, stopping);
}

}  // namespace alongside::server

#include "app/server/fetch/web_fetch.hpp"

#include <curl/curl.h>

#include <memory>

namespace alongside::server {

namespace {

constexpr long fetch_connect_seconds = 4;
constexpr long fetch_whole_seconds = 10;

struct FreeFetch {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeHeaders {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Arriving {
  std::string body;
  std::size_t most_bytes = 0;
  bool too_large = false;
  const std::atomic<bool>* stopping = nullptr;
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
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, fetch_whole_seconds);
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

WebResult answer_of(CURL* handle, CURLcode code, Arriving& arriving) {
  if (arriving.too_large || code == CURLE_FILESIZE_EXCEEDED) {
    return Error{ErrorCode::TooLarge, "its answer is too large"};
  }
  if (code != CURLE_OK) return Error{ErrorCode::Offline, std::string("it did not answer: ") + curl_easy_strerror(code)};
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  if (status >= 300 && status < 400) return Error{ErrorCode::NotAllowed, "it sends us to another address"};
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  return WebAnswer{static_cast<int>(status), type == nullptr ? "" : type, std::move(arriving.body)};
}

}  // namespace

WebResult fetch_with_curl(const WebQuestion& question, const std::atomic<bool>& stopping) {
  const std::unique_ptr<CURL, FreeFetch> handle(curl_easy_init());
  if (!handle) return Error{ErrorCode::Internal, "libcurl did not begin"};
  Arriving arriving{{}, question.most_bytes, false, &stopping};
  set_rules(handle.get(), question);
  set_arrival(handle.get(), arriving);
  set_form(handle.get(), question);
  curl_slist* list = curl_slist_append(nullptr, "Accept: application/json");
  if (!question.authorization.empty()) {
    list = curl_slist_append(list, ("Authorization: " + question.authorization).c_str());
  }
  const std::unique_ptr<curl_slist, FreeHeaders> headers(list);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(handle.get());
  return answer_of(handle.get(), code, arriving);
}

}  // namespace alongside::server

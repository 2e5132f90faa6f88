#include "app/server/mail/mail_sender_curl.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace alongside::server {

namespace {

constexpr long connect_seconds = 15;
constexpr long whole_seconds = 60;  // less than any pause, so that a letter is never under way twice

struct EasyFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What one letter needs while it is under way.
struct UnderWay {
  std::string_view rest;  // of the message
  const std::atomic<bool>& stop;
  std::string command;  // the last one that the mail server was told
};

size_t give_bytes(char* to, size_t size, size_t count, void* data) {
  auto& under_way = *static_cast<UnderWay*>(data);
  const std::size_t given = std::min(size * count, under_way.rest.size());
  std::memcpy(to, under_way.rest.data(), given);
  under_way.rest.remove_prefix(given);
  return given;
}

int go_on(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<UnderWay*>(data)->stop.load() ? 1 : 0;
}

// To know which command was refused. Nothing of it is logged: it holds addresses.
int note_command(CURL*, curl_infotype kind, char* text, size_t size, void* data) {
  if (kind != CURLINFO_HEADER_OUT) return 0;
  const std::string_view command = std::string_view(text, size).substr(0, 4);
  if (command != "QUIT") static_cast<UnderWay*>(data)->command = command;
  return 0;
}

// A mail server that says nothing any more is not told goodbye: libcurl would wait two minutes for its answer.
void leave_silently(CURL* handle) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &socket);
  if (socket != CURL_SOCKET_BAD) shutdown(socket, SHUT_RDWR);
}

bool is_this_machine(std::string_view server) {
  const std::string_view host = server.substr(server.find("//") + 2);
  return host.starts_with("127.0.0.1") || host.starts_with("localhost");
}

MailOutcome outcome_of(CURLcode code, long answer, const UnderWay& under_way) {
  if (code == CURLE_OK) return {MailFate::Sent, ""};
  if (code == CURLE_ABORTED_BY_CALLBACK) return {MailFate::Later, "stopped"};
  if (code == CURLE_LOGIN_DENIED) return {MailFate::Later, "login_refused"};
  if (code == CURLE_OPERATION_TIMEDOUT) return {MailFate::Later, "no_answer"};
  if (code == CURLE_COULDNT_RESOLVE_HOST) return {MailFate::Later, "unknown_server"};
  if (code == CURLE_COULDNT_CONNECT) return {MailFate::Later, "no_connection"};
  if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_USE_SSL_FAILED || code == CURLE_SSL_CONNECT_ERROR) {
    return {MailFate::Later, "not_secure"};
  }
  if (answer >= 500 && answer <= 599) {
    // Of whom it comes and who we are is the council's to set right; the rest is about this one letter.
    const bool of_letter = under_way.command == "RCPT" || under_way.command == "DATA";
    return {of_letter ? MailFate::Refused : MailFate::Later, "refused_" + std::to_string(answer)};
  }
  if (answer >= 400 && answer <= 499) return {MailFate::Later, "later_" + std::to_string(answer)};
  return {MailFate::Later, "connection_lost"};
}

class CurlSender final : public MailSender {
 public:
  CurlSender(const MailConfig& mail, std::string password)
      : server_(mail.server), user_(mail.user), password_(std::move(password)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);  // before there is a second thread
  }
  CurlSender(const CurlSender&) = delete;
  CurlSender& operator=(const CurlSender&) = delete;
  ~CurlSender() override { curl_global_cleanup(); }

  MailOutcome send(const OutgoingMail& mail, const std::atomic<bool>& stop) override {
    const std::unique_ptr<CURL, EasyFree> handle(curl_easy_init());
    const std::unique_ptr<curl_slist, ListFree> to(curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()));
    if (!handle || !to) return {MailFate::Later, "no_memory"};
    UnderWay under_way{mail.message, stop, {}};
    set_connection(handle.get());
    set_letter(handle.get(), "<" + mail.from + ">", to.get(), under_way);
    const CURLcode code = curl_easy_perform(handle.get());
    if (code == CURLE_ABORTED_BY_CALLBACK || code == CURLE_OPERATION_TIMEDOUT) leave_silently(handle.get());
    long answer = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
    return outcome_of(code, answer, under_way);
  }

 private:
  void set_connection(CURL* handle) const {
    curl_easy_setopt(handle, CURLOPT_URL, server_.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, is_this_machine(server_) ? CURLUSESSL_NONE : CURLUSESSL_ALL);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");  // letters go where the configuration says, and nowhere else
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, whole_seconds);
    if (user_.empty()) return;
    curl_easy_setopt(handle, CURLOPT_USERNAME, user_.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, password_.c_str());
  }

  static void set_letter(CURL* handle, const std::string& from, curl_slist* to, UnderWay& under_way) {
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_bytes);
    curl_easy_setopt(handle, CURLOPT_READDATA, &under_way);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, go_on);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &under_way);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, note_command);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &under_way);
  }

  std::string server_;
  std::string user_;
  std::string password_;
};

}  // namespace

std::unique_ptr<MailSender> make_curl_sender(const MailConfig& mail, std::string password) {
  return std::make_unique<CurlSender>(mail, std::move(password));
}

}  // namespace alongside::server

#include "plugins/local_offer/api/feeds/feed_visit.hpp"

#include "app/base/letters.hpp"

#include <algorithm>
#include <string_view>
#include <thread>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::WebAnswer;
using server::WebQuestion;

constexpr int longest_retry_seconds = 60;

bool says_json(std::string_view type) {
  std::string lower(type.substr(0, type.find(';')));
  for (char& c : lower) c = small_letter(c);
  return lower.empty() || lower.find("json") != std::string::npos;
}

bool may_pass(int status) { return status >= 500 || status == 429 || status == 408; }

}  // namespace

FeedVisit::FeedVisit(const server::FeedConfig& feed, const FeedLimits& limits, const std::atomic<bool>& stopping)
    : feed_(feed), limits_(limits), stopping_(stopping), end_(std::chrono::steady_clock::now() + limits.whole) {}

Result<FeedAnswer> FeedVisit::get(const std::string& path, std::size_t most_bytes, const std::string& known_tag) {
  std::chrono::seconds pause(feed_.first_retry_seconds);
  for (int tries = 1;; ++tries) {
    ALONGSIDE_TRY(check_budget());
    asks_to_wait_ = 0;
    auto answer = follow(feed_.url + path, most_bytes, known_tag);
    if (answer.ok() || answer.error().code != ErrorCode::Unavailable) return answer;
    if (tries == limits_.tries)
      return Error{ErrorCode::Unavailable, answer.error().detail + ", at each of " + std::to_string(tries) + " tries"};
    wait(std::max(pause, std::chrono::seconds(std::min(asks_to_wait_, longest_retry_seconds))));
    pause *= 2;
  }
}

// Every step is looked at like the first: where it may lead is not for the feed to say.
Result<FeedAnswer> FeedVisit::follow(const std::string& address, std::size_t most_bytes, const std::string& known_tag) {
  WebQuestion question;
  question.address = address;
  question.most_bytes = most_bytes;
  question.whole_seconds = limits_.answer_seconds;
  question.known_tag = known_tag;
  question.sent_on = server::SentOn::Tell;
  question.machines = server::Machines::Public;
  question.inner_addresses = feed_.inner_addresses;
  for (int hops = 0; hops <= limits_.most_hops; ++hops) {
    auto answer = session_.ask(question, stopping_);
    if (!answer.ok()) {
      ALONGSIDE_TRY(check_budget());
      const bool may_come = answer.error().code == ErrorCode::Offline;
      return Error{may_come ? ErrorCode::Unavailable : answer.error().code, answer.error().detail};
    }
    bytes_ += answer.value().body.size();
    if (answer.value().sent_to.empty()) return judge(std::move(answer).value());
    const std::string& next = answer.value().sent_to;
    if (!server::is_feed_address(next.substr(0, next.find('?')), feed_))
      return Error{ErrorCode::NotAllowed, "it sends us on to an address where nobody should ask: " + next};
    question.address = next;
  }
  return Error{ErrorCode::NotAllowed,
               "it sends us on and on, more than " + std::to_string(limits_.most_hops) + " times"};
}

Result<FeedAnswer> FeedVisit::judge(WebAnswer answer) {
  if (answer.status == 304) return FeedAnswer{true, {}, {}};
  asks_to_wait_ = answer.retry_after_seconds;
  const std::string told = "it answered " + std::to_string(answer.status);
  if (may_pass(answer.status)) return Error{ErrorCode::Unavailable, told};
  if (answer.status == 404 || answer.status == 410) return Error{ErrorCode::NotFound, told};
  if (answer.status != 200) return Error{ErrorCode::InvalidInput, told};
  if (!answer.encoding.empty() && answer.encoding != "identity")
    return Error{ErrorCode::InvalidInput, "its answer is packed (" + answer.encoding + "), which was not asked for"};
  if (!says_json(answer.content_type))
    return Error{ErrorCode::InvalidInput, "its answer is " + answer.content_type + ", and not JSON"};
  return FeedAnswer{false, std::move(answer.body), std::move(answer.tag)};
}

Result<void> FeedVisit::check_budget() const {
  if (stopping_) return Error{ErrorCode::Offline, "the server stopped; the next import goes on from here"};
  if (std::chrono::steady_clock::now() >= end_) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(limits_.whole).count();
    return Error{ErrorCode::Offline,
                 "it took longer than " + std::to_string(minutes) + " minutes; the next import goes on from here"};
  }
  if (bytes_ > limits_.most_bytes) {
    return Error{ErrorCode::Offline, "it sent more than " + std::to_string(limits_.most_bytes / (1024 * 1024)) +
                                         " MB; the next import goes on from here"};
  }
  return {};
}

void FeedVisit::wait(std::chrono::seconds time) const {
  const auto until = std::min(std::chrono::steady_clock::now() + time, end_);
  while (!stopping_ && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

}  // namespace alongside::local_offer

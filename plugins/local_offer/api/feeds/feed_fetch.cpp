#include "plugins/local_offer/api/feeds/feed_fetch.hpp"

#include "app/base/id.hpp"
#include "app/base/text.hpp"
#include "app/server/query.hpp"
#include "plugins/local_offer/api/feeds/feed_page.hpp"
#include "plugins/local_offer/api/feeds/feed_visit.hpp"
#include "plugins/local_offer/api/feeds/version_one.hpp"
#include "plugins/local_offer/api/same_json.hpp"

#include <optional>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::FeedShape;
using server::JsonKind;
using server::JsonValue;

struct ListedService {
  std::string raw_id;  // as the feed has it, for its address
  std::string id;      // a UUID, for its file
  JsonValue json;
};

std::string page_file(std::size_t number) {
  const std::string digits = std::to_string(number);
  return "services-" + std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits + ".json";
}

std::string service_file(const std::string& id) { return "services/" + id + ".json"; }

std::string raw_id_of(const JsonValue& service) {
  const JsonValue* id = service.find("id");
  if (id == nullptr) return {};
  return id->is(JsonKind::Integer) ? std::to_string(id->integer) : std::string(trim(id->text));
}

// When a list says exactly what it said last time, and when it was last changed, the service itself is as it was.
std::string modified_of(const JsonValue& service) { return std::string(service.text_at("last_modified")); }

class FeedRun {
 public:
  FeedRun(const server::FeedConfig& feed, FeedShelf& shelf, const FeedLimits& limits, const std::atomic<bool>& stopping)
      : feed_(feed), shelf_(shelf), limits_(limits), visit_(feed, limits, stopping) {}

  Result<FetchedFeed> run() {
    ALONGSIDE_TRY(shelf_.begin(feed_.url + "\n" + std::string(name_of(feed_.shape)) + "\n"));
    read_last_time();
    ALONGSIDE_TRY(fetch_pages());
    ALONGSIDE_TRY(fetch_services());
    ALONGSIDE_TRY(shelf_.finish());
    result_.folder = shelf_.whole().string();
    result_.services = listed_.size();
    return std::move(result_);
  }

 private:
  // The pages of the last whole edition, for what need not be asked again.
  void read_last_time() {
    for (std::size_t number = 1; number <= limits_.most_pages; ++number) {
      const auto text = shelf_.whole_text(page_file(number));
      if (!text) return;
      const auto page = read_feed_page(*text, FeedShape::AsItComes);
      if (!page.ok()) return;
      for (const JsonValue& service : page.value().services)
        if (!modified_of(service).empty()) last_time_.insert_or_assign(id_of(service, page.value().shape), service);
    }
  }

  std::string id_of(const JsonValue& service, FeedShape shape) const {
    const bool is_old = shape == FeedShape::UkOne || (feed_.shape == FeedShape::AsItComes && is_version_one(service));
    if (is_old) return version_one_id(service, feed_.name);
    const auto uuid = parse_uuid(raw_id_of(service));
    return uuid.ok() ? uuid_text(uuid.value()) : std::string();
  }

  Result<void> fetch_pages() {
    for (std::size_t number = 1;; ++number) {
      if (number > limits_.most_pages) {
        return Error{ErrorCode::TooLarge, "it has not come to an end after " + std::to_string(limits_.most_pages) +
                                              " pages, which is the most that is fetched"};
      }
      auto page = fetch_page(number);
      // Beyond the last page some feeds have nothing.
      if (number > 1 && !page.ok() && page.error().code == ErrorCode::NotFound) return finish_pages(number - 1);
      if (!page.ok()) return Error{page.error().code, "page " + std::to_string(number) + ": " + page.error().detail};
      last_page_ = std::move(page).value();
      if (last_page_.services.empty() && number > 1) return finish_pages(number - 1);
      ALONGSIDE_TRY(take_page(number));
      if (!last_page_.promises_more(static_cast<std::int64_t>(number))) return finish_pages(number);
      totals_ = {last_page_.total_items, last_page_.total_pages};
    }
  }

  Result<FeedPage> fetch_page(std::size_t number) {
    const std::string file = page_file(number);
    if (const auto text = shelf_.text(file)) {
      ++result_.resumed;
      return read_feed_page(*text, feed_.shape);
    }
    const std::string path =
        "/services?page=" + std::to_string(number) + "&per_page=" + std::to_string(limits_.page_size);
    FeedAnswer answer = ALONGSIDE_TRY(visit_.get(path, limits_.most_page_bytes, shelf_.whole_tag(file)));
    if (answer.is_known) answer = {true, shelf_.whole_text(file).value_or(""), shelf_.whole_tag(file)};
    ++(answer.is_known ? result_.unchanged : result_.sent);
    auto page = ALONGSIDE_TRY(read_feed_page(answer.body, feed_.shape));
    // What is no page is not kept: the next run asks again.
    ALONGSIDE_TRY(shelf_.keep(file, answer.body, answer.tag));
    return page;
  }

  Result<void> take_page(std::size_t number) {
    bool has_new = false;
    for (JsonValue& service : last_page_.services) {
      ++items_;
      std::string raw_id = raw_id_of(service);
      const bool is_new = raw_id.empty() || seen_.insert({raw_id, number}).second;
      has_new |= is_new;
      std::string id = id_of(service, last_page_.shape);
      // Without an id that can be used there is nothing to ask for; the importer says so.
      if (is_new && !id.empty()) listed_.push_back({std::move(raw_id), std::move(id), std::move(service)});
    }
    if (!has_new && !last_page_.services.empty()) {
      ALONGSIDE_TRY(shelf_.drop(page_file(number)));
      return Error{ErrorCode::InvalidInput,
                   "page " + std::to_string(number) + " has only services of earlier pages: the feed repeats itself"};
    }
    if (listed_.size() > limits_.most_records) {
      return Error{ErrorCode::TooLarge, "it lists more than " + std::to_string(limits_.most_records) +
                                            " services, which is the most that is fetched"};
    }
    return {};
  }

  // What a feed says of itself must agree with what came, or some of it may be missing.
  Result<void> finish_pages(std::size_t pages) {
    result_.pages = pages;
    const auto total_items = last_page_.services.empty() ? totals_.items : last_page_.total_items;
    const auto total_pages = last_page_.services.empty() ? totals_.pages : last_page_.total_pages;
    if (total_items && *total_items > static_cast<std::int64_t>(items_)) {
      // Asked for again next time, all of them: they may have moved from page to page meanwhile.
      for (std::size_t number = 1; number <= pages; ++number) ALONGSIDE_TRY(shelf_.drop(page_file(number)));
      return Error{ErrorCode::InvalidInput, "it says that it has " + std::to_string(*total_items) +
                                                " services, and its " + std::to_string(pages) + " pages have " +
                                                std::to_string(items_) + ": it stopped before its end"};
    }
    if (total_pages && *total_pages != static_cast<std::int64_t>(pages)) {
      result_.notes.push_back("it says that it has " + std::to_string(*total_pages) + " pages, and has " +
                              std::to_string(pages));
    }
    return {};
  }

  Result<void> fetch_services() {
    int failing = 0;
    for (const ListedService& service : listed_) {
      const auto done = fetch_service(service);
      if (done.ok()) {
        failing = 0;
        continue;
      }
      // The visit is over, or the disk is full: not this service's fault.
      if (done.error().code == ErrorCode::Offline || done.error().code == ErrorCode::Storage) return done.error();
      result_.faults.insert_or_assign(service.id, "it could not be fetched: " + done.error().detail);
      if (++failing < limits_.most_failing) continue;
      return Error{done.error().code, std::to_string(failing) +
                                          " services in a row could not be fetched; the last: " + done.error().detail};
    }
    return {};
  }

  Result<void> fetch_service(const ListedService& service) {
    if (is_whole_service(service.json)) return {};
    const std::string file = service_file(service.id);
    if (shelf_.has(file)) {
      ++result_.resumed;
      return {};
    }
    if (is_as_last_time(service)) {
      ++result_.unchanged;
      return shelf_.keep_again(file);
    }
    const FeedAnswer answer = ALONGSIDE_TRY(visit_.get("/services/" + server::percent_encode(service.raw_id),
                                                       limits_.most_record_bytes, shelf_.whole_tag(file)));
    ++(answer.is_known ? result_.unchanged : result_.sent);
    return answer.is_known ? shelf_.keep_again(file) : shelf_.keep(file, answer.body, answer.tag);
  }

  bool is_as_last_time(const ListedService& service) const {
    const auto found = last_time_.find(service.id);
    return found != last_time_.end() && same_json(found->second, service.json) &&
           shelf_.whole_text(service_file(service.id)).has_value();
  }

  struct Totals {
    std::optional<std::int64_t> items, pages;
  };

  const server::FeedConfig& feed_;
  FeedShelf& shelf_;
  const FeedLimits& limits_;
  FeedVisit visit_;
  FetchedFeed result_;
  FeedPage last_page_;
  Totals totals_;  // of the last page that had services
  std::size_t items_ = 0;
  std::map<std::string, std::size_t> seen_;     // raw ids, and the page that had them first
  std::map<std::string, JsonValue> last_time_;  // by id
  std::vector<ListedService> listed_;
};

}  // namespace

Result<FetchedFeed> fetch_feed(const server::FeedConfig& feed, FeedShelf& shelf, const FeedLimits& limits,
                               const std::atomic<bool>& stopping) {
  return FeedRun(feed, shelf, limits, stopping).run();
}

}  // namespace alongside::local_offer

#include "plugins/feedback/api/carried/feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/reply.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "app/server/sign_in/throttles.hpp"
#include "plugins/feedback/api/carried/carried_desk.hpp"
#include "plugins/feedback/api/without_scripts_html.hpp"

#include <span>
#include <string>

namespace alongside::feedback {
namespace {

using server::Request;
using server::Response;
using server::ThrottleKind;

// Ids stand in the body, never in an address, which a proxy would keep.
constexpr std::string_view put_route = "/api/feedback/carried";
constexpr std::string_view open_route = "/api/feedback/carried/open";
constexpr std::string_view taken_route = "/api/feedback/carried/taken";
// A family, a school's whole class behind one address; and somebody who tries codes, or fills the disk.
constexpr server::ThrottleRule boxes_put{ThrottleKind::BoxFromAddress, 40, 60'000};
constexpr server::ThrottleRule boxes_missed{ThrottleKind::WrongBoxFromAddress, 20, 180'000};

constexpr WithoutScripts carried_page{{"Go on with it on another device", "Mynd ymlaen ag ef ar ddyfais arall"},
                                      {"A survey that you have begun can go with you to another device, with a code.",
                                       "Gall arolwg rydych wedi'i ddechrau fynd gyda chi i ddyfais arall, gyda chod."}};

std::span<const std::uint8_t> id_in(const Request& request) {
  return std::span(request.body).first(std::min(request.body.size(), CarriedDesk::id_bytes));
}

class CarriedFeature final : public server::Feature {
 public:
  explicit CarriedFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "feedback_carried"; }
  std::span<const server::Migration> migrations() const override { return CarriedDesk::migrations(); }
  void personal(server::PersonalTables& tables) override {
    tables.about_nobody("feedback_carried", "sealed boxes: the council has no key, and does not know whose they are");
  }
  void retention(server::RetentionRules& rules) override {
    rules.add({"carried_drafts", "what somebody carries to another device",
               "two weeks: long enough to get there, and what is not fetched by then is still on the first device",
               &server::Retention::carried_drafts,
               server::reap_where("feedback_carried", "id", "until < (?3 / 86400000)")});
  }
  // A box that was taken must not open again because a backup had it.
  Result<void> restored(server::Database& database) const override {
    return database.execute("DELETE FROM feedback_carried;");
  }

  // Who has the code may open it, and nobody asks who that is.
  void access(server::AccessTable& table) override {
    for (const std::string_view route : {put_route, open_route, taken_route})
      table.open_to_all("POST " + std::string(route));
  }

  void routes(server::Router& router) override {
    router.post(
        put_route, [this](const Request& request) { return answer(request, put(request)); },
        CarriedDesk::id_bytes + CarriedDesk::most_bytes);
    router.post(
        open_route, [this](const Request& request) { return answer(request, open(request)); }, CarriedDesk::id_bytes);
    router.post(
        taken_route, [this](const Request& request) { return answer(request, take(request)); }, CarriedDesk::id_bytes);
  }

  void pages(server::PageRouter& pages) override {
    const auto page = [this](const Request& request) -> Result<server::PageContent> {
      return without_scripts_html(carried_page, context_.council.council.help, request.language);
    };
    pages.page("/carry", page);
    pages.page("/carry/{survey}", page);
  }

 private:
  static Response answer(const Request& request, const Result<Bytes>& bytes) {
    if (!bytes.ok()) return server::problem(request, bytes.error());
    Response response;
    response.content_type = "application/octet-stream";
    response.body.assign(bytes->begin(), bytes->end());
    return response;
  }

  // Answers its last day.
  Result<Bytes> put(const Request& request) {
    server::Throttles throttles(context_.database, context_.clock);
    if (!ALONGSIDE_TRY(throttles.take(boxes_put, request.address))) return too_many();
    const Date today = context_.clock.today();
    const Date last_day(today.days() + context_.council.retention_days.carried_drafts);
    CarriedDesk desk(context_.database);
    ALONGSIDE_TRY(desk.tidy(today));
    ALONGSIDE_TRY(desk.put(id_in(request), std::span(request.body).subspan(id_in(request).size()), last_day));
    const std::string day = last_day.iso();
    return Bytes(day.begin(), day.end());
  }

  // A wrong code leads to no box: there is none to lock, so guessing is slowed down by where it comes from.
  Result<Bytes> open(const Request& request) {
    server::Throttles throttles(context_.database, context_.clock);
    if (!ALONGSIDE_TRY(throttles.left(boxes_missed, request.address))) return too_many();
    auto found = CarriedDesk(context_.database).open(id_in(request), context_.clock.today());
    if (!found.ok() && found.error().code == ErrorCode::NotFound)
      ALONGSIDE_TRY(throttles.take(boxes_missed, request.address));
    return found;
  }

  Result<Bytes> take(const Request& request) {
    ALONGSIDE_TRY(CarriedDesk(context_.database).take(id_in(request)));
    return Bytes();
  }

  static Error too_many() {
    return {ErrorCode::Unavailable, "There were too many tries from here. Wait a few minutes, then try again."};
  }

  server::FeatureContext context_;
};

}  // namespace

std::unique_ptr<server::Feature> make_carried_feature(server::FeatureContext& context) {
  return std::make_unique<CarriedFeature>(context);
}

}  // namespace alongside::feedback

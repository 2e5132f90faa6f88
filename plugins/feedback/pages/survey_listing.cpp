#include "plugins/feedback/pages/survey_listing.hpp"

#include "app/plugin_api/records.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::string_view list_key = "feedback surveys";

}  // namespace

void keep_frame(Host& host, std::string_view key, const Bytes& frame) {
  if (host.session().person.is_nil()) return;
  if (host.records().draft(key) == frame) return;
  host.records().keep_draft(key, frame, [](Result<void>) {});
}

void SurveyListing::want() {
  if (!is_asked_) return again();
  if (known_->load != Load::Offline) return;
  // What is kept on the device may have become readable only after the network had failed.
  if (const auto kept = host_.records().draft(list_key)) open(*kept);
}

void SurveyListing::again() {
  is_asked_ = true;
  if (known_->load != Load::Ready) known_->load = Load::Waiting;
  host_.fetch("/api/feedback/surveys", [this, hold = std::weak_ptr<Known>(known_)](Result<Bytes> reply) {
    if (const auto known = hold.lock()) came(std::move(reply));
  });
}

void SurveyListing::came(Result<Bytes> reply) {
  if (reply.ok() && open(reply.value())) return keep_frame(host_, list_key, reply.value());
  if (known_->load == Load::Ready) return;
  const auto kept = host_.records().draft(list_key);
  if (kept && open(*kept)) return;
  const bool is_offline = !reply.ok() && reply.error().code == ErrorCode::Offline;
  known_->load = is_offline ? Load::Offline : Load::Failed;
}

bool SurveyListing::open(const Bytes& frame) {
  Result<SurveyList> list = wire::decode_frame<SurveyList>(frame);
  if (!list.ok()) return false;
  known_->list = std::move(list).value();
  known_->load = Load::Ready;
  return true;
}

const Survey* SurveyListing::about_visits() const {
  for (const Survey& survey : known_->list.surveys) {
    if (survey.about == About::Visit && survey.version != 0) return &survey;
  }
  return nullptr;
}

}  // namespace alongside::feedback

// The libFuzzer target for the records of Open Referral feeds, of 3.0 and of version 1. Findings are crashes, sanitizer
// reports, and broken promises: a record that we would serve and not take back as it is. Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/local_offer/api/feeds/feed_reading.hpp"
#include "plugins/local_offer/api/feeds/version_one.hpp"
#include "plugins/local_offer/api/open_referral/confidential.hpp"
#include "tests/fuzz/promise.hpp"

#include <cstdint>
#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::local_offer;
using fuzz::promise;

const Date today = Date::from_civil(2026, 12, 1).value();

TakenService taken(server::JsonValue record, RecordFaults& faults) {
  if (is_version_one(record)) record = to_version_three(record, "feed", faults.notes);
  std::set<std::string> confidential;
  collect_confidential(record, confidential);
  const Concealed concealed = conceal_places(record, confidential);
  if (tells(record, concealed.secrets)) faults.refuse("its words tell the address of a confidential place");
  return take_record(record, today, faults);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto json = server::read_json(text);
  if (!json || !json->is(server::JsonKind::Object)) return 0;
  RecordFaults faults;
  const TakenService first = taken(json.value(), faults);
  promise(is_text(faults.refused), "why it is refused is text");
  for (const std::string& note : faults.notes) promise(is_text(note), "what was left out is text");
  if (faults.is_refused()) return 0;
  RecordFaults again;
  const TakenService second = take_record(server::read_json(first.record).value(), today, again);
  promise(!again.is_refused(), "what we serve can be taken");
  promise(second.record == first.record, "and is the same then");
  return 0;
}

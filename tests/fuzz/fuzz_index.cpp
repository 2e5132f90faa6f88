// The libFuzzer target for what a device is sent to search in and to show a service by: the index's file, and a detail
// that is written by the words of its summary. The first byte chooses. Findings are crashes, sanitizer reports, and
// broken promises: an index that is another one once it was written. Run by tests/fuzz/run.sh.
#include "app/wire/payload.hpp"
#include "plugins/local_offer/model/details/detail_code.hpp"
#include "plugins/local_offer/model/search/index_codec.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using namespace alongside;
using namespace alongside::local_offer;
using fuzz::promise;

void check_index(std::span<const std::uint8_t> bytes) {
  const auto read = decode_index(bytes);
  if (!read.ok()) return;
  const Bytes written = encode_index(read.value());
  const auto again = decode_index(written);
  promise(again.ok() && encode_index(again.value()) == written, "an index that is read and written is the same again");
}

ServiceSummary saturday_stars() {
  ServiceSummary service;
  service.id = "s1";
  service.name = "Saturday Stars";
  service.summary = "A club on Saturday mornings for children who like quiet play and music.";
  return service;
}

// With the right check in front, which no mutation would find.
void check_detail(std::span<const std::uint8_t> bytes) {
  static const ServiceSummary service = saturday_stars();
  const std::uint32_t check = detail_check(service);
  Bytes detail;
  for (unsigned shift = 0; shift < 32; shift += 8) detail.push_back(static_cast<std::uint8_t>(check >> shift));
  detail.insert(detail.end(), bytes.begin(), bytes.end());
  if (const auto read = read_detail(detail, service))
    promise(read->summary.id == service.id, "a detail is of the service that it is read for");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> bytes(data + 1, size - 1);
  if (data[0] % 2 == 0)
    check_index(bytes);
  else
    check_detail(bytes);
  return 0;
}

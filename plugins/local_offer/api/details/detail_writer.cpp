#include "plugins/local_offer/api/details/detail_writer.hpp"

#include "app/wire/payload.hpp"
#include "plugins/local_offer/api/details/text_writer.hpp"
#include "plugins/local_offer/model/details/detail_code.hpp"
#include "plugins/local_offer/model/details/detail_texts.hpp"

#include <utility>

namespace alongside::local_offer {
namespace {

Bytes head_of(const ServiceSummary& summary, DetailForm form) {
  const std::uint32_t check = detail_check(summary);
  Bytes bytes;
  for (unsigned i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(check >> 8 * i));
  bytes.push_back(static_cast<std::uint8_t>(form));
  return bytes;
}

void append(Bytes& bytes, const Bytes& more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

Bytes by_words(const ServiceDetail& service) {
  ServiceDetail bare = service;
  take_known(bare);
  bare.summary = {};
  KnownWords known(service.summary);
  TextWriter texts(known, service.summary.summary);
  each_text(bare, [&texts](std::string& text) {
    texts.write(text);
    text.clear();
  });
  const Bytes rest = wire::encode_payload(bare);
  Bytes bytes = head_of(service.summary, DetailForm::ByWords);
  std::size_t length = rest.size();
  for (; length >= 0x80; length >>= 7) bytes.push_back(static_cast<std::uint8_t>(length | 0x80));
  bytes.push_back(static_cast<std::uint8_t>(length));
  append(bytes, rest);
  append(bytes, texts.take());
  return bytes;
}

}  // namespace

Bytes write_detail(const ServiceDetail& service) {
  const Bytes whole = wire::encode_payload(service);
  Bytes bytes = by_words(service);
  const auto again = read_detail(bytes, service.summary);
  if (again && wire::encode_payload(*again) == whole) return bytes;
  bytes = head_of(service.summary, DetailForm::Whole);
  append(bytes, whole);
  return bytes;
}

}  // namespace alongside::local_offer
